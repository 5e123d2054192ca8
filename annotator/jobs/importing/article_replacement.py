"""Replacing an article with a corrected version: the old one is set aside, and its labels are carried over.

No text changes and no decision moves. The old document keeps its decisions. Those of its labels that still fit become
suggestions for the new document, and a person accepts them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.editing import edits
from annotator.editing.edits import Change, Edit, EditKind, SlicedEdit, edit_of
from annotator.jobs.importing.near_versions import CARRIED, Place, carry, placed
from annotator.jobs.snapshots import opening
from annotator.model.values import (
    BATCH,
    PRIORITY,
    REPLACED_BY,
    Acceptance,
    Annotated,
    DocumentSplit,
    OriginKind,
    Part,
    Relation,
    Span,
    Suggestion,
    SuggestionState,
    new_id,
    quote,
)
from annotator.processes.worker import Progress, no_progress
from annotator.suggestions.renewal import renew
from annotator.system.errors import StoreError

if TYPE_CHECKING:
    from annotator.store.reader import Reader

_KEPT = (BATCH, PRIORITY)  # these organise the work, so a newer version inherits them


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """The ids of an old and a new document, and the old one's labels that still fit.

    ``suggestions`` are these labels as suggestions; their ``document`` is not set yet.
    """

    old: str
    new: str
    suggestions: tuple[Suggestion, ...] = ()


class Survival(StrEnum):
    """The fate of a label's words in the new version, worst first."""

    GONE = "gone"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A label of the old version, compared with the new version.

    ``parts`` are its offsets in the new version, empty if the new version lacks its words. ``decided`` is whether its
    suggestion in the new version was accepted, rejected or labelled differently; False if the words are missing.
    """

    span: Span
    fate: Survival
    before: str
    after: str
    parts: tuple[Part, ...]
    decided: bool


def replacing(read: "Reader", successions: Iterable[Succession], annotator: str) -> SlicedEdit:
    """Build the edit that replaces old versions with new ones and suggests the labels that fit, pausing often.

    Batch, priority and split are copied unless the new version has its own.

    Args:
        read: The project as it is now.
        successions: If an old document has several new ones, the first counts.
        annotator: Who decides.

    Raises:
        StoreError: ``store.no_document``, ``store.replaced``, ``store.replaces_itself``.
    """
    changes: list[Change] = []
    done: dict[str, str] = {}
    for each in successions:
        if each.old not in done:
            _check_replaceable(read, each.old, each.new, done)
            done[each.old] = each.new
            changes += _changes(read, each)
        yield
    return edit_of(EditKind.REPLACE, changes, annotator=annotator)


def succession(read: "Reader", old: str, new: str, annotator: str) -> Succession:
    """Find which of an annotator's labels still fit a new version.

    Raises:
        StoreError: ``store.no_document``.
    """
    suggestions, _, _ = carry(read.annotated(old, annotator), read.text(new))
    return Succession(old=old, new=new, suggestions=suggestions)


def prepare(path: Path, old: str, new: str, *, progress: Progress = no_progress) -> Succession:
    """Run `succession` for a project's current annotator; the project may be open elsewhere."""
    progress(0, 1)
    with opening(path) as project:
        return succession(project.read, old, new, project.annotator)


def find(path: Path, new: str, *, progress: Progress = no_progress) -> tuple[Compared, ...]:
    """Run `compared` for a project's current annotator; the project may be open elsewhere."""
    progress(0, 1)
    with opening(path) as project:
        return tuple(compared(project.read, new, project.annotator))


def restoring(read: "Reader", old: str, annotator: str) -> Edit | None:
    """Build the edit that brings a replaced version back beside the new one; None if it was not replaced.

    Raises:
        StoreError: ``store.no_document``.
    """
    document = read.document(old)
    if REPLACED_BY not in document.meta:
        return None
    meta = {name: value for name, value in document.meta.items() if name != REPLACED_BY}
    change = Change(before=document, after=replace(document, meta=meta))
    return Edit(kind=EditKind.REPLACE, annotator=annotator, changes=(change,))


def compared(read: "Reader", new: str, annotator: str) -> list[Compared]:
    """Compare an annotator's labels in the old versions with a new one: the worst fate first, then in text order.

    Raises:
        StoreError: ``store.no_document``.
    """
    present = read.annotated(new, annotator)
    known = {s.key: s.state for s in read.suggestions(new)}
    taken = {(span.layer, span.parts) for span in present.spans}
    found: list[Compared] = []
    for old in read.replaced.older(new):
        before = read.annotated(old, annotator)
        for span, place in placed(before, present.document.text):
            found.append(_compared(before, present, span, place, known, taken))
    return sorted(found, key=lambda each: (list(Survival).index(each.fate), each.span.start, each.span.end))


