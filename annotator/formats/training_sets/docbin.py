"""spaCy's DocBin (``.spacy``), the input of ``spacy train``.

Source: https://spacy.io/api/docbin; spaCy 3.8 returns lists in ``user_data`` as tuples.
"""

import json
import re
import struct
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.formats.base import Exporter, Importer, Put, ReadOptions
from annotator.formats.capabilities import Capabilities
from annotator.formats.fit import Fitted, Options
from annotator.formats.problem import Problem
from annotator.formats.shared.incoming import read_record
from annotator.formats.shared.tokens.training_tokens import boundaries, edges
from annotator.formats.training_sets.docbin_file import OF_LABEL, DocBinFile, complete_classes
from annotator.model.json_records import FORMAT, to_line
from annotator.model.sentence_states import unread
from annotator.model.values import CLAIMS, ENTITIES, Annotated, DocumentLabel, Part, Span
from annotator.system.errors import QT_TRANSLATE_NOOP, FormatError
from annotator.system.whole_files import Broken, read_whole, reading

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan

USER_DATA = "spanwright"  # the key of the record in `Doc.user_data`

_TITLE = "spaCy DocBin"
_INTEGERS = range(-(2**63), 2**64)  # the integers that msgpack holds
_SURE_DIGITS = 19  # integers with fewer characters are in `_INTEGERS`


@contextmanager
def _open(path: Path, options: Options) -> Iterator[Put]:
    with DocBinFile(path) as file:

        def put(fitted: Fitted) -> None:
            if fitted.doc is None:
                raise TypeError("a DocBin needs tokens")
            with fitted.doc.vocab.memory_zone():  # otherwise spaCy would keep the ids of all spans
                file.add(annotate(fitted, options))

        yield put
        complete_classes([file.cats])
        _finish(file, path)


def _finish(file: DocBinFile, path: Path) -> None:
    try:
        file.finish()
    except ValueError:
        reason = QT_TRANSLATE_NOOP("Errors", "it has grown too large for one file; export fewer articles or a split")
        raise FormatError("format.target", file=path.name, reason=reason) from None


def class_of(label: DocumentLabel) -> str:
    """Return the name of the class that stands for an article label."""
    return label.value if label.label == "label" else f"{label.label}{OF_LABEL}{label.value}"


def annotate(fitted: Fitted, options: Options) -> "Doc":
    """Return a document as spaCy's `Doc`.

    Non-overlapping spans of layer `ENTITIES` are in ``ents``; each layer has its span group in ``spans``, with the ids
    in ``span_id``. Labels of the whole article are in ``cats``, as ``label: value``. The record without its text is in
    ``user_data[USER_DATA]``, its offsets in code points. Omitted page furniture counts as not annotated rather than
    free of entities; with ``only_read``, so do unread sentences.
    """
    doc = fitted.doc
    if doc is None:
        raise TypeError("a DocBin needs tokens")
    annotated = fitted.annotated
    identities = {identity.id: identity.kb_id or "" for identity in annotated.identities}
    places = _Places(doc)
    made = {span.id: places.span(span, identities) for span in annotated.spans}
    groups: dict[str, list[DocSpan]] = defaultdict(list)
    for span in annotated.spans:
        groups[span.layer].append(made[span.id])
    for layer in _layers(annotated, options):
        doc.spans[layer] = groups[layer]
    entities = [made[span.id] for span in fitted.flat]
    skipped = annotated.document.excluded if options.exclude_furniture else ()
    if options.only_read:
        skipped = (*skipped, *unread(annotated.document, annotated.spans, annotated.sentences))
    doc.set_ents(entities, missing=places.untouched(skipped, entities), default="outside")
    doc.cats = {class_of(label): 1.0 for label in annotated.labels}
    record = _read_record(to_line(annotated))
    del record["text"]
    doc.user_data[USER_DATA] = record
    return doc


