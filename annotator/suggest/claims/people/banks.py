"""Finding which bank "the bank" means: one whose name says that it is a bank, and best the one that acted last."""

import re
from collections.abc import Sequence

from annotator.suggest.claims.frame_values import Name
from annotator.suggest.claims.people.cast import Cast
from annotator.suggest.claims.sentence_words import Token

_REACH = 300  # names
_BARE_WORDS = 2
_ENDING = re.compile(r"(?:e[mnrs]?|['’]?s)\b")
NOUNS = frozenset({"bank", "sparkasse"})
_NAMED = {
    "bank": re.compile(r"[Bb]ank\b|[Bb]anco\b|Banque\b|Sparkasse|Building Society"),
    "sparkasse": re.compile("[Ss]parkasse"),
}
_BEFORE_SUBJECT = re.compile(r"\W*(?:(?:Aber|And|But|Das|Der|Die|Doch|The|Und) )?(?:the |die |das |der )?")


def meant(cast: Cast, noun: str, offset: int) -> list[Name]:
    """Return the banks that "the bank" may mean at an offset, likeliest first; an empty list if none is named so.

    In the paragraph that is the one that was a subject last, alone, or else the nearest; without any in the paragraph
    it is the nearest before.
    """
    able = [name for name in cast.before(offset, _REACH) if _is_bank(cast, name, noun)]
    paragraph = cast.text.rfind("\n", 0, offset) + 1
    here = [name for name in reversed(able) if name.start >= paragraph]
    acting = next((name for name in here if _is_subject(cast, name)), None)
    if acting is not None:
        return [acting]
    return _different(cast, here) or able[-1:]


def of_phrase(cast: Cast, phrase: Sequence[Token]) -> list[Name]:
    """Return the banks that a phrase may mean, as for its noun; an empty list unless it is "the bank" or "die Bank"."""
    noun = phrase[-1].low
    return meant(cast, noun, phrase[0].start) if len(phrase) == _BARE_WORDS and noun in NOUNS else []


def others(cast: Cast, phrase: Sequence[Token], bank: Name) -> tuple[Name, ...]:
    """Return the banks that a phrase is about as likely to mean as this one."""
    able = of_phrase(cast, phrase)
    return tuple(able[1:]) if able[:1] == [bank] else ()


def _is_bank(cast: Cast, name: Name, noun: str) -> bool:
    words = cast.text[name.start : name.end]
    return name.label == "ORG" and not cast.is_person(name) and _NAMED[noun].search(words) is not None


def _is_subject(cast: Cast, name: Name) -> bool:
    """Return whether a name begins its sentence, and is no genitive: "Alder Bank closed", not "Alder Bank's shares"."""
    start = cast.places.sentence_at(name.start)
    owns = cast.text[name.end : name.end + 2] in {"'s", "’s"}
    return not owns and _BEFORE_SUBJECT.fullmatch(cast.text, start, name.start) is not None


def _different(cast: Cast, names: Sequence[Name]) -> list[Name]:
    """Return the first of all mentions with the same words, whatever their endings: `Cast.key` is "bank" for all."""
    found: dict[str, Name] = {}
    for name in names:
        found.setdefault(_ENDING.sub("", cast.text[name.start : name.end]), name)
    return list(found.values())
