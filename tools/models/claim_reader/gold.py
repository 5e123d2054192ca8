"""The gold claims as articles to learn from, and the parts of them that a reader for the heads leaves out."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from annotator.suggest.array_files import load_arrays
from annotator.suggest.claims.by_meaning.reader import ArticleRead, ClaimReader
from annotator.suggest.encoder.name_model import vocabulary
from tests.gold import gold_claims
from tests.gold.gold_claims import Answers
from tools.models.claim_reader.written import ENTITY, Article, Claim, places, places_of_name

#: Sets that are left out together. The heads learn from all of them, but a set is read by a reader that never saw it.
PARTS = (("claims", "claims_fresh"), ("claims_third", "claims_fourth"), ("claims_fifth", "claims_own"))
_OTHERS = ("claims_sixth", "claims_seventh")


def articles(gold: Path, without: int | None = None) -> Iterator[Article]:
    """Yield the articles of all sets, or of those outside a part of `PARTS`. The eighth set is never learnt from."""
    for number, part in enumerate((*PARTS, _OTHERS)):
        for name in part if number != without else ():
            for answers in gold_claims.load_all(1, gold / name):
                yield _article(answers)


def part_of(article: str, gold: Path) -> int:
    """Return the number of the part that has an article."""
    (path,) = gold.glob(f"*/articles/{article}.txt")
    return next(number for number, part in enumerate(PARTS) if path.parent.parent.name in part)


def _article(answers: Answers) -> Article:
    return Article(answers.language, answers.text, tuple(_claim(answers.text, one) for one in answers.claims))


def _claim(text: str, one: gold_claims.Claim) -> Claim:
    words = text[slice(*one.claimant)] if one.claimant is not None else ""
    named = places_of_name(text, words) if one.claimant_kind == ENTITY else places(text, words)
    return Claim(
        parts=one.parts,
        who=one.claimant_kind,
        claimants=named,
        reference=one.reference,
        cue=one.cue,
        kind=one.kind.removesuffix("_claim"),
        form=one.form or "-",
        stance=one.stance,
    )


def options_for(about: str) -> argparse.Namespace:
    """Return the options of a program that learns a head over the readers: gold, encoder, scratch, out."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--gold", type=Path, required=True, help="folder of the gold claims")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the encoder")
    parser.add_argument("--scratch", type=Path, required=True, help="scratch folder of the recipe of the reader")
    parser.add_argument("--out", type=Path, required=True, help="file for the head, JSON")
    return parser.parse_args()


class Readers:
    """Readers that have each left out a part of the gold articles, in the scratch folder of the recipe."""

    def __init__(self, gold: Path, scratch: Path, encoder: Path) -> None:
        self._gold = gold
        words = vocabulary(encoder)
        self._readers = [
            ClaimReader.from_arrays(*words, load_arrays(scratch / f"reader{part}.npz")) for part in range(len(PARTS))
        ]

    def article(self, article: str) -> ArticleRead:
        """Return what a reader says about a gold article that it has not learnt from."""
        (path,) = self._gold.glob(f"*/articles/{article}.txt")
        reader = self._readers[part_of(article, self._gold)]
        return reader.article(path.read_text(encoding="utf-8"))
