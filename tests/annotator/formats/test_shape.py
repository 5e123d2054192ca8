"""Labels with gaps and labels of parts of words, in formats that cannot hold them: each option, in each format."""

import pytest

from annotator.formats.capabilities import Capabilities, SpanChoice, choices_for, with_choice
from annotator.formats.fit import Options, fit
from annotator.formats.loss import LossKind
from annotator.formats.registry import EXPORTERS, exporter
from annotator.model.values import Annotated, quote
from tests.annotator.formats.reading import SCHEMA, read, said
from tests.annotator.formats.texts import document, span

TEXT = "Die EU-Kommission sagte am Montag, die Abgaben sinken. Das Nordeuropa-Büro schwieg.\n"
FLAT = [name for name, entry in EXPORTERS.items() if not (entry.holds.discontinuous or entry.needs)]
READ = ["docbin", "prodigy", "huggingface", "conll", "gliner"]
OWN_TOKENS = [name for name, entry in EXPORTERS.items() if entry.holds.tokens]


def words(start, end):
    return TEXT.index(start), TEXT.index(end) + len(end)


def of(*spans):
    return Annotated(document=document(text=TEXT, language="de"), spans=spans)


def gapped():
    parts = (words("die Abgaben", "die Abgaben"), words("sinken", "sinken"))
    return span(1, "die", text=TEXT, layer="claims", label="CLAIM", parts=parts)


def inside():
    return span(2, "EU", text=TEXT, label="ORG"), span(3, "Nordeuropa", text=TEXT, label="LOC")


def quotes(annotated):
    return [quote(annotated.document.text, one.parts) for one in annotated.spans]


def tokens_of(fitted):
    assert fitted.doc is not None
    return [token.text for token in fitted.doc]


def written(name, folder, annotated, **options):
    """Write and read again; return the only document, the problems and the report."""
    report = exporter(name).write([annotated], folder / "out", Options(schema=SCHEMA, **options))
    inner = folder / "out" / "data" / "train.jsonl"
    (back,), problems = read(name, inner if inner.exists() else folder / "out")
    return back, problems, report


@pytest.mark.parametrize(
    ("way", "left", "reason"),
    [(SpanChoice.HULL, "die Abgaben sinken", "hull"), (SpanChoice.LONGEST, "die Abgaben", "longest_part")],
)
@pytest.mark.parametrize("options", ["all", "one"])
def test_span_with_gaps_as_hull_or_longest_part(way, left, reason, options):
    asked = Options(gaps=way) if options == "all" else Options(choices={gapped().id: {way}})
    for name in FLAT:
        fitted = fit(of(gapped()), EXPORTERS[name].holds, asked)
        assert quotes(fitted.annotated) == [left], name
        assert [(loss.reason, loss.kind) for loss in fitted.losses if loss.row == "span"] == [
            (reason, LossKind.CHANGED)
        ], name
        report = EXPORTERS[name].preflight([of(gapped())], asked)
        assert (report.written, report.changed, report.lost) == (0, 1, 0)


def test_format_with_gaps_ignores_gap_choice():
    fitted = fit(of(gapped()), Capabilities(discontinuous=True), Options(gaps=SpanChoice.HULL))
    assert fitted.annotated.spans == (gapped(),)


@pytest.mark.parametrize("way", [SpanChoice.HULL, SpanChoice.LONGEST])
@pytest.mark.parametrize("name", [name for name in READ if name != "conll"])
def test_closed_span_round_trip(tmp_path, name, way):
    back, problems, _ = written(name, tmp_path, of(gapped()), gaps=way)
    expected = {SpanChoice.HULL: "die Abgaben sinken", SpanChoice.LONGEST: "die Abgaben"}[way]
    found = quotes(back) if name not in {"gliner"} else [words.replace(" .", ".") for words in quotes(back)]
    assert found == [expected]
    assert problems == []


