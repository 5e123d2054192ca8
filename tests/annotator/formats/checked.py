"""One article in two states: with everything that a format may lose, and after fact-checking."""

from dataclasses import replace

from annotator.model.values import Elsewhere, Relation
from tests.annotator.formats.reading import tidy
from tests.annotator.formats.texts import TEXT, hex_id, rich, span


def full():
    """Return an article with overlaps, nesting, gaps, white space, half tokens, links, fields and two annotators."""
    gap = (TEXT.index("Steuern"), TEXT.index("Steuern") + 7), (TEXT.index("bald"), TEXT.index("bald") + 4)
    spans = (
        *tidy(rich()).spans,
        span(16, "Zoe\u0308", label="PER", annotator="ben"),
        span(17, "🤗 Zoe\u0308 Müller aus Köln", layer="claims", label="CLAIM", note="über\nzwei = Zeilen", doubt=True),
        span(18, "Müller aus Köln", label="ORG"),
        replace(span(19, "Steuern", layer="claims", label="CLAIM"), parts=gap),
        span(20, "Rhein ", label="LOC"),
        span(24, "teuern", label="MISC"),
        span(25, "\n\n", label="MISC"),
        span(26, "Müller", label="PER", annotator="ben", attributes={"part_of_word": "full"}),
    )
    relations = (
        *rich().relations,
        Relation(id=hex_id(23), label="contradicts", head=hex_id(17), tail=hex_id(13), annotator="ben"),
        Relation(
            id=hex_id(27), label="claimant", head=hex_id(17), tail=hex_id(18), attributes={"sure": 1}, annotator="ada"
        ),
        Relation(id=hex_id(28), label="evidence", head=hex_id(17), tail=hex_id(19), annotator="ada"),
    )
    ordered = tuple(sorted(spans, key=lambda s: (s.start, s.end, s.id)))
    return replace(rich(), spans=ordered, relations=relations)


def checked():
    """Return the same article after fact-checking: claims have verdicts, cues, evidence and a short text."""
    said = {
        13: {
            "claim_text": "Die Steuern | fallen 🎈 bald",
            "claimant_kind": "entity",
            "claim_type": "numerical",
            "worthiness": "CFS",
            "verdict": "refuted",
            "verdict_reason": "Sie steigen <seit 2020>.",
            "verdict_date": "2022-12-01",
            "evidence_url": "https://example.org/a?b=1&c=2",
            "evidence_quote": "Der Satz stieg.",
            "evidence_role": "refutes",
            "citations": [
                {"role": "supports", "url": "https://example.org/b", "quote": "Er fiel, sagt man."},
                {"role": "refutes", "quote": "Ein Buch, Seite 4"},
                {"role": "refutes", "url": "https://example.org/a?b=1&c=2", "quote": "„Nie“ fiel er."},
            ],
        },
        17: {"verdict": "supported", "worthiness": "NFS", "speech": "indirect"},
        29: {"verdict": "not_enough_evidence", "worthiness": "UFS"},
    }
    twin = span(29, " Bonn wächst", layer="claims", label="CLAIM", annotator="ben")
    ordered = sorted((*full().spans, twin), key=lambda s: (s.start, s.end, s.id))
    spans = tuple(replace(s, attributes=said.get(int(s.id, 16), s.attributes)) for s in ordered)
    far = Elsewhere(
        id=hex_id(998),
        document=hex_id(2),
        title="=Artikel 2",
        publisher="Bote",
        url=None,
        published="2021-01-02",
        quote="Nichts\nsteht",
        sentences=(0, 1),
    )
    relations = (
        *full().relations,
        evidence(31, 15, "supports"),
        evidence(32, 998, "refutes"),
        evidence(33, 12, "context"),
        *(
            Relation(id=hex_id(34 + n), label="cue", head=hex_id(n), tail=hex_id(14), annotator="ada")
            for n in (13, 17, 29)
        ),
    )
    return replace(full(), spans=spans, relations=relations, elsewhere=(far,))


def evidence(number, tail, role):
    return Relation(
        id=hex_id(number),
        label="evidence",
        head=hex_id(13),
        tail=hex_id(tail),
        attributes={"role": role},
        annotator="ada",
    )
