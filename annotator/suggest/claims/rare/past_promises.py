"""Recognise a promise that somebody else only reports: "They had promised help but sent none, he said"."""

from annotator.suggest.claims.frame_values import Frame, Shape
from annotator.suggest.claims.sentence import Sentence

_PROMISING = frozenset(
    "announce guarantee pledge promise threaten vow"
    " ankündigen drohen garantieren geloben versprechen zusagen zusichern".split()
)
_HAD = frozenset("had hatte hatten hätte hätten".split())


def is_past_promise(sentence: Sentence, frame: Frame, following: Frame | None) -> bool:
    """Return whether a verb of promising is only part of what the words at the sentence's end attribute."""
    if following is None or frame.lemma not in _PROMISING or following.shape is not Shape.AFTER_CONTENT:
        return False
    last = len(sentence.stretches) - 1
    if following.stretch != last or following.stretch == frame.stretch or sentence.is_quotation(last - 1):
        return False
    first = sentence.stretches[frame.stretch].first
    return any(token.low in _HAD for token in sentence.tokens[first : frame.verb])
