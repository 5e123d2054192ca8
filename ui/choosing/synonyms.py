"""Synonyms of actions, English and German, from ``resources/synonyms.tsv``: one line an action or a family.

An id that ends in an asterisk stands for all actions that begin so. Both languages are searched in every window.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from annotator.system.resources import resource_path


class Synonyms(NamedTuple):
    """Other words for what an action does."""

    english: tuple[str, ...]
    german: tuple[str, ...]


@cache
def table() -> Mapping[str, Synonyms]:
    """Return the lines of the file by id or family."""
    lines = resource_path("synonyms.tsv").read_text(encoding="utf-8").splitlines()
    parted = (line.split("\t") for line in lines if line.strip())
    return {id_: Synonyms(_phrases(english), _phrases(german)) for id_, english, german in parted}


@cache
def synonyms(action: str) -> Synonyms:
    """Return the synonyms of an action: its own first, then those of its families."""
    families = [found for id_, found in table().items() if id_.endswith("*") and action.startswith(id_[:-1])]
    own = [table()[action]] if action in table() else []
    english = (phrase for found in (*own, *families) for phrase in found.english)
    german = (phrase for found in (*own, *families) for phrase in found.german)
    return Synonyms(tuple(dict.fromkeys(english)), tuple(dict.fromkeys(german)))


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (phrase.strip() for phrase in text.split(","))))
