"""The claims board. Rows are claimants, columns are topics, and cells count claims by stance. Only reads."""

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeAlias

from annotator.editing.identities import new_identity
from annotator.editing.occurrence_states import context
from annotator.jobs.citation_forms import citation_form, inflected, nominative
from annotator.jobs.identify_mentions import IdentityMerge
from annotator.jobs.snapshots import Readable, reading
from annotator.model.values import Identity
from annotator.processes.worker import Progress, no_progress
from annotator.store.queries.who import ClaimCount, ClaimFilter, SaidClaim
from annotator.store.reader import Reader
from annotator.suggestions.label_roles import USUAL, Roles, roles_of
from annotator.suggestions.namesakes import KeyGroups, compared, genitives, surnamed
from annotator.text.normalization import defused, one_line

MOST = 2_000  # claims in one list
AFFIRMS, REFUTES, UNCLEAR = "affirms", "refutes", "unclear"
_IDENTITY = "identity:"  # prefix of the key of a claimant that is an identity
STANCES = (AFFIRMS, REFUTES, UNCLEAR)
MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")


class RowKind(StrEnum):
    """The kind of a row. ``AUTHOR`` and ``OPEN`` rows have no name; an ``UNNAMED`` row has words such as “critics”."""

    IDENTITY = "identity"
    NAME = "name"
    AUTHOR = "author"
    UNNAMED = "unnamed"
    OPEN = "open"


class Stances(NamedTuple):
    """The number of claims by stance; ``unclear`` includes claims without a stance."""

    affirms: int = 0
    refutes: int = 0
    unclear: int = 0

    @property
    def total(self) -> int:
        """The number of claims."""
        return self.affirms + self.refutes + self.unclear


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """A row. ``name`` may be empty; ``keys`` are the stored keys of the claimants that the row combines."""

    kind: RowKind
    name: str
    label: str | None
    keys: tuple[str, ...]
    stances: Stances


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A column. ``name`` is "" for claims without a topic; ``spellings`` are the stored spellings of the topic."""

    name: str
    spellings: tuple[str, ...]
    claims: int


class Join(NamedTuple):
    """Two claimants that may be the same: a surname and the only full name with it, or a genitive and its name.

    ``label`` is that of both. ``ids`` are the ids of the two claimants' identities, the full name's first. ``mentions``
    are the ids of the annotator's spans with either name that have no identity.
    """

    short: str
    full: str
    label: str
    ids: tuple[str, ...]
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Claimants and topics, each with the most claims first, and the non-empty cells by (row, column)."""

    claimants: tuple[BoardRow, ...] = ()
    topics: tuple[Topic, ...] = ()
    cells: Mapping[tuple[int, int], Stances]
    claims: int = 0
    joins: tuple[Join, ...] = ()


class BoardClaim(NamedTuple):
    """A claim with its context."""

    claim: SaidClaim
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The number of claims by stance in one month (``2026-03``)."""

    month: str
    stances: Stances


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterChoices:
    """The project's publishers and annotators, sorted, as choices for the filters."""

    publishers: tuple[str, ...]
    annotators: tuple[str, ...]


def board(project: Readable, wanted: ClaimFilter, *, progress: Progress = no_progress) -> tuple[Board, FilterChoices]:
    """Build the claims board of a project, and the choices for its filters."""
    progress(0, 1)
    with reading(project) as opened:
        counted = opened.read.who.counted(wanted)
        identities = opened.read.who.identities()
        choices = FilterChoices(
            publishers=tuple(opened.read.who.publishers()), annotators=tuple(opened.read.people.labelling())
        )
        roles = roles_of(opened.schema)
        found = arranged(counted, identities, roles)
        return replace(found, joins=_joins(found, opened.read, opened.annotator, roles)), choices


def _joins(found: Board, read: Reader, annotator: str, roles: Roles) -> tuple[Join, ...]:
    """Return the pairs of claimants that may be the same, those of surnames first."""
    pairs = list(_pairs(found, roles))
    free: dict[tuple[str, str], list[str]] = defaultdict(list)
    for mention in read.who.named(annotator) if pairs else ():
        if mention.identity is None:
            free[mention.label, compared(mention.words)].append(mention.id)
    joins = []
    for short, full, label in pairs:
        keys = (*full.keys, *short.keys)
        ids = tuple(key.removeprefix(_IDENTITY) for key in keys if key.startswith(_IDENTITY))
        mentions = (*free[label, compared(full.name)], *free[label, compared(short.name)])
        joins.append(Join(short.name, full.name, label, ids, mentions))
    return tuple(joins)


