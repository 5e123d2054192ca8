"""Where the claim of a phrase such as "according to police" ends, and whether the phrase has a claim of its own."""

from collections.abc import Sequence

from annotator.suggest.claims.frame_values import Found, Frame, Shape, Speaker
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Stretch

_FEWEST_WORDS = 2  # of a phrase's claim before another source
_LEADS = frozenset("aber and but doch hingegen und während whereas while wohingegen".split())  # before the source
_RELATIVES = frozenset("das dem den der deren dessen die that which who whose".split())
_LONGEST_LEAD = 3  # tokens before the name of a source: "der Sprecher", "their lawyer"


def is_within_own(sentence: Sentence, frame: Frame, earlier: Sequence[Found]) -> bool:
    """Return whether a phrase lies in an earlier claim of its speaker: "Lee said that, in her view, …"."""
    start = sentence.tokens[frame.first].start
    return any(one.speaker == frame.speaker and one.parts[0][0] <= start < one.parts[-1][1] for one in earlier)


def end_of_claim(sentence: Sentence, frame: Frame, following: Frame | None) -> int:
    """Return the token at which the claim of a phrase ends: at the next source, else at the end of the sentence.

    "Laut Berg ist es spät, | sagte Roth", "Laut Polizei kamen 400, | die Veranstalter sprachen von 900".
    """
    end = len(sentence.tokens)
    if following is None:
        return end
    if following.shape is Shape.AFTER_CONTENT and following.first > frame.last + 1:
        return following.first
    stretch = sentence.stretches[following.stretch]
    if following.shape is not Shape.BEFORE_CONTENT or following.stretch <= frame.stretch:
        return end
    said = [token for token in sentence.tokens[frame.last : stretch.first] if token.is_word]
    claimed = len(said) >= _FEWEST_WORDS or frame.first > sentence.stretches[0].first
    relative = sentence.tokens[stretch.first].low in _RELATIVES and not _goes_on(sentence, following)
    own = claimed and following.speaker != frame.speaker and _is_subject(sentence, stretch, following.speaker)
    return stretch.first if own and not relative else end


def _goes_on(sentence: Sentence, frame: Frame) -> bool:
    """Return whether words follow the frame's verb in its stretch; in a German relative clause, it stands last."""
    last = sentence.stretches[frame.stretch].last
    return any(token.is_word for token in sentence.tokens[frame.verb + 1 : last])


def _is_subject(sentence: Sentence, stretch: Stretch, speaker: Speaker) -> bool:
    """Return whether a clause begins with its speaker, and no pronoun stands for that speaker."""
    if speaker.part is None or speaker.reference is not None:
        return False
    first = stretch.first + (sentence.tokens[stretch.first].low in _LEADS)
    begin = sentence.token_from(speaker.part[0])
    return first <= begin <= min(first + _LONGEST_LEAD, stretch.last - 1)
