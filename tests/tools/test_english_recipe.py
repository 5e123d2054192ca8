"""The English recipe's training data without a fold, and the folds in its model card."""

import pytest

from annotator.training.adapter import Row
from tools.models.english import Lessons
from tools.models.english_card import Comparison, write_papers
from tools.models.english_corpora import fifth
from tools.models.german_corpora import FIFTHS, Article

PERSON, PLACE = (0, 4, "PER"), (8, 12, "LOC")


def found(*names):
    return dict.fromkeys(names, 1.0)


def compared(gold, before, after):
    return Comparison(before=[(frozenset(gold), found(*before))], after=[(frozenset(gold), found(*after))])


@pytest.fixture
def card(tmp_path):
    folds = [
        compared([PERSON, PLACE], [PLACE], [PERSON, PLACE]),
        compared([PERSON], [], [PLACE]),
    ]
    write_papers(tmp_path, compared([PERSON], [PERSON], [PERSON]), folds)
    return (tmp_path / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_card_shows_folds_and_totals(card):
    assert "| 0 | 2 | 66.7 | 100.0 | 100.0 | 100.0 |" in card
    assert "| 1 | 1 | 0.0 | 0.0 | 0.0 | 0.0 |" in card
    assert "| EWT dev, all folds | all | 3 | 50.0 | 66.7 | 66.7 | 66.7 |" in card
    assert "| EWT dev, all folds | PER | 2 | 0.0 | 100.0 | 50.0 | 66.7 |" in card


def test_fold_is_left_out_and_the_rest_counts_twice():
    articles = [Article(id=f"blog{number}-0001", text="", names=frozenset()) for number in range(20)]
    sentences: list[tuple[Article, list[Row]]] = [(article, [([[article.id]], ["O"])]) for article in articles]
    lessons = Lessons(tweets=[([["tweet"]], ["O"])], own=[([["own"]], ["O"])], sentences=sentences)

    for fold in range(FIFTHS):
        learnt = [name for features, _ in lessons.without(fold) for name in features[0]]
        aside = {article.id for article in lessons.of(fold)}
        others = [article.id for article in articles if fifth(article) != fold]
        assert aside
        assert learnt == ["tweet", *others, *others, "own", "own"]
        assert aside.isdisjoint(learnt)
    assert len(lessons.without(None)) == 43
