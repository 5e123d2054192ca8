"""The third and fourth gold names label sentences of the gold claims of that set with labels of the schema."""

from collections import Counter

import pytest

from annotator.model import schema_file
from tests.gold import gold_claims, gold_names

CLAIMS = {gold_names.THIRD: gold_claims.THIRD, gold_names.FOURTH: gold_claims.FOURTH}
ARTICLES = [(folder, path.stem) for folder in CLAIMS for path in sorted(folder.glob("*.txt"))]

of_each_set = pytest.mark.parametrize("folder", CLAIMS, ids=lambda folder: folder.name)
of_each_article = pytest.mark.parametrize(("folder", "article"), ARTICLES, ids=[article for _, article in ARTICLES])


@of_each_set
def test_five_articles_of_each_language(folder):
    assert Counter(article[:2] for each, article in ARTICLES if each == folder) == {"de": 5, "en": 5}


@of_each_article
def test_lines_are_the_sentences_of_the_article(folder, article):
    answers = gold_claims.load(1, article, CLAIMS[folder])
    sentences = [answers.text[each.start : each.end] for each in answers.sentences]
    assert [each.text for each in gold_names.load(article, folder)] == sentences


@of_each_article
def test_names_have_labels_of_the_schema_and_no_blank_edge(folder, article):
    (names,) = (layer for layer in schema_file.load("news").layers if layer.id == "entities")
    labels = {label.id for label in names.labels}
    for sentence in gold_names.load(article, folder):
        assert not any(mark in sentence.text for mark in "[]|")
        for start, end, label in sentence.names:
            assert label in labels
            assert sentence.text[start:end] == sentence.text[start:end].strip() != ""


@of_each_set
def test_enough_names_and_sentences_without_any(folder):
    sentences = [found for each, article in ARTICLES if each == folder for found in gold_names.load(article, folder)]
    assert sum(len(each.names) for each in sentences) >= 150
    assert sum(not each.names for each in sentences) > 80
