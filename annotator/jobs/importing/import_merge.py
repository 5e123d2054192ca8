"""Merging imported labels into an existing article; the article's decisions stay unchanged."""

from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from annotator.editing.edits import Change
from annotator.jobs.importing.near_versions import GROUP
from annotator.jobs.importing.notices import Notice
from annotator.model.talk import Comment
from annotator.model.values import (
    REPLACED_BY,
    Annotated,
    Document,
    DocumentSplit,
    DocumentState,
    Relation,
    Row,
    SentenceMark,
    Span,
    Suggestion,
    SuggestionState,
    by_place,
    new_id,
)
from annotator.project.furniture import FURNITURE
from annotator.project.project import LANGUAGE_SET
from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.text.normalization import one_line

_FACTS = (
    QT_TRANSLATE_NOOP("Fields", "publisher"),
    QT_TRANSLATE_NOOP("Fields", "author"),
    QT_TRANSLATE_NOOP("Fields", "url"),
    QT_TRANSLATE_NOOP("Fields", "published"),
)
_TITLE = QT_TRANSLATE_NOOP("Fields", "title")
_EXCLUDED = QT_TRANSLATE_NOOP("Fields", "excluded")
_STATE = QT_TRANSLATE_NOOP("Fields", "state")
_SPLIT = QT_TRANSLATE_NOOP("Fields", "split")
_OURS = frozenset({FURNITURE, GROUP, LANGUAGE_SET, REPLACED_BY})  # metadata that only makes sense inside this project
_LONGEST = 60  # characters of a value quoted in a notice

RowT = TypeVar("RowT", DocumentState, SentenceMark)


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedArticle:
    """An article of the project after the labels and other rows of an imported record were added to it.

    ``whole`` is the article with the additions. ``loose`` are the record's relations. They are not yet added, because
    they may lead to articles that are merged later. ``ids`` maps the record's span ids to the project's span ids.
    ``added`` counts the record's rows that were added, ``there`` those that the article already had.
    """

    whole: Annotated
    loose: tuple[Relation, ...]
    ids: Mapping[str, str]
    added: int
    there: int
    notices: tuple[Notice, ...]


def merged(present: Annotated, record: Annotated, taken: set[str]) -> MergedArticle:
    """Merge a record into the article with the same text; existing rows stay unchanged.

    A label already exists if the same annotator put the same label on the same words. Labels that occur twice in the
    record are both added.

    Args:
        present: The article, with all suggestions if the record has some.
        record: A record with the same text.
        taken: Ids in use; the ids of new rows are added to it.
    """
    home, title = present.document.id, record.document.title
    known = _paired(record.spans, present.spans)
    fresh = {
        row.id: replace(row, id=_free(row.id, taken), document=home) for row in record.spans if row.id not in known
    }
    kept = sum(_content(row) != _content(known[row.id]) for row in record.spans if row.id in known)
    labels = tuple(replace(label, document=home) for label in record.labels)
    more_labels = tuple(dict.fromkeys(label for label in labels if label not in present.labels))
    marks, marks_there, _ = _keyed(record.sentences, present.sentences, home, lambda mark: (mark.start, mark.end))
    states, states_there, others = _keyed(record.states, present.states, home, lambda _: ())
    ids = {id_: row.id for id_, row in (*known.items(), *fresh.items())}
    said = (*present.comments, *_new_comments(present, record, ids, taken))
    document, facts = _with_facts(present.document, record.document)
    facts += [_fact(_STATE, theirs.state, ours.state) for theirs, ours in others]
    if present.split and record.split and record.split != present.split:
        facts.append(_fact(_SPLIT, record.split, present.split))
    notices = [Notice(code="fact", details={"title": title, **fact}) for fact in facts]
    if kept:
        notices.append(Notice(code="kept", details={"title": title, "count": str(kept)}))
    whole = replace(
        present,
        document=document,
        spans=by_place((*present.spans, *fresh.values())),
        identities=(*present.identities, *(i for i in record.identities if i not in present.identities)),
        labels=(*present.labels, *more_labels),
        sentences=(*present.sentences, *marks),
        states=(*present.states, *states),
        suggestions=(*present.suggestions, *_undecided(present, record, taken)),
        split=present.split or record.split,
        comments=said,
    )
    return MergedArticle(
        whole=whole,
        loose=record.relations,
        ids=ids,
        added=len(fresh) + len(more_labels) + len(marks) + len(states) + len(said) - len(present.comments),
        there=len(known) + len(labels) - len(more_labels) + marks_there + states_there,
        notices=tuple(notices),
    )


