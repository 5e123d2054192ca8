"""The schema's history in a merged log: what became of labels, fields and values since a row was made."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from annotator.editing.edits import Edit, EditKind
from annotator.editing.log.replaying import Own, heads, parents
from annotator.editing.schema_editing.changes import Fates, reshaped_attributes, reshaped_suggestion
from annotator.editing.schema_editing.logged_fates import fates_from
from annotator.model.schema import Schema
from annotator.model.schema_file import loads
from annotator.model.values import (
    DOCUMENT,
    ENTITIES,
    SCHEMA,
    DocumentLabel,
    Identity,
    Relation,
    Row,
    Setting,
    Span,
    Suggestion,
)
from annotator.system.errors import SchemaError

SCHEMA_KEY = ("setting", SCHEMA)
Words = Callable[[Span | Suggestion], str]


class _Stage(NamedTuple):
    """A version of the schema, the turn at which it was made, and what became then of the parts of the one before."""

    turn: int
    schema: Schema
    fates: Fates


class SchemaHistory:
    """The versions of the schema that led to the shown one, and what the schema changes of a log made of each part.

    A row is made under the latest of these versions, up to the row's turn, that has its label (or allows its value).
    """

    def __init__(self, schema: Schema, log: Sequence[Edit], own: Own) -> None:
        self._schema = schema
        changes = sorted((e for e in log if e.kind is EditKind.SCHEMA), key=lambda edit: (edit.turn, edit.id))
        said = {edit.id: (edit.undoes, _fates(edit)) for edit in changes}
        line = _line(own)
        undone = {said[id_][0] for id_ in line if id_ in said}
        self._stages = [_Stage(0, found, Fates()) for found in _schemas(own[line[0]].before)]
        for id_ in line:
            fates = said[id_][1] if id_ in said and id_ not in undone else Fates()
            self._stages += [_Stage(own[id_].turn, found, fates) for found in _schemas(own[id_].after)]
        self._latest_first = [fates for _, fates in reversed(said.values()) if fates != Fates()]
        self._moved: set[tuple[str, ...]] = set()
        for fates in self._latest_first:
            self._moved |= {*fates.labels, *fates.words, *fates.fields, *(key[:2] for key in fates.values)}

    @property
    def moves_anything(self) -> bool:
        """Whether any schema change renamed, merged, split or removed a part."""
        return bool(self._latest_first)

    def fitted_document_label(self, row: DocumentLabel, turn: int) -> DocumentLabel | None:
        """Return a document label set at a turn as the shown schema has it, or None if the schema removed it."""
        fields = self._fields(DOCUMENT, {row.label: row.value}, turn)
        return next((replace(row, label=name, value=value) for name, value in fields.items()), None)

    def fitted(self, row: Row, turn: int, words: Words) -> Row:
        """Return a row made at a turn as the shown schema has it; as it is if the schema has no place for it."""
        match row:
            case Span():
                label = self._label(row.layer, row.label, lambda: words(row), turn)
                return replace(row, label=label, attributes=self._fields(row.layer, row.attributes, turn))
            case Relation():
                return replace(row, label=self._relation(row.label, turn))
            case Identity():
                return replace(row, label=self._label(ENTITIES, row.label, str, turn))
            case Suggestion(layer=layer, label=label) if self._schema.label(layer, label) is None:
                became = row
                for fates in self._since(turn, lambda schema: schema.label(layer, label)):
                    became = reshaped_suggestion(became, words(row), fates)
                return became
        return row

    def _since(self, turn: int, has: Callable[[Schema], object]) -> list[Fates]:
        """Return the fates after the version under which something was made; ``has`` says whether a version has it."""
        at = max((n for n, stage in enumerate(self._stages) if stage.turn <= turn and has(stage.schema)), default=-1)
        return [stage.fates for stage in self._stages[at + 1 :]]

    def _label(self, layer: str, label: str, words: Callable[[], str], turn: int) -> str:
        def led(name: str) -> str | None:
            became: str | None = name
            for fates in self._since(turn, lambda schema: schema.label(layer, name)):
                if became is not None and ((layer, became) in fates.labels or (layer, became) in fates.words):
                    became = fates.label(layer, became, words())
            return became

        if (layer, label) not in self._moved and self._schema.label(layer, label):
            return label

        def before(name: str, fates: Fates) -> set[str]:
            split = {old for (known, old), parts in fates.words.items() if known == layer and name in parts.values()}
            return split | {old for (known, old), new in fates.labels.items() if known == layer and new == name}

        return self._found(label, led, before, lambda name: self._schema.label(layer, name))

    def _relation(self, label: str, turn: int) -> str:
        def led(name: str) -> str | None:
            became: str | None = name
            for fates in self._since(turn, lambda schema: schema.relation(name)):
                became = fates.relations.get(became, became) if became is not None else None
            return became

        def before(name: str, fates: Fates) -> set[str]:
            return {old for old, new in fates.relations.items() if new == name}

        return self._found(label, led, before, self._schema.relation)

    def _found(
        self,
        name: str,
        led: Callable[[str], str | None],
        before: Callable[[str, Fates], set[str]],
        known: Callable[[str], object],
    ) -> str:
        """Return what a name became; if the schema lacks that, what its former names became, or the name itself.

        Former names count because the version that gave the name may have lost against another, or been undone.
        """
        became = led(name)
        if became is not None and known(became):
            return became
        if known(name):
            return name
        for former in self._former(name, before):
            became = led(former)
            if became is not None and known(became):
                return became
        return name

    def _former(self, name: str, before: Callable[[str, Fates], set[str]]) -> Iterator[str]:
        for fates in self._latest_first:
            origins = before(name, fates)
            if len(origins) == 1:  # of several, nobody knows which
                (name,) = origins
                yield name

    def _fields(self, layer: str, attributes: Mapping[str, Any], turn: int) -> Mapping[str, Any]:
        kept: dict[str, Any] = {}
        moved: dict[str, Any] = {}
        for name, value in attributes.items():
            became = self._field(layer, name, value, turn)
            (kept if name in became else moved).update(became)
        return {**moved, **kept}

    def _field(self, layer: str, name: str, value: Any, turn: int) -> Mapping[str, Any]:
        """Return a value as it became, by field; as it is if the schema does not allow that, either.

        The value of a field that was removed stays, as the schema allows any value in a field that it lacks.
        """
        became: Mapping[str, Any] = {name: value}
        if (layer, name) not in self._moved:
            return became
        for fates in self._since(turn, lambda schema: _allows(schema, layer, name, value)):
            became = reshaped_attributes(layer, became, fates)
        if became:
            fits = all(_allows(self._schema, layer, *each) for each in became.items())
        else:
            fits = self._schema.attribute(layer, name) is not None
        return became if fits else {name: value}


def _line(own: Own) -> list[str]:
    """Return the edits that led to the shown schema, the oldest first; of several parents, the one it was made from."""
    line = [max(heads(SCHEMA_KEY, own), key=lambda id_: own[id_].rank)]
    while origins := parents(SCHEMA_KEY, own[line[-1]], own) - set(line):
        last = own[line[-1]]
        same = [id_ for id_ in origins if own[id_].after == last.after]  # a person chose this side of a conflict
        same = same or [id_ for id_ in origins if own[id_].after == last.before]
        line.append(max(same or origins, key=lambda id_: own[id_].rank))
    return line[::-1]


def _schemas(row: Row | None) -> list[Schema]:
    try:
        return [loads(row.value, name=SCHEMA)] if isinstance(row, Setting) else []
    except SchemaError:
        return []


def _fates(edit: Edit) -> Fates:
    fates = edit.facts.get("fates")
    try:
        return fates_from(fates) if isinstance(fates, Mapping) else Fates()
    except ValueError:  # made by another program: its labels count as unknown here
        return Fates()


def _allows(schema: Schema, layer: str, name: str, value: Any) -> bool:
    attribute = schema.attribute(layer, name)
    return attribute is not None and attribute.allows(value)
