"""Our own training data: labelled lines and lists of names."""

import pytest

from tools.models.german_corpora import labelled_lines
from tools.models.german_lexicon import listed

IN_ENGLISH = frozenset({"PER", "ORG", "LOC"})
IN_GERMAN = IN_ENGLISH | {"MISC"}


@pytest.mark.parametrize(
    ("file", "labels", "least"),
    [("news_en.txt", IN_ENGLISH, 1_000), ("news_de.txt", IN_GERMAN, 2_900), ("headlines_de.txt", IN_GERMAN, 100)],
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
