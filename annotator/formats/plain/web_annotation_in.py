"""Reading W3C Web Annotations, as Recogito, Hypothesis and this program write them.

Such a file has no texts. They are in files beside it: in ``NAME.texts.json``, in ``NAME.txt`` if all annotations are
about one text, or in a text file named like the annotated page. A label is placed by its position if its words are
there, else by its words and those around them, since positions in a web page are not those in its article. Positions
count UTF-16 units in browsers, code points in the recommendation; the quoted words show which.
Source: https://www.w3.org/TR/annotation-model; https://h.readthedocs.io/en/latest/api-reference
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from annotator.formats.base import Importer, ReadOptions
from annotator.formats.plain.quote_anchors import QuoteAnchor, anchored
from annotator.formats.problem import Problem
from annotator.formats.shared.incoming import read_record
from annotator.formats.shared.json_fields import listed, object_of, objects_in, parsed
from annotator.formats.shared.metadata.facts import value_from_text
from annotator.formats.shared.units import unit_of
from annotator.model.json_records import FORMAT
from annotator.model.values import Annotated
from annotator.system import packed
from annotator.system.errors import QT_TRANSLATE_NOOP, FormatError
from annotator.system.whole_files import read_text, reading
from annotator.text.normalization import web_address

LIMIT = 128  # MB of each file
TEXTS = ".texts.json"
HIGHLIGHT = "Highlight"
"""The label of annotations that name none."""

_TITLE = "W3C Web Annotation"
_PLAIN = ".txt"
_ITEMS = ("items", "rows", "annotations", "@graph", "first")
_FURTHEST = 1 << 40
_LONGEST_NAME = 255  # bytes; file systems refuse longer names


def _read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    with reading(path, _TITLE):
        sources, apart, problems = _gathered(_entries(parsed(read_text(path, LIMIT))), path.name)
        texts = _Texts(path, list(sources))
        if sources and not any(texts.facts(source) for source in sources):
            raise FormatError("format.companion", file=path.name, companion=packed.bare(path).with_suffix(_PLAIN).name)
        for name in texts.known:
            sources.setdefault(name, _Source(name=name))
    yield from problems
    places = {str(item.get("id")): source for source in sources.values() for _, item in source.items}
    for number, item in apart:
        field, about = (
            ("references", _first_of(item)) if _is_reply(item) else ("target", _Said(item).relation()["head"])
        )
        source = places.get(str(about))
        if source is not None:
            (source.replies if _is_reply(item) else source.links).append(item)
        else:
            details = {"field": field, "id": str(about)}
            yield Problem(file=path.name, line=0, place=f"items {number}", code="row.end", details=details)
    for source in sources.values():
        facts = texts.facts(source.name)
        if facts is None:
            yield Problem(file=path.name, line=0, code="record.source", details={"name": source.name})
            continue
        yield from _article(source, facts, path, options)


def _gathered(
    items: Iterable[Mapping[str, Any]], file: str
) -> tuple[dict[str, "_Source"], list[tuple[int, Mapping[str, Any]]], list[Problem]]:
    """Return the annotated texts by address, the links and replies with their numbers, and the problems found."""
    sources: dict[str, _Source] = {}
    apart: list[tuple[int, Mapping[str, Any]]] = []
    problems = []
    for number, item in enumerate(items, 1):
        if "linking" in listed(item.get("motivation")) or _is_reply(item):
            apart.append((number, item))
        elif not item.get("target"):
            details = {"field": "target"}
            problems.append(Problem(file=file, line=0, place=f"items {number}", code="row.missing", details=details))
        else:
            for source in dict.fromkeys(_address(target, item) for target in listed(item.get("target"))):
                sources.setdefault(source, _Source(name=source)).items.append((number, item))
    return sources, apart, problems


def _is_reply(item: Mapping[str, Any]) -> bool:
    return bool(item.get("references"))


def _first_of(reply: Mapping[str, Any]) -> Any:
    """Return the id of the annotation that started a reply's thread."""
    return next(iter(listed(reply.get("references"))), None)


