"""Claims found in made-up texts, as strings."""

import re
from typing import NamedTuple

from annotator.suggest.claims.engine import find
from annotator.suggest.claims.frame_values import Name
from annotator.suggest.sources.source import never

PEOPLE = ("Klaus Berg", "Eva Roth", "Ann Lee", "Tom Hale", "Berg", "Hale")
BODIES = ("Landgericht Osnabrück", "Nordwerk", "Harrow Ltd")
PLACES = ("Weifang", "Berlin")


class ClaimText(NamedTuple):
    """A claim as strings."""

    words: tuple[str, ...]
    cue: str | None
    speaker: str | None
    named: bool
    form: str
    kind: str
    rule: str
    refutes: bool


def names(text):
    labelled = [("PER", PEOPLE), ("ORG", BODIES), ("LOC", PLACES)]
    places = {
        match.span(): Name(*match.span(), label)
        for label, words in labelled
        for word in words
        for match in re.finditer(rf"\b{word}\b", text)
    }
    inner = {a for a in places for b in places if a != b and b[0] <= a[0] and a[1] <= b[1]}
    return [name for place, name in places.items() if place not in inner]


def found_claims(text, language):
    def words(part):
        return None if part is None else text[part[0] : part[1]]

    return [
        ClaimText(
            tuple(text[start:end] for start, end in one.parts),
            words(one.cue),
            words(one.speaker.part),
            one.speaker.name is not None,
            str(one.form),
            str(one.kind),
            str(one.rule),
            one.refutes,
        )
        for one in find(text, language, names(text), never)
    ]


def claims(text, language):
    """Return parts, cue and speaker of each claim."""
    return [(" | ".join(each.words), each.cue, each.speaker) for each in found_claims(text, language)]
