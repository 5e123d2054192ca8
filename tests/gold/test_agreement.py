"""The README has the current agreement figures, and they are computed as it says."""

import shutil

import pytest

from tests.gold import agreement, gold_claims

TEXT = "Brücke dauert\n\nUte Brand sagt, sie warte lange. Brand lacht. Das bezweifelt Ole Au.\n"
STARTS = ("Brücke dauert", "Ute Brand", "Brand lacht", "Das bezweifelt")
CLAIM = {
    "span": "sie warte lange",
    "claimant": "Ute Brand",
    "cue": "sagt",
    "kind": "fact_claim",
    "worthiness": "UFS",
    "form": "indirect",
}
DOUBT = CLAIM | {"claimant": "Ole Au", "cue": "bezweifelt", "form": "reported", "stance": "refutes"}


def answers(*claims):
    sentences = [{"starts": words, "worthiness": "UFS"} for words in STARTS]
    return gold_claims.resolve("de-x", TEXT, {"sentences": sentences, "claims": list(claims)})


def only_pair(claim):
    (pair,) = agreement.pairs(answers(CLAIM), answers(claim))
    return pair


def test_readme_has_current_figures():
    assert agreement.table() in (gold_claims.FOLDER / "README.md").read_text(encoding="utf-8")


def test_sixth_readme_has_current_figures_of_claimants():
    assert agreement.claimant_table() in (gold_claims.SIXTH / "README.md").read_text(encoding="utf-8")


def test_second_hand_needs_a_claimant_of_each_claim(tmp_path):
    article = gold_claims.article_ids(gold_claims.SIXTH)[0]
    for name in ("articles", "blank", "annotator-1"):
        shutil.copytree(gold_claims.SIXTH / name, tmp_path / name)
    (tmp_path / "annotator-2").mkdir()
    (tmp_path / "annotator-2" / f"{article}.json").write_text('[{"claimant": "author"}]', encoding="utf-8")
    with pytest.raises(gold_claims.UnclearGold, match="1 claimants for"):
        gold_claims.load_claimants(2, article, tmp_path)


def test_shorter_span_overlaps_but_differs():
    articles = [agreement.Both(answers(CLAIM), answers(CLAIM | {"span": "sie warte"}))]
    assert agreement.exact_spans(articles) == agreement.Score(shared=0, first=1, second=1)
    assert agreement.overlapping_spans(articles) == agreement.Score(shared=1, first=1, second=1)


def test_repeated_span_pairs_once():
    articles = [agreement.Both(answers(CLAIM, DOUBT), answers(CLAIM))]
    for score in (agreement.exact_spans(articles), agreement.overlapping_spans(articles)):
        assert (score.precision, score.recall, score.f) == (1, 1 / 2, 2 / 3)


def test_same_speaker_decides_pair_on_one_span():
    pairs = agreement.pairs(answers(CLAIM, DOUBT), answers(DOUBT, CLAIM))
    assert [(pair.first.claimant, pair.first.stance) for pair in pairs] == [
        (pair.second.claimant, pair.second.stance) for pair in pairs
    ]


def test_closest_spans_pair():
    first = answers(CLAIM)
    second = answers(CLAIM | {"span": "warte"}, CLAIM | {"span": "sie warte"})
    assert [pair.second for pair in agreement.pairs(first, second)] == [second.claims[1]]


@pytest.mark.parametrize(
    ("claimant", "same"),
    [
        ({"claimant": "Brand", "claimant_occurrence": 2}, True),
        ({"claimant": "Ole Au"}, False),
        ({"claimant": "unnamed:Ute Brand"}, False),
        ({"claimant": "unnamed:"}, False),
        ({"claimant": "author", "form": None}, False),
    ],
)
def test_other_mention_is_same_speaker(claimant, same):
    assert agreement.same_claimant(only_pair(CLAIM | claimant)) is same


def test_sentence_with_part_of_claim():
    parts = CLAIM | {"span": ["sie warte lange", "bezweifelt"], "claimant": "unnamed:"}
    assert agreement.holds_claim(answers(parts)) == [False, True, False, True]


def test_kappa_of_known_table():
    # the textbook's 50 proposals: 20 both yes, 15 both no, 5 and 10 divided
    judgements = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert agreement.agreement(judgements) == pytest.approx(0.7)
    assert agreement.kappa(judgements) == pytest.approx(0.4)


def test_kappa_of_constant_answers_is_one():
    assert agreement.kappa([("yes", "yes")] * 3) == 1


def test_languages_and_halves_partition_articles():
    groups = agreement.groups(agreement.both())
    assert list(groups) == ["all", "de", "en", "tune", "held"]
    assert len(groups["all"]) == len(groups["de"]) + len(groups["en"]) == len(groups["tune"]) + len(groups["held"])
    assert {each.first.language for each in groups["de"]} == {"de"}
    assert {each.first.half for each in groups["held"]} == {"held"}
