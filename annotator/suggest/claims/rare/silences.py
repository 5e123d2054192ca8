"""Finding what somebody would not say in a question in front: "Whether it was safe she declined to say."."""

import re

from annotator.suggest.claims.frame_values import Form, Found, Rule
from annotator.suggest.claims.rules import claims
from annotator.suggest.claims.sentence import Sentence

_SILENT = re.compile(
    r"(?:Whether (?P<whether>[^,;:“”\"]{8,}?)|(?P<how>(?:How|When|Where|Who|Why) [^,;:“”\"]{8,}?)),? "
    r"(?P<who>(?:he|she|they)|(?:the|a) [a-z-]+|[A-Z][\w-]+(?: [A-Z][\w-]+)?) "
    r"(?P<cue>(?:(?:declined|refused) to|(?:would|could|did) not|(?:wouldn|couldn|didn)['’]t) (?:disclose|reveal|say))"
    r"\W*"
)
_NEEDED = frozenset("disclose reveal say".split())


def unsaid(sentence: Sentence) -> list[Found]:
    """Return the question in front of "she declined to say", which its speaker leaves open."""
    if _NEEDED.isdisjoint(sentence.words):
        return []
    found = _SILENT.fullmatch(sentence.text, sentence.start, sentence.end)
    if found is None:
        return []
    who = sentence.speaker((sentence.token_from(found.start("who")), sentence.token_from(found.end("who"))))
    part = found.span("whether" if found["whether"] else "how")
    return claims(sentence, [part], Form.INDIRECT, Rule.SPEECH_VERB, speaker=who, cue=found.span("cue"), unclear=True)