class _Places:
    """Converts spans of an article to spans of a `Doc`'s tokens."""

    def __init__(self, doc: "Doc") -> None:
        self._doc = doc
        self._first, self._after = boundaries(doc)

    def span(self, span: Span, identities: dict[str, str]) -> "DocSpan":
        from spacy.tokens import Span as DocSpan

        first, after = self._first[span.start], self._after[span.end]
        known = identities.get(str(span.attributes.get("identity")), "")
        return DocSpan(self._doc, first, after, label=span.label, kb_id=known, span_id=span.id)

    def untouched(self, ranges: tuple[Part, ...], entities: "list[DocSpan]") -> "list[DocSpan]":
        """Return the ranges' tokens that are outside all entities, each as its own span."""
        taken = {i for entity in entities for i in range(entity.start, entity.end)}
        if not ranges:
            return []
        tokens_at = edges(self._doc)
        found = (tokens_at.snap(start, end) for start, end in ranges if start < end)
        tokens = {i for place in found if place for i in range(self._first[place[0]], self._after[place[1]])}
        return [self._doc[i : i + 1] for i in sorted(tokens - taken)]


def _layers(annotated: Annotated, options: Options) -> list[str]:
    """Return the names of the span groups.

    The groups of the usual layers exist even if empty, so that all documents have the same groups.
    """
    expected = options.layers or (ENTITIES, CLAIMS)
    return sorted({*expected, *(span.layer for span in annotated.spans)})


def _integer(digits: str) -> int | str:
    """Return the integer with these digits, or the digits if msgpack cannot hold it."""
    if len(digits) < _SURE_DIGITS:
        return int(digits)
    return digits if int(digits) not in _INTEGERS else int(digits)


_read_record = json.JSONDecoder(parse_int=_integer).decode


DOCBIN = Exporter(
    name="docbin",
    title=_TITLE,
    suffix=".spacy",
    holds=Capabilities(
        overlap=True,
        tokens=True,
        relations=True,
        relation_attributes=True,
        across=True,
        identities=True,
        attributes=True,
        annotators=True,
        labels=True,
        progress=True,
        flat=ENTITIES,
        unknown=True,
        relation_annotators=True,
        details=None,
    ),
    open=_open,
)

LIMIT = 512  # MB, unpacked

_CUT = QT_TRANSLATE_NOOP("Errors", "its parts do not fit together")
_DAMAGED = QT_TRANSLATE_NOOP("Errors", "it is not a DocBin, or it is damaged")
_SPAN = struct.Struct(">QQQllll")  # id, kb_id, label, first token, token after, first character, character after
_ORTH, _ENT_IOB, _ENT_TYPE, _ENT_KB_ID, _ENT_ID = 65, 77, 78, 452, 454  # spaCy's attribute numbers
_MAP = re.compile(rb"[\x80-\x8f\xde\xdf]")  # the first byte of a map in MessagePack
_BEGIN, _INSIDE = 3, 1  # of ENT_IOB

_Strings = Callable[[int], str]  # string of a hash, "" if the file lacks it


def _read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    with reading(path, _TITLE):
        packed = _unpacked(path)
        documents = list(packed.lengths)
    at = 0
    for number, length in enumerate(documents):
        with reading(path, _TITLE):
            record = _Doc(packed, number, at, at + length).record()
        at += length
        yield from read_record(record, file=path.name, line=number + 1, options=options)


@dataclass(frozen=True, kw_only=True)
class _Packed:
    """The checked parts of a file; ``rows`` are the tokens' values, in the order of ``columns``."""

    columns: Mapping[int, int]
    lengths: tuple[int, ...]
    rows: memoryview
    spaces: bytes
    string: _Strings
    cats: list[Any]
    groups: list[Any]
    user: list[Any]


