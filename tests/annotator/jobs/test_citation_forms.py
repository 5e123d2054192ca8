"""Claimants in the dative or genitive are shown as in a dictionary where that is certain."""

import pytest

from annotator.jobs.board import arranged
from annotator.jobs.citation_forms import citation_form, inflected, nominative
from annotator.store.queries.who import ClaimCount


def rows(*claimants):
    """Return the rows of a board with the number of their claims; each claimant is (key, label)."""
    counted = [ClaimCount(key, None, "affirms", label, 1) for key, label in claimants]
    return [(row.name, row.stances.total) for row in arranged(counted, ()).claimants]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("dem Verband", "Verband"),
        ("Dem Mieterverein", "Mieterverein"),
        ("der Polizei", "Polizei"),
        ("des Ministeriums", "Ministerium"),
        ("des Verbandes der Imker", "Verband der Imker"),
        ("den Fans", "Fans"),
        ("dem Präsidenten", "dem Präsidenten"),
        ("den Anwohnern", "den Anwohnern"),
        ("des Hauses", "des Hauses"),
        ("dem zuständigen Ministerium", "dem zuständigen Ministerium"),
        ("die Polizei", "die Polizei"),
        ("the union", "the union"),
    ],
)
def test_article_and_ending_are_dropped_only_where_safe(words, expected):
    assert citation_form(words) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Umweltministeriums", "Umweltministerium"),
        ("Landgerichts Osnabrück", "Landgericht Osnabrück"),
        ("Institutes of Health", "Institutes of Health"),
        ("Democrats", "Democrats"),
        ("Siemens", "Siemens"),
        ("Der Bote", "Der Bote"),
    ],
)
def test_genitive_of_body_is_undone_only_where_certain(name, expected):
    assert nominative(name) == expected


def test_name_in_another_case_shares_the_row_of_its_nominative():
    names = {"Hallesche Bank": 1, "Halleschen Bank": 3, "Roter Bund": 1, "Roten Bundes": 1, "Neuen Bühne": 2}
    assert inflected(names) == {"Halleschen Bank": "Hallesche Bank", "Roten Bundes": "Roter Bund"}
    counted = [(f"words:{name}", "ORG") for name in names]
    assert rows(*counted) == [("Hallesche Bank", 2), ("Roter Bund", 2), ("Neuen Bühne", 1)]


def test_genitive_shares_the_row_and_dative_is_shown_without_article():
    found = rows(
        ("words:Umweltministeriums", "ORG"),
        ("words:Umweltministerium", "ORG"),
        ("unnamed:dem Verband", "SPEAKER"),
        ("unnamed:des Verbands", "SPEAKER"),
        ("unnamed:der Polizei", "SPEAKER"),
        ("unnamed:die Polizei", "SPEAKER"),
    )
    assert found == [("Umweltministerium", 2), ("Verband", 2), ("die Polizei", 2)]


def test_surname_that_looks_like_a_genitive_keeps_its_row():
    assert rows(("words:Peters", "PER"), ("words:Peter", "PER")) == [("Peter", 1), ("Peters", 1)]