def new_relations(
    present: Annotated,
    loose: Sequence[Relation],
    ids: Mapping[str, str],
    taken: set[str],
    single: Collection[str],
) -> tuple[list[Relation], list[Relation]]:
    """Return the record's new relations, with the project's span ids, and the relations to leave out.

    A relation of a ``single`` type is left out if its head already has another relation of that type.
    """
    known = {_link(relation) for relation in present.relations}
    led = {(relation.label, relation.head) for relation in present.relations if relation.label in single}
    fresh: list[Relation] = []
    second: list[Relation] = []
    for relation in loose:
        head, tail = (ids.get(end, end) for end in (relation.head, relation.tail))
        moved = replace(relation, head=head, tail=tail)
        if _link(moved) in known:
            continue
        if (moved.label, moved.head) in led:
            second.append(moved)
            continue
        known.add(_link(moved))
        fresh.append(replace(moved, id=_free(moved.id, taken)))
    return fresh, second


def changes(pairs: Iterable[tuple[Annotated, Annotated]], known: Iterable[str]) -> Generator[None, None, list[Change]]:
    """Return the changes that turn each article into its merged version, pausing after each pair (before, after).

    ``known`` are ids of existing identities. All spans precede all relations, as relations may link articles.
    """
    named = set(known)
    about: list[Change] = []
    joined: list[Change] = []
    for before, after in pairs:
        if after.document != before.document:
            about.append(Change(before=before.document, after=after.document))
        if after.split != before.split:
            part = DocumentSplit(document=before.document.id, split=before.split)
            about.append(Change(before=part, after=replace(part, split=after.split)))
        for identity in after.identities:
            if identity.id not in named:
                named.add(identity.id)
                about.append(Change(after=identity))
        about += [Change(after=row) for row in _added_rows(before, after)]
        there = {relation.id for relation in before.relations}
        joined += [Change(after=relation) for relation in after.relations if relation.id not in there]
        yield
    return [*about, *joined]


def _added_rows(before: Annotated, after: Annotated) -> Iterator[Row]:
    yield from after.labels[len(before.labels) :]
    yield from after.sentences[len(before.sentences) :]
    yield from after.states[len(before.states) :]
    yield from after.suggestions[len(before.suggestions) :]
    yield from after.comments[len(before.comments) :]
    there = {span.id for span in before.spans}
    yield from (span for span in after.spans if span.id not in there)


def _new_comments(
    present: Annotated, record: Annotated, spans: Mapping[str, str], taken: set[str]
) -> Iterator[Comment]:
    """Yield the record's comments that the article lacks, with the ids they get in the project."""
    known = {(each.annotator, each.made, each.start, each.end, each.text): each.id for each in present.comments}
    ids: dict[str, str] = {}
    for each in sorted(record.comments, key=lambda each: (each.made, each.id)):
        key = (each.annotator, each.made, each.start, each.end, each.text)
        if key in known:
            ids[each.id] = known[key]
            continue
        known[key] = ids[each.id] = _free(each.id, taken)
        answered = ids.get(each.reply_to or "", each.reply_to)
        yield replace(
            each, id=ids[each.id], document=present.document.id, span=spans.get(each.span or ""), reply_to=answered
        )