def _unpacked(path: Path) -> _Packed:
    from spacy.strings import StringStore

    message = _message(_inflated(read_whole(path, LIMIT)))
    if not isinstance(message, dict):
        raise Broken(_CUT)
    numbers = _list(message, "attrs")
    columns = {number: place for place, number in enumerate(numbers) if isinstance(number, int)}
    lengths = memoryview(_bytes(message, "lengths")).cast("i")
    rows = memoryview(_bytes(message, "tokens")).cast("Q")
    spaces = _bytes(message, "spaces")
    total = sum(lengths)
    if any(n < 0 for n in lengths) or len(rows) != total * len(numbers) or len(spaces) != total:
        raise Broken(_CUT)
    if _ORTH not in columns or len(columns) != len(numbers):
        raise Broken(_CUT)
    store = StringStore()
    hashed = {store.add(word): word for word in _list(message, "strings") if isinstance(word, str)}
    return _Packed(
        columns=columns,
        lengths=tuple(lengths),
        rows=rows,
        spaces=spaces,
        string=lambda key: hashed.get(key, ""),
        cats=_list(message, "cats"),
        groups=_list(message, "span_groups"),
        user=_list(message, "user_data"),
    )


def _inflated(content: bytes) -> bytes:
    inflater = zlib.decompressobj()
    try:
        if not _MAP.match(zlib.decompressobj().decompress(content, 1)):  # check before unpacking all
            raise Broken(_CUT)
        whole = inflater.decompress(content, LIMIT << 20)
    except zlib.error:
        raise Broken(_DAMAGED) from None
    if inflater.unconsumed_tail:
        raise Broken(QT_TRANSLATE_NOOP("Errors", "it is too large when unpacked"))
    if not inflater.eof:
        raise Broken(QT_TRANSLATE_NOOP("Errors", "it was cut off"))
    return whole


def _message(packed: bytes) -> Any:
    """Unpack plain values; refuse numpy's types, which spaCy would accept."""
    from srsly.msgpack import unpackb
    from srsly.msgpack.exceptions import UnpackException

    try:
        return unpackb(packed, raw=False, strict_map_key=False, object_pairs_hook=dict)
    except (UnpackException, ValueError, TypeError, RecursionError):  # UnicodeDecodeError is a ValueError
        raise Broken(_DAMAGED) from None


def _as_json(kept: dict[Any, Any]) -> dict[str, Any]:
    """Return packed values as JSON values, or {} if JSON cannot hold them."""
    try:
        found: dict[str, Any] = json.loads(json.dumps(kept))
    except (TypeError, ValueError, RecursionError):
        return {}
    return found


def _list(message: dict[Any, Any], name: str) -> list[Any]:
    found = message.get(name, [])
    if not isinstance(found, list):
        raise Broken(_CUT)
    return found


def _bytes(message: dict[Any, Any], name: str) -> bytes:
    found = message.get(name)
    if not isinstance(found, bytes) or len(found) % {"lengths": 4, "tokens": 8}.get(name, 1):
        raise Broken(_CUT)
    return found