def accepting(read: "Reader", new: str, found: Iterable[Compared], annotator: str) -> Edit | None:
    """Build the edit that accepts all carried labels whose words are unchanged; None if there are none.

    It also copies notes, doubt, relation attributes and relations to other articles. Document labels are copied unless
    the new version has one of the same name. Decisions made after ``found`` was computed stay unchanged.

    Raises:
        StoreError: ``store.no_document``.
    """
    same = (each for each in found if each.fate is Survival.SAME)
    labels = {(each.span.layer, each.parts, each.span.label): each.span for each in same}
    suggested = read.suggestions(new)
    pending = [s for s in suggested if s.state is SuggestionState.PENDING]
    carried = {s.key for s in pending if s.source == CARRIED and s.key in labels}
    taken = [s for s in pending if s.key in carried]  # an equal suggestion of another source is settled with it
    taken.sort(key=lambda suggestion: suggestion.source != CARRIED)
    present = read.annotated(new, annotator)
    refused = {s.key for s in suggested if s.state is SuggestionState.REJECTED}
    made = edits.accept(
        taken,
        present.spans,
        annotator=annotator,
        refused=refused,
        acceptance=Acceptance.SIGHT,
        relations=present.relations,
    ).changes
    changes = _with_links(read, [_with_note(change, labels) for change in made], labels, annotator)
    changes += _classified(read, present, annotator)
    return edit_of(EditKind.ACCEPT, changes, annotator=annotator)


def _check_replaceable(read: "Reader", old: str, new: str, done: dict[str, str]) -> None:
    if read.replaced.newer(old) is not None:
        raise StoreError("store.replaced", title=read.document(old).title)
    seen: str | None = new
    while seen is not None:
        if seen == old:
            raise StoreError("store.replaces_itself", title=read.document(old).title)
        seen = done.get(seen) or read.replaced.newer(seen)


def _changes(read: "Reader", wanted: Succession) -> list[Change]:
    new = wanted.new
    mine, theirs = read.annotated(wanted.old, None), read.annotated(new, None)
    before, after = mine.document, theirs.document
    kept = {name: before.meta[name] for name in _KEPT if name in before.meta and name not in after.meta}
    changes = [Change(before=before, after=replace(before, meta={**before.meta, REPLACED_BY: new}))]
    if kept:
        changes.append(Change(before=after, after=replace(after, meta={**after.meta, **kept})))
    if mine.split is not None and theirs.split is None:
        own = DocumentSplit(document=new)
        changes.append(Change(before=own, after=replace(own, split=mine.split)))
    fresh = [replace(suggestion, document=new) for suggestion in wanted.suggestions]
    return [*changes, *renew(read.suggestions(new), fresh, CARRIED, theirs.spans)]


def _compared(
    before: Annotated,
    present: Annotated,
    span: Span,
    place: Place | None,
    known: dict[tuple[str, tuple[Part, ...], str], SuggestionState],
    taken: set[tuple[str, tuple[Part, ...]]],
) -> Compared:
    parts, changed = place or ((), False)
    waiting = known.get((span.layer, parts, span.label)) is SuggestionState.PENDING
    return Compared(
        span=span,
        fate=Survival.GONE if place is None else Survival.CHANGED if changed else Survival.SAME,
        before=span.quote(before.document.text),
        after=quote(present.document.text, parts) if parts else "",
        parts=parts,
        decided=bool(parts) and ((span.layer, parts) in taken or not waiting),
    )


def _with_note(change: Change, labels: dict[tuple[str, tuple[Part, ...], str], Span]) -> Change:
    after = change.after
    old = labels.get((after.layer, after.parts, after.label)) if isinstance(after, Span) else None
    if old is None or not isinstance(after, Span):
        return change
    seen = old.origin.acceptance if old.origin.kind is OriginKind.SUGGESTION else Acceptance.LOOKED
    origin = replace(after.origin, acceptance=seen)
    return Change(before=change.before, after=replace(after, note=old.note, doubt=old.doubt, origin=origin))


def _with_links(
    read: "Reader", changes: list[Change], labels: dict[tuple[str, tuple[Part, ...], str], Span], annotator: str
) -> list[Change]:
    """Copy relation attributes and relations to other articles, because suggestions cannot hold them."""
    made = [change.after for change in changes if isinstance(change.after, Span)]
    now = {old.id: span for span in made if (old := labels.get((span.layer, span.parts, span.label))) is not None}
    documents = {old.document for old in labels.values()}
    links = [link for id_ in sorted(documents) for link in read.annotated(id_, annotator).relations if link.head in now]
    held = {(link.label, now[link.head].id, now[link.tail].id): link for link in links if link.tail in now}
    whole = [_with_attributes(change, held) for change in changes]
    far = {span.id: span.document for span in read.spans_of({link.tail for link in links})}
    for link in links:
        if far.get(link.tail, "") not in documents:
            head = now[link.head]
            fresh = replace(link, id=new_id(), head=head.id, annotator=annotator, origin=head.origin)
            whole.append(Change(after=fresh))
    return whole


def _with_attributes(change: Change, held: Mapping[tuple[str, str, str], Relation]) -> Change:
    after = change.after
    old = held.get((after.label, after.head, after.tail)) if isinstance(after, Relation) else None
    if old is None or not isinstance(after, Relation):
        return change
    return Change(before=change.before, after=replace(after, attributes=old.attributes))


def _classified(read: "Reader", present: Annotated, annotator: str) -> list[Change]:
    there = {label.label for label in present.labels}
    old = read.replaced.older(present.document.id)
    labels = [label for id_ in old for label in read.annotated(id_, annotator).labels if label.label not in there]
    own = dict.fromkeys(replace(label, document=present.document.id) for label in labels)
    return [Change(after=label) for label in own]
