"""Identifying mentions in many documents with one edit, built with pauses so that the window stays responsive."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from annotator.editing.edits import Change, Edit, EditKind, SlicedEdit, edit_of
from annotator.editing.identities import IDENTITY, identified, merging
from annotator.editing.occurrence_states import context
from annotator.jobs.snapshots import reading
from annotator.model.values import Identity
from annotator.processes.slices import portions
from annotator.processes.worker import Progress, no_progress
from annotator.suggestions.label_roles import roles_of
from annotator.suggestions.namesakes import Group, groups

if TYPE_CHECKING:
    from annotator.store.reader import Reader

MOST = 20_000  # groups in one list
MOST_PLACES = 300  # mentions listed for a group
_AT_ONCE = 100  # spans read between two pauses


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """The `MOST` largest groups of mentions in a project, largest first; ``more`` is whether others were left out."""

    groups: tuple[Group, ...]
    more: bool = False


def who_is_mentioned(project: Path, *, progress: Progress = no_progress) -> Mentioned:
    """Group the names that the project's current annotator labelled. Runs as a job; only reads."""
    progress(0, 2)
    with reading(project) as opened:
        named = opened.read.who.named(opened.annotator)
        progress(1, 2)
        found = groups(named, opened.read.who.identities(), opened.read.text, roles_of(opened.schema))
    return Mentioned(groups=tuple(found[:MOST]), more=len(found) > MOST)


class MentionPlace(NamedTuple):
    """A mention with its context. The offsets are those of the whole span, in code points, end exclusive."""

    id: str
    document: str
    start: int
    end: int
    before: str
    words: str
    after: str
    title: str


def places(project: Path, mentions: Sequence[str], *, progress: Progress = no_progress) -> tuple[MentionPlace, ...]:
    """Return the places of the first `MOST_PLACES` mentions, in the given order. Runs as a job; only reads."""
    progress(0, 1)
    found: dict[str, MentionPlace] = {}
    with reading(project) as opened:
        for span in opened.read.spans_of(mentions[:MOST_PLACES]):
            document = opened.read.document(span.document)
            around = context(document.text, span.start, span.end)
            words = span.quote(document.text)
            place = MentionPlace(
                span.id, document.id, span.start, span.end, around[0], words, around[1], document.title
            )
            found[span.id] = place
    return tuple(found[id_] for id_ in mentions if id_ in found)


class IdentityMerge(NamedTuple):
    """A merge of identities (the first one stays) and mentions, with the identity to add if none of ``ids`` exists."""

    ids: tuple[str, ...]
    mentions: tuple[str, ...]
    fresh: Identity | None = None


def uniting_all(read: "Reader", unions: Sequence[IdentityMerge], *, annotator: str) -> SlicedEdit:
    """Build one edit for several unions; see `uniting`."""
    changes: list[Change] = []
    for union in unions:
        edit = yield from uniting(read, union.ids, union.mentions, annotator=annotator, fresh=union.fresh)
        changes += edit.changes if edit is not None else ()
    return edit_of(EditKind.IDENTIFY, changes, annotator=annotator)


def uniting(
    read: "Reader",
    ids: Sequence[str],
    mentions: Sequence[str],
    *,
    annotator: str,
    fresh: Identity | None = None,
) -> SlicedEdit:
    """Build the edit that merges identities and assigns mentions to the result; None if nothing changes.

    The first of ``ids`` stays and takes over the others' mentions; ``fresh`` is added if none of them exists. Mentions
    of other annotators, and mentions with an identity, stay unchanged.
    """
    there = {identity.id: identity for identity in read.identities(ids)}
    identities = [there[id_] for id_ in dict.fromkeys(ids) if id_ in there]
    kept = identities[0] if identities else fresh
    if kept is None:
        return None
    taken = yield from _assigned(read, mentions, kept.id, annotator, free=True)
    moved = yield from _reassigned(read, [identity.id for identity in identities[1:]], kept.id)
    changes = [*taken, *moved, *merging(identities)]
    if not changes:
        return None
    added = () if identities else (Change(after=kept),)
    kind = EditKind.MERGE if len(identities) > 1 else EditKind.IDENTIFY
    return Edit(kind=kind, annotator=annotator, changes=(*added, *changes))


def parting(read: "Reader", mentions: Sequence[str], fresh: Identity | None, *, annotator: str) -> SlicedEdit:
    """Build the edit that moves mentions from their identity to a new one, or to none.

    Return None if the annotator owns none of the mentions, or none has an identity.
    """
    changes = yield from _assigned(read, mentions, fresh.id if fresh is not None else None, annotator, free=False)
    if not changes:
        return None
    added = () if fresh is None else (Change(after=fresh),)
    return Edit(kind=EditKind.IDENTIFY, annotator=annotator, changes=(*added, *changes))


def dissolving(read: "Reader", id_: str, *, annotator: str) -> SlicedEdit:
    """Build the edit that removes an identity and keeps its mentions; None if it no longer exists."""
    found = read.identities([id_])
    if not found:
        return None
    freed = yield from _reassigned(read, [id_], None)
    return Edit(kind=EditKind.DISSOLVE, annotator=annotator, changes=(*freed, Change(before=found[0])))


def _assigned(
    read: "Reader", mentions: Sequence[str], to: str | None, annotator: str, *, free: bool
) -> Generator[None, None, list[Change]]:
    """Set the identity of the annotator's mentions that have none (``free``), or of the mentions that have one."""
    changes: list[Change] = []
    for ids in portions(mentions, _AT_ONCE):
        own = (span for span in read.spans_of(ids) if span.annotator == annotator)
        changes += [identified(span, to) for span in own if (IDENTITY not in span.attributes) is free]
        yield
    return changes


def _reassigned(read: "Reader", ids: Sequence[str], to: str | None) -> Generator[None, None, list[Change]]:
    changes: list[Change] = []
    for spans in portions(read.who.mentions(ids), _AT_ONCE):
        changes += [identified(span, to) for span in read.spans_of(spans)]
        yield
    return changes