def _paired(record: Iterable[Span], present: Iterable[Span]) -> dict[str, Span]:
    """Map the record's span ids to the article's spans at the same place; equal ids come first, then equal fields."""
    waiting: dict[object, list[Span]] = {}
    for span in present:
        waiting.setdefault(_key(span), []).append(span)
    found: dict[str, Span] = {}
    alike: tuple[Callable[[Span, Span], bool], ...] = (
        lambda mine, theirs: mine.id == theirs.id,
        lambda mine, theirs: _content(mine) == _content(theirs),
        lambda mine, theirs: True,
    )
    for matches in alike:
        for span in record:
            others = waiting.get(_key(span), [])
            other = next((other for other in others if matches(other, span)), None)
            if span.id not in found and other is not None:
                found[span.id] = other
                others.remove(other)
    return found


def _key(span: Span) -> object:
    return span.annotator, span.layer, span.label, span.parts


def _content(span: Span) -> object:
    return span.attributes, span.note, span.doubt


def _link(relation: Relation) -> object:
    return relation.annotator, relation.label, relation.head, relation.tail


def _free(id_: str, taken: set[str]) -> str:
    """Return the id, or a new one if it is taken, and add the result to ``taken``."""
    free = new_id() if id_ in taken else id_
    taken.add(free)
    return free


def _keyed(
    record: Iterable[RowT], present: Iterable[RowT], home: str, key: Callable[[RowT], object]
) -> tuple[list[RowT], int, list[tuple[RowT, RowT]]]:
    """Return the new rows, the number of known rows, and the known rows that differ, as pairs (record's, article's)."""
    known = {(row.annotator, key(row)): row for row in present}
    fresh: list[RowT] = []
    others: list[tuple[RowT, RowT]] = []
    there = 0
    for came in record:
        row = replace(came, document=home)
        ours = known.setdefault((row.annotator, key(row)), row)
        if ours is row:
            fresh.append(row)
        elif ours == row:
            there += 1
        else:
            others.append((row, ours))
    return fresh, there, others


def _undecided(present: Annotated, record: Annotated, taken: set[str]) -> Iterator[Suggestion]:
    """Yield the record's suggestions that the project lacks, except pending ones whose label already exists."""
    known = {suggestion.key for suggestion in present.suggestions}
    labelled = {(span.layer, span.parts, span.label) for span in (*present.spans, *record.spans)}
    for suggestion in record.suggestions:
        waits = suggestion.state in {SuggestionState.PENDING, SuggestionState.HELD}
        if suggestion.key not in known and not (waits and suggestion.key in labelled):
            known.add(suggestion.key)
            yield replace(suggestion, id=_free(suggestion.id, taken), document=present.document.id)


def _with_facts(ours: Document, theirs: Document) -> tuple[Document, list[dict[str, str]]]:
    """Fill in a document's missing metadata from a record; also return the facts in which the two differ."""
    said: list[tuple[str, Any, Any]] = [(name, getattr(theirs, name), getattr(ours, name)) for name in _FACTS]
    fresh = {name: value for name, value, known in said if known is None and value is not None}
    meta = {name: value for name, value in theirs.meta.items() if name not in _OURS}
    said += [(name, value, ours.meta.get(name)) for name, value in meta.items()]
    if not theirs.text.lstrip().startswith(theirs.title):  # otherwise the importer took the title from the first line
        said.append((_TITLE, theirs.title, ours.title))
    if theirs.excluded:
        said.append((_EXCLUDED, theirs.excluded, ours.excluded))
    facts = [_fact(name, value, known) for name, value, known in said if None not in (value, known) and value != known]
    return replace(ours, **fresh, meta={**meta, **ours.meta}), facts


def _fact(field: str, theirs: object, ours: object) -> dict[str, str]:
    return {"field": field, "theirs": _short(theirs), "ours": _short(ours)}


def _short(value: object) -> str:
    words = one_line(str(value))
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"
