"""Excel workbooks of labels, with sheets for relations and articles, and Excel workbooks of claim cards.

Offsets are code points, end exclusive. The texts of articles are left out, since a cell holds 32,767 characters.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.formats.base import Exporter, Put
from annotator.formats.capabilities import ALL_ROWS
from annotator.formats.claims.claim_cards import card_columns, card_row
from annotator.formats.claims.claim_facts import WHOLE_CLAIMS, Gatherer
from annotator.formats.fit import Fitted, Options
from annotator.formats.loss import Loss, LossKind, LossLog
from annotator.formats.plain.workbook import WorkbookTable, too_long, workbook
from annotator.formats.shared.metadata.facts import FACTS, facts_to, value_to_text
from annotator.model.values import Annotated, Relation, Span

_FIRST = "document title layer label text start end parts annotator note doubt".split()
_LAST = "more id".split()
_RELATIONS = "document label head head_text tail tail_text annotator attributes id".split()
_ARTICLE_LABELS = "document title annotator label value".split()
_CONTROLS = frozenset({"title", "note"})


@contextmanager
def _open_labels(path: Path, options: Options) -> Iterator[Put]:
    fields = _field_columns(options)
    with workbook(path) as made:
        labels = WorkbookTable(made, "Labels", [*_FIRST, *fields, *_LAST])
        relations = WorkbookTable(made, "Relations", _RELATIONS)
        articles = WorkbookTable(made, "Articles", ["document", *FACTS, "characters", "labels"])
        of_articles = WorkbookTable(made, "Article labels", _ARTICLE_LABELS)

        def put(fitted: Fitted) -> None:
            annotated = fitted.annotated
            document, spans = annotated.document, {span.id: span for span in annotated.spans}
            facts = facts_to(document, without={"id"})
            counts = {"characters": len(document.text), "labels": len(annotated.spans)}
            articles.add({"document": document.id, **facts, **counts})
            for span in annotated.spans:
                labels.add(_span(span, annotated, fields))
            for relation in annotated.relations:
                relations.add(_relation(relation, spans, document.text))
            for label in annotated.labels:
                said = {"annotator": label.annotator, "label": label.label, "value": label.value}
                of_articles.add({"document": document.id, "title": document.title, **said})

        yield put


def _field_columns(options: Options) -> list[str]:
    """Return the schema's fields, which get a column each."""
    known = options.schema.attributes if options.schema is not None else ()
    wanted = (one.id for one in known if not options.layers or one.layer in options.layers)
    return list(dict.fromkeys(name for name in wanted if name not in {*_FIRST, *_LAST}))


def _span(span: Span, annotated: Annotated, fields: list[str]) -> dict[str, Any]:
    more = {name: value for name, value in span.attributes.items() if name not in fields}
    given = {name: value_to_text(span.attributes[name]) for name in fields if span.attributes.get(name) is not None}
    return {
        "document": span.document,
        "title": annotated.document.title,
        "layer": span.layer,
        "label": span.label,
        "text": span.quote(annotated.document.text),
        "start": span.start,
        "end": span.end,
        "parts": "; ".join(f"{start}–{end}" for start, end in span.parts) if len(span.parts) > 1 else "",
        "annotator": span.annotator,
        "note": span.note,
        "doubt": "yes" if span.doubt else "",
        **given,
        "more": json.dumps(more, ensure_ascii=False) if more else "",
        "id": span.id,
    }


def _relation(relation: Relation, spans: dict[str, Span], text: str) -> dict[str, Any]:
    ends = {"head": relation.head, "tail": relation.tail}
    quotes = {f"{name}_text": spans[end].quote(text) for name, end in ends.items() if end in spans}
    fields = json.dumps(dict(relation.attributes), ensure_ascii=False) if relation.attributes else ""
    document = spans[relation.head].document
    rest = {"label": relation.label, "annotator": relation.annotator, "attributes": fields, "id": relation.id}
    return {"document": document, **ends, **quotes, **rest}


class _Cut:
    """The labels whose words, note or fields did not fit into a cell."""

    def __init__(self) -> None:
        self._losses: list[Loss] = []

    def see(self, fitted: Fitted) -> None:
        """Add the labels of a document."""
        document = fitted.annotated.document
        for span in fitted.annotated.spans:
            fields = (value_to_text(value) for value in span.attributes.values())
            if any(map(too_long, (span.quote(document.text), span.note, *fields))):
                self._losses.append(LossLog(document).add_span(span, "cell_cut", LossKind.CHANGED))

    def losses(self) -> list[Loss]:
        """Return a loss for each label whose words, note or fields are cut."""
        return self._losses


@contextmanager
def _open_cards(path: Path, options: Options) -> Iterator[Put]:
    columns, fields = card_columns(options)
    with workbook(path) as made:
        cards = WorkbookTable(made, "Claims", columns)

        def put(fitted: Fitted) -> None:
            for claim in Gatherer(fitted).claims():
                cards.add(card_row(claim, fields))

        yield put


EXCEL_OUT = Exporter(
    name="xlsx",
    title="Excel of labels",
    suffix=".xlsx",
    holds=replace(ALL_ROWS, across=True, labels=True, details=frozenset(FACTS), without_controls=_CONTROLS),
    open=_open_labels,
    watch=lambda _: _Cut(),
)
CLAIM_CARDS_EXCEL_OUT = Exporter(
    name="claim-cards-xlsx",
    title="Excel of claim cards",
    suffix=".xlsx",
    holds=replace(WHOLE_CLAIMS, without_controls=_CONTROLS),
    open=_open_cards,
    watch=lambda _: _Cut(),
)
