from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from annotator.model.values import Document
from annotator.suggest.claims.by_meaning.kinds import _decided, kinds_of
from annotator.suggest.claims.by_meaning.reader import Answer
from annotator.suggest.claims.engine import find
from annotator.suggest.claims.frame_values import Kind
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import Speed, at_speed
from annotator.suggest.work import prepare
from annotator.text.normalization import fingerprint
from tests.benchmarks.claims import kinds_right
from tests.conftest import SHIPPED
from tests.gold import gold_claims

TEXT = (
    "Klaus Berg sagte, das Gutachten kenne er seit Mai. Eva Roth sagte: „Das ist eine Zumutung für die Pendler.“ "
    "Klaus Berg fragte, ob der Zug noch fahre. Eva Roth forderte mehr Züge am Abend."
)


@pytest.fixture
def decide():
    found = kinds_of(*SHIPPED)
    assert found is not None
    return partial(found, TEXT, "de")


def rules():
    return find(TEXT, "de", (), lambda: False)


def test_meaning_tells_kinds_of_blind_articles_better():
    of_rules, by_meaning = kinds_right(gold_claims.load_all(1, gold_claims.EIGHTH), SHIPPED)
    assert by_meaning >= of_rules + 0.04
    assert by_meaning >= 0.79


def test_only_the_kind_of_a_claim_changes(decide):
    found, decided = rules(), decide(rules())
    assert [replace(one, kind=Kind.FACT) for one in decided] == [replace(one, kind=Kind.FACT) for one in found]


def test_questions_demands_and_clear_kinds_stay(decide):
    assert [one.kind for one in decide(rules())] == [Kind.FACT, Kind.OPINION, Kind.QUESTION, Kind.DEMAND]
    assert decide([]) == []


def test_what_somebody_denies_is_no_demand():
    text = "Klaus Berg bestritt, jemanden im Stich zu lassen."
    decide = kinds_of(*SHIPPED)
    assert decide is not None
    (one,) = decide(text, "de", find(text, "de", (), lambda: False))
    assert one.refutes
    assert one.kind is not Kind.DEMAND


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Klaus Berg sagte, jeder dritte Zug könne derzeit nicht fahren.", "de", Kind.FACT),
        ("Klaus Berg sagte, dass derzeit acht Züge fehlten.", "de", Kind.FACT),
        ("Klaus Berg sagte, ab Mai falle jeder dritte Zug aus.", "de", Kind.PREDICTION),
        ("Ann Lee said every third train was currently out of service.", "en", Kind.FACT),
    ],
)
def test_what_is_so_at_present_is_no_prediction(text, language, kind):
    unsure, nobody = np.full(5, 0.2, np.float32), np.zeros(0, np.float32)
    foretold = np.array([0.03, 0.01, 0.94, 0.01, 0.01], np.float32)  # the reader is almost sure
    answer = Answer(foretold, unsure, unsure[:3], unsure[:4], 0, nobody, 0.5, 0.5)
    (one,) = find(text, language, (), lambda: False)
    assert _decided(text, one, answer).kind is kind


def test_kind_does_not_depend_on_other_claims(decide):
    found = rules()
    assert [decide([one])[0] for one in found] == decide(found)


def test_claim_across_sentences_and_without_words_is_read(decide):
    one = rules()[0]
    for parts in (((0, len(TEXT)),), ((17, 18),), ((5, 9), (60, 70))):
        (decided,) = decide([replace(one, parts=parts)])
        assert decided.parts == parts


@pytest.mark.thorough
def test_only_the_thorough_answer_decides_kinds_by_meaning():
    text = (gold_claims.FRESH / "articles" / "de-52-kita.txt").read_text("utf-8")
    document = Document(id="d", title="", text=text, sha256=fingerprint(text), language="de")
    found = []
    for speed in Speed:
        prepared = prepare(document, "de", ("PER", "CLAIM"), (), at_speed(available().sources, speed))
        claims = [each for result in prepared.results for each in result.suggestions if each.layer == "claims"]
        found.append({each.parts: each.attributes["kind"] for each in claims})
    fast, thorough = found
    assert any(thorough[parts] != fast[parts] for parts in fast.keys() & thorough.keys())


def test_another_or_damaged_encoder_leaves_kinds_to_rules(tmp_path):
    assert kinds_of(tmp_path, None) is None
    (tmp_path / "sha256.json").write_text('{"words.npz": "0"}', "utf-8")
    assert kinds_of(tmp_path, None) is None


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Klaus Berg betonte, dass die Zahlen stimmten."),
        ("de", "Eva Roth sagte, jeder Hektar koste einen Betrieb im Jahr 700 Euro."),
        ("de", "Klaus Berg sagte, die Nachfrage bleibe hinter den Zahlen des Vorjahres zurück."),
        ("de", "Laut Eva Roth fällt jeder dritte Zug aus."),
        ("en", "Ann Lee stressed that the figures were correct."),
        ("en", "Tom Hale said each cow cost the farm 900 euros a year."),
        ("en", "Ann Lee said demand was below that of the year before."),
        ("en", "According to Tom Hale, every third train is cancelled."),
    ],
)
def test_reported_fact_without_a_future_is_no_prediction(language, line):
    decide = kinds_of(*SHIPPED)
    assert decide is not None
    found = find(line, language, (), lambda: False)
    assert [one.kind for one in found] == [Kind.FACT]
    assert decide(line, language, found)[0].kind is not Kind.PREDICTION
