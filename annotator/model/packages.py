"""Packages, project files with the articles that one person was dealt: their values, and checks of these values."""

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any, TypeVar

from annotator.model.values import (
    LABELLING,
    NOBODY,
    Annotated,
    DocumentState,
    Relation,
    Span,
    State,
)
from annotator.system.errors import AnnotatorError, StoreError
from annotator.text.normalization import one_line

PACKAGE = "package"  # the setting that makes a project file a package
ANSWERS = "answers"  # the setting with the answers of a package for practice
LONGEST_NAME = 80
_NO_FILE_NAME = frozenset('<>:"/\\|?*')
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
_FREE = (State.DONE, State.SKIPPED, State.OPEN)  # of several states, the first in this order is kept


class SuggestionTreatment(StrEnum):
    """The treatment of suggestions in a package: all are shown, none is ever shown, or some are held back."""

    INCLUDED = "included"
    WITHHELD = "withheld"
    HELD = "held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """The facts about a package that are stored in the package.

    ``project`` identifies the project that it came from, by the id of the first edit in that project's log; ``name`` is
    that project's name. ``made`` is when the package was written (ISO 8601, UTC).
    """

    id: str
    project: str
    name: str
    annotator: str
    purpose: str = LABELLING
    suggestions: SuggestionTreatment = SuggestionTreatment.INCLUDED
    made: str = ""

    @property
    def withholds(self) -> bool:
        """Whether the package never shows suggestions."""
        return self.suggestions is SuggestionTreatment.WITHHELD


def dumps(packed: Packed) -> str:
    """Return the facts about a package as JSON."""
    return json.dumps(asdict(packed), ensure_ascii=False, sort_keys=True)


def loads(written: str | None, *, file: str) -> Packed | None:
    """Read the facts about a package from JSON, or return None for an ordinary project.

    Raises:
        StoreError: ``package.broken``.
    """
    if written is None:
        return None
    try:
        value: Mapping[str, Any] = json.loads(written)
        known = {each.name: value[each.name] for each in fields(Packed)}
        if not all(isinstance(each, str) for each in known.values()):
            raise TypeError("a value is no text")
        check_name(known["annotator"])
        return Packed(**{**known, "suggestions": SuggestionTreatment(known["suggestions"])})
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, AnnotatorError) as error:
        raise StoreError("package.broken", file=file) from error


def check_name(name: str) -> None:
    """Raise if the name of an annotator is not allowed.

    Raises:
        AnnotatorError: ``person.name`` or ``store.reserved``.
    """
    if name != name.strip() or not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
        shown = "".join(character if character.isprintable() else "\ufffd" for character in name[:LONGEST_NAME])
        raise AnnotatorError("person.name", name=shown, longest=LONGEST_NAME)
    if folded(name) in NOBODY:
        raise AnnotatorError("store.reserved", annotator=name)


def check_names(names: Iterable[str], known: Iterable[str] = ()) -> None:
    """Raise if names of people to whom articles are dealt are not allowed; ``known`` are the project's annotators.

    Raises:
        AnnotatorError: ``person.name``, ``store.reserved``, or ``person.same`` for two names that look alike.
    """
    taken = {folded(name): name for name in known}
    fresh: set[str] = set()
    for name in names:
        check_name(name)
        other = taken.setdefault(folded(name), name)
        if other != name or name in fresh:
            raise AnnotatorError("person.same", name=name, other=other)
        fresh.add(name)


def folded(name: str) -> str:
    """Return a name without differences that are easily overlooked: case, width and spaces."""
    return one_line(unicodedata.normalize("NFKC", name).casefold())


def file_names(names: Iterable[str]) -> dict[str, str]:
    """Return a file name without suffix for each person; the names are valid on every system and all different."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        stem = "".join("_" if letter in _NO_FILE_NAME else letter for letter in name).strip(". ") or "_"
        if folded(stem).partition(".")[0] in _DEVICES:
            stem = f"_{stem}"
        number, made = 1, stem
        while folded(made) in taken:
            number += 1
            made = f"{stem} {number}"
        taken.add(folded(made))
        found[name] = made
    return found


_RowT = TypeVar("_RowT")


def owned(entry: Annotated, annotator: str) -> Annotated:
    """Return a document with all its annotations attributed to one annotator, for import into a package.

    If several people made the same label, one is kept.
    """
    spans: dict[object, Span] = {}
    kept: dict[str, str] = {}
    people = {span.annotator for span in entry.spans}
    for number, span in enumerate(entry.spans):
        key = (span.layer, span.label, span.parts) if len(people) > 1 else number
        kept[span.id] = spans.setdefault(key, span).id
    relations: dict[object, Relation] = {}
    for number, relation in enumerate(entry.relations):
        moved = replace(
            relation, head=kept.get(relation.head, relation.head), tail=kept.get(relation.tail, relation.tail)
        )
        relations.setdefault((moved.label, moved.head, moved.tail) if len(people) > 1 else number, moved)
    sentences = {(sentence.start, sentence.end): sentence for sentence in entry.sentences}
    return replace(
        entry,
        spans=_of(spans.values(), annotator),
        relations=_of(relations.values(), annotator),
        labels=tuple(dict.fromkeys(_of(entry.labels, annotator))),
        sentences=_of(sentences.values(), annotator),
        states=_one(_of(entry.states, annotator)),
        comments=_of(entry.comments, annotator),
    )


def _of(rows: Iterable[_RowT], annotator: str) -> tuple[_RowT, ...]:
    made: list[_RowT] = []
    for row in rows:
        own: Any = row
        made.append(replace(own, annotator=annotator))
    return tuple(made)


def _one(states: tuple[DocumentState, ...]) -> tuple[DocumentState, ...]:
    """Return one of the states, the most advanced: an annotator has one state, even if it comes from several people."""
    return tuple(sorted(states, key=lambda state: _FREE.index(state.state))[:1])
