"""Documents to write and read, with text that is difficult for offsets."""

from annotator.model.values import (
    Annotated,
    Document,
    DocumentLabel,
    DocumentState,
    DraftRelation,
    Identity,
    Origin,
    OriginKind,
    Relation,
    SentenceMark,
    Span,
    State,
    Suggestion,
)
from annotator.text.normalization import fingerprint

TEXT = (
    "🤗 Zoe\u0308 Müller aus Köln\u00a0am Rhein sagte:\t„Die Steuern fallen\u2028bald.“\n\n"
    "Lesen Sie auch: Bonn wächst.\n"
)


def hex_id(number: int) -> str:
    return f"{number:032x}"


def document(number: int = 1, text: str = TEXT, language: str = "de", **fields) -> Document:
    fields = {"title": f"Artikel {number} – Müller", **fields}
    return Document(id=hex_id(number), text=text, sha256=fingerprint(text), language=language, **fields)


def span(number: int, words: str, *, layer: str = "entities", label: str = "PER", text: str = TEXT, **fields) -> Span:
    start = text.index(words)
    fields = {"document": hex_id(1), "annotator": "ada", "parts": ((start, start + len(words)),), **fields}
    return Span(id=hex_id(number), layer=layer, label=label, **fields)


def rich() -> Annotated:
    """Return a document with every kind of row and nothing that a DocBin would lose."""
    furniture = (TEXT.index("Lesen"), len(TEXT) - 1)
    spans = (
        span(11, "Zoe\u0308 Müller", attributes={"identity": hex_id(30)}),
        span(12, "Köln", label="LOC", doubt=True, note="oder Stadtteil?"),
        span(
            13,
            "Die Steuern fallen\u2028bald",
            layer="claims",
            label="CLAIM",
            attributes={"speech": "direct", "verdict": None, "topics": ["Geld", "Steuern"]},
        ),
        span(14, "sagte", layer="attribution", label="CUE", origin=SUGGESTED),
        span(15, "Bonn", label="LOC", annotator="ben"),
    )
    return Annotated(
        document=document(
            publisher="Rheinbote",
            author="A. Schröder",
            url="https://example.org/steuern",
            published="2022-11-30",
            meta={"external_id": 7, "ressort": {"name": "Wirtschaft", "wege": [1, 2]}},
            excluded=(furniture,),
        ),
        spans=tuple(sorted(spans, key=lambda s: (s.start, s.end, s.id))),
        relations=(
            Relation(id=hex_id(21), label="claimant", head=hex_id(13), tail=hex_id(11), annotator="ada"),
            Relation(id=hex_id(22), label="evidence", head=hex_id(13), tail=hex_id(999), annotator="ada"),
        ),
        identities=(Identity(id=hex_id(30), name="Zoë Müller", label="PER", aliases=("Müller", "Z. M."), kb_id="Q42"),),
        labels=(DocumentLabel(document=hex_id(1), annotator="ada", label="topic", value="Steuern"),),
        sentences=(SentenceMark(document=hex_id(1), annotator="ada", start=furniture[0], end=furniture[1]),),
        states=(DocumentState(document=hex_id(1), annotator="ada", state=State.DONE, note="geprüft"),),
        suggestions=(
            Suggestion(
                id=hex_id(41),
                document=hex_id(1),
                layer="claims",
                label="CLAIM",
                parts=((TEXT.index("Bonn"), TEXT.index("Bonn") + 11),),
                relations=(DraftRelation(label="cue", layer="attribution", tail_label="CUE", parts=((36, 41),)),),
                score=0.5,
                source="rules",
                version="1",
                rule="wächst",
            ),
        ),
        split="dev",
    )


SUGGESTED = Origin(kind=OriginKind.SUGGESTION, source="rules", version="1", score=0.75, rule="sagte")
