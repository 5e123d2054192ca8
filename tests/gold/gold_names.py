"""Sentences with labelled names in brackets: ``[Helga Brandt|PER] wohnt in [Kiel|LOC].``"""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "names"
THIRD = Path(__file__).parent / "names_third"
FOURTH = Path(__file__).parent / "names_fourth"
_NAME = re.compile(r"\[([^|\]]+)\|([A-Z]+)\]")

Name = tuple[int, int, str]  # start, end, label


@dataclass(frozen=True)
class GoldSentence:
    """A sentence and its names; offsets are code points, end exclusive."""

    text: str
    names: frozenset[Name]


def load(name: str, folder: Path = FOLDER) -> list[GoldSentence]:
    """Return all sentences of a language, or of an article of `THIRD` or `FOURTH`."""
    return [read(line) for line in (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines()]


def read(line: str) -> GoldSentence:
    """Return one sentence without its brackets."""
    text, at = "", 0
    names = set()
    for found in _NAME.finditer(line):
        text += line[at : found.start()]
        names.add((len(text), len(text) + len(found[1]), found[2]))
        text += found[1]
        at = found.end()
    return GoldSentence(text + line[at:], frozenset(names))