def _pairs(found: Board, roles: Roles) -> Iterator[tuple[BoardRow, BoardRow, str]]:
    """Yield pairs of a short name and its full name, or a genitive and its name, with their label."""
    by_label: dict[str, list[BoardRow]] = defaultdict(list)
    for each in found.claimants:
        if each.kind in (RowKind.NAME, RowKind.IDENTITY) and each.label is not None and each.name:
            by_label[each.label].append(each)
    for label in sorted(by_label, key=lambda label: not roles.is_person(label)):
        rows = by_label[label]
        names = [each.name for each in rows]
        persons = surnamed(names) if roles.is_person(label) else []
        known = {short for short, _ in persons}
        pairs = (*persons, *(pair for pair in genitives(names) if pair[0] not in known))
        yield from ((rows[short], rows[full], label) for short, full in pairs)


def unions(joins: Sequence[Join]) -> list[IdentityMerge]:
    """Return the merges that make all pairs the same; pairs with a name in common become one merge.

    If none of its names has an identity, a new one is named after a full name that is nobody's short name.
    """
    groups = KeyGroups()
    for join in joins:
        groups.join((join.label, join.short), (join.label, join.full))
    found: dict[tuple[str, str], list[Join]] = defaultdict(list)
    for join in joins:
        found[groups.of((join.label, join.full))].append(join)
    merges = []
    for pairs in found.values():
        shorts = {pair.short for pair in pairs}
        pairs.sort(key=lambda pair: pair.full in shorts)
        ids = tuple(dict.fromkeys(id_ for pair in pairs for id_ in pair.ids))
        mentions = tuple(dict.fromkeys(id_ for pair in pairs for id_ in pair.mentions))
        merges.append(IdentityMerge(ids, mentions, None if ids else new_identity(pairs[0].full, pairs[0].label)))
    return merges


def sentences(
    project: Path,
    wanted: ClaimFilter,
    claimants: Sequence[str],
    topics: Sequence[str] | None,
    *,
    progress: Progress = no_progress,
) -> tuple[BoardClaim, ...]:
    """Return the oldest claims of these claimants on these topics (None: all topics), at most `MOST`."""
    progress(0, 1)
    with reading(project) as opened:
        return tuple(
            BoardClaim(claim, *context(opened.read.text(claim.document), claim.start, claim.end))
            for claim in opened.read.who.said(wanted, claimants, topics, most=MOST)
        )


