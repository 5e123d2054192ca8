"""Each format that can be written says in a sentence what it is for and what it lacks."""

from annotator.formats.loss import REASONS
from annotator.formats.registry import EXPORTERS
from ui.dialogs.exporting.format_words import _TITLES, GROUPS, READERS, grouped, sentences
from ui.dialogs.exporting.loss_remedies import reason_words


def test_every_format_stands_in_one_group_and_says_who_reads_it():
    listed = [name for names in GROUPS.values() for name in names]
    assert sorted(listed) == sorted(EXPORTERS) == sorted(READERS)
    assert [name for _, names in grouped() for name in names] == listed


def test_titles_that_are_more_than_names_are_those_of_formats():
    assert {entry.title for entry in EXPORTERS.values()} >= set(_TITLES)


def test_what_a_format_lacks_is_what_its_table_says():
    assert sentences("jsonl").endswith("It holds everything.")
    assert "It cannot hold: overlapping labels, labels with gaps, labels of parts of words, relations" in sentences(
        "conll"
    )
    assert "relations" not in sentences("docbin")
    for name, exporter in EXPORTERS.items():
        assert ("overlapping labels" in sentences(name)) is not exporter.holds.overlap
        lacks = "fields and notes" in sentences(name) or "some fields, and notes" in sentences(name)
        assert lacks is not exporter.holds.attributes
        assert ("labels other than claims" in sentences(name)) is (exporter.holds.claims is not None)


def test_every_reason_of_a_loss_has_words_for_all_alike(qapp):
    assert all(reason_words(reason) for reason in REASONS)
