import pytest

from annotator.model.values import Document
from annotator.suggest.claims import worth
from annotator.suggest.claims.by_meaning import worth as by_meaning
from annotator.suggest.claims.by_meaning.worth import scores_of
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import Speed, at_speed
from annotator.suggest.work import prepare
from annotator.system.errors import ModelError
from annotator.text.normalization import fingerprint
from tests.benchmarks.worth import MEANING, WORDS, ranked
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


@pytest.mark.parametrize(("folder", "gain"), [(gold_claims.FOLDER, 0.09), (gold_claims.FRESH, 0.05)])
def test_meaning_ranks_better_than_words_in_both_languages(folder, gain):
    articles = [each for each in gold_claims.load_all(1, folder) if folder == gold_claims.FRESH or each.half == "tune"]
    found = ranked(articles, SHIPPED)
    assert found[""][MEANING] >= found[""][WORDS] + gain
    assert all(figures[MEANING] >= figures[WORDS] + 0.04 for figures in found.values())


def test_scores_do_not_depend_on_company_and_are_kept():
    reported: list[tuple[int, int]] = []
    score = scores_of(*SHIPPED, lambda done, total: reported.append((done, total)))
    assert score is not None
    several = score(["Die Kosten stiegen.", "Es regnete am Abend sehr lange.", "Die Kosten stiegen."], "de")
    assert several[0] == several[2] == pytest.approx(score(["Die Kosten stiegen."], "de")[0])
    assert reported[-1] == (2, 2)
    assert score([], "de") == []


def test_another_or_damaged_encoder_leaves_the_ranking_to_words(tmp_path):
    assert scores_of(tmp_path, None) is None
    (tmp_path / "sha256.json").write_text('{"meaning.npz": "0"}', "utf-8")
    assert scores_of(tmp_path, None) is None


def test_changed_head_is_not_used(tmp_path, monkeypatch):
    (tmp_path / "meaning.json").write_text("{}", "utf-8")
    by_meaning._head.cache_clear()
    monkeypatch.setattr(worth, "resource_path", lambda *_names: tmp_path / "meaning.json")
    with pytest.raises(ModelError, match="not the model"):
        scores_of(*SHIPPED)
