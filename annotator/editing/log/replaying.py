"""Replay a log: a project's rows follow from the set of edits in its log, in whatever order they are stored.

Each change makes a version of a row, and names the edits on whose versions it was made. A row's heads are the
versions on which no other version was made. If there is one head, it is the row. If there are several, each field
has the value of its last writer. If two branches wrote the same field, the later one in the order (turn, id) is shown
and the field is in dispute. What a machine wrote never outranks what a person wrote, and never causes a dispute.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeAlias, cast, get_args

from annotator.editing.edits import Change, Edit, EditKind
from annotator.editing.log.row_keys import BY_PLACE, RowKey, document_of, key_of
from annotator.model.json_rows import row_to
from annotator.model.schema_file import loads
from annotator.model.values import (
    SCHEMA,
    Document,
    DocumentSplit,
    Identity,
    Part,
    Relation,
    Row,
    Setting,
    Span,
)
from annotator.system.errors import SchemaError

_BY_MACHINE = frozenset({EditKind.IMPORT, EditKind.SUGGEST, EditKind.DETECT})
_ABSENT = object()  # the value of a field that a row does not have
_FIELDS: Mapping[type, tuple[str, ...]] = {kind: tuple(each.name for each in fields(kind)) for kind in get_args(Row)}
MAPPINGS = ("attributes", "meta")  # columns whose entries count as fields

WHOLE = ""
"""The field of a dispute about a whole row, such as one removed on one branch and changed on another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version of a row, made by one edit; ``over`` are the ids of the edits on whose versions it was made."""

    edit: str
    turn: int
    annotator: str
    by_machine: bool
    before: Row | None
    after: Row | None
    over: frozenset[str]

    @property
    def rank(self) -> tuple[bool, int, str]:
        """The sort key of versions; the one with the highest rank is shown."""
        return not self.by_machine, self.turn, self.edit


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One side of a dispute; ``value`` is the JSON value it wrote, None if it removed the row or field."""

    edit: str
    annotator: str
    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A field that branches wrote differently, or `WHOLE`, with each side, ordered by edit id."""

    field: str
    said: tuple[Said, ...]


Own: TypeAlias = dict[str, Version]


@dataclass(slots=True, kw_only=True)
class Replayed:
    """The content of a project, rebuilt from its log.

    ``loose`` are rows left out because their document, their label, or a relation's head or tail was removed; they
    come back if the missing row comes back. ``held`` are the sentences in which suggestions are held back, by document.
    ``unchanged`` are rows that were added and never changed. Documents have no texts.
    """

    rows: dict[RowKey, Row] = field(default_factory=dict)
    loose: dict[RowKey, Row] = field(default_factory=dict)
    disputes: dict[RowKey, tuple[Dispute, ...]] = field(default_factory=dict)
    heads: dict[RowKey, tuple[str, ...]] = field(default_factory=dict)
    held: dict[str, tuple[Part, ...]] = field(default_factory=dict)
    unchanged: set[RowKey] = field(default_factory=set)


class OrderOfLog:
    """Finds ``over`` of changes in a log written before versions were kept: the edit that last changed the row."""

    def __init__(self) -> None:
        self._last: dict[RowKey, str] = {}

    def placed(self, edit: str, changes: Iterable[Change]) -> tuple[Change, ...]:
        """Return an edit's changes with ``over`` filled in; call it for every edit, in the log's order."""
        made = []
        for change in changes:
            keys = dict.fromkeys(key for key, _, _ in _writes(change))
            over = dict.fromkeys(self._last[key] for key in keys if key in self._last)
            over.pop(edit, None)
            made.append(replace(change, over=tuple(over)))
            self._last |= dict.fromkeys(keys, edit)
        return tuple(made)


def replayed(log: Iterable[Edit]) -> Replayed:
    """Return the content of a project rebuilt from its log: all rows except undecided suggestions."""
    every = list(log)
    found = settled(versions(every))
    for edit in sorted(every, key=lambda each: (each.turn, each.id)):
        if "held" in edit.facts:
            (document,) = edit.about
            found.held[document] = tuple((start, end) for start, end in edit.facts["held"])
    gone = _gone(found)
    found.held = {document: places for document, places in found.held.items() if places and document not in gone}
    return found


def versions(log: Iterable[Edit]) -> dict[RowKey, Own]:
    """Return the versions of each row, by the id of the edit that made them."""
    found: dict[RowKey, Own] = {}
    for edit in log:
        for change in edit.changes:
            for key, before, after in _writes(change):
                own = found.setdefault(key, {})
                first = own.get(edit.id)  # an edit may change a row twice
                own[edit.id] = Version(
                    edit=edit.id,
                    turn=edit.turn,
                    annotator=edit.annotator,
                    by_machine=edit.kind in _BY_MACHINE,
                    before=before if first is None else first.before,
                    after=after,
                    over=frozenset(change.over) - {edit.id} if first is None else first.over,
                )
    return found


def settled(found: Mapping[RowKey, Own]) -> Replayed:
    """Return the content of a project that follows from the versions of its rows."""
    made = Replayed()
    for key, own in found.items():
        if len(own) == 1 and next(iter(own.values())).before is None:
            made.unchanged.add(key)
        row, disputes = resolved(key, own)
        made.heads[key] = tuple(heads(key, own))
        if row is not None:
            made.rows[key] = row
        if disputes:
            made.disputes[key] = disputes
    _keep_meant(made, found)
    _take_out_unknown(made, found)
    _take_out_orphans(made)
    return made


def heads(key: RowKey, own: Own) -> list[str]:
    """Return the sorted ids of a row's heads, the versions from which no other version was made."""
    if len(own) == 1:  # most rows never change
        return list(own)
    covered = {parent for version in own.values() for parent in parents(key, version, own)}
    return sorted(own.keys() - covered) or sorted(own)  # a circle, which no honest log has


