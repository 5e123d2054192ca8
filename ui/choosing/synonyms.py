"""Synonyms of actions, English and German, from ``resources/synonyms.tsv``: a line for each action or family.

A family's id ends in an asterisk and stands for all actions whose ids begin like it. Both languages are always
searched, whatever the language of the window.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from annotator.system.resources import resource_path


class Synonyms(NamedTuple):
    """Other words for what an action does, in each language."""

    english: tuple[str, ...]
    german: tuple[str, ...]


@cache
def table() -> Mapping[str, Synonyms]:
    """Return the synonyms in the file by the id of their action or family."""
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
