"""A window with claims: two on the same words, one of them with claimant and cue."""

from PySide6.QtWidgets import QPushButton

from annotator.model.values import ATTRIBUTION, CLAIMS, ENTITIES, DraftRelation, Span, Suggestion, new_id
from tests.ui.conftest import TEXT

WORDS = "das Schiff fahre „bald“ ohne Kapitän"


def add(window, words, layer=CLAIMS, label="CLAIM", **attributes) -> Span:
    """Label the first occurrence of words; return the span."""
    text = window.session.opened.document.text
    start = text.index(words)
    made = window.decisions.label(start, start + len(words), layer, label)
    assert made is not None
    if attributes:
        assert window.decisions.change(made.id, attributes=attributes)
    found: Span = window.session.opened.span(made.id)
    return found


def name(window, words, label="ORG") -> Span:
    return add(window, words, ENTITIES, label)


def cue(window, words) -> Span:
    return add(window, words, ATTRIBUTION, "CUE")


def claimed(window):
    """Return the claim, the other claim on the same words, the claimant and the cue."""
    claim = add(window, WORDS, kind="fact_claim", worthiness="CFS", stance="affirms", claimant_kind="entity")
    twin = add(window, WORDS, kind="opinion", worthiness="NFS", stance="refutes", claimant_kind="unnamed")
    claimant, said = name(window, "HD Hyundai"), cue(window, "sagt")
    assert window.decisions.relate(claim, "claimant", claimant)
    assert window.decisions.relate(claim, "cue", said)
    return claim, twin, claimant, said


def suggested(window, words=WORDS, who="HD Hyundai", source="rules", **attributes) -> Suggestion:
    """Add a suggested claim with its claimant; return the suggestion."""
    session = window.session
    text, document = session.opened.document.text, session.opened.document.id
    parts = [((text.index(each), text.index(each) + len(each)),) for each in (words, who)]
    draft = DraftRelation(label="claimant", layer=ENTITIES, tail_label="ORG", parts=parts[1])
    given = {"kind": "fact_claim", "claimant_kind": "entity", **attributes}
    row = Suggestion(
        id=new_id(), document=document, layer=CLAIMS, label="CLAIM", parts=parts[0], attributes=given,
        relations=(draft,), source=source, version="1",
    )  # fmt: skip
    session.required().put_suggestions(document, source, [row], version="1")
    session.open_document(document)
    found: Suggestion = next(s for s in session.opened.suggestions if s.layer == CLAIMS and s.parts == parts[0])
    return found


def beginning(words):
    return TEXT.index(words)


def linked(window):
    """Return the claim whose links are drawn, with its ends."""
    return window.claim_paths.drawn.linked


def pointer(window, way) -> QPushButton:
    """Return the button for what is out of sight."""
    found: QPushButton = window.view.findChild(QPushButton, f"pointer.{way}")
    return found
