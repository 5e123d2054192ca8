"""The fast functions that encode a row give the same bytes as the general encoder."""

import pytest

from annotator.model.json_rows import row_to
from annotator.model.values import Origin, OriginKind, Span
from annotator.store import row_json, rows


def made(*parts, label="PER", annotator="Jo", **more):
    return Span(id="1", document="d", layer="entities", label=label, parts=parts, annotator=annotator, **more)


@pytest.mark.parametrize(
    "span",
    [
        made((3, 7)),
        made((0, 1), label='a"\u2028b\\u0000', note="ä\n", doubt=True),
        made((0, 1), note="\0"),
        made((0, 1), label="\0", annotator="\0"),
        made((0, 2), (4, 5)),
        made((0, 2), attributes={"kind": "x"}),
        made((0, 2), annotator='b"c', origin=Origin(kind=OriginKind.IMPORT, source="a.jsonl", score=0.5)),
    ],
)
def test_quick_log_line_equals_encoded_one(span):
    assert rows.added_span_line(span) == row_json.dump({"before": None, "after": row_to(span)})