def resolved(key: RowKey, own: Own) -> tuple[Row | None, tuple[Dispute, ...]]:
    """Return a row as it follows from its versions, None if removed, and the disputes about it."""
    tips = [own[id_] for id_ in heads(key, own)]
    if all(tip.after == tips[0].after for tip in tips):
        return tips[0].after, ()
    alive = [tip for tip in tips if tip.after is not None]
    disputes: list[Dispute] = []
    if len(alive) < len(tips):
        disputes.append(_dispute(WHOLE, ((tip, _plain(tip.after)) for tip in tips)))
        if key[0] == "document":  # its text is lost, so it stays deleted until a person brings it back
            return None, tuple(disputes)
    shown = max(alive, key=lambda tip: tip.rank)
    flat: dict[str, Any] = {}
    ancestors = {id_: _ancestors(key, id_, own) for id_ in own}
    behind = sorted({id_ for tip in alive for id_ in (*ancestors[tip.edit], tip.edit)})
    after = {id_: fields_of(own[id_].after) for id_ in behind}
    names = {name for tip in alive for name in after[tip.edit]}
    written = {id_: _written(own[id_], after[id_], names) for id_ in behind}
    for name in sorted(names):
        writers = [id_ for id_ in behind if name in written[id_]]
        last = [own[w] for w in writers if not any(w in ancestors[other] for other in writers)]
        value = after[max(last, key=lambda v: v.rank).edit if last else shown.edit].get(name, _ABSENT)
        if value is not _ABSENT:
            flat[name] = value
        disputes += _disputes_about(name, [version for version in last if not version.by_machine], after)
    return _rebuilt(cast("Row", shown.after), flat), tuple(disputes)


def _disputes_about(name: str, by_people: Sequence[Version], after: Mapping[str, Mapping[str, Any]]) -> list[Dispute]:
    """Return the dispute about a field if people's last versions of it, ``by_people``, have different values.

    ``after`` has the fields of each version, by edit and name.
    """
    values = [after[version.edit].get(name, _ABSENT) for version in by_people]
    if all(each == values[0] for each in values):
        return []
    return [_dispute(name, ((version, _plain_field(version.after, name)) for version in by_people))]


def _dispute(name: str, sides: Iterable[tuple[Version, Any]]) -> Dispute:
    said = (Said(edit=version.edit, annotator=version.annotator, value=value) for version, value in sides)
    return Dispute(field=name, said=tuple(said))


def _writes(change: Change) -> Iterator[tuple[RowKey, Row | None, Row | None]]:
    """Yield (key, before, after) of each row that a change writes: two rows if the change alters the key."""
    before, after = change.before, change.after
    if before is None or after is None:
        row = before or after
        if row is not None:
            yield key_of(row), before, after
        return
    key, other = key_of(before), key_of(after)
    if key == other:
        yield key, before, after
    else:
        yield key, before, None
        yield other, None, after


def parents(key: RowKey, version: Version, own: Own) -> Set[str]:
    """Return the ids of the versions that a version was made from; if it names none, those that added the row."""
    named = version.over & own.keys()
    if named or version.before is None or key[0] in BY_PLACE:
        return named
    return {id_ for id_, each in own.items() if each.before is None and not each.over & own.keys()}


