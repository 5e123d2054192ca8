"""Finding what somebody makes known or feels in English: "made it clear that", "Ann Lee was blunter: …"."""

import re

from annotator.suggest.claims.english.phrases import subject_before
from annotator.suggest.claims.frame_values import Form, Found, Rule
from annotator.suggest.claims.people.descriptions import head_of
from annotator.suggest.claims.people.genders import MANY, may_be_person
from annotator.suggest.claims.people.pronouns import PRONOUNS
from annotator.suggest.claims.rules import claims
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import TokenRange
from annotator.suggest.claims.speakers import body_noun, named

MAKE = frozenset({"made", "make", "makes"})
"""Cues that count only before "it" and "that"."""
_COMPARED = frozenset(
    "angrier bleaker blunter bolder brisker calmer clearer cooler crosser fiercer firmer franker gentler gloomier"
    " grimmer happier harsher kinder milder prouder ruder sadder sharper sterner surer tougher warier warmer"
    " wearier".split()
)
_COMPARABLE = frozenset(
    "blunt careful cautious cheerful confident critical direct dismissive doubtful emphatic enthusiastic explicit"
    " forgiving forthright generous guarded hopeful optimistic outspoken pessimistic philosophical positive relaxed"
    " reserved sanguine scathing sceptical skeptical upbeat worried".split()
)
_BE = frozenset("is sounded sounds was".split())
CUES = MAKE | _COMPARED | _COMPARABLE
"""Lower-case words; a sentence without any of them has no such claim."""
_MADE = re.compile(
    r"(?:has |have |had |also )*(?P<cue>made|makes?) it (?:\w+ly |quite |very |more than |all too )?"
    r"(?:clear|known|obvious|plain)(?: to [\w ]{2,40}?)?,? that (?P<said>\S.{5,})\Z",
    re.DOTALL,
)
_NO_SPEAKER = frozenset("he she they".split())
_LESS = frozenset({"less", "more"})


def clear(sentence: Sentence) -> list[Found]:
    """Return what a sentence says that somebody made clear, or says after a colon more bluntly than others."""
    return _made_clear(sentence) or _after_comparison(sentence)


def _made_clear(sentence: Sentence) -> list[Found]:
    if MAKE.isdisjoint(sentence.words) or not {"it", "that"} <= sentence.words:
        return []
    found = _MADE.search(sentence.text, sentence.start, sentence.end)
    if found is None:
        return []
    verb = sentence.token_from(found.start())
    number = sentence.stretch_of(verb)
    place = subject_before(sentence.tokens, sentence.stretches[number].first, verb)
    if place is None or not _can_speak(sentence, place):
        return []
    part = sentence.part(sentence.token_from(found.start("said")), len(sentence.tokens))
    speaker = sentence.speaker(place)
    return claims(sentence, [part], Form.INDIRECT, Rule.SPEECH_VERB, speaker=speaker, cue=found.span("cue"))


def _can_speak(sentence: Sentence, place: TokenRange) -> bool:
    """Return whether a phrase is of a person or body: "Parents at the gate", but not "This" or "the crash"."""
    words = [token for token in sentence.tokens[place[0] : place[1]] if token.is_word]
    head = head_of(words, "en") if words else None
    if head is None:
        return False
    if len(words) == 1 and head.low in PRONOUNS:
        return head.low in _NO_SPEAKER
    names = sentence.cast.within(words[0].start, head.end)
    if any(name.end == head.end and name.label != "LOC" for name in names):
        return True
    one = head.low.removesuffix("s")
    known = may_be_person(head.low) or (head.low != one and may_be_person(one)) or head.low in MANY
    return known or bool(body_noun(words, "en")) or sentence.cast.genders.is_person_noun(head.text)


def _after_comparison(sentence: Sentence) -> list[Found]:
    """Return the clause after a colon if a person is said before it to be "blunter", "more cautious" or the like."""
    stretches, tokens = sentence.stretches, sentence.tokens
    colon = next((n for n, stretch in enumerate(stretches) if stretch.before == ":"), 0)
    if colon == 0 or sentence.is_headline or sentence.is_quotation(colon):
        return []
    low = [token.low for token in sentence.of(stretches[colon - 1]) if token.is_word]
    compared = len(low) > 1 and (low[-1] in _COMPARED or (low[-1] in _COMPARABLE and low[-2] in _LESS))
    be = next((i for i in range(stretches[colon - 1].first, stretches[colon].first) if tokens[i].low in _BE), None)
    if not compared or be is None:
        return []
    names = [name for name in sentence.cast.within(sentence.start, tokens[be].start) if sentence.cast.is_person(name)]
    if not names or sentence.text[names[-1].end : tokens[be].start].strip(" ,"):
        return []
    part = sentence.part(stretches[colon].first, len(tokens))
    return claims(sentence, [part], Form.INDIRECT, Rule.SPEECH_VERB, speaker=named(names[-1]))
