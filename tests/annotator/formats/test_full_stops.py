"""Labels that end before a full stop which spaCy keeps in one token with the number or abbreviation before it."""

import pytest

from annotator.formats.capabilities import Capabilities, SpanChoice, choices_for
from annotator.formats.fit import Options, fit
from annotator.formats.loss import LossKind
from annotator.formats.registry import EXPORTERS
from annotator.model.values import Annotated, Relation, quote
from tests.annotator.formats.test_shape import OWN_TOKENS, READ, written
from tests.annotator.formats.texts import document, hex_id, span

GERMAN = "Der Landrat sagte, das Freibad öffne erst 2031. Die Halle koste 4,2 Mio.\n"
ENGLISH = "The mayor said the bridge cost £2.5m. It opened at noon.\n"


def of(*words, text=GERMAN, language="de", relations=()):
    spans = tuple(span(number, each, text=text, layer="claims", label="CLAIM") for number, each in enumerate(words, 1))
    return Annotated(document=document(text=text, language=language), spans=spans, relations=relations)


def quotes(fitted):
    return [quote(fitted.annotated.document.text, one.parts) for one in fitted.annotated.spans]


def told(fitted):
    return [(loss.quote, loss.reason, loss.kind) for loss in fitted.losses if loss.row == "span"]


@pytest.mark.parametrize("name", OWN_TOKENS)
@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        (GERMAN, "de", "das Freibad öffne erst 2031"),
        (GERMAN, "de", "Die Halle koste 4,2 Mio"),
        (ENGLISH, "en", "the bridge cost £2.5m"),
    ],
)
def test_label_before_a_full_stop_is_written_with_it(name, text, language, words):
    annotated = of(words, text=text, language=language)
    fitted = fit(annotated, EXPORTERS[name].holds, Options())
    assert quotes(fitted) == [words + "."]
    assert told(fitted) == [(words, "full_stop", LossKind.CHANGED)]
    (loss,) = (loss for loss in fitted.losses if loss.row == "span")
    assert loss.sentence == (
        f"CLAIM “{words}” is widened by the full stop behind it. Nothing to do; its words are all there."
    )


@pytest.mark.parametrize("name", READ)
def test_label_with_its_full_stop_is_read_again(tmp_path, name):
    back, problems, report = written(name, tmp_path, of("das Freibad öffne erst 2031"))
    assert problems == []
    assert [loss.reason for loss in report.losses if loss.row == "span"] == ["full_stop"]
    assert (report.written, report.changed, report.lost) == (0, 1, 0)
    assert [quote(back.document.text, one.parts).replace(" .", ".") for one in back.spans] == [
        "das Freibad öffne erst 2031."
    ]


def test_relation_of_label_before_a_full_stop_is_written():
    relation = Relation(id=hex_id(9), label="same", head=hex_id(1), tail=hex_id(2), annotator="ada")
    annotated = of("das Freibad öffne erst 2031", "Der Landrat", relations=(relation,))
    fitted = fit(annotated, Capabilities(tokens=True, relations=True), Options())
    assert fitted.annotated.relations == (relation,)


@pytest.mark.parametrize("words", ["öffne erst 203", "reibad öffne erst 2031", "das Freibad öffne erst 2031. Die Hal"])
def test_label_that_lacks_more_than_a_full_stop_is_left_out(words):
    fitted = fit(of(words), Capabilities(tokens=True), Options())
    assert told(fitted) == [(words, "token_edges", LossKind.LOST)]


def test_full_stop_of_its_own_stays_outside():
    fitted = fit(of("at noon", text=ENGLISH, language="en"), Capabilities(tokens=True), Options())
    assert quotes(fitted) == ["at noon"]
    assert fitted.losses == ()


def test_each_way_with_a_full_stop_can_be_chosen():
    words = "das Freibad öffne erst 2031"
    holds = Capabilities(tokens=True, annotators=True, attributes=True)
    split = fit(of(words), holds, Options(choices={hex_id(1): {SpanChoice.SPLIT_TOKEN}}))
    assert (quotes(split), told(split)) == ([words], [(words, "token_split", LossKind.CHANGED)])
    left = fit(of(words), holds, Options(choices={hex_id(1): {SpanChoice.LEAVE_OUT}}))
    assert (quotes(left), told(left)) == ([], [(words, "left_out", LossKind.LOST)])
    widened = fit(of(words), holds, Options(edges=SpanChoice.WIDEN))
    assert (quotes(widened), told(widened)) == ([words + "."], [(words, "full_stop", LossKind.CHANGED)])
    assert choices_for("span", "full_stop") == (SpanChoice.SPLIT_TOKEN, SpanChoice.LEAVE_OUT)