@pytest.mark.parametrize("options", ["all", "one"])
def test_splits_tokens_at_span_edges(options):
    way = SpanChoice.SPLIT_TOKEN
    asked = Options(edges=way) if options == "all" else Options(choices={one.id: {way} for one in inside()})
    for name in OWN_TOKENS:
        fitted = fit(of(*inside()), EXPORTERS[name].holds, asked)
        assert fitted.annotated.spans == inside(), name
        assert [(loss.reason, loss.kind) for loss in fitted.losses if loss.row == "span"] == [
            ("token_split", LossKind.CHANGED)
        ] * 2
        tokens = tokens_of(fitted)
        assert tokens[:4] == ["Die", "EU", "-Kommission", "sagte"]
        assert {"Nordeuropa", "-Büro"} < set(tokens)
        assert fitted.doc is not None
        assert fitted.doc.text == TEXT


def test_splits_only_tokens_of_written_spans():
    organisation, place = inside()
    whole = span(4, "EU-Kommission", text=TEXT, label="ORG")
    asked = Options(choices={organisation.id: {SpanChoice.SPLIT_TOKEN}})
    fitted = fit(of(organisation, whole, place), Capabilities(tokens=True), asked)
    assert quotes(fitted.annotated) == ["EU-Kommission"], "the longer one wins"
    assert tokens_of(fitted)[:3] == ["Die", "EU-Kommission", "sagte"]
    assert [loss.reason for loss in fitted.losses] == ["overlap", "token_edges"]


@pytest.mark.parametrize("name", READ)
def test_word_parts_round_trip(tmp_path, name):
    back, problems, report = written(name, tmp_path, of(*inside()), edges=SpanChoice.SPLIT_TOKEN)
    assert problems == []
    assert [(s.label, words) for s, words in zip(back.spans, quotes(back), strict=True)] == [
        ("ORG", "EU"),
        ("LOC", "Nordeuropa"),
    ]
    if name not in {"conll", "gliner"}:  # of which the tokens are all that is left
        assert said(back) == said(of(*inside()))
    assert (report.written, report.changed, report.lost) == (0, 2, 0)


def test_choices_for_span_combine_unless_contradictory():
    both = with_choice({SpanChoice.HULL}, SpanChoice.KEEP)
    assert both == {SpanChoice.HULL, SpanChoice.KEEP}
    assert with_choice(both, SpanChoice.LONGEST) == {SpanChoice.LONGEST, SpanChoice.KEEP}
    assert with_choice(both, SpanChoice.LEAVE_OUT) == {SpanChoice.LEAVE_OUT}
    assert with_choice({SpanChoice.LEAVE_OUT}, SpanChoice.WIDEN) == {SpanChoice.WIDEN}


def test_choice_can_be_changed():
    assert choices_for("span", "discontinuous") == (SpanChoice.HULL, SpanChoice.LONGEST, SpanChoice.LEAVE_OUT)
    assert choices_for("span", "hull") == (SpanChoice.LONGEST, SpanChoice.LEAVE_OUT)
    assert choices_for("span", "token_split") == (SpanChoice.WIDEN, SpanChoice.LEAVE_OUT)
    assert choices_for("span", "expanded") == (SpanChoice.SPLIT_TOKEN, SpanChoice.LEAVE_OUT)
    assert choices_for("relation", "hull") == ()


def test_span_with_gaps_beats_name_in_gap_if_chosen():
    name = span(5, "Abgaben", text=TEXT)
    chosen = {gapped().id: with_choice({SpanChoice.LONGEST}, SpanChoice.KEEP)}
    fitted = fit(of(gapped(), name), Capabilities(), Options(overlap="shortest", choices=chosen))
    assert quotes(fitted.annotated) == ["die Abgaben"]
    assert [(loss.id, loss.reason) for loss in fitted.losses] == [
        (gapped().id, "longest_part"),
        (name.id, "overlap"),
    ]
