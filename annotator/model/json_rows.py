"""Convert rows to plain JSON objects and back, for the edit log, our own JSONL and ``show --json``.

A missing or wrong field raises KeyError, TypeError or ValueError; callers that read untrusted files turn these into an
error message. Keys are written in sorted order by hand, because sorting them would take a third of the time.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any, TypeAlias, get_args

from annotator.model.talk import Comment, Review
from annotator.model.values import (
    BY_HAND,
    Acceptance,
    Assignment,
    Document,
    DocumentLabel,
    DocumentSplit,
    DocumentState,
    DraftRelation,
    Identity,
    Origin,
    OriginKind,
    Package,
    Part,
    Relation,
    Row,
    SentenceMark,
    Setting,
    Settled,
    Span,
    State,
    Suggestion,
    SuggestionState,
)

quoted = json.encoder.encode_basestring  # writes a string as JSON, as the encoder does
_DEEPEST = 64  # levels of nesting, since writing and sorting values are recursive

Json: TypeAlias = dict[str, Any]
_Plain: TypeAlias = DocumentLabel | SentenceMark | DocumentSplit | Setting | Assignment | Package | Review | Comment
_NAMES = "document_label sentence_mark document_split setting assignment package review comment".split()
_PLAIN: Mapping[str, type[_Plain]] = dict(zip(_NAMES, get_args(_Plain), strict=True))
"""The kinds of rows whose fields are written unchanged, by name."""


def parts_from(value: Sequence[Sequence[int]]) -> tuple[Part, ...]:
    """Read parts from ``[[start, end], …]``."""
    if len(value) == 1:  # almost always
        ((start, end),) = value
        return ((int(start), int(end)),)
    return tuple((int(start), int(end)) for start, end in value)


def origin_to(origin: Origin) -> Json:
    """Return an origin as a JSON object without empty fields."""
    written: Json = {} if origin.acceptance is None else {"acceptance": origin.acceptance.value}
    if origin.changed:
        written["changed"] = True
    if origin.confirmed:
        written["confirmed"] = list(origin.confirmed)
    written["kind"] = origin.kind.value
    for name in ("rule", "score", "source", "version"):
        value = getattr(origin, name)
        if value is not None:
            written[name] = value
    return written


def object_from(value: Any) -> Json:
    """Return an untrusted value if it is an object nested less deeply than `_DEEPEST`; raise if it is not."""
    if not isinstance(value, dict):
        raise TypeError(f"an object is wanted, not {type(value).__name__}")
    for inner in value.values():
        if isinstance(inner, (dict, list)):  # a tuple takes half the time of a union type
            break
    else:
        return value
    level = [inner for inner in value.values() if isinstance(inner, dict | list)]
    for _ in range(_DEEPEST):
        if not level:
            return value
        level = [inner for outer in level for inner in _inside(outer) if isinstance(inner, dict | list)]
    raise ValueError("it is nested too deep")


def mapping_in(written: str | None) -> Mapping[str, Any]:
    """Return the object in some JSON, empty if there is none or the JSON is invalid."""
    try:
        value = json.loads(written or "{}")
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, Mapping) else {}


def _inside(value: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value


def origin_from(value: Mapping[str, Any]) -> Origin:
    """Read an origin that `origin_to` wrote."""
    if value.get("kind") == OriginKind.HUMAN and len(value) == 1:
        return BY_HAND
    return Origin(
        kind=OriginKind(value["kind"]),
        source=_text_of(value, "source"),
        version=_text_of(value, "version"),
        score=_score_of(value),
        rule=_text_of(value, "rule"),
        confirmed=tuple(map(str, value.get("confirmed", ()))),
        acceptance=Acceptance(value["acceptance"]) if "acceptance" in value else None,
        changed=value.get("changed") is True,
    )


def _taken(value: Mapping[str, Any], names: str) -> Json:
    """Return the values of the fields with these names, which are written unchanged."""
    return {name: value[name] for name in names.split()}


def _text_of(value: Mapping[str, Any], name: str) -> str | None:
    if (found := value.get(name)) is None or isinstance(found, str):
        return found
    raise TypeError(f"{name} is no text")


def _score_of(value: Mapping[str, Any]) -> float | None:
    if (found := value.get("score")) is None or isinstance(found, float | int):
        return found
    raise TypeError("score is no number")


def span_to(span: Span, **more: Any) -> Json:
    """Return a span as a JSON object with its hull, without document and quote.

    ``more`` are keys between ``parts`` and ``start``.
    """
    parts = span.parts
    return {
        "annotator": span.annotator,
        "attributes": ordered(span.attributes),
        "doubt": span.doubt,
        "end": parts[-1][1],
        "id": span.id,
        "label": span.label,
        "layer": span.layer,
        "note": span.note,
        "origin": origin_to(span.origin),
        "parts": [list(part) for part in parts],
        **more,
        "start": parts[0][0],
    }


def span_from(value: Mapping[str, Any], document: str) -> Span:
    """Read a span that `span_to` wrote."""
    return Span(  # written out, because `_taken` takes half as long again and an edit may have 20,000 spans
        id=value["id"],
        document=document,
        layer=value["layer"],
        label=value["label"],
        parts=parts_from(value["parts"]),
        attributes=object_from(value["attributes"]),
        note=value["note"],
        doubt=bool(value["doubt"]),
        annotator=value["annotator"],
        origin=origin_from(value["origin"]),
    )


def relation_to(relation: Relation) -> Json:
    """Return a relation as a JSON object."""
    return {
        "annotator": relation.annotator,
        "attributes": ordered(relation.attributes),
        "head": relation.head,
        "id": relation.id,
        "label": relation.label,
        "origin": origin_to(relation.origin),
        "tail": relation.tail,
    }


def relation_from(value: Mapping[str, Any]) -> Relation:
    """Read a relation that `relation_to` wrote."""
    return Relation(
        attributes=object_from(value["attributes"]),
        origin=origin_from(value["origin"]),
        **_taken(value, "id label head tail annotator"),
    )


def draft_relation_to(draft: DraftRelation) -> Json:
    """Return a suggestion's relation as a JSON object."""
    return {
        "label": draft.label,
        "layer": draft.layer,
        "parts": [list(part) for part in draft.parts],
        "tail_label": draft.tail_label,
    }


