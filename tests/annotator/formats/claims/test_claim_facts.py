"""The facts about a claim."""

from dataclasses import replace

from annotator.formats.claims.claim_facts import Gatherer, number_of, value_words
from annotator.formats.fit import Options, fit
from annotator.formats.registry import exporter
from annotator.text.normalization import one_line
from tests.annotator.formats.checked import checked
from tests.annotator.formats.reading import SCHEMA
from tests.annotator.formats.texts import hex_id

HOLDS = exporter("claim-cards").holds


def claims(annotated):
    return {int(claim.span.id, 16): claim for claim in Gatherer(fit(annotated, HOLDS, Options())).claims()}


def test_claim_has_claimant_by_identity_and_evidence():
    claim = claims(checked())[13]
    assert (claim.text, claim.quote) == ("Die Steuern | fallen 🎈 bald", "Die Steuern fallen bald")
    assert claim.sentence == "🤗 Zoe\u0308 Müller aus Köln am Rhein sagte: „Die Steuern fallen bald.“"
    assert (claim.claimant.name, claim.claimant.label, claim.claimant.kb_id) == ("Zoë Müller", "PER", "Q42")
    assert claim.cue == "sagte"
    shown = [(e.role, e.quote, e.document, e.sentences) for e in claim.evidence]
    assert shown == [
        ("supports", "Bonn", hex_id(1), (1, 2)),
        ("refutes", "Nichts steht", hex_id(2), (0, 1)),
        ("context", "Köln", hex_id(1), (0, 1)),
        ("refutes", "Der Satz stieg.", "", (0, 0)),  # as it was written before there could be several
        ("supports", "Er fiel, sagt man.", "", (0, 0)),
        ("refutes", "Ein Buch, Seite 4", "", (0, 0)),
        ("refutes", "„Nie“ fiel er.", "", (0, 0)),
    ]


def test_claim_has_related_claims():
    found = claims(checked())
    assert [(label, other.quote) for label, other in found[17].related] == [("contradicts", "Die Steuern fallen bald")]
    assert found[13].related == ()


def test_author_is_claimant_of_article():
    spans = tuple(replace(s, attributes={"claimant_kind": "author"}) for s in checked().spans)
    alone = replace(checked(), spans=spans, relations=())
    assert claims(alone)[13].claimant.name == "A. Schröder"
    unnamed = replace(alone, document=replace(alone.document, author=None, publisher=None))
    assert claims(unnamed)[13].claimant is None


def test_sentences_of_claims_with_gaps_and_over_edges():
    found = claims(checked())
    assert found[19].quote == "Steuern bald"
    assert found[29].quote == "Bonn wächst"
    assert found[29].sentence == "Lesen Sie auch: Bonn wächst."


def test_value_names_and_id_numbers():
    assert value_words(SCHEMA, "verdict", "refuted", "de") == "widerlegt"
    assert value_words(SCHEMA, "verdict", "refuted", "other") == "refuted"
    assert value_words(SCHEMA, "verdict", "mine", "de") == value_words(None, "verdict", "mine", "de") == "mine"
    assert number_of("f" * 32) < 2**53
    assert one_line(" a\n\u00a0b ") == "a b"