def _entries(value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the annotations of a list, a page, a collection or a response of Hypothesis, or a single annotation."""
    if isinstance(value, list):
        for entry in value:
            yield from _entries(entry)
    elif isinstance(value, Mapping):
        inner = next((value[name] for name in _ITEMS if isinstance(value.get(name), list | dict)), None)
        if inner is not None:
            yield from _entries(inner)
        elif value:
            yield value


def _address(target: Any, item: Mapping[str, Any]) -> str:
    if isinstance(target, str):
        return target
    source = target.get("source") if isinstance(target, Mapping) else None
    if isinstance(source, Mapping):
        source = source.get("id")
    return source if isinstance(source, str) else str(item.get("uri") or "")


class _Texts:
    """The texts beside a file, by the addresses of its annotations."""

    def __init__(self, path: Path, sources: list[str]) -> None:
        self._path = path
        self._only = len(sources) == 1
        self.known: dict[str, dict[str, Any]] = {}
        beside = packed.beside(path, TEXTS)
        if beside.is_file():
            for entry in listed(parsed(read_text(beside, LIMIT))):
                if isinstance(entry, Mapping) and isinstance(entry.get("source"), str):
                    self.known[entry["source"]] = {name: held for name, held in entry.items() if name != "source"}
        self._found: dict[str, str | None] = {source: self._beside(source) for source in sources}

    def facts(self, source: str) -> dict[str, Any] | None:
        """Return an article's text and facts; None if there is no text."""
        if source in self.known:
            return self.known[source]
        found = self._found.get(source)
        if found is None:
            return None
        page = {"url": source} if web_address(source) else {}
        return {"text": found, **page}

    def _beside(self, source: str) -> str | None:
        last = Path(unquote(urlsplit(source).path)).name if _is_address(source) else Path(source).name
        names = [packed.beside(self._path, _PLAIN).name] if self._only else []
        names += [last] if last.endswith(_PLAIN) else [f"{last}{_PLAIN}", f"{Path(last).stem}{_PLAIN}"] if last else []
        for name in names:
            file = self._path.parent / name
            if len(name.encode("utf-8", "replace")) <= _LONGEST_NAME and file.is_file():
                return read_text(file, LIMIT).removeprefix("\ufeff")
        return None


def _is_address(source: str) -> bool:
    try:
        return bool(urlsplit(source).scheme)
    except ValueError:
        return False


@dataclass(kw_only=True)
class _Source:
    """An annotated text, with the annotations about it and their numbers in the file."""

    name: str
    items: list[tuple[int, Mapping[str, Any]]] = field(default_factory=list)
    links: list[Mapping[str, Any]] = field(default_factory=list)
    replies: list[Mapping[str, Any]] = field(default_factory=list)


def _article(
    source: _Source, facts: Mapping[str, Any], path: Path, options: ReadOptions
) -> Iterator[Annotated | Problem]:
    text = str(facts.get("text") or "").replace("\r\n", "\n").replace("\r", "\n")
    article = _Article(text, source, path.name, options, own=facts.get("format") == FORMAT)
    yield from article.problems
    record = {**facts, "text": text, "spans": article.spans, "relations": article.relations, "labels": article.labels}
    if article.comments:
        record["comments"] = article.comments
    if article.notes:
        record["meta"] = {**object_of(facts.get("meta")), "note": "\n".join(article.notes)}
    yield from read_record(record, file=path.name, line=0, options=replace(options, utf16=False))


class _Article:
    """The rows of one text's annotations."""

    def __init__(self, text: str, source: _Source, file: str, options: ReadOptions, *, own: bool) -> None:
        self.spans: list[dict[str, Any]] = []
        self.labels: list[dict[str, Any]] = []
        self.notes: list[str] = []  # about the whole page
        self.problems: list[Problem] = []
        self._text, self._file, self._own = text, file, own
        anchors = {number: list(_anchors(item, source.name)) for number, item in source.items}
        every = [anchor for found in anchors.values() for anchor in found]
        quoted = [(a.start, a.end, a.exact) for a in every if a.start is not None and a.end is not None]
        self._to_point = unit_of(text, quoted, utf16=options.utf16)
        for number, item in source.items:
            self._add(number, item, anchors[number])
        self.relations = [self._relation(item) for item in source.links]
        self.comments = list(self._comments(source.replies))

    def _comments(self, replies: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
        """Yield the replies to labels as comments on their words."""
        places = {span["id"]: span["parts"] for span in self.spans}
        for reply in replies:
            said, about = _Said(reply), self._key(_first_of(reply))
            whole = [[0, min(1, len(self._text))]]  # of a note about the page, or one whose words were not found
            parts = places.get(about, whole)
            words = "\n".join(said.notes)
            if words:
                yield {
                    "id": self._key(reply.get("id")),
                    "span": about if about in places else None,
                    "start": parts[0][0],
                    "end": parts[-1][1],
                    "text": words,
                    "annotator": said.annotator(),
                    "made": str(reply.get("created") or ""),
                }

    def _relation(self, item: Mapping[str, Any]) -> dict[str, Any]:
        found = _Said(item).relation()
        return {**found, **{name: self._key(found[name]) for name in ("id", "head", "tail")}}

    def _key(self, given: Any) -> str:
        """Return the id of an annotation; the UUIDs in files that this program wrote are converted back to our ids."""
        return str(given).removeprefix("urn:uuid:").replace("-", "") if self._own else str(given)

    def _add(self, number: int, item: Mapping[str, Any], anchors: list[QuoteAnchor]) -> None:
        said = _Said(item)
        if not anchors:
            self.labels += said.article_labels()
            self.notes += said.notes
            return
        parts = []
        for anchor in anchors:
            place = anchored(self._text, anchor, self._to_point)
            if place is None:
                code = "row.quote_lost" if anchor.exact else "row.kind"
                named = QT_TRANSLATE_NOOP("Fields", "a part")
                expected = QT_TRANSLATE_NOOP("Formats", "a list of [start, end]")
                details = {"quote": anchor.exact[:80]} if anchor.exact else {"field": named, "expected": expected}
                where = f"items {number}"
                self.problems.append(Problem(file=self._file, line=0, place=where, code=code, details=details))
                return
            parts.append(list(place))
        key = self._key(item.get("id") or f"#{number}")
        for at, label in enumerate(said.labels()):
            self.spans.append({"id": key + f"/{at}" * bool(at), "label": label, "parts": sorted(parts), **said.facts()})


def _anchors(item: Mapping[str, Any], source: str) -> Iterator[QuoteAnchor]:
    """Yield an anchor for each part of an annotation's words; an annotation of a whole page has none."""
    for target in objects_in(listed(item.get("target"))):
        if _address(target, item) != source:
            continue
        found = QuoteAnchor()
        for selector in _selectors(target.get("selector")):
            found = _with(found, selector)
        if found.exact or found.start is not None:
            yield found


def _selectors(value: Any) -> Iterator[Mapping[str, Any]]:
    for selector in objects_in(listed(value)):
        yield selector
        yield from _selectors(selector.get("refinedBy"))
        if selector.get("type") == "Choice":
            yield from _selectors(selector.get("items"))


_CHARACTERS = re.compile(r"char=(\d{1,12}),(\d{1,12})", re.ASCII)


def _with(anchor: QuoteAnchor, selector: Mapping[str, Any]) -> QuoteAnchor:
    kind = selector.get("type")
    if kind == "TextQuoteSelector" and isinstance(selector.get("exact"), str):
        around = {name: selector[name] for name in ("prefix", "suffix") if isinstance(selector.get(name), str)}
        return replace(anchor, exact=selector["exact"], **around)
    if kind == "TextPositionSelector":
        start, end = selector.get("start"), selector.get("end")
        if type(start) is int and type(end) is int and 0 <= start < end < _FURTHEST:
            return replace(anchor, start=start, end=end)
    if kind == "FragmentSelector" and (found := _CHARACTERS.search(str(selector.get("value")))):
        return replace(anchor, start=int(found[1]), end=int(found[2]))
    return anchor


class _Said:
    """The content of an annotation's bodies: tags, notes and our own fields."""

    def __init__(self, item: Mapping[str, Any]) -> None:
        self._item = item
        self._bodies = [*objects_in(listed(item.get("body")))]
        plain = [body for body in listed(item.get("body")) if isinstance(body, str)]
        self.notes = [*plain, *self._of("commenting", "replying"), *_texts(item.get("text"))]

    def labels(self) -> list[str]:
        """Return the labels: the annotation's tags, else its class, else `HIGHLIGHT`."""
        tags = [*self._of("tagging"), *_texts(item for item in listed(self._item.get("tags")))]
        return list(dict.fromkeys(tags or self._of("classifying"))) or [HIGHLIGHT]

    def facts(self) -> dict[str, Any]:
        """Return layer, fields, note, doubt and annotator."""
        fields: dict[str, Any] = {}
        notes = list(self.notes)
        for words in self._of("describing"):
            name, parted, value = words.partition(": ")
            if parted and re.fullmatch(r"\w+", name):
                fields[name] = value_from_text(value)
            else:
                notes.append(words)
        fields |= {"identifier": words} if (words := "; ".join(self._of("identifying"))) else {}
        tagged = bool(self._of("tagging"))
        return {
            "layer": next(iter(self._of("classifying")), None) if tagged else None,
            "attributes": fields,
            "note": "\n".join(notes),
            "doubt": "doubtful" in self._of("assessing"),
            "annotator": self.annotator(),
        }

    def annotator(self) -> str | None:
        """Return the name of the annotator, without the server that Hypothesis adds to it."""
        creator = self._item.get("creator")
        if isinstance(creator, Mapping):
            creator = creator.get("name") or creator.get("nickname") or creator.get("id")
        given = creator or self._item.get("user")
        if not isinstance(given, str):
            return None
        return given.removeprefix("acct:").rpartition("@")[0] or given if given.startswith("acct:") else given

    def article_labels(self) -> Iterator[dict[str, Any]]:
        """Yield the labels of an annotation of the whole page."""
        who = self.annotator()
        for words in self._of("classifying") or self.labels():
            name, parted, value = words.partition(": ")
            label, meant = (name, value) if parted and value else ("label", words)
            if words != HIGHLIGHT:
                yield {"label": label, "value": meant, "annotator": who}

    def relation(self) -> dict[str, Any]:
        """Return the relation that a linking annotation stands for."""
        fields = (words.partition(": ") for words in self._of("describing"))
        ends = [_reference(target) for target in listed(self._item.get("target"))]
        ends += [_reference(body.get("source")) for body in self._bodies if body.get("purpose") == "linking"]
        ends += [None, None]
        return {
            "id": self._item.get("id"),
            "label": next(iter(self._of("tagging")), None),
            "head": ends[0],
            "tail": ends[1],
            "attributes": {name: value_from_text(value) for name, parted, value in fields if parted},
            "annotator": self.annotator(),
        }

    def _of(self, *purposes: str) -> list[str]:
        found = (body for body in self._bodies if body.get("purpose") in purposes)
        return [words for body in found for words in _texts(_value(body))]


def _value(body: Mapping[str, Any]) -> Any:
    source = body.get("source")
    of_source = source.get("label") or source.get("id") if isinstance(source, Mapping) else source
    return body.get("value") or of_source


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from [value] if value.strip() else []
    elif isinstance(value, Iterable) and not isinstance(value, Mapping):
        yield from (entry for entry in value if isinstance(entry, str) and entry.strip())


def _reference(value: Any) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("id") or value.get("source")
    return value if isinstance(value, str) else None


WEB_ANNOTATION_IN = Importer(
    name="web-annotation",
    title=_TITLE,
    suffixes=(".jsonld", ".json"),
    read=_read,
    signs=re.compile(r'"Text(?:Quote|Position)Selector"|ns/anno\.jsonld"'),
    belongs=(_PLAIN, TEXTS),
)
