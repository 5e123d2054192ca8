"""Checks records from untrusted files.

Each importer converts its input to records (see `annotator.model.json_rows`), which need only ``text``. This module
checks them and fills their gaps. Unusable parts become a `Problem`, and the rest is read.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from annotator.formats.base import ReadOptions
from annotator.formats.problem import Problem
from annotator.formats.shared.imported_offsets import FileOffsets
from annotator.formats.shared.json_fields import Fields, UnusableRow, flaw
from annotator.formats.shared.metadata.origins import origin_of
from annotator.formats.shared.metadata.record_facts import language_of, published_of, split_of
from annotator.model.json_records import FORMAT
from annotator.model.talk import LONGEST, Comment, in_order
from annotator.model.values import (
    Annotated,
    Document,
    DocumentLabel,
    DocumentState,
    DraftRelation,
    Identity,
    Origin,
    OriginKind,
    Part,
    Relation,
    SentenceMark,
    Span,
    State,
    Suggestion,
    SuggestionState,
    by_place,
    new_id,
)
from annotator.system.errors import AnnotatorError
from annotator.text.normalization import NormalMap, fingerprint, name_in_words, normalise, shortened

_T = TypeVar("_T")

_ID = re.compile(r"[0-9a-f]{32}", re.ASCII)
_TITLE = 120  # characters of the first line that make a title
_FAMILY = FORMAT.split("/", maxsplit=1)[0] + "/"

_RECORD_FIELDS = frozenset(
    "id title language publisher author url published meta excluded sha256 text spans relations identities labels"
    " sentences states split suggestions comments".split()
)
_RANGE = frozenset({"start", "end", "parts", "quote"})
_SPAN_FIELDS = _RANGE | frozenset("id layer label attributes note doubt annotator origin".split())
_PLAIN_SPAN = frozenset("id layer label start end quote".split())
_SUGGESTION_FIELDS = _RANGE | frozenset("id layer label attributes relations score source version rule state".split())
_RELATION_FIELDS = frozenset("id label head tail attributes annotator origin".split())


def accept(
    value: Mapping[str, Any], *, file: str, line: int, options: ReadOptions, sound: bool = False
) -> tuple[Annotated | None, list[Problem]]:
    """Check one record, fill its gaps, and return the document, or None if it had to be left out, and the problems.

    Ids of ``"format": "spanwright/1"`` are kept; otherwise all rows get new ids, and the document's id goes into
    ``meta["external_id"]``. The name of the ``file`` is the origin of the rows; ``line`` is 1-based. With ``sound``,
    the values are already known to have no `flaw`.
    """
    record = _Record(value, file, line, options)
    try:
        return record.annotated(sound=sound), record.problems
    except UnusableRow as refused:
        record.report("", refused.code, **refused.details)
        return None, record.problems


def read_record(
    value: Mapping[str, Any], *, file: str, line: int, options: ReadOptions, lines: Mapping[str, int] | None = None
) -> Iterator[Annotated | Problem]:
    """Yield the problems of a record (see `accept` and `located`), then its document if there is one."""
    annotated, problems = accept(value, file=file, line=line, options=options)
    yield from located(problems, lines or {})
    if annotated is not None:
        yield annotated


def located(problems: Iterable[Problem], lines: Mapping[str, int]) -> Iterator[Problem]:
    """Yield problems with the lines of their rows; ``lines`` maps a place such as ``spans 3`` to its line."""
    for problem in problems:
        row = " ".join(problem.place.split(" ")[:2])
        yield replace(problem, line=lines[row], place="") if row in lines else problem


class _Record:
    """A record being checked, with its problems so far.

    `annotated` reads the text first, since all places are offsets in it. Then it reads the document, whose id the rows
    need; the identities, to which spans refer; and the spans, to which relations and comments refer.
    """

    def __init__(self, value: Mapping[str, Any], file: str, line: int, options: ReadOptions) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._line = line
        self._options = options
        self._own = value.get("format") == FORMAT
        self._fields = Fields(value, "", self.report)
        self._document = ""
        self._places = FileOffsets("", "", NormalMap(dropped=()))
        self._ids: dict[str, str] = {}  # span ids in the file → ours
        self._spans: dict[object, str] = {}  # content → id
        self._relations: dict[str, str] = {}  # the same for relations, except in our own format
        self._identities: dict[str, str] = {}
        self._source = name_in_words(file)
        self._imported = Origin(kind=OriginKind.IMPORT, source=self._source)

    def report(self, place: str, code: str, **details: str) -> None:
        """Add a problem; ``place`` is a row such as ``spans 3``, "" for the whole record."""
        self.problems.append(Problem(file=self._file, line=self._line, place=place, code=code, details=details))

    def annotated(self, *, sound: bool) -> Annotated:
        """Return the document with its usable rows; raise `UnusableRow` if the record cannot be used at all."""
        _refuse_foreign(self._fields.value, own=self._own, sound=sound)
        text = self._read_text()
        document = self._read_document(text)
        self._document = document.id
        identities = self._rows("identities", self._identity)
        spans = self._rows("spans", self._span)
        self._places.explain(self.report)
        return Annotated(
            document=document,
            spans=by_place(spans),
            relations=self._rows("relations", self._relation, key=lambda relation: relation.id),
            identities=identities,
            labels=self._rows("labels", self._label, key=lambda label: label),
            sentences=self._rows("sentences", self._sentence, key=lambda s: (s.start, s.end, s.annotator)),
            states=self._rows("states", self._state, key=lambda state: state.annotator),
            suggestions=self._suggestions(),
            split=split_of(self._fields),
            comments=self._comments(),
        )

    def _read_text(self) -> str:
        raw = self._fields.value.get("text")
        if not isinstance(raw, str) or not raw.strip():
            raise UnusableRow("record.text")
        given = self._fields.optional_text("sha256")
        if self._own and "\r" not in raw and given == fingerprint(raw):  # it was normalised when stored
            self._places = FileOffsets(raw, raw, NormalMap(dropped=()))
            return raw
        try:
            text, normal = normalise(raw, name=self._file)
        except AnnotatorError:  # only white space; all else was refused before
            raise UnusableRow("record.text") from None
        if given is not None and given not in {fingerprint(raw), fingerprint(text)}:
            self.report("", "record.sha256")
        self._places = FileOffsets(raw, text, normal, utf16=bool(self._options.utf16))
        return text

    def _read_document(self, text: str) -> Document:
        fields = self._fields
        meta = fields.mapping("meta")
        for name in sorted(fields.value.keys() - _RECORD_FIELDS):
            if name != "format" or not self._own:
                meta.setdefault(name, fields.value[name])
        identifier, external = self._document_id()
        if external is not None:
            meta["external_id"] = external
        return Document(
            id=identifier,
            title=fields.optional_text("title") or _first_line(text),
            text=text,
            sha256=fingerprint(text),
            language=language_of(fields, meta, text, self._options),
            publisher=fields.optional_text("publisher"),
            author=fields.optional_text("author"),
            url=fields.optional_text("url"),
            published=published_of(fields),
            meta=meta,
            excluded=self._excluded(),
        )

    def _document_id(self) -> tuple[str, Any]:
        """Return the document's id in the project, and the id in the file if the document must not keep it."""
        given = self._fields.value.get("id")
        if self._own and isinstance(given, str) and _ID.fullmatch(given):
            return given, None
        if self._own and given is not None:
            self.report("", "row.id", id=str(given))
        return new_id(), given

    def _excluded(self) -> tuple[Part, ...]:
        kept: list[Part] = []
        for number, entry in enumerate(self._fields.entries("excluded"), 1):
            try:
                kept.append(self._places.pair(entry))
            except UnusableRow as refused:
                self.report(f"excluded {number}", refused.code, **refused.details)
        return tuple(kept)

    def _rows(self, name: str, read: Callable[[Fields], _T], key: Callable[[_T], Any] | None = None) -> tuple[_T, ...]:
        missing = self._fields.value.get(name) is None
        return () if missing else tuple(_read_rows(self._fields.objects(name), read, key))

    def _identity(self, row: Fields) -> Identity:
        name = row.required_text("name")
        aliases = [alias for alias in row.entries("aliases") if isinstance(alias, str)]
        return Identity(
            id=self._id(row, self._identities),
            name=name,
            label=row.text("label", ""),
            aliases=tuple(aliases),
            kb_id=row.optional_text("kb_id"),
        )

    def _span(self, row: Fields) -> Span:
        is_plain = row.value.keys() <= _PLAIN_SPAN  # as in most files; rare fields need not be looked for
        if not is_plain:
            row.report_unknown(_SPAN_FIELDS)
        layer, label = self._layer_and_label(row)
        parts = self._places.parts(row)
        span = Span(
            id=self._id(row, self._ids),
            document=self._document,
            layer=layer,
            label=label,
            parts=parts,
            attributes={} if is_plain else self._attributes(row, layer),
            note="" if is_plain else row.text("note", ""),
            doubt=not is_plain and row.flag("doubt"),
            annotator=self._options.annotator if is_plain else self._annotator(row),
            origin=self._imported if is_plain else origin_of(row, self._imported),
        )
        return span if self._own else self._once(span, row)

    def _once(self, span: Span, row: Fields) -> Span:
        """Return a span; refuse it if an earlier one is the same but for its id, which relations then mean instead."""
        fields = json.dumps(span.attributes, sort_keys=True) if span.attributes else ""
        content = span.annotator, span.layer, span.label, span.parts, fields, span.note, span.doubt
        first = self._spans.setdefault(content, span.id)
        if first == span.id:
            return span
        given = str(row.value.get("id"))
        if self._ids.get(given) == span.id:
            self._ids[given] = first
        raise UnusableRow("row.same")

    def _relation(self, row: Fields) -> Relation:
        row.report_unknown(_RELATION_FIELDS)
        named, head, tail = row.required_text("label"), self._end_id(row, "head"), self._end_id(row, "tail")
        label = self._options.vocabulary.relation(named)
        if label is None:
            raise UnusableRow("row.relation", label=named)
        return Relation(
            id=self._id(row, {} if self._own else self._relations),
            label=label,
            head=head,
            tail=tail,
            attributes=row.mapping("attributes"),
            annotator=self._annotator(row),
            origin=origin_of(row, self._imported),
        )

    def _label(self, row: Fields) -> DocumentLabel:
        label, value = row.required_text("label"), row.required_text("value")
        return DocumentLabel(document=self._document, annotator=self._annotator(row), label=label, value=value)

    def _sentence(self, row: Fields) -> SentenceMark:
        start, end = self._places.pair([row.value.get("start"), row.value.get("end")])
        return SentenceMark(
            document=self._document,
            annotator=self._annotator(row),
            start=start,
            end=end,
            state=row.text("state", "empty"),
        )

    def _state(self, row: Fields) -> DocumentState:
        given = row.text("state", State.OPEN)
        if given not in set(State):
            raise UnusableRow("row.kind", field="state", expected=", ".join(State))
        return DocumentState(
            document=self._document, annotator=self._annotator(row), state=State(given), note=row.text("note", "")
        )

    def _suggestions(self) -> tuple[Suggestion, ...]:
        ids: dict[str, str] = {}
        found = self._rows("suggestions", lambda row: self._suggestion(row, ids))
        return tuple(sorted(found, key=lambda suggestion: (suggestion.start, suggestion.end, suggestion.id)))

    def _suggestion(self, row: Fields, ids: dict[str, str]) -> Suggestion:
        row.report_unknown(_SUGGESTION_FIELDS)
        layer, label = self._layer_and_label(row)
        parts = self._places.parts(row)
        given = row.text("state", SuggestionState.PENDING)
        if given not in set(SuggestionState):
            raise UnusableRow("row.kind", field="state", expected=", ".join(SuggestionState))
        return Suggestion(
            id=self._id(row, ids),
            document=self._document,
            layer=layer,
            label=label,
            parts=parts,
            attributes=self._attributes(row, layer),
            relations=tuple(_read_rows(row.objects("relations"), self._draft)),
            score=row.number("score"),
            source=row.text("source", self._source),
            version=row.text("version", ""),
            rule=row.optional_text("rule"),
            state=SuggestionState(given),
        )

    def _comments(self) -> tuple[Comment, ...]:
        if self._fields.value.get("comments") is None:
            return ()
        ids: dict[str, str] = {}
        found = self._rows("comments", lambda row: self._comment(row, ids))
        answered = (replace(each, reply_to=ids.get(each.reply_to or "", each.reply_to)) for each in found)
        return tuple(in_order(answered))

    def _comment(self, row: Fields, ids: dict[str, str]) -> Comment:
        start, end = self._places.pair([row.value.get("start"), row.value.get("end")])
        text = row.text("text", "")
        if len(text) > LONGEST:
            raise UnusableRow("row.kind", field="text", expected=f"≤ {LONGEST}")
        return Comment(
            id=self._id(row, ids),
            document=self._document,
            span=self._ids.get(row.optional_text("span") or ""),
            start=start,
            end=end,
            text=text,
            annotator=self._annotator(row),
            made=row.text("made", ""),
            reply_to=row.optional_text("reply_to"),
        )

    def _draft(self, row: Fields) -> DraftRelation:
        words = {name: row.required_text(name) for name in ("label", "layer", "tail_label")}
        if self._options.vocabulary.relation(words["label"]) is None:
            raise UnusableRow("row.relation", label=words["label"])
        return DraftRelation(parts=self._places.parts(row), **words)

    def _annotator(self, row: Fields) -> str:
        return row.optional_text("annotator") or self._options.annotator

    def _layer_and_label(self, row: Fields) -> tuple[str, str]:
        """Return the project's layer and label for a row."""
        vocabulary = self._options.vocabulary
        layer = row.required_text("layer") if vocabulary.schema is None else row.optional_text("layer")
        label = row.required_text("label")
        found = vocabulary.label(label, layer)
        if found is None:
            raise UnusableRow("row.label", label=label, **({} if layer is None else {"layer": layer}))
        return found

    def _attributes(self, row: Fields, layer: str) -> dict[str, Any]:
        attributes = row.mapping("attributes")
        for name, value in list(attributes.items()):
            if not self._options.vocabulary.holds(layer, name, value):
                row.report("row.attribute", field=name, value=str(value))
                del attributes[name]
        named = attributes.get("identity")
        if isinstance(named, str) and named in self._identities:
            attributes["identity"] = self._identities[named]
        return attributes

    def _id(self, row: Fields, taken: dict[str, str]) -> str:
        """Return the id for a row and map the file's id to it."""
        given = row.value.get("id")
        known = None if given is None else str(given)
        twice = known is not None and known in taken
        if self._own and not twice and known is not None and _ID.fullmatch(known):
            taken[known] = known
            return known
        fresh = new_id()
        if known is not None:
            if twice or self._own:
                row.report("row.id", id=known)
            taken.setdefault(known, fresh)
        return fresh

    def _end_id(self, row: Fields, name: str) -> str:
        """Return the id, in the project, of the span at a relation's end; ``name`` is ``head`` or ``tail``."""
        known = str(row.value.get(name))
        if known in self._ids:
            return self._ids[known]
        if name == "tail" and self._own and _ID.fullmatch(known):
            return known  # in another document
        raise UnusableRow("row.end", field=name, id=known)


def _first_line(text: str) -> str:
    return shortened(text.strip().split("\n", maxsplit=1)[0].strip(), _TITLE)


def _refuse_foreign(value: Mapping[str, Any], *, own: bool, sound: bool) -> None:
    """Refuse a record with values that no record can hold, or in a newer version of our own format."""
    found = None if sound else flaw(value)
    if found is not None:
        raise UnusableRow(found[0], **found[1])
    given = value.get("format")
    if isinstance(given, str) and given.startswith(_FAMILY) and not own:
        raise UnusableRow("record.newer", format=given)


def _read_rows(
    rows: Iterator[Fields], read: Callable[[Fields], _T], key: Callable[[_T], Any] | None = None
) -> Iterator[_T]:
    """Yield the usable rows; if several have the same key, only the first."""
    seen: set[Any] = set()
    for row in rows:
        try:
            found = read(row)
            if key is not None:
                if key(found) in seen:
                    raise UnusableRow("row.twice")
                seen.add(key(found))
        except UnusableRow as refused:
            row.report(refused.code, **refused.details)
        else:
            yield found
