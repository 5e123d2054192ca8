"""The parts that all exporters share."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.capabilities import SpanChoice
from annotator.formats.fit import Options
from annotator.formats.registry import exporter
from annotator.model.values import Annotated, Relation
from annotator.system.errors import FormatError
from tests.annotator.formats.at_hand import WRITTEN
from tests.annotator.formats.texts import TEXT, document, hex_id, rich, span

JSONL = exporter("jsonl")


def several(count, **fields):
    """Return articles with different texts, since a split keeps copies together."""
    texts = (f"Nachricht {number} aus Köln 🎈 über Nummer {number}." for number in range(count))
    return [Annotated(document=document(number, text), **fields) for number, text in enumerate(texts)]


def test_split_writes_a_file_for_each_part(tmp_path):
    report = JSONL.write(several(10), tmp_path / "out", Options(split="70/20/10", seed=3))
    assert report.splits == (("train", 7), ("dev", 2), ("test", 1))
    lines = {path.name: path.read_text("utf-8").count("\n") for path in (tmp_path / "out").iterdir()}
    assert lines == {"train.jsonl": 7, "dev.jsonl": 2, "test.jsonl": 1}


def test_report_counts_near_duplicates_that_stay_together(tmp_path):
    story = "Die Werft in Bremen stellt im Herbst zwanzig neue Leute ein."
    copies = [Annotated(document=document(number, f"{story} Teil {number}.")) for number in (20, 21, 22)]
    options = Options(split="70/20/10", seed=3)
    report = JSONL.write([*several(7), *copies], tmp_path / "out", options)
    assert report.copies == 3
    assert len({report.dealt[annotated.document.id] for annotated in copies}) == 1
    assert JSONL.preflight(several(7), options).copies == 0


def test_split_of_iterator_equals_split_of_list(tmp_path):
    options = Options(split="70/20/10", seed=3)
    JSONL.write(several(10), tmp_path / "list", options)
    JSONL.write(iter(several(10)), tmp_path / "iterator", options)
    for name in ("train.jsonl", "dev.jsonl", "test.jsonl"):
        assert (tmp_path / "list" / name).read_bytes() == (tmp_path / "iterator" / name).read_bytes()


def test_empty_part_of_a_split_is_an_empty_file(tmp_path):
    for count in (10, 1):
        JSONL.write(several(count), tmp_path / "out", Options(split="80/10/10"))
    assert (tmp_path / "out" / "test.jsonl").read_bytes() == b""


def test_documents_are_read_one_by_one(tmp_path):
    alive = []

    def stream():
        for annotated in several(3):
            alive.append(annotated.document.id)
            yield annotated
            assert len(list(tmp_path.glob("**/out.jsonl"))) == 1

    report = JSONL.write(stream(), tmp_path / "out.jsonl", Options())
    assert report.documents == len(alive) == 3
    assert report.splits == ()


@pytest.mark.parametrize("name", WRITTEN)
def test_unwritable_target_leaves_nothing(tmp_path, name):
    with pytest.raises(FormatError, match="could not be written") as told:
        exporter(name).write(several(1), tmp_path / "nowhere" / "out", Options())
    assert told.value.code == "format.target"
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("wrong", [Options(overlap="best"), Options(split="1/2/3")])
def test_wrong_options_raise_before_writing(tmp_path, wrong):
    for attempt in (lambda: JSONL.preflight([], wrong), lambda: JSONL.write([], tmp_path / "out", wrong)):
        with pytest.raises(FormatError):
            attempt()
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("options", [Options(), Options(split="60/20/20"), Options(exclude_furniture=True)])
def test_preflight_report_equals_write_report(tmp_path, name, options):
    poor = Annotated(document=document(2), spans=(span(50, "teuern", document=hex_id(2)),))
    stream = [rich(), poor]
    told = exporter(name).preflight(stream, options)
    assert told.documents == 2
    if exporter(name).refusal(told) is not None:
        with pytest.raises(FormatError):
            exporter(name).write(stream, tmp_path / "out", options)
        assert not (tmp_path / "out").exists()
    else:
        assert exporter(name).write(stream, tmp_path / "out", options) == told


RANGES = st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 25)), max_size=12)


def _parts(start, length):
    """Return one part, or two if the length is a multiple of three."""
    end = min(len(TEXT), start + length)
    return ((start, start + 1), (start + 2, end)) if length % 3 == 0 and start + 2 < end else ((start, end),)


@given(
    RANGES,
    st.sampled_from(sorted(WRITTEN)),
    st.sampled_from(["longest", "shortest", "first", "layer:claims"]),
    st.sampled_from([None, SpanChoice.WIDEN, SpanChoice.SPLIT_TOKEN]),
    st.sampled_from([None, SpanChoice.HULL, SpanChoice.LONGEST]),
    st.booleans(),
)
def test_every_span_is_written_changed_or_lost(ranges, name, overlap, edges, gaps, furniture):
    spans = [
        replace(span(number, "Köln", layer=("entities", "claims")[number % 2]), parts=_parts(start, length))
        for number, (start, length) in enumerate(ranges)
    ]
    relations = tuple(
        Relation(id=hex_id(100 + number), label="same", head=one.id, tail=spans[0].id, annotator="ada")
        for number, one in enumerate(spans)
    )
    annotated = Annotated(document=rich().document, spans=tuple(spans), relations=relations)
    options = Options(overlap=overlap, edges=edges, gaps=gaps, exclude_furniture=furniture)
    report = exporter(name).preflight([annotated], options)
    assert report.written + report.changed + report.lost == report.spans == len(spans)
    assert report.written >= 0
    for loss in report.losses:
        assert 0 <= loss.start < loss.end <= len(TEXT)
