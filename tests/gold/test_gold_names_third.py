"""The third gold names label sentences of the third gold claims with labels of the schema."""

from collections import Counter

import pytest

from annotator.model import schema_file
from tests.gold import gold_claims, gold_names
from tests.gold.gold_names import THIRD

ARTICLES = sorted(path.stem for path in THIRD.glob("*.txt"))


def test_five_articles_of_each_language():
    assert Counter(article[:2] for article in ARTICLES) == {"de": 5, "en": 5}


@pytest.mark.parametrize("article", ARTICLES)
def test_lines_are_the_sentences_of_the_article(article):
    answers = gold_claims.load(1, article, gold_claims.THIRD)
    sentences = [answers.text[each.start : each.end] for each in answers.sentences]
    assert [each.text for each in gold_names.load(article, THIRD)] == sentences


@pytest.mark.parametrize("article", ARTICLES)
def test_names_have_labels_of_the_schema_and_no_blank_edge(article):
    (names,) = (layer for layer in schema_file.load("news").layers if layer.id == "entities")
    labels = {label.id for label in names.labels}
    for sentence in gold_names.load(article, THIRD):
        assert not any(mark in sentence.text for mark in "[]|")
        for start, end, label in sentence.names:
            assert label in labels
            assert sentence.text[start:end] == sentence.text[start:end].strip() != ""


def test_enough_names_and_sentences_without_any():
    sentences = [each for article in ARTICLES for each in gold_names.load(article, THIRD)]
    assert sum(len(each.names) for each in sentences) > 150
    assert sum(not each.names for each in sentences) > 80
