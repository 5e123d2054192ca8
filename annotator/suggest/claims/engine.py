"""The claims of an article, found sentence by sentence, with memory of who speaks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from operator import itemgetter

from annotator.model.values import Part
from annotator.suggest.claims.datelines import after_dateline
from annotator.suggest.claims.english import sentences as english
from annotator.suggest.claims.found import NOBODY, Form, Found, Name, Rule, Speaker
from annotator.suggest.claims.frame_values import Context
from annotator.suggest.claims.german import sentences as german
from annotator.suggest.claims.quotations import Quotation, is_speech, quotations
from annotator.suggest.claims.rules import claims
from annotator.suggest.claims.sentence import Sentence, without_comma
from annotator.suggest.claims.sentence_words import stretches_of, tokens_of
from annotator.suggest.claims.speakers import Cast
from annotator.text import sentences

_end = itemgetter(1)
_LONGEST_HEADLINE = 140
_LONGEST_SENTENCE = 2_000  # characters; longer ones are not sentences of an article
_RUNNING = frozenset({Rule.SPEECH_VERB, Rule.SUBJUNCTIVE_GOES_ON, Rule.ACCORDING_TO, Rule.QUOTATION})
_GRAMMARS = {"de": german.GERMAN, "en": english.ENGLISH}
_QUIET = {"de": german.is_quiet, "en": english.is_quiet}
_LETTERS = re.compile(r"[^\W\d_]+")


def find(text: str, language: str, names: Iterable[Name], cancelled: Callable[[], bool]) -> list[Found]:
    """Return the claims of an article, sorted by place, or those found until ``cancelled`` returned true.

    Args:
        text: The article.
        language: ``"de"`` or ``"en"``; in others nothing is found.
        names: The known entities.
        cancelled: Called at each paragraph.
    """
    if language not in _GRAMMARS:
        return []
    paragraphs = [(start, after_dateline(text, start, end), end) for start, end in _paragraphs(text)]
    filed = [(start, begin) for start, begin, _ in paragraphs if start < begin]
    cast = Cast(text, names, excluded=filed)
    context = Context()
    found: list[Found] = []
    opened = False
    for _, start, end in paragraphs:
        if cancelled():
            break
        quoted, opened = quotations(text, start, end, opened=opened)
        speech = [quotation for quotation in quoted if is_speech(text, quotation, start, end)]
        found.extend(_in_paragraph(text, language, (start, end), speech, cast, context))
    return sorted(_without_repeats(found), key=lambda one: (one.parts[0][0], one.parts[-1][1]))


def _paragraphs(text: str) -> Iterator[Part]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _in_paragraph(
    text: str, language: str, paragraph: Part, speech: list[Quotation], cast: Cast, context: Context
) -> Iterator[Found]:
    start, end = paragraph
    begins = [quotation.outer[0] for quotation in speech]
    for first, last in _sentences(text, start, end):
        if last - first > _LONGEST_SENTENCE:
            continue
        inside = speech[max(0, bisect_left(begins, first) - 1) : bisect_left(begins, last)]
        is_headline = (first, last) == (start, end) and _is_headline(text, start, end)
        is_quoted = any(quotation.outer[1] > first for quotation in inside)
        if not is_quoted and _is_quiet(text[first:last], language, is_headline=is_headline):
            _update_context(text, (first, last), cast, context, [])
            continue
        tokens = tokens_of(text, first, last, inside)
        stretches = stretches_of(tokens)
        if not stretches:
            continue
        sentence = Sentence(
            text=text,
            language=language,
            start=first,
            end=last,
            paragraph=start,
            tokens=tokens,
            stretches=stretches,
            words=frozenset([token.low for token in tokens]),
            cast=cast,
            context=context,
            is_headline=is_headline,
        )
        yield from _in_sentence(sentence)
    context.waiting.clear()


def _sentences(text: str, start: int, end: int) -> list[Part]:
    """Return the sentences of a paragraph; ``start`` is after its dateline.

    A closing mark left alone belongs to the sentence before it.
    """
    every = sentences.split(text)
    joined: list[Part] = []
    for begin, last in every[bisect_right(every, start, key=_end) : bisect_left(every, (end, end))]:
        first = max(begin, start)
        if joined and text[first:last].strip('“”"»«’‘.,') == "":
            joined[-1] = joined[-1][0], last
        else:
            joined.append((first, last))
    return joined


def _is_quiet(sentence: str, language: str, *, is_headline: bool) -> bool:
    """Return whether no rule can find anything in a sentence without quotation, as in most sentences of news."""
    if is_headline and ":" in sentence:
        return False
    low = _LETTERS.findall(sentence.lower())
    return bool(low) and _QUIET[language](low)


def _in_sentence(sentence: Sentence) -> Iterator[Found]:
    inner, context = _all_quoted(sentence), sentence.context
    place = sentence.start, sentence.end
    if inner is None:
        found = _GRAMMARS[sentence.language].read(sentence)
        yield from _waiting(sentence, found)
        yield from found
        _update_context(sentence.text, place, sentence.cast, context, found)
        return
    if context.speaker != NOBODY and context.running and not sentence.is_headline:
        yield _direct(sentence, inner, context.speaker, context.cue)
    else:
        context.waiting.append(inner)
    context.sentence = without_comma(sentence.text, place)


def _all_quoted(sentence: Sentence) -> Part | None:
    quoted = [token for token in sentence.tokens if token.inner is not None]
    if len(quoted) != 1 or any(token.is_word for token in sentence.tokens):
        return None
    place = quoted[0].inner
    return without_comma(sentence.text, place) if place is not None else None


def _direct(sentence: Sentence, inner: Part, speaker: Speaker, cue: Part | None) -> Found:
    return claims(sentence, [inner], Form.DIRECT, Rule.QUOTATION_GOES_ON, speaker=speaker, cue=cue)[0]


def _waiting(sentence: Sentence, found: list[Found]) -> Iterator[Found]:
    """Yield the sentences of a quotation whose speaker its last sentence names."""
    direct = next((one for one in found if one.rule is Rule.QUOTATION), None)
    if direct is not None and sentence.tokens[0].inner is not None:
        for inner in sentence.context.waiting:
            yield _direct(sentence, inner, direct.speaker, direct.cue)


def _update_context(text: str, sentence: Part, cast: Cast, context: Context, found: list[Found]) -> None:
    """Update the context: what the next sentences may refer to."""
    context.waiting.clear()
    context.sentence = without_comma(text, sentence)
    spoken = [one for one in found if one.rule in _RUNNING]
    if spoken:
        last = spoken[-1]
        if last.rule is not Rule.SUBJUNCTIVE_GOES_ON:
            context.speaker, context.cue = last.speaker, last.cue
        context.running = True
    else:
        context.running = False
    context.claim = found[-1] if found else None
    bodies = cast.within(*sentence)
    acting = next((one.speaker for one in found if one.speaker.name is not None), None)
    if acting is not None:
        context.body = acting
    elif bodies:
        context.body = Speaker((bodies[0].start, bodies[0].end), bodies[0])


def _is_headline(text: str, start: int, end: int) -> bool:
    line = text[start:end].rstrip()
    return len(line) <= _LONGEST_HEADLINE and (not line.endswith((".", "!", ":", "…")) or not text[:start].strip())


def _without_repeats(found: list[Found]) -> Iterator[Found]:
    seen: set[tuple[tuple[Part, ...], Part | None]] = set()
    for one in found:
        key = one.parts, one.cue
        if key not in seen and all(a[1] < b[0] for a, b in pairwise(one.parts)):
            seen.add(key)
            yield one
