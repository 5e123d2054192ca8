"""Finding what somebody would not say: "Whether it was safe she declined to say", "Roth ließ offen, ob …"."""

import re
from collections.abc import Set

from annotator.suggest.claims.frame_values import Form, Found, Rule
from annotator.suggest.claims.rules import claims
from annotator.suggest.claims.sentence import Sentence

_SILENT = re.compile(
    r"(?:Whether (?P<whether>[^,;:“”\"]{8,}?)|(?P<how>(?:How|When|Where|Who|Why) [^,;:“”\"]{8,}?)),? "
    r"(?P<who>(?:he|she|they)|(?:the|a) [a-z-]+|[A-Z][\w-]+(?: [A-Z][\w-]+)?) "
    r"(?P<cue>(?:(?:declined|refused) to|(?:would|could|did) not|(?:wouldn|couldn|didn)['’]t) (?:disclose|reveal|say))"
    r"\W*"
)
_WHO, _LEFT = r"[^,;:„“”]{2,80}?", "ließ(?:en)?"
_LATER = r"(?: (?:(?:am|bis) \w+|es|aber|allerdings|bisher|bislang|jedoch|noch|vorerst|zunächst))*"
_OPEN = re.compile(
    r"(?:Ob (?P<whether>[^,;:„“”]{8,}?)|(?P<how>(?:Wann|Warum|Was|Wer|Wie|Wo) [^,;:„“”]{8,}?)), "
    rf"(?P<cue>{_LEFT}) (?P<who>{_WHO}){_LATER} offen\W*"
    rf"|(?P<who2>{_WHO}) (?P<cue2>{_LEFT}){_LATER} offen, "
    r"(?:ob (?P<whether2>[^;:„“”]{8,}?)|(?P<how2>(?:wann|warum|was|wer|wie|wo) [^;:„“”]{8,}?))\W*"
)
_NEEDED = frozenset("disclose reveal say".split())


def may_be_unsaid(words: Set[str], language: str) -> bool:
    """Return whether a sentence with these lower-case words may have a question that its speaker leaves open."""
    if language == "de":
        return "offen" in words and not words.isdisjoint({"ließ", "ließen"})
    return not words.isdisjoint(_NEEDED)


def unsaid(sentence: Sentence) -> list[Found]:
    """Return the question in front of "she declined to say", or of "ließ offen", which its speaker leaves open."""
    if not may_be_unsaid(sentence.words, sentence.language):
        return []
    asked = _OPEN if sentence.language == "de" else _SILENT
    found = asked.fullmatch(sentence.text, sentence.start, sentence.end)
    if found is None:
        return []
    last = "2" if "who2" in asked.groupindex and found["who2"] is not None else ""
    who = found.span(f"who{last}")
    speaker = sentence.speaker((sentence.token_from(who[0]), sentence.token_from(who[1])))
    part = found.span(f"whether{last}" if found[f"whether{last}"] else f"how{last}")
    cue = found.span(f"cue{last}")
    return claims(sentence, [part], Form.INDIRECT, Rule.SPEECH_VERB, speaker=speaker, cue=cue, unclear=True)
