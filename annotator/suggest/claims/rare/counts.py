"""Finding what an English count or test says: "In the union's own count, fewer than half turned up."."""

import re
from collections.abc import Set

from annotator.suggest.claims.frame_values import Form, Found, Rule
from annotator.suggest.claims.rules import claims
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import bare

_COUNTS = "census|count|estimate|poll|study|survey|tally"
_TESTS = "test|tests|trials"  # only somebody's own: witnesses weep in a minister's latest trial
_NOUNS = f"{_COUNTS}|{_TESTS}".split("|")
_COUNTED = re.compile(
    r"(?P<cue>In) (?P<who>(?:the |[A-Z])[^,;:]{2,50}?['’]s? "
    rf"(?:(?:own|latest|most recent|annual) (?:[a-z]+ )?(?:{_COUNTS})|own (?:[a-z]+ )?(?:{_TESTS})))"
    r", (?P<said>[^“”\"]+)"
)
_FIGURE = re.compile(
    r"\b(?:\d|(?:dozens?|eight|eleven|fifths?|five|four|half|most|nine|none|one in|quarters?|seven|six|ten|tenths?"
    r"|thirds?|three|twelve|two)\b)"
)


def may_count(words: Set[str]) -> bool:
    """Return whether an English sentence with these lower-case words may give the result of a count."""
    return "in" in words and not words.isdisjoint(_NOUNS)


def counted(sentence: Sentence) -> list[Found]:
    """Return the result of a count as a claim of the count, or of the body whose name it has."""
    if not may_count(sentence.words):
        return []
    found = _COUNTED.fullmatch(sentence.text, sentence.start, sentence.end)
    part = bare(sentence.text, *found.span("said")) if found is not None else None
    if found is None or part is None or _FIGURE.search(sentence.text, *part) is None:
        return []
    who = sentence.speaker((sentence.token_from(found.start("who")), sentence.token_from(found.end("who"))))
    cue = found.span("cue")
    return claims(sentence, [part], Form.INDIRECT, Rule.ACCORDING_TO, speaker=who, cue=cue)
