"""Our own training data: labelled lines and lists of names."""

import pytest

from tools.models.encoder import own_articles
from tools.models.german_corpora import labelled_lines
from tools.models.german_lexicon import listed

IN_ENGLISH = frozenset({"PER", "ORG", "LOC"})
IN_GERMAN = IN_ENGLISH | {"MISC"}


@pytest.mark.parametrize(
    ("file", "labels", "least"),
    [
        ("news_en.txt", IN_ENGLISH, 1_000),
        ("posts_en.txt", IN_ENGLISH, 2_500),
        ("unlearnt_en.txt", IN_ENGLISH, 50),
        ("unlearnt_de.txt", IN_GERMAN, 50),
        ("news_de.txt", IN_GERMAN, 2_900),
        ("headlines_de.txt", IN_GERMAN, 100),
    ],
)
def test_own_lines_have_whole_names_with_our_labels(file, labels, least):
    lines = labelled_lines(file)
    assert len({line.text for line in lines}) == len(lines) > least
    for line in lines:
        assert "{" not in line.text
        assert "}" not in line.text
        for start, end, label in line.names:
            name = line.text[start:end]
            assert label in labels, name
            assert name == name.strip(), name
            assert not line.text[:start][-1:].isalnum(), name
            assert not line.text[end:][:1].isalnum(), name


@pytest.mark.parametrize("name", ["organisations_de.txt", "organisations_en.txt", "places_en.txt"])
def test_own_lists_have_no_duplicates(name):
    names = list(listed(name))
    assert len(set(names)) == len(names) > 300
    assert all(entry == entry.strip() and entry and ";" not in entry for entry in names)


def test_own_articles_have_names_with_our_labels():
    labels = {"de": IN_GERMAN, "en": IN_ENGLISH}
    count = 0
    for article, language in own_articles.read():
        count += len(article.names)
        assert {label for *_, label in article.names} <= labels[language], article.id
    assert count > 35_000


def test_rows_of_names_label_whole_words_and_single_places():
    text = "Bergs Sieg: Anna Berg jubelt, der Berg-Fan auch. Am Berg liegt Schnee."
    rows = [("PER", "Berg", ""), ("PER", "Anna Berg", ""), ("-", "Berg", "Am Berg liegt")]
    found = [(text[start:end], label) for start, end, label in sorted(own_articles.places(text, rows, "de"))]
    assert found == [("Bergs", "PER"), ("Anna Berg", "PER")]
