"""Find claims whose verb stands only in an earlier one: "Norway pledged 300 million euros and Canada $90 million"."""

from collections.abc import Iterator

from annotator.suggest.claims.frame_values import Found, Frame
from annotator.suggest.claims.rules import framed
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import TokenRange
from annotator.suggest.claims.speakers import body_noun

_JOINTS = frozenset("and but und while während".split()) | {","}
_ARTICLES = frozenset("der die das the".split())
_NUMBERS = frozenset(
    "eight eleven fifty five forty four half hundred nine seven six ten thirty three twelve twenty two".split()
) | frozenset(
    "acht drei dreißig elf fünf fünfzig hundert neun sechs sieben vier vierzig zehn zwanzig zwei zwölf".split()
)
_LONGEST_BODY = 3  # words of "the regional council"


def with_gapped(sentence: Sentence, frame: Frame, found: list[Found], last: int) -> list[Found]:
    """Return the claims of a frame's object, divided where somebody else's amount begins.

    Whoever gives it is the new claim's claimant. ``last`` is the token after the frame's content.
    """
    if len(found) != 1 or frame.kind is None:
        return found
    (one,) = found
    first = sentence.token_from(one.parts[-1][0])
    gaps = list(_gaps(sentence, first, last))
    if not gaps or not any(_is_amount(sentence, i) for i in range(first, gaps[0][0])):
        return found
    ends = [*(joint for joint, _ in gaps[1:]), last]
    own = sentence.part(first, _without_prefix(sentence, frame, first, gaps[0][0]))
    claims = framed(sentence, frame, [*one.parts[:-1], own], one.form, one.rule)
    for (_, subject), end in zip(gaps, ends, strict=True):
        other = frame._replace(speaker=sentence.speaker(subject))
        claims += framed(sentence, other, [sentence.part(subject[1], end)], one.form, one.rule)
    return claims


def _gaps(sentence: Sentence, first: int, last: int) -> Iterator[tuple[int, TokenRange]]:
    """Yield each joint between two amounts, with the subject behind it: "…, and Spain 45 million euros"."""
    tokens = sentence.tokens
    for joint in range(first + 1, last - 2):
        if tokens[joint].low not in _JOINTS or tokens[joint + 1].low in _JOINTS:
            continue
        subject = _subject(sentence, joint + 1, last)
        if subject is not None and subject[1] < last and _is_amount(sentence, subject[1]):
            yield joint, subject


def _subject(sentence: Sentence, first: int, last: int) -> TokenRange | None:
    """Return the name that begins at a token, perhaps after an article, or the phrase for a body, or None."""
    tokens = sentence.tokens
    begin = first + (tokens[first].low in _ARTICLES)
    if begin >= last:
        return None
    name = next(iter(sentence.cast.within(tokens[begin].start, sentence.end)), None)
    if name is not None and name.start == tokens[begin].start:
        return first, sentence.token_from(name.end)
    ends = range(begin + 1, min(begin + 1 + _LONGEST_BODY, last))
    end = next((i for i in ends if _is_amount(sentence, i)), begin)
    return (first, end) if begin > first and body_noun(tokens[first:end], sentence.language) else None


def _is_amount(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.text[0] in "£$€0123456789" or token.low in _NUMBERS


def _without_prefix(sentence: Sentence, frame: Frame, first: int, end: int) -> int:
    """Return where an object ends before its verb's separated prefix: "kündigte 80 Millionen | an und Spanien …"."""
    words = [i for i in range(first, end) if sentence.tokens[i].is_word]
    low = sentence.tokens[words[-1]].low
    return words[-1] if sentence.language == "de" and frame.lemma.startswith(low) else end
