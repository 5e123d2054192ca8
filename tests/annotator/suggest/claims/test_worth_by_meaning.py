import pytest

from annotator.model.values import Document
from annotator.processes.worker import no_progress
from annotator.suggest.claims import worth
from annotator.suggest.claims.by_meaning import worth as by_meaning
from annotator.suggest.claims.by_meaning.worth import scores_of
from annotator.suggest.claims.frame_values import INFO
from annotator.suggest.requests import about_claim
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import Speed, at_speed
from annotator.suggest.work import prepare
from annotator.system.errors import ModelError
from annotator.text.normalization import fingerprint
from tests.benchmarks.worth import READER, WORDS, ranked
from tests.conftest import SHIPPED
from tests.gold import gold_claims

TEXT = (
    "Klaus Berg sagte, der Konzern habe jahrelang Steuern hinterzogen. "
    "Eva Roth sagte, sie sei mit 3 Freunden gewandert. "
    "Klaus Berg sagte, am Abend habe es geregnet. Eva Roth sagte, sie habe dann lange geschlafen."
)


def worthy(speed):
    document = Document(id="d", title="", text=TEXT, sha256=fingerprint(TEXT), language="de")
    prepared = prepare(document, "de", ("PER", "CLAIM"), (), at_speed(available().sources, speed))
    claims = [each for result in prepared.results for each in result.suggestions if each.layer == "claims"]
    assert len(claims) == 4
    return [each.quote(TEXT) for each in claims if each.attributes.get("worthiness") == "CFS"]


@pytest.mark.thorough
def test_only_the_thorough_answer_ranks_by_meaning():
    assert worthy(Speed.FAST) == ["sie sei mit 3 Freunden gewandert"]
    assert worthy(Speed.THOROUGH) == ["der Konzern habe jahrelang Steuern hinterzogen"]


def test_reader_ranks_better_than_words_in_both_languages():
    found = ranked(gold_claims.load_all(1, gold_claims.EIGHTH), SHIPPED)
    assert all(figures[READER] >= figures[WORDS] + 0.09 for figures in found.values())


@pytest.mark.parametrize(("encoder", "worthiness"), [(SHIPPED, "CFS"), (None, None)])
def test_claim_by_hand_is_ranked_as_suggested_ones_are(encoder, worthiness):
    document = Document(id="d", title="", text=TEXT, sha256=fingerprint(TEXT), language="de")
    start = TEXT.index("der Konzern")
    parts = ((start, TEXT.index(". Eva Roth")),)
    made = about_claim(document, INFO, (), parts, False, encoder, progress=no_progress)
    assert made is not None
    assert made.attributes.get("worthiness") == worthiness


def test_sentence_has_one_score_whatever_is_asked_with_it():
    score = scores_of(*SHIPPED)
    assert score is not None
    places = [(0, 65), (66, 115), (116, 160)]
    assert score(TEXT, "de", places) == [score(TEXT, "de", [place])[0] for place in places]
    assert score(TEXT, "de", []) == []


def test_another_or_damaged_encoder_leaves_the_ranking_to_words(tmp_path):
    assert scores_of(tmp_path, None) is None
    (tmp_path / "sha256.json").write_text('{"words.npz": "0"}', "utf-8")
    assert scores_of(tmp_path, None) is None


def test_changed_head_is_not_used(tmp_path, monkeypatch):
    (tmp_path / "worth.json").write_text("{}", "utf-8")
    by_meaning._head.cache_clear()
    monkeypatch.setattr(worth, "resource_path", lambda *_names: tmp_path / "worth.json")
    with pytest.raises(ModelError, match="not the model"):
        scores_of(*SHIPPED)
