"""Articles of any size for the benchmarks: seeded, with umlauts, emoji, long claims and overlapping names."""

import random
import re
from dataclasses import dataclass

from annotator.model.values import CLAIMS, ENTITIES, Document, Span, Suggestion
from annotator.text.tokens import Tokens, from_pairs

_SYLLABLES = (
    "ha fen gre mo dell stadt wol ken rat haus bür ger mei ster in nord licht kü ste laut zei tung mün de".split()
)
_LABELS = ("PER", "ORG", "LOC", "MISC")


@dataclass(frozen=True, kw_only=True)
class Article:
    """A document with its rows and tokens."""

    document: Document
    spans: tuple[Span, ...]
    suggestions: tuple[Suggestion, ...]
    tokens: Tokens


def article(characters: int, rows: int, seed: int = 1, *, paragraph: tuple[int, int] = (300, 600)) -> Article:
    """Build an article of about this many characters and rows: half spans, half suggestions, a third claims."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(4000)]
    text = _text(chance, words, characters, paragraph)
    tokens = from_pairs("benchmark", "1", (found.span() for found in re.finditer(r"\w+|[^\w\s]", text)))
    spans: list[Span] = []
    suggestions: list[Suggestion] = []
    for number in range(rows):
        claim = chance.random() < 0.3
        first = chance.randrange(len(tokens) - 40)
        last = first + (chance.randint(8, 30) if claim else chance.randint(0, 3))
        part = (tokens.starts[first], tokens.ends[last])
        if "\n" in text[slice(*part)]:
            part = (tokens.starts[first], tokens.ends[first])
        layer, label = (CLAIMS, "CLAIM") if claim else (ENTITIES, chance.choice(_LABELS))
        if number % 2:
            spans.append(span(part, layer=layer, label=label, number=number))
        else:
            suggestions.append(_suggestion(part, layer, label, number, chance.random()))
    spans.sort(key=lambda row: (row.start, row.end, row.id))
    suggestions.sort(key=lambda row: (row.start, row.end, row.id))
    document = Document(id="document", title="", text=text, sha256="", language="de")
    return Article(document=document, spans=tuple(spans), suggestions=tuple(suggestions), tokens=tokens)


def span(part: tuple[int, int], *, layer: str, label: str, number: int) -> Span:
    """Build a span."""
    return Span(id=f"{number:032x}", document="document", layer=layer, label=label, parts=(part,), annotator="bench")


def _text(chance: random.Random, words: list[str], characters: int, paragraph: tuple[int, int]) -> str:
    paragraphs: list[str] = []
    length = 0
    while length < characters:
        wanted = chance.randint(*paragraph)
        sentences: list[str] = []
        while sum(map(len, sentences)) < wanted:
            chosen = chance.choices(words, k=chance.randint(6, 18))
            sentences.append(
                chosen[0].capitalize() + " " + " ".join(chosen[1:]) + chance.choice((". ", ". ", "! ", " 😀. "))
            )
        paragraphs.append("".join(sentences).strip())
        length += len(paragraphs[-1]) + 1
    return "\n".join(paragraphs)


def _suggestion(part: tuple[int, int], layer: str, label: str, number: int, score: float) -> Suggestion:
    return Suggestion(
        id=f"{number:032x}",
        document="document",
        layer=layer,
        label=label,
        parts=(part,),
        score=score,
        source="bench",
        version="1",
    )
