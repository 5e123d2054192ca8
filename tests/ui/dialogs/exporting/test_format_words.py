"""Each export format has a description of its readers and of what it lacks."""

from annotator.formats.loss import REASONS
from annotator.formats.registry import EXPORTERS, IMPORTERS
from ui.dialogs.exporting.format_words import _TITLES, GROUPS, grouped, sentences
from ui.dialogs.exporting.loss_remedies import reason_words


def test_every_format_has_one_group_and_reader():
    listed = [name for names in GROUPS.values() for name in names]
    assert sorted(listed) == sorted(EXPORTERS), "put each format into GROUPS of ui/dialogs/exporting/format_words.py"
    assert [name for _, names in grouped() for name in names] == listed


def test_translated_titles_are_format_titles():
    titles = {entry.title for entry in EXPORTERS.values()} | {entry.title for entry in IMPORTERS.values()}
    assert titles >= set(_TITLES)


def test_missing_features_match_capabilities():
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


def test_every_loss_reason_has_summary(qapp):
    assert all(reason_words(reason) for reason in REASONS)
