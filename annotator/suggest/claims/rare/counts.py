"""Finding what an English count or test says: "In the union's own count, fewer than half turned up."."""

import re
from collections.abc import Set

from annotator.suggest.claims.frame_values import Form, Found, Rule
from annotator.suggest.claims.rules import claims
from annotator.suggest.claims.sentence import Sentence

_NOUNS = "census count estimate poll study survey tally test tests trial trials".split()
_COUNTED = re.compile(
    r"(?P<cue>In) (?P<who>(?:the |[A-Z])[^,;:]{2,50}?['’]s? (?:own|latest|most recent|annual) (?:[a-z]+ )?"
    rf"(?:{'|'.join(_NOUNS)})), (?P<said>[^“”\"]*?\b(?:\d[\d.,]*|half|(?:a|one|two|three)(?:-| )"
    r"(?:third|quarter|fifth|tenth)s?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|none"
    r"|most|one in)\b[^“”\"]*?)\W*"
)


def may_count(words: Set[str], language: str) -> bool:
    """Return whether a sentence with these lower-case words may give the result of a count."""
    return language == "en" and "in" in words and not words.isdisjoint(_NOUNS)


def counted(sentence: Sentence) -> list[Found]:
    """Return the result of a count as a claim of the count, or of the body whose name it has."""
    if not may_count(sentence.words, sentence.language):
        return []
    found = _COUNTED.fullmatch(sentence.text, sentence.start, sentence.end)
    if found is None:
        return []
    who = sentence.speaker((sentence.token_from(found.start("who")), sentence.token_from(found.end("who"))))
    part, cue = found.span("said"), found.span("cue")
    return claims(sentence, [part], Form.INDIRECT, Rule.ACCORDING_TO, speaker=who, cue=cue)