def _ancestors(key: RowKey, id_: str, own: Own) -> set[str]:
    found: set[str] = set()
    rest = list(parents(key, own[id_], own))
    while rest:
        one = rest.pop()
        if one not in found:
            found.add(one)
            rest += parents(key, own[one], own)
    return found


def _written(version: Version, after: Mapping[str, Any], names: Set[str]) -> Set[str]:
    """Return which of the fields ``names`` a version wrote; ``after`` are the fields of its row by name."""
    if version.after is None:
        return frozenset()
    if version.before is None:
        return names
    before = fields_of(version.before)
    return {name for name in names if before.get(name, _ABSENT) != after.get(name, _ABSENT)}


def fields_of(row: Row | None) -> dict[str, Any]:
    """Return a row's fields by name; each entry of attributes and metadata is a field, as ``attributes.kind``."""
    found: dict[str, Any] = {}
    for name in _FIELDS[type(row)] if row is not None else ():
        value = getattr(row, name)
        if name in MAPPINGS:
            found |= {f"{name}.{inner}": each for inner, each in value.items()}
        else:
            found[name] = value
    return found


def _rebuilt(row: Row, flat: Mapping[str, Any]) -> Row:
    values: dict[str, Any] = {name: {} for name in _FIELDS[type(row)] if name in MAPPINGS}
    for name, value in flat.items():
        outer, _, inner = name.partition(".")
        if outer in MAPPINGS:
            values[outer][inner] = value
        else:
            values[name] = value
    return replace(row, **values)


def _plain(row: Row | None) -> Any:
    return None if row is None else row_to(row)


def _plain_field(row: Row | None, name: str) -> Any:
    outer, _, inner = name.partition(".")
    value = (_plain(row) or {}).get(outer)
    return value.get(inner) if outer in MAPPINGS and isinstance(value, dict) else value


def _keep_meant(made: Replayed, found: Mapping[RowKey, Own]) -> None:
    """Restore identities that one branch dissolved while another gave them a mention; put them in dispute.

    A mention in a removed document is not shown, so it keeps no identity.
    """
    meant: dict[str, list[Version]] = {}
    gone = _gone(made)
    for key, row in made.rows.items():
        if not isinstance(row, Span) or row.document in gone:
            continue
        if (id_ := row.attributes.get("identity")) is not None:
            meant.setdefault(str(id_), []).append(found[key][made.heads[key][-1]])
    for id_, mentions in meant.items():
        key = ("identity", id_)
        own = found.get(key)
        if own is None or key in made.rows:
            continue
        tips = [own[tip] for tip in made.heads[key]]
        shown = max(tips, key=lambda tip: tip.rank)
        if isinstance(shown.before, Identity):
            made.rows[key] = shown.before
            sides = [*((tip, None) for tip in tips), *((mention, id_) for mention in mentions)]
            made.disputes[key] = (_dispute(WHOLE, sorted(sides, key=lambda side: side[0].edit)),)


def _take_out_unknown(made: Replayed, found: Mapping[RowKey, Own]) -> None:
    """Move rows whose label or relation type the schema no longer has to `Replayed.loose`, each with a dispute.

    One branch removed the label or type while another used it.
    """
    setting = made.rows.get(("setting", SCHEMA))
    if not isinstance(setting, Setting):
        return
    try:
        schema = loads(setting.value, name=SCHEMA)
    except SchemaError:
        return
    labels = {(label.layer, label.id) for label in schema.labels}
    types = {relation.id for relation in schema.relations}
    for key, row in list(made.rows.items()):
        is_unknown = isinstance(row, Span) and (row.layer, row.label) not in labels
        if is_unknown or (isinstance(row, Relation) and row.label not in types):
            made.loose[key] = made.rows.pop(key)
            tips = ((found[key][tip], row_to(row)) for tip in made.heads[key])
            made.disputes[key] = (_dispute(WHOLE, tips),)


def _gone(made: Replayed) -> set[str]:
    """Return the ids of the documents that the log removed."""
    return {key[1] for key in made.heads if key[0] == "document" and key not in made.rows}


def _take_out_orphans(made: Replayed) -> None:
    """Move rows whose document, and relations whose head or tail, the log removed to `Replayed.loose`."""
    gone = _gone(made)
    for key, row in list(made.rows.items()):
        if isinstance(row, DocumentSplit) and row.split is None:
            del made.rows[key]
        elif gone and not isinstance(row, Document) and document_of(row) in gone:
            made.loose[key] = made.rows.pop(key)
    for key, row in list(made.rows.items()):
        if isinstance(row, Relation):
            ends = (("span", row.head), ("span", row.tail))
            if any(end in made.heads and end not in made.rows for end in ends):
                made.loose[key] = made.rows.pop(key)
