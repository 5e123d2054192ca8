"""Writing and reading files, and comparing their content."""

import json
from dataclasses import replace

from annotator.formats.base import ReadOptions
from annotator.formats.fit import Options
from annotator.formats.problem import Problem
from annotator.formats.registry import exporter, importer
from annotator.formats.shared.vocabulary import Vocabulary
from annotator.model.schema_file import load
from annotator.model.values import Annotated

_NEWS = load("news")
_GREY = [replace(y, labels=tuple(replace(v, light="#888888") for v in y.labels)) for y in _NEWS.layers]
SCHEMA = replace(_NEWS, layers=tuple(_GREY))  # its colours are a matter of taste, and stand in golden files
NEWS = ReadOptions(vocabulary=Vocabulary(schema=SCHEMA), language="de", annotator="import")


def read(name, path, options=NEWS):
    """Return the documents and the problems of a file."""
    found = list(importer(name).read(path, options))
    problems = [entry for entry in found if isinstance(entry, Problem)]
    return [entry for entry in found if not isinstance(entry, Problem)], problems


def written(name, path, *stream, **options):
    """Write and read again; return the documents, the problems and the report."""
    report = exporter(name).write(stream, path, Options(schema=SCHEMA, **options))
    return *read(name, path), report


def of_rows(report):
    """Return the losses, except details of articles, which hardly any format can hold."""
    return [loss for loss in report.losses if loss.row != "detail"]


def codes(problems):
    return [(problem.line, problem.place, problem.code) for problem in problems]


def quotes_of(annotated):
    """Return the label and words of each span."""
    return [(span.label, span.quote(annotated.document.text)) for span in annotated.spans]


def said(annotated, *, attributes=True, annotators=True):
    """Return the content of the spans, sorted and without ids, to compare it with that of another article."""
    return sorted(
        (
            span.parts,
            span.layer,
            span.label,
            json.dumps({**span.attributes, "identity": ""}, sort_keys=True) if attributes else "",
            (span.note, span.doubt) if attributes else (),
            span.annotator if annotators else "",
        )
        for span in annotated.spans
    )


def linked(annotated):
    """Return the relations with the labels and offsets of their ends."""
    spans = {span.id: (span.label, span.parts) for span in annotated.spans}
    return sorted((relation.label, spans[relation.head], spans[relation.tail]) for relation in annotated.relations)


def without(annotated: Annotated, *, identities: bool = False, **fields) -> Annotated:
    """Return the article without its relation into another article, progress and, by default, identities."""
    here = {span.id for span in annotated.spans}
    relations = tuple(relation for relation in annotated.relations if relation.tail in here)
    if not identities:
        known = [{name: value for name, value in s.attributes.items() if name != "identity"} for s in annotated.spans]
        spans = tuple(replace(s, attributes=kept) for s, kept in zip(annotated.spans, known, strict=True))
        annotated = replace(annotated, spans=spans, identities=())
    return replace(annotated, **{"relations": relations, "sentences": (), "states": (), **fields})


def tidy(annotated: Annotated) -> Annotated:
    """Return the article with fields that the news schema allows."""
    spans = tuple(
        replace(span, attributes={"speech": "direct", "topic": "Geld & Steuern", "topics": ["Geld", "🤗"]})
        if span.layer == "claims"
        else span
        for span in annotated.spans
    )
    return replace(annotated, spans=spans)
