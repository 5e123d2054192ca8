"""The sample articles that ship with the program, two of them fully labelled."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.editing.identities import IDENTITY
from annotator.model.values import Annotated, Document, DocumentState, Identity, Relation, Span, State, new_id
from annotator.system.resources import resource_path
from annotator.text.normalization import fingerprint


def sample_articles(annotator: str) -> list[Annotated]:
    """Return the sample articles, German ones first, with their labels in the name of ``annotator``."""
    folder = resource_path("samples")
    return [_read(path, annotator) for path in sorted(folder.glob("*.txt"))]


def shipped_document(text: str, facts: Mapping[str, Any]) -> Document:
    """Return a shipped article with a new id; ``facts`` is the JSON beside its text."""
    return Document(
        id=new_id(),
        title=facts["title"],
        text=text,
        sha256=fingerprint(text),
        language=facts["language"],
        publisher=facts["publisher"],
        author=facts["author"],
        published=facts["published"],
        excluded=tuple((start, end) for start, end in facts.get("excluded", ())),
    )


def _read(path: Path, annotator: str) -> Annotated:
    text = path.read_text("utf-8")
    labelled = path.with_suffix(".labels.json")
    facts = json.loads((labelled if labelled.exists() else path.with_suffix(".meta.json")).read_text("utf-8"))
    document = shipped_document(text, facts)
    spans = {entry["key"]: _span(entry, document.id, annotator) for entry in facts.get("spans", ())}
    identities = tuple(_identity(entry, spans) for entry in facts.get("identities", ()))
    relations = tuple(_relation(entry, spans, annotator) for entry in facts.get("relations", ()))
    state = DocumentState(document=document.id, annotator=annotator, state=State.DONE)
    return Annotated(
        document=document,
        spans=tuple(spans.values()),
        relations=relations,
        identities=identities,
        states=(state,) if spans else (),
    )


def _span(entry: Mapping[str, Any], document: str, annotator: str) -> Span:
    return Span(
        id=new_id(),
        document=document,
        layer=entry["layer"],
        label=entry["label"],
        parts=((entry["start"], entry["end"]),),
        attributes=entry.get("attributes", {}),
        annotator=annotator,
    )


def _identity(entry: Mapping[str, Any], spans: dict[str, Span]) -> Identity:
    """Build an identity and link the spans that mention it."""
    identity = Identity(id=new_id(), name=entry["name"], label=entry["label"])
    for key in entry["mentions"]:
        span = spans[key]
        spans[key] = replace(span, attributes={**span.attributes, IDENTITY: identity.id})
    return identity


def _relation(entry: Mapping[str, Any], spans: Mapping[str, Span], annotator: str) -> Relation:
    head, tail = spans[entry["head"]].id, spans[entry["tail"]].id
    attributes = entry.get("attributes", {})
    return Relation(id=new_id(), label=entry["label"], head=head, tail=tail, attributes=attributes, annotator=annotator)
