"""Finding what somebody did not see, as a judgement: "Ann Lee saw no danger."."""

import re
from collections.abc import Set

from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.frame_values import Form, Found, Kind, Rule, Speaker
from annotator.suggest.claims.people.descriptions import head_of
from annotator.suggest.claims.people.genders import may_be_person
from annotator.suggest.claims.rules import claims
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import bare
from annotator.suggest.claims.speakers import body_noun, named

_SEEN = (
    "alternative|benefit|case|chance|conflict|contradiction|danger|difference|future|harm|hope|justification|limit|link"
    "|merit|need|point|problem|prospect|reason|risk|scandal|sense|threat|value"
)
_SAW = re.compile(
    r"(?P<who>[^;:“”\"]{2,80}?),? (?P<cue>saw|sees) "
    rf"(?P<said>(?:no|little) (?:[a-z]+ )?(?:{_SEEN})s?(?: (?:of|for|in|to|between) [^,;:“”\"]{{2,60}})?)[.!]?\s*"
)
_NEEDED = frozenset(["saw", "sees"])
_PERIODS = frozenset(  # "Last year saw no need for repairs."
    "autumn century day decade month morning night quarter season spring summer week winter year".split()
)


def may_be_terse(words: Set[str]) -> bool:
    """Return whether an English sentence with these lower-case words may be such a claim."""
    return not _NEEDED.isdisjoint(words)


def _speaker(sentence: Sentence, start: int, end: int) -> Speaker:
    """Return whom a phrase means; of "the head of music, Ann Lee" the name."""
    names = sentence.cast.within(start, end)
    if names and names[-1].end == end and sentence.text[names[-1].start - 2 : names[-1].start] == ", ":
        return named(names[-1])
    return sentence.speaker((sentence.token_from(start), sentence.token_from(end)))


def _can_judge(sentence: Sentence, start: int, end: int, who: Speaker) -> bool:
    """Return whether a phrase is only somebody who can see no danger: no clause, and no thing, place or period."""
    words = [token for token in sentence.tokens[sentence.token_from(start) : sentence.token_from(end)] if token.is_word]
    clauses = en.VERBS.keys() | en.SUBORDINATORS
    if not words or any(token.low in clauses for token in words):
        return False
    if who.name is not None or words[-1].low in en.PRONOUNS or body_noun(words, "en"):
        return True
    head = head_of(words, "en")
    noun = "" if head is None else head.low.removesuffix("s")
    return may_be_person(noun) and noun not in _PERIODS


def terse(sentence: Sentence) -> list[Found]:
    """Return what somebody saw no sign of, as their opinion."""
    if not may_be_terse(sentence.words):
        return []
    found = _SAW.fullmatch(sentence.text, sentence.start, sentence.end)
    if found is None:
        return []
    who = _speaker(sentence, *found.span("who"))
    if who.part is None or "," in sentence.text[slice(*who.part)] or not _can_judge(sentence, *found.span("who"), who):
        return []
    cue, part = found.span("cue"), bare(sentence.text, *found.span("said"))
    return claims(sentence, [part], Form.REPORTED, Rule.REPORTED_ACT, speaker=who, cue=cue, kind=Kind.OPINION)
