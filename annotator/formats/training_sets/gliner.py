"""GLiNER's JSON: lists of tokens, and of spans by first and last token; spans may nest.

Source: https://github.com/urchade/GLiNER, its data format
"""

import re
from collections.abc import Iterator
from typing import Any

from annotator.formats.base import Exporter, Importer, ReadOptions
from annotator.formats.capabilities import Capabilities, TrainingLimits
from annotator.formats.fit import Fitted
from annotator.formats.pieces import in_pieces
from annotator.formats.shared.imported_offsets import shown
from annotator.formats.shared.json_fields import REPORTED, Fields, ReportProblem, UnusableRow
from annotator.formats.shared.json_records import list_writer, reader
from annotator.formats.shared.tokens.token_columns import joined
from annotator.formats.shared.tokens.training_tokens import edges

_TITLE = "GLiNER JSON"


def _example(fitted: Fitted) -> dict[str, Any]:
    if fitted.doc is None:
        raise TypeError("GLiNER needs tokens")
    text, tokens = fitted.annotated.document.text, edges(fitted.doc)
    first, last = ({at: number for number, at in enumerate(ends)} for ends in (tokens.starts, tokens.ends))
    return {
        "tokenized_text": [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)],
        "ner": [[first[span.start], last[span.end], span.label] for span in fitted.annotated.spans],
    }


def _convert(example: dict[str, Any], options: ReadOptions, report: ReportProblem) -> Iterator[dict[str, Any]]:
    del options
    fields = Fields(example, "", report)
    words = fields.entries("tokenized_text")
    if not words or not all(isinstance(word, str) and word for word in words):
        raise UnusableRow("record.tokens")
    text, places = joined([words])
    spans = _spans(fields, places)
    rest = {name: value for name, value in example.items() if name not in {"tokenized_text", "ner"}}
    yield {"meta": rest, "text": text, "spans": list(spans)}


def _spans(fields: Fields, places: list[tuple[int, int]]) -> Iterator[Any]:
    """Yield the spans by characters, and report those whose tokens do not exist."""
    for number, entry in enumerate(fields.entries("ner"), 1):
        first, last, label = [*entry, None, None, None][:3] if isinstance(entry, list) else (None, None, None)
        if type(first) is not int or type(last) is not int:
            yield {"label": label, "start": first, "end": last}
        elif 0 <= first <= last < len(places):
            yield {"label": label, "start": places[first][0], "end": places[last][1]}
        else:
            where = {"start": shown(first), "end": shown(last), "length": str(len(places))}
            fields.at(f"ner {number}").report("row.tokens", **where)
            yield REPORTED


GLINER_OUT = Exporter(
    name="gliner",
    title=_TITLE,
    suffix=".json",
    # the reach is GLiNER's max_len and max_width
    holds=Capabilities(overlap=True, tokens=True, layers=False, reach=TrainingLimits(units=384, width=12)),
    open=list_writer(lambda fitted, _: map(_example, in_pieces(fitted))),
)
GLINER_IN = Importer(
    name="gliner",
    title=_TITLE,
    suffixes=(".json", ".jsonl"),
    read=reader(_convert),
    signs=re.compile(r'(?<!\\)"tokenized_text"\s*:'),
)
