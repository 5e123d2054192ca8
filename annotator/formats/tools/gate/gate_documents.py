"""GATE documents: what XML and bdoc have in common.

Each annotator has an annotation set. Label is the annotation's type; layer, note, doubt and fields are features.
GATE's own annotations of tokens, sentences and markup are not labels.
Source: https://gate.ac.uk/userguide, "GATE XML"; https://gatenlp.github.io/python-gatenlp
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from annotator.formats.base import ReadOptions
from annotator.formats.capabilities import Capabilities
from annotator.formats.problem import Problem
from annotator.formats.shared.metadata.article_details import USUAL
from annotator.formats.shared.metadata.facts import facts_from, facts_to
from annotator.formats.shared.metadata.named_facts import ANNOTATOR
from annotator.model.values import Document
from annotator.system import packed
from annotator.text.normalization import name_in_words, web_address

LIMIT = 256  # MB
HELD = Capabilities(
    overlap=True,
    white_space=True,
    relations=True,
    relation_attributes=True,
    attributes=True,
    annotators=True,
    apart=True,
    details=USUAL,
)
"""The capabilities of a GATE document, in XML as in bdoc."""

_ADDRESS = "gate.SourceURL"
_OF_GATE = frozenset({_ADDRESS, "MimeType", "docNewLineType"})
_FURNITURE = frozenset("Token SpaceToken Sentence Split paragraph DEFAULT_TOKEN".split())
_MARKUP = "Original markups"
_UNNAMED = frozenset({"", "Key"})


def features_of(document: Document) -> dict[str, str]:
    """Return the features of an article."""
    facts = facts_to(document, without={"id", "url"})
    return {_ADDRESS: document.url or "created from String", "MimeType": "text/plain", **facts}


def facts_of(features: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """Return the facts about an article from its features; its title is the file's name if it has none."""
    facts = facts_from({name: value for name, value in features.items() if name not in _OF_GATE})
    if address := web_address(features.get(_ADDRESS)):
        facts["url"] = address
    facts.setdefault("title", name_in_words(packed.bare(path).stem))
    return facts


def annotator_of(name: str) -> str | None:
    """Return the annotator that an annotation set is named after, if any."""
    return None if name in _UNNAMED else name


def without_annotator(pairs: Mapping[str, str]) -> dict[str, str]:
    """Return a row's pairs without its annotator, whom the annotation set names."""
    return {name: words for name, words in pairs.items() if name != ANNOTATOR}


class OwnAnnotations:
    """Counts GATE's own annotations, which are not labels unless the user maps their type to one."""

    def __init__(self, options: ReadOptions) -> None:
        self._wanted = options.vocabulary.renamed.keys()
        self._count = 0

    def takes(self, annotation_set: str, kind: Any) -> bool:
        """Return whether an annotation is GATE's own and not a person's label; if so, count it."""
        found = kind not in self._wanted if isinstance(kind, str) else False
        found = found and (annotation_set == _MARKUP or kind in _FURNITURE)
        self._count += found
        return found

    def problems(self, path: Path) -> list[Problem]:
        """Return a problem that says how many annotations were left out, or none if none were."""
        details = {"count": str(self._count)}
        return [Problem(file=path.name, line=0, code="row.furniture", details=details)] if self._count else []