class _Doc:
    """One document of a file, with the tokens from ``first`` to ``after``."""

    def __init__(self, packed: _Packed, number: int, first: int, after: int) -> None:
        self._packed = packed
        self._number = number
        self._first = first
        self._length = after - first
        words = [packed.string(key) for key in self._column(_ORTH)]
        if not all(words):
            raise Broken(QT_TRANSLATE_NOOP("Errors", "words are missing"))
        self._starts = [0]
        pieces: list[str] = []
        for token, word in enumerate(words):
            pieces.append(word + " " * bool(packed.spaces[first + token]))
            self._starts.append(self._starts[-1] + len(pieces[-1]))
        self._ends = [start + len(word) for start, word in zip(self._starts, words, strict=False)]
        self._text = "".join(pieces)

    def record(self) -> dict[str, Any]:
        """Return the record from spaCy's spans and entities, completed by the file's own record."""
        kept = self._kept()
        known = {str(row.get("id")): row for row in kept.get("spans", ()) if isinstance(row, dict)}
        spans: dict[tuple[Any, ...], dict[str, Any]] = {}
        for group, key, start, end, label, kb_id in (*self._grouped(), *self._entities()):
            place = (group, key, start, end, label) if key else (group, start, end, label)
            span = {"layer": group, "label": label, "start": start, "end": end}
            old = known.get(key)
            if old is not None and (old.get("start"), old.get("end"), old.get("label")) == (start, end, label):
                span = old
            elif kb_id:
                span["attributes"] = {"kb_id": kb_id}
            spans.setdefault(place, {**span, **({"id": key} if key else {})})
        labels = kept.get("labels", []) if kept else self._classes()
        return {**kept, "text": self._text, "spans": list(spans.values()), "labels": labels}

    def _classes(self) -> list[dict[str, Any]]:
        """Return a label for each class that is 1; a score between 0 and 1 is kept as a number, to be reported."""
        found = []
        for name, number in self._cats().items():
            about, parted, value = str(name).partition(OF_LABEL)
            row = {"label": about, "value": value} if parted else {"label": "label", "value": about}
            found += [row if number == 1 else {**row, "value": number}] if number != 0 else []
        return found

    def _kept(self) -> dict[str, Any]:
        """Return the record packed by `annotator.formats.training_sets.docbin`, or {}."""
        user = self._packed.user
        packed = user[self._number] if self._number < len(user) else None
        found = _message(packed) if isinstance(packed, bytes) else None
        kept = found.get(USER_DATA) if isinstance(found, dict) else None
        return _as_json(kept) if isinstance(kept, dict) and kept.get("format") == FORMAT else {}

    def _cats(self) -> dict[Any, Any]:
        cats = self._packed.cats
        found = cats[self._number] if self._number < len(cats) else {}
        return found if isinstance(found, dict) else {}

    def _grouped(self) -> Iterator[tuple[str, str, int, int, str, str]]:
        groups = self._packed.groups
        packed = groups[self._number] if self._number < len(groups) else b""
        found = _message(packed) if isinstance(packed, bytes) and packed else {}
        if not isinstance(found, dict):  # a list before spaCy 3.2
            found = {group: [""] for group in found} if isinstance(found, list) else {}
        for group, keys in found.items():
            spans = _message(group) if isinstance(group, bytes) else None
            if not isinstance(spans, dict) or not isinstance(spans.get("spans"), list) or not isinstance(keys, list):
                raise Broken(_CUT)
            for key in keys:
                for span in spans["spans"]:
                    yield self._span(str(key or spans.get("name")), span)

    def _span(self, group: str, packed: Any) -> tuple[str, str, int, int, str, str]:
        if not isinstance(packed, bytes) or len(packed) != _SPAN.size:
            raise Broken(_CUT)
        key, kb_id, label, first, after, *_ = _SPAN.unpack(packed)
        if not 0 <= first < after <= self._length:
            raise Broken(_CUT)
        string = self._packed.string
        return group, string(key), self._starts[first], self._ends[after - 1], string(label), string(kb_id)

    def _entities(self) -> Iterator[tuple[str, str, int, int, str, str]]:
        states = self._column(_ENT_IOB)
        begins = [token for token, state in enumerate(states) if state == _BEGIN]
        columns = [self._column(attribute) for attribute in (_ENT_TYPE, _ENT_KB_ID, _ENT_ID)] if begins else []
        for first, limit in pairwise([*begins, self._length]):
            after = first + 1
            while after < limit and states[after] == _INSIDE:
                after += 1
            label, kb_id, key = (self._packed.string(column[first]) for column in columns)
            if label:
                yield ENTITIES, key, self._starts[first], self._ends[after - 1], label, kb_id

    def _column(self, attribute: int) -> list[int]:
        """Return each token's value of an attribute; all 0 if the file lacks the attribute."""
        wide = len(self._packed.columns)
        column = self._packed.columns.get(attribute)
        if column is None:
            return [0] * self._length
        rows = self._packed.rows[self._first * wide : (self._first + self._length) * wide]
        return rows[column::wide].tolist()


DOCBIN_IN = Importer(name="docbin", title=_TITLE, suffixes=(".spacy",), read=_read)
