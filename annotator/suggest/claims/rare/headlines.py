"""Find the claims of headlines without a speech verb.

A quotation and its speaker ("“No accident”: family lawyer", "„Es reicht“ – Ann Lee"), a plan after a colon ("Reederei:
Weniger Fähren ab Mai"), or what a body was told ("Council told bridge is unsafe").
"""

import re

from annotator.suggest.claims.frame_values import NOBODY, Form, Found, Kind, Rule
from annotator.suggest.claims.people.genders import may_be_person
from annotator.suggest.claims.rules import Grammar, claims
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Token
from annotator.suggest.claims.speakers import body_noun

_QUOTED = re.compile(
    r"\s*(?P<outer>[„“»\"‘‚](?P<inner>[^„“”»«\"‚‘]{5,}?)[“”«\"’‘])\s?(?P<mark>[-–—:,]) ?(?P<who>\S.*?)\s*\Z", re.DOTALL
)
_AHEAD = {
    "de": re.compile(
        r"\b(?:ab|bis|im|zum) (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November"
        r"|Dezember|Frühjahr|Sommer|Herbst|Winter|Jahresende|20\d\d)\b|\bkünftig\b|\b(?:kommt|kommen)\b"
    ),
    "en": re.compile(
        r"\b(?:by|from|in|until) (?:January|February|March|April|May|June|July|August|September|October"
        r"|November|December|spring|summer|autumn|winter|20\d\d)\b|\b(?:will|to)\b"
    ),
}
_TOLD = re.compile(
    r"\s*(?:\w+ ){0,2}(?i:council|court|jury|inquest|inquiry|tribunal|committee|hearing|panel|parliament|mps|peers"
    r"|councillors|trial|assembly|senate) (?P<cue>told) (?:that )?"
    r"(?P<said>(?!(?:to|not|of|off|about|how|why|what|by|on)\b)[^,:“‘]+?)\W*\Z"
)
_FEWEST_TOLD = 3
_LONGEST_OWNER = 3
_FEWEST_WORDS = 2  # of a quotation
_MOST_WORDS = 6  # of the phrase that says who speaks


def quoted_headline(sentence: Sentence, grammar: Grammar) -> list[Found]:
    """Return the quotation that begins a headline, if the rest only names its speaker."""
    found = _QUOTED.match(sentence.text, sentence.start, sentence.end) if sentence.is_headline else None
    if found is None or len(found["inner"].split()) < _FEWEST_WORDS or len(found["who"].split()) > _MOST_WORDS:
        return []
    first = sentence.token_from(found.start("who"))
    tokens = sentence.tokens[first:]
    if not tokens or any(not token.is_word and token.text not in "-'’." for token in tokens):
        return []
    speaker = sentence.speaker((first, len(sentence.tokens)))
    if speaker.name is not None:
        ends_the_headline = speaker.reference is None and speaker.name.end == tokens[-1].end
        has_role = any(_is_role(sentence, grammar, token) for token in tokens)
        may_speak = speaker.name.label != "LOC" and (ends_the_headline or has_role)
    else:
        may_speak = speaker.part is not None and _is_role(sentence, grammar, tokens[-1])
    later = (spoken for stretch in sentence.stretches for spoken in grammar.speech_verbs(sentence, stretch))
    if not may_speak or any(spoken.place >= first for spoken in later):
        return []
    return claims(sentence, [found.span("inner")], Form.DIRECT, Rule.HEADLINE, speaker=speaker)


def _is_role(sentence: Sentence, grammar: Grammar, token: Token) -> bool:
    """Return whether a word of a headline is a noun for a person or body."""
    if grammar.is_role(token.low) or sentence.cast.genders.is_person_noun(token.text):
        return True
    return sentence.language == "en" and may_be_person(token.low)


def planned_headline(sentence: Sentence) -> list[Found]:
    """Return the plan after a headline's colon, if a noun for a body stands before it."""
    stretches = sentence.stretches
    if not sentence.is_headline or len(stretches) < 2 or stretches[1].before != ":" or sentence.is_quotation(1):
        return []
    owner = sentence.tokens[: stretches[0].last]
    said = sentence.text[sentence.tokens[stretches[1].first].start : sentence.end]
    if len(owner) > _LONGEST_OWNER or not body_noun(owner, sentence.language):
        return []
    if said.endswith("?") or _AHEAD[sentence.language].search(said) is None:
        return []
    part = sentence.part(stretches[1].first, len(sentence.tokens))
    speaker, kind = sentence.speaker((0, stretches[0].last)), Kind.PREDICTION
    return claims(sentence, [part], Form.INDIRECT, Rule.HEADLINE, speaker=speaker, kind=kind)


def told_headline(sentence: Sentence) -> list[Found]:
    """Return what a body was told, in an English headline. The speaker is unknown."""
    if not sentence.is_headline or sentence.language != "en" or "told" not in sentence.words:
        return []
    found = _TOLD.match(sentence.text, sentence.start, sentence.end)
    if found is None or len(found["said"].split()) < _FEWEST_TOLD:
        return []
    part = sentence.part(sentence.token_from(found.start("said")), len(sentence.tokens))
    return claims(sentence, [part], Form.INDIRECT, Rule.SPEECH_VERB, speaker=NOBODY, cue=found.span("cue"))
