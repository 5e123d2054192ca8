"""Finding the claims of an article sentence by sentence, while keeping track of who speaks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import pairwise
from operator import itemgetter

from annotator.model.values import Part
from annotator.suggest.claims.author import Voice, with_own
from annotator.suggest.claims.date_lines import is_only_date
from annotator.suggest.claims.english import sentences as english
from annotator.suggest.claims.frame_values import NOBODY, Context, Form, Found, Kind, Name, Rule, Speaker
from annotator.suggest.claims.german import sentences as german
from annotator.suggest.claims.interviews.answers import with_answers
from annotator.suggest.claims.people.cast import Cast
from annotator.suggest.claims.rare.banners import may_be_on_banner, with_banner
from annotator.suggest.claims.rare.counter_figures import counter_figure, may_counter
from annotator.suggest.claims.rare.counts import counted, may_count
from annotator.suggest.claims.rare.headlines import planned_headline, quoted_headline, told_headline
from annotator.suggest.claims.rare.hearers import told_to_speaker
from annotator.suggest.claims.rare.subheadings import is_subheading, subheadings
from annotator.suggest.claims.rare.terse import may_be_terse, terse
from annotator.suggest.claims.rare.wishes import may_wish, wish
from annotator.suggest.claims.rules import claims, kind_of
from annotator.suggest.claims.sentence import Sentence, without_comma
from annotator.suggest.claims.sentence_words import stretches_of, tokens_of
from annotator.suggest.claims.subjects import has_attitude, subject_of
from annotator.text.quotations import OPENING, Quotation, is_speech, quotations

_PARTICLE = r"am|an der|bei|de|da|del|im|in|la|on|of|ob der|upon|vor der"
_NAME = r"[^\W\d_a-zäöüß][\w.'’-]*"
_WHOLE_NAME = f"{_NAME}+"  # possessive: no words after a name in a dateline belong to it
_PLACE = rf"{_WHOLE_NAME}(?:[ /](?:(?:{_PARTICLE}) )?{_WHOLE_NAME}){{0,3}}+(?:, {_WHOLE_NAME}(?: {_WHOLE_NAME})?)?"
_CAPITALS = r"[A-ZÄÖÜ]{5,}(?:[ /-][A-ZÄÖÜ]{2,}){0,3}|[A-ZÄÖÜ]{2,}(?:[ /-][A-ZÄÖÜ]{2,}){1,3}"
_DATE = (
    r"(?:\d{1,2}\. ?(?:\d{1,2}\.|[A-ZÄ][a-zä]{2,8}\.?)(?: ?\d{4})?"  # 9. März 2026, 9.3.
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?)"  # March 9, 9 March 2026
)
_AGENCY = (
    r"(?i:dpa|afp|ap|reuters|rtr|epd|kna|apa|sda|sid|dts|ots|dapd|ddp|pa|aap|ani|pti|upi|xinhua|kyodo|yonhap|tass"
    r"|bloomberg|ansa|efe|pap|belga|anp)(?:[-/ ][\w.]+)*"
)
_DASH = r" ?(?:[-–—]|--) "
_LONGEST_AGENCY = 30
_DATELINE = re.compile(
    rf"\s*(?:{_PLACE}(?:(?:, {_DATE})? ?\({_AGENCY}\)(?:{_DASH}|[:.]? )|, {_DATE}(?:{_DASH}|[:.] )"
    rf"|, {_DATE} \([^()\n]{{2,{_LONGEST_AGENCY}}}\){_DASH}"  # an unknown agency
    rf"| \([a-z]{{2,5}}(?:/[a-z]{{2,5}})?\){_DASH})"
    rf"|(?:{_CAPITALS}){_DASH}(?=[^\W\d_a-zäöüß])|(?:{_CAPITALS}) \([^()\n]{{2,60}}\) ?(?:[-–—] ?)?(?=[^\W\d_a-zäöüß])"
    r"|(?:\+{2,3} ?)?\d{1,2}(?:[.:]\d\d(?: ?Uhr| ?[ap]\.?m\.?)?| Uhr| ?[ap]\.?m\.?)(?::|\s[-–—|+]+)\s)"  # of a ticker
)
_LONGEST_BYLINE = 100
_BYLINE = re.compile(
    rf"\s*(?:Von|VON|By|BY):? {_NAME} (?:(?:von|van|de|der|zu|al|bin) )*{_NAME}[^.!?:;]*(?:{_DATE})?\s*\Z"
)


def after_dateline(text: str, start: int, end: int) -> int:
    """Return where a paragraph's text begins, after its dateline.

    The result is ``start`` if there is no dateline, and ``end`` if the paragraph is a byline or only gives a date.
    Offsets are code points.
    """
    line = text[start:end] if end - start <= _LONGEST_BYLINE else ""
    if _BYLINE.match(line) or is_only_date(line):
        return end
    found = _DATELINE.match(text, start, end)
    return found.end() if found is not None else start


_end = itemgetter(1)
_LONGEST_HEADLINE = 140
_BLANK = re.compile(r"\s*")
_FAR = 2  # paragraphs back in which the speaker of a quotation without attribution was quoted
_LONGEST_SENTENCE = 2_000  # characters; longer ones are not sentences of an article
_RUNNING = frozenset(
    {Rule.SPEECH_VERB, Rule.SUBJUNCTIVE_GOES_ON, Rule.ACCORDING_TO, Rule.QUOTATION, Rule.REPORTED_ACT, Rule.DISPUTED}
)
GRAMMARS = {"de": german.GERMAN, "en": english.ENGLISH}
_QUIET = {"de": german.is_quiet, "en": english.is_quiet}
_WORD = re.compile(r"[^\W\d_]+")


def _unheard(_sentence: Sentence) -> None:
    """Ignore a sentence; the default for callers of `find` that do not need the sentences."""


def find(
    text: str,
    language: str,
    names: Iterable[Name],
    cancelled: Callable[[], bool],
    heard: Callable[[Sentence], object] = _unheard,
) -> list[Found]:
    """Return the claims of an article in text order; if cancelled, only the claims found so far.

    In languages other than ``"de"`` and ``"en"`` no claims are found. ``cancelled`` is checked before each paragraph.
    ``heard`` receives each sentence before the rules read it, so its context is that of the earlier sentences.
    """
    if language not in GRAMMARS:
        return []
    paragraphs = [(start, after_dateline(text, start, end), end) for start, end in _paragraphs(text)]
    filed = [(start, begin) for start, begin, _ in paragraphs if start < begin]
    cast = Cast(text, names, excluded=filed, language=language)
    context = Context()
    found: list[Found] = []
    voice = Voice(language)
    opened = ""
    for _, start, end in paragraphs:
        if cancelled():
            break
        quoted, opened = quotations(text, start, end, opened=opened)
        cast.places.quoted.extend(quotation.outer for quotation in quoted)
        speech = [quotation for quotation in quoted if is_speech(text, quotation, start, end)]
        found.extend(_in_paragraph(text, language, (start, end), speech, cast, context, voice, heard))
        if context.waiting and not opened:
            found.extend(_left_open(text, language, context))
            context.waiting.clear()
    found.extend([*voice.claims(text), *subheadings(text, found)])
    found = with_answers(found, text, language, [(start, end) for _, start, end in paragraphs], cast)
    found = with_own(found, text, cast.places)
    return sorted(_without_repeats(found), key=lambda one: (one.parts[0][0], one.parts[-1][1]))


def _paragraphs(text: str) -> Iterator[Part]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _in_paragraph(
    text: str,
    language: str,
    paragraph: Part,
    speech: list[Quotation],
    cast: Cast,
    context: Context,
    voice: Voice,
    heard: Callable[[Sentence], object],
) -> Iterator[Found]:
    start, end = paragraph
    begins = [quotation.outer[0] for quotation in speech]
    for first, last in _sentences(text, cast.places.sentences, start, end):
        if last - first > _LONGEST_SENTENCE:
            continue
        inside = speech[max(0, bisect_left(begins, first) - 1) : bisect_left(begins, last)] if speech else []
        is_headline = (first, last) == (start, end) and _is_headline(text, start, end)
        is_quoted = bool(inside) and any(quotation.outer[1] > first for quotation in inside)
        low = frozenset(_WORD.findall(text[first:last].lower()))
        if not is_quoted and _is_quiet(low, language, is_headline=is_headline and _may_tell(text, first, last)):
            voice.add((first, last), low, is_claim=is_headline)
            _update_context(text, (first, last), low, cast, context, [])
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
        heard(sentence)
        here = list(_in_sentence(sentence, low))
        voice.add((first, last), low, is_claim=bool(here) or is_quoted or is_headline)
        yield from here


def _sentences(text: str, every: Sequence[Part], start: int, end: int) -> list[Part]:
    """Return the sentences of a paragraph from those of the article; ``start`` is the end of its dateline.

    A closing quotation mark that was split off is joined to the sentence before it.
    """
    joined: list[Part] = []
    for begin, last in every[bisect_right(every, start, key=_end) : bisect_left(every, (end, end))]:
        first = max(begin, start)
        if joined and text[first:last].strip('“”"»«’‘.,') == "":
            joined[-1] = joined[-1][0], last
        else:
            joined.append((first, last))
    return joined


def _is_quiet(low: Set[str], language: str, *, is_headline: bool) -> bool:
    """Return whether no rule can apply to a sentence without a quotation, as is true of most sentences in news."""
    return not is_headline and bool(low) and _QUIET[language](low) and not _may_be_rare(low, language)


def _may_be_rare(low: Set[str], language: str) -> bool:
    """Return whether a sentence with these lower-case words may have one of the rarer forms of claims."""
    if may_wish(low, language) or may_be_on_banner(low, language):
        return True
    return may_count(low) or may_be_terse(low) if language == "en" else may_counter(low)


def _may_tell(text: str, start: int, end: int) -> bool:
    """Return whether a headline may say who speaks: it has a colon, or begins with a quotation mark."""
    return ":" in text[start:end] or text[start] in OPENING


def _in_sentence(sentence: Sentence, low: Set[str]) -> Iterator[Found]:
    inner, context = _all_quoted(sentence), sentence.context
    place = sentence.start, sentence.end
    if inner is None:
        found = _read(sentence)
        yield from _waiting(sentence, found)
        yield from found
        _update_context(sentence.text, place, low, sentence.cast, context, found)
        return
    goes_on = context.speaker != NOBODY and context.running and not sentence.is_headline
    if goes_on and not context.waiting and not _is_told_later(sentence, inner):
        yield _direct(sentence, inner, context.speaker, context.cue)
    else:
        context.waiting.append(inner)
    context.sentence = place


def _read(sentence: Sentence) -> list[Found]:
    """Return the claims of a sentence that is not one quotation."""
    grammar = GRAMMARS[sentence.language]
    found = _rare(sentence) or grammar.read(sentence)
    if not found and sentence.is_headline:
        found = quoted_headline(sentence, grammar) or planned_headline(sentence) or told_headline(sentence)
    return with_banner(sentence, [*found, *told_to_speaker(sentence, found)])


def _rare(sentence: Sentence) -> list[Found]:
    """Return the claims of a sentence in one of the rarer forms."""
    if sentence.language != "en":
        return wish(sentence) or counter_figure(sentence)
    return wish(sentence) or counted(sentence) or terse(sentence)


def _all_quoted(sentence: Sentence) -> Part | None:
    inner = [token.inner for token in sentence.tokens if token.inner is not None]
    if len(inner) != 1 or any(token.is_word for token in sentence.tokens):
        return None
    return without_comma(sentence.text, inner[0])


def _is_told_later(sentence: Sentence, inner: Part) -> bool:
    """Return whether a quotation goes on after a sentence, and its speaker follows: "It leaks. It’s cold,” said Lee.

    ``inner`` is the sentence's part inside the quotation; a dash may stand before it.
    """
    text, quoted = sentence.text, reversed(sentence.cast.places.quoted)
    end = next(part[1] for part in quoted if part[0] <= inner[0] < part[1])
    rest = text[end : end + 2].lstrip()
    return end > sentence.end + 1 and (text[end - 2] == "," or rest[:1] == "," or rest[:1].islower())


def _direct(sentence: Sentence, inner: Part, speaker: Speaker, cue: Part | None) -> Found:
    return claims(sentence, [inner], Form.DIRECT, Rule.QUOTATION_GOES_ON, speaker=speaker, cue=cue)[0]


def _left_open(text: str, language: str, context: Context) -> Iterator[Found]:
    """Yield the quotations of a paragraph that names no speaker, as claims of whoever was quoted last.

    There are none if somebody else spoke in between, or if the last quotation is far back.
    """
    speaker, place = context.quoted
    waiting = context.waiting
    first = waiting[0][0] - 1  # its mark, which begins a paragraph
    if place is None or context.speaker != speaker or speaker.part is None:
        return
    begins = not text[text.rfind("\n", 0, first) + 1 : first].strip()
    if not begins or is_subheading(text, first + 1):
        return
    if text.count("\n\n", place, first) > _FAR or not text[place:first].strip():
        return
    for inner in waiting:
        kind = kind_of(text, (inner,), None, language, is_direct=True)
        rule = Rule.QUOTATION_GOES_ON
        yield Found(parts=(inner,), cue=context.cue, speaker=speaker, form=Form.DIRECT, kind=kind, rule=rule)


def _waiting(sentence: Sentence, found: list[Found]) -> Iterator[Found]:
    """Yield claims for the earlier sentences of a quotation whose speaker is named only in its last sentence.

    ``sentence`` is that last sentence, ``found`` the claims found in it. If it names nobody, the last speaker goes on.
    """
    context = sentence.context
    told = next((one for one in found if one.rule is Rule.QUOTATION), None) if context.waiting else None
    if told is not None and sentence.tokens[0].inner is not None:
        speaker, cue = told.speaker, told.cue
    elif context.running:
        speaker, cue = context.speaker, context.cue
    else:
        return
    for inner in context.waiting:
        yield _direct(sentence, inner, speaker, cue)


def _update_context(
    text: str, sentence: Part, words: Set[str], cast: Cast, context: Context, found: list[Found]
) -> None:
    """Update the context for the next sentences, given this sentence's range, words and claims."""
    context.waiting.clear()
    context.claim, context.running = found[-1] if found else None, False
    context.sentence = context.place = sentence
    if spoken := [one for one in found if one.rule in _RUNNING]:
        goes_on = (one for one in spoken if one.rule is Rule.SUBJUNCTIVE_GOES_ON)  # others are nested in it
        last = next(goes_on, spoken[-1])
        if last.speaker.name is None:  # "…, Lee said, and a surveyor told her …"
            last = next((one for one in spoken if one.speaker.name is not None), last)
        context.speaker = _answering(cast, last) or last.speaker
        if last.rule is not Rule.SUBJUNCTIVE_GOES_ON:
            context.cue = last.cue
        if last.form is Form.DIRECT and last.speaker.part is not None:
            context.quoted = context.speaker, last.parts[-1][1]
        context.running = True
    if not found and has_attitude(words):
        subject = subject_of(cast, text, context)
        if subject.part is not None:
            context.speaker, context.cue, context.running = subject, None, True
    acting = next((one.speaker for one in found if one.speaker.name is not None), None) if found else None
    if acting is not None:
        context.body = acting
    elif bodies := cast.within(*sentence):
        context.body = Speaker((bodies[0].start, bodies[0].end), bodies[0])


def _answering(cast: Cast, claim: Found) -> Speaker | None:
    """Return the person who is asked in a reported question, and whose answer may follow: "fragte Klaus Berg, ob …"."""
    if claim.kind is not Kind.QUESTION or claim.form is Form.DIRECT or claim.cue is None:
        return None
    asked = [name for name in cast.within(claim.cue[1], claim.parts[0][0]) if cast.is_person(name)]
    answers = asked and (claim.speaker.part is None or asked[0].start != claim.speaker.part[0])
    return Speaker((asked[0].start, asked[0].end), asked[0]) if answers else None


def _is_headline(text: str, start: int, end: int) -> bool:
    if end - start > _LONGEST_HEADLINE:
        return False
    return not text.endswith((".", "!", ":", "…"), start, end) or _BLANK.fullmatch(text, 0, start) is not None


def _without_repeats(found: list[Found]) -> Iterator[Found]:
    seen: set[tuple[tuple[Part, ...], Part | None]] = set()
    for one in found:
        key = one.parts, one.cue
        if key not in seen and all(a[1] < b[0] for a, b in pairwise(one.parts)):
            seen.add(key)
            yield one