def months(claims: Iterable[SaidClaim]) -> tuple[Month, ...]:
    """Count claims by month, including months without claims; undated claims and dates before 1900 are ignored."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for claim in claims:
        if claim.published and MONTH.match(claim.published):
            counts[claim.published[:7]][_place_of(claim.stance)] += 1
    if not counts:
        return ()
    return tuple(Month(month=m, stances=Stances(*counts.get(m, ()))) for m in every_month(min(counts), max(counts)))


def arranged(counted: Iterable[ClaimCount], identities: Iterable[Identity], roles: Roles = USUAL) -> Board:
    """Arrange counts in rows and columns, merge spellings, and name the identities.

    Each wording of an unnamed claimant has its own row: “critics” are not “a spokesman”. A name without an identity is
    shown in the row of the only identity with that name, and a name in another case in the row of its nominative; the
    project does not change.
    """
    named = {identity.id: identity for identity in identities}
    every = list(counted)
    bodies = frozenset(each.label for each in every if roles.is_body(each.label))
    sums = _Sums(_known(named.values()), _nominatives(every, bodies), bodies)
    for each in every:
        sums.add(each)
    rows = sorted((_claimant(row, sums, named) for row in sums.rows), key=_claimant_order)
    columns = sorted((_topic(column, sums) for column in sums.columns), key=_topic_order)
    row_at = {key: at for at, claimant in enumerate(rows) for key in claimant.keys}
    column_at = {spelling: at for at, topic in enumerate(columns) for spelling in topic.spellings}
    cells = {
        (row_at[next(iter(sums.rows[row]))], column_at[next(iter(sums.columns[column]))]): Stances(*numbers)
        for (row, column), numbers in sums.cells.items()
    }
    claims = sum(topic.claims for topic in columns)
    return Board(claimants=tuple(rows), topics=tuple(columns), cells=cells, claims=claims)


def as_csv(found: Board) -> str:
    """Format a board as CSV, one line per cell; cells that look like formulas are escaped."""
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerow(("claimant", "kind", "label", "topic", *STANCES, "claims"))
    for (row, column), stances in sorted(found.cells.items()):
        who, topic = found.claimants[row], found.topics[column]
        named = (defused(who.name), str(who.kind), defused(who.label or ""), defused(topic.name))
        lines.writerow((*named, *stances, stances.total))
    return written.getvalue()


_Row: TypeAlias = tuple[RowKind, str]
_WORDS = "words:"  # prefix of the key of a claimant without an identity
_NAMELESS = {"author": RowKind.AUTHOR, "open": RowKind.OPEN}
_ARTICLE = re.compile(r"^(?:der|die|das|den|dem|des|the) (?=\S)")
_AFTER = (RowKind.UNNAMED, RowKind.AUTHOR, RowKind.OPEN)  # rows of these kinds come after those with a name


class _Sums:
    """Counts by row and column, and how often each spelling occurs."""

    def __init__(
        self, known: Mapping[str, Identity], nominatives: Mapping[str, str], bodies: Container[str | None]
    ) -> None:
        self._known = known
        self._nominatives = nominatives
        self.bodies = bodies  # labels
        self.rows: dict[_Row, Counter[str]] = defaultdict(Counter)
        self.columns: dict[str, Counter[str]] = defaultdict(Counter)
        self.cells: dict[tuple[_Row, str], list[int]] = defaultdict(lambda: [0, 0, 0])
        self.totals: dict[_Row, list[int]] = defaultdict(lambda: [0, 0, 0])
        self.labels: dict[_Row, str | None] = {}
        self._row_of: dict[str, _Row] = {}
        self._column_of: dict[str, str] = {}

    def add(self, counted: ClaimCount) -> None:
        key, topic, stance, label, claims = counted
        row, spelling = self._row_of.get(key), topic or ""
        if row is None:
            row = self._row_of[key] = self._row(key, label)
            self.labels.setdefault(row, label)
        column = self._column_of.get(spelling)
        if column is None:
            column = self._column_of[spelling] = one_line(spelling.casefold())
        self.rows[row][key] += claims
        self.columns[column][spelling] += claims
        self.cells[row, column][_place_of(stance)] += claims
        self.totals[row][_place_of(stance)] += claims

    def _row(self, key: str, label: str | None) -> _Row:
        if key in _NAMELESS:
            return _NAMELESS[key], ""
        kind, _, words = key.partition(":")
        if kind == "unnamed":
            return RowKind.UNNAMED, _ARTICLE.sub("", compared(citation_form(words)))
        if kind == "identity":
            return RowKind.IDENTITY, words
        if label in self.bodies:
            words = nominative(words)
            words = self._nominatives.get(words, words)
        meant = self._known.get(compared(words))
        if meant is not None and label in {None, meant.label}:
            return RowKind.IDENTITY, meant.id
        return RowKind.NAME, compared(words)


def _known(identities: Iterable[Identity]) -> dict[str, Identity]:
    """Return the identity of each normalized name, leaving out names that several identities share."""
    called: dict[str, dict[str, Identity]] = defaultdict(dict)
    for identity in identities:
        for words in (identity.name, *identity.aliases):
            called[compared(words)][identity.id] = identity
    return {words: next(iter(those.values())) for words, those in called.items() if len(those) == 1}


def _nominatives(counted: Iterable[ClaimCount], bodies: Container[str | None]) -> dict[str, str]:
    """Return the nominative of each name of a body that also occurs in another case."""
    names: Counter[str] = Counter()
    for each in counted:
        if each.label in bodies and each.claimant.startswith(_WORDS):
            names[nominative(each.claimant.removeprefix(_WORDS))] += each.claims
    return inflected(names)


def _claimant(row: _Row, sums: _Sums, named: Mapping[str, Identity]) -> BoardRow:
    kind, id_ = row
    spelled = [key for key, _ in sums.rows[row].most_common()]
    label = sums.labels[row]
    name = _shown(row, [key.partition(":")[2] for key in spelled], is_body=label in sums.bodies)
    if kind is RowKind.IDENTITY and id_ in named:
        name, label = named[id_].name, named[id_].label
    return BoardRow(kind=kind, name=name, label=label, keys=tuple(spelled), stances=Stances(*sums.totals[row]))


def _shown(row: _Row, spelled: Sequence[str], *, is_body: bool) -> str:
    """Return the name of a row: its commonest spelling in the nominative, else the citation form of the commonest.

    It is "" for authors, open claimants and identities.
    """
    kind, compared_name = row
    if kind is RowKind.UNNAMED:
        return next((words for words in spelled if words == citation_form(words)), citation_form(spelled[0]))
    if kind is not RowKind.NAME:
        return ""
    fitting = (words for words in spelled if compared(words) == compared_name)
    return next(fitting, nominative(spelled[0]) if is_body else spelled[0])


def _topic(column: str, sums: _Sums) -> Topic:
    spelled = sums.columns[column].most_common()
    name = next((one_line(spelling) for spelling, _ in spelled), "")
    return Topic(name=name, spellings=tuple(s for s, _ in spelled), claims=sum(count for _, count in spelled))


def _claimant_order(claimant: BoardRow) -> tuple[int, int, str]:
    after = _AFTER.index(claimant.kind) + 1 if claimant.kind in _AFTER else 0
    return after, -claimant.stances.total, claimant.name


def _topic_order(topic: Topic) -> tuple[bool, int, str]:
    return not topic.name, -topic.claims, topic.name


def _place_of(stance: str | None) -> int:
    return STANCES.index(stance) if stance in STANCES else STANCES.index(UNCLEAR)


def every_month(first: str, last: str) -> Iterator[str]:
    """Yield the months (``2026-03``) from the first to the last, inclusive."""
    year, month = (int(part) for part in first.split("-"))
    while (shown := f"{year:04}-{month:02}") <= last:
        yield shown
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