def draft_relation_from(value: Mapping[str, Any]) -> DraftRelation:
    """Read a suggestion's relation that `draft_relation_to` wrote."""
    return DraftRelation(parts=parts_from(value["parts"]), **_taken(value, "label layer tail_label"))


def suggestion_to(suggestion: Suggestion, **more: Any) -> Json:
    """Return a suggestion as a JSON object with its hull, without document and quote.

    ``more`` are keys after ``parts``.
    """
    return {
        "attributes": ordered(suggestion.attributes),
        "end": suggestion.end,
        "id": suggestion.id,
        "label": suggestion.label,
        "layer": suggestion.layer,
        "parts": [list(part) for part in suggestion.parts],
        **more,
        "relations": [draft_relation_to(draft) for draft in suggestion.relations],
        "rule": suggestion.rule,
        "score": suggestion.score,
        "source": suggestion.source,
        "start": suggestion.start,
        "state": suggestion.state.value,
        "version": suggestion.version,
    }


def suggestion_from(value: Mapping[str, Any], document: str) -> Suggestion:
    """Read a suggestion that `suggestion_to` wrote."""
    return Suggestion(
        document=document,
        parts=parts_from(value["parts"]),
        attributes=object_from(value["attributes"]),
        relations=tuple(draft_relation_from(draft) for draft in value["relations"]),
        state=SuggestionState(value["state"]),
        **_taken(value, "id layer label score source version rule"),
    )


def document_to(document: Document) -> Json:
    """Return a document as a JSON object, without its text, which never changes."""
    return {
        "author": document.author,
        "excluded": [list(part) for part in document.excluded],
        "id": document.id,
        "language": document.language,
        "meta": ordered(document.meta),
        "published": document.published,
        "publisher": document.publisher,
        "sha256": document.sha256,
        "title": document.title,
        "url": document.url,
    }


def document_from(value: Mapping[str, Any], text: str) -> Document:
    """Read a document that `document_to` wrote, given its text."""
    return Document(
        text=text,
        meta=object_from(value["meta"]),
        excluded=parts_from(value["excluded"]),
        **_taken(value, "id title sha256 language publisher author url published"),
    )


def identity_to(identity: Identity) -> Json:
    """Return an identity as a JSON object."""
    return {
        "aliases": list(identity.aliases),
        "id": identity.id,
        "kb_id": identity.kb_id,
        "label": identity.label,
        "name": identity.name,
    }


def identity_from(value: Mapping[str, Any]) -> Identity:
    """Read an identity that `identity_to` wrote."""
    return Identity(aliases=tuple(value["aliases"]), **_taken(value, "id name label kb_id"))


def _plain_to(row: DocumentState | Settled | _Plain) -> Json:
    return {each.name: getattr(row, each.name) for each in fields(row)}


def row_to(row: Row) -> Json:
    """Return any row as a JSON object for the edit log, with its kind as ``row``, and its document if it has one."""
    match row:
        case Document():
            return {"row": "document", **document_to(row)}
        case Span():
            return {"row": "span", "document": row.document, **span_to(row)}
        case Relation():
            return {"row": "relation", **relation_to(row)}
        case Suggestion():
            return {"row": "suggestion", "document": row.document, **suggestion_to(row)}
        case Identity():
            return {"row": "identity", **identity_to(row)}
        case DocumentState():
            return {"row": "document_state", **_plain_to(row), "state": str(row.state)}
        case Settled():
            return {"row": "settled", **_plain_to(row), "taken": list(row.taken)}
        case _:
            return {"row": next(name for name, kind in _PLAIN.items() if isinstance(row, kind)), **_plain_to(row)}


def row_from(value: Mapping[str, Any], text_of: Callable[[str], str]) -> Row:
    """Read a row that `row_to` wrote. ``text_of`` is called only for document rows: it returns a text by its id."""
    match value["row"]:
        case "document":
            return document_from(value, text_of(value["id"]))
        case "span":
            return span_from(value, value["document"])
        case "relation":
            return relation_from(value)
        case "suggestion":
            return suggestion_from(value, value["document"])
        case "identity":
            return identity_from(value)
        case "document_state":
            return DocumentState(state=State(value["state"]), **_taken(value, "document annotator note"))
        case "package":
            return Package(options=object_from(value["options"]), **_taken(value, "id annotator purpose made"))
        case "settled":
            known = _taken(value, "id document layer start end annotator asked rule")
            return Settled(taken=tuple(map(str, value["taken"])), **known)
        case str(name) if name in _PLAIN:
            kind = _PLAIN[name]
            return kind(**{each.name: value[each.name] for each in fields(kind)})
        case other:
            raise ValueError(other)


def ordered(value: Any) -> Any:
    """Return a value with the keys of all its objects sorted, at every level."""
    if isinstance(value, Mapping):
        return {key: ordered(value[key]) for key in sorted(value)} if value else {}
    return [ordered(entry) for entry in value] if isinstance(value, list | tuple) else value
