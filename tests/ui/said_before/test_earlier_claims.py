"""Texts in the list of earlier claims."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from annotator.jobs.searching.contrast_kinds import Contrast, ContrastKind
from annotator.jobs.searching.said_before import Earlier
from annotator.model import schema_file
from annotator.store.queries.claim_search import ClaimLine
from ui.base import i18n
from ui.said_before.earlier_claims import EarlierModel, alike_words, contrast_words, facts

NEWS = schema_file.load("news")
LINE = ClaimLine(
    id="c",
    document="d",
    title="Der Rat\ntagt",
    published="2025-05-02",
    start=0,
    end=9,
    quote="Züge\nfahren <b>nicht</b>",
    attributes={"verdict": "refuted", "claimant_kind": "author"},
    claimant=None,
)
EARLIER = Earlier(claim=LINE, words=0.666, joined=False)


@pytest.fixture
def model(qapp):
    made = EarlierModel()
    made.show((EARLIER, replace(EARLIER, joined=True)), NEWS)
    return made


def test_row_has_one_line_and_full_accessible_text(model):
    first = model.index(0)
    assert first.data() == "Züge fahren <b>nicht</b>"
    assert "<b>" not in first.data(Qt.ItemDataRole.ToolTipRole)
    spoken = first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Züge fahren <b>nicht</b>, refuted, the author, 2 May 2025, Der Rat tagt, similar words, 67%"
    assert alike_words(model.shown[1]) == "the same"


def test_what_makes_a_claim_similar_is_said(qapp):
    assert alike_words(replace(EARLIER, meaning=0.88)) == "similar in meaning, 88%"
    assert alike_words(replace(EARLIER, meaning=0.5)) == "similar words, 67%"


def test_what_differs_is_said(qapp):
    other = replace(EARLIER, contrasts=(Contrast(ContrastKind.NUMBER), Contrast(ContrastKind.DENIED)))
    assert contrast_words(other) == "other number, only one is denied"
    assert (
        contrast_words(replace(EARLIER, contrasts=(Contrast(ContrastKind.WORDS, "{x}", "Rat"),)))
        == "“Rat” instead of “{x}”"
    )
    assert contrast_words(replace(other, joined=True)) == contrast_words(EARLIER) == ""
    opposed = replace(EARLIER, contrasts=(Contrast(ContrastKind.STANCE), Contrast(ContrastKind.DENIED)))
    assert contrast_words(opposed) == "opposite stance, only one is denied"
    assert contrast_words(replace(opposed, joined=True)) == "opposite stance"
    model = EarlierModel()
    model.show((other,), NEWS)
    assert model.spoken(0).endswith("other number, only one is denied, similar words, 67%")
    assert "other number" in model.tip(0)


def test_unknown_facts_are_omitted(qapp):
    bare = replace(EARLIER, claim=replace(LINE, attributes={}, published=None))
    assert facts(bare, NEWS) == ("Der Rat tagt",)
    named = replace(EARLIER, claim=replace(LINE, claimant="Oh Se-hoon"))
    assert facts(named, NEWS)[0] == "Oh Se-hoon"


def test_values_and_dates_are_german_in_german_window(qapp):
    i18n.install("de")
    try:
        assert facts(EARLIER, NEWS) == ("Artikel selbst", "02.05.2025", "Der Rat tagt")
        assert alike_words(EARLIER) == "ähnliche Wörter, 67 %"
    finally:
        i18n.install("en")
