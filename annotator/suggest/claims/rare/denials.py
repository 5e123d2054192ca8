"""Finding what a speaker affirms after a denial and a colon: "Lee disputes this: her staff measured the noise"."""

from annotator.suggest.claims.frame_values import Found, Frame
from annotator.suggest.claims.rules import quoted, reported
from annotator.suggest.claims.sentence import Sentence


def end_of_denial(sentence: Sentence, frame: Frame, last: int) -> int:
    """Return the token where a denial's own words end: after the next colon, or ``last``.

    The result is ``last`` if the frame denies nothing.
    """
    return min(sentence.next_colon(frame.stretch), last) if frame.refutes else last


def affirmed(sentence: Sentence, frame: Frame, first: int, last: int, *, tells: bool) -> list[Found]:
    """Return the claim of the words after a denial's colon, from ``first`` to ``last``; the speaker affirms it.

    ``tells`` is whether these words are a claim even without quotation marks.
    """
    if first >= last:
        return []
    number = sentence.stretch_of(first)
    own = frame._replace(refutes=False, kind=None)
    if sentence.is_quotation(number):
        return quoted(sentence, own, sentence.inner(number))
    return reported(sentence, own, sentence.part(first, last)) if tells else []
