"""The rules shared by both languages that turn frames into claims, and the types of the rules that differ."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile, zip_longest
from typing import Any, NamedTuple, TypeAlias

from annotator.model.values import Part
from annotator.suggest.claims.english.kinds import kind_of as english
from annotator.suggest.claims.frame_values import (
    NOBODY,
    Form,
    Found,
    Frame,
    Kind,
    Rule,
    Shape,
    Speaker,
    Verb,
    without_views,
)
from annotator.suggest.claims.german.kinds import kind_of as german
from annotator.suggest.claims.headline_sources import is_topic, of_poll
from annotator.suggest.claims.people.pronouns import PRONOUNS
from annotator.suggest.claims.rare.other_sources import end_of_claim, is_within_own
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import QUOTES, Stretch, Token
from annotator.suggest.claims.speakers import named
from annotator.text.parts import Cover


class Spoken(NamedTuple):
    """A speech verb in a sentence.

    ``cue`` is the token of the verb itself, ``place`` the first token of its verb group ("has" of "has also said").
    """

    cue: int
    place: int
    verb: Any


FramesIn: TypeAlias = Callable[[Sentence, int, Sequence[Frame]], Iterable[Frame]]
"""Finds the frames in a stretch, given its number and the frames before it."""


def spoken_verbs(
    sentence: Sentence,
    stretch: Stretch,
    verbs: Mapping[str, object],
    spoken_at: Callable[[Sentence, Stretch, int], Spoken | None],
) -> list[Spoken]:
    """Return the speech verbs of a stretch in order, except inside short quotations."""
    found = []
    after = sentence.tokens[stretch.first + 1 : stretch.first + 2]
    # A quotation may end here: "After “Old Town,” | Ann Lee said".
    quoted = sentence.closes_quote(stretch.first) and all(token.low not in _JOINING for token in after)
    for index, token in enumerate(sentence.of(stretch), stretch.first):
        if token.text in QUOTES:
            quoted = not quoted
        elif token.low in verbs and not quoted and not (token.is_capital and index > 0):
            spoken = spoken_at(sentence, stretch, index)
            if spoken is not None:
                found.append(spoken)
    return found


def verb_frame(
    sentence: Sentence,
    number: int,
    verb: Verb,
    place: int,
    speaker: Speaker,
    *,
    after: int,
    cue: Part | None = None,
    shape: Shape = Shape.BEFORE_CONTENT,
) -> Frame:
    """Build the frame of a speech verb at a token, which is its own cue by default; it takes up the whole stretch."""
    stretch = sentence.stretches[number]
    return Frame(
        shape=shape,
        stretch=number,
        begin=number,
        first=stretch.first,
        last=stretch.last,
        cue=cue or sentence.place(place),
        speaker=speaker,
        lemma=verb.lemma,
        verb=place,
        after=after,
        kind=verb.kind,
        only_clause=verb.only_clause,
        refutes=verb.refutes,
    )


def phrase_frame(number: int, first: int, last: int, cue: Part, speaker: Speaker) -> Frame:
    """Build the frame of a phrase such as "according to police"."""
    return Frame(shape=Shape.PHRASE, stretch=number, begin=number, first=first, last=last, cue=cue, speaker=speaker)


Parts: TypeAlias = Sequence[Part | None]
_MOST_HEADLINE_WORDS = 6
_JOINING = frozenset("aber and but und".split())
_AFTER_ROLE = frozenset("and at aus bei des der for from für in of on und vom von".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The rules of one language.

    Args:
        cues: Lower-case words; a sentence without any of them has no frame.
        openers: Lower-case words, the cues among them; a stretch without any of them has no frame.
        linking: Lower-case words that are dropped at the beginning of a claim.
        frames_in: Finds the frames in a stretch.
        speech_verbs: Finds the speech verbs in a stretch.
        around: Chooses which of the parts before and after a phrase are the claim; takes the first free token last.
        before: Builds the claims whose words precede a frame; takes the first free token, which no claim has used.
        after: Builds the claims whose words follow a frame; takes the next frame, if any.
        quotation_reach: How many stretches after a frame a quotation may continue in.
        without_frame: Rules for sentences without a frame; the first rule that finds a claim is used.
        intentions: Finds plans and hearsay, which may stand beside the claims of frames.
        headline_speaker: Finds the speaker before the colon of a headline.
        is_role: Returns whether a lower-case word denotes somebody who can speak.
    """

    cues: frozenset[str]
    openers: frozenset[str]
    linking: frozenset[str]
    frames_in: FramesIn
    speech_verbs: Callable[[Sentence, Stretch], Sequence[Spoken]]
    around: Callable[[Sentence, Frame, Parts, int], Parts]
    before: Callable[[Sentence, Frame, int], list[Found]]
    after: Callable[[Sentence, Frame, Frame | None], list[Found]]
    quotation_reach: int
    without_frame: Sequence[Callable[[Sentence], list[Found]]]
    intentions: Callable[[Sentence], list[Found]]
    headline_speaker: Callable[[Sentence], Speaker]
    is_role: Callable[[str], bool]

    def read(self, sentence: Sentence) -> list[Found]:
        """Return the claims of a sentence, in the order of its frames."""
        found = self._headline(sentence)
        if found:
            return found
        every = self.frames(sentence)
        if every and every[-1].lemma == "hear" and every[-1].shape is Shape.AFTER_CONTENT:
            every = every[-1:]  # "A pilot had complained of fog, an inquest heard"
        for frame, following in zip_longest(every, every[1:]):
            found.extend(self._of_frame(sentence, frame, following, found))
        rules = (*self.without_frame, self.intentions, self._after_colon)
        if not found:
            return next(filter(None, (rule(sentence) for rule in rules)), [])
        plans = self.intentions(sentence)
        taken = Cover(part for one in found for part in _places(one)) if plans else Cover()
        return [*found, *(one for one in plans if not taken.touches_any(_places(one)))]

    def frames(self, sentence: Sentence) -> list[Frame]:
        """Return the frames of a sentence in text order."""
        found: list[Frame] = []
        if not self.cues.isdisjoint(sentence.words):
            for number, stretch in enumerate(sentence.stretches):
                words = [token.low for token in sentence.of(stretch)]
                if not self.openers.isdisjoint(words) and not sentence.is_quotation(number):
                    found.extend(self.frames_in(sentence, number, found))
        found.sort(key=lambda frame: (frame.first, frame.shape is not Shape.PHRASE))
        return without_views(found, len(sentence.stretches) - 1)

    def _of_frame(
        self, sentence: Sentence, frame: Frame, following: Frame | None, earlier: Sequence[Found]
    ) -> list[Found]:
        if frame.shape is Shape.BEFORE_CONTENT:
            return self.after(sentence, frame, following)
        free = sentence.token_from(max((one.parts[-1][1] for one in earlier), default=0))
        if frame.shape is Shape.PHRASE:
            if is_within_own(sentence, frame, earlier):
                return []
            last = min(sentence.end_of_main(frame.last), end_of_claim(sentence, frame, following))
            parts = sentence.part(free, frame.first, self.linking), sentence.part(frame.last, last)
            return framed(sentence, frame, self.around(sentence, frame, parts, free), Form.INDIRECT, Rule.ACCORDING_TO)
        if sentence.is_quotation(frame.begin - 1):
            return self._quotations(sentence, frame)
        return self.before(sentence, frame, free) or self._around_source(sentence, frame, earlier)

    def _around_source(self, sentence: Sentence, frame: Frame, earlier: Sequence[Found]) -> list[Found]:
        """Return the claim around another source's, of which nothing else is left: "The figures show …, Lee said"."""
        ends = frame.stretch == len(sentence.stretches) - 1 and not frame.refutes
        begins = {sentence.tokens[stretch.first].low for stretch in sentence.stretches[1 : frame.stretch + 1]}
        own = sentence.tokens[0].low in {"i", "ich", "we", "wir"}
        if len(earlier) != 1 or not ends or own or not _JOINING.isdisjoint(begins):
            return []
        (inner,) = earlier
        asks = inner.rule is Rule.REPORTED_ACT and inner.kind is Kind.DEMAND
        shows = (asks or inner.rule is Rule.SPEECH_VERB) and inner.cue is not None and inner.cue < inner.parts[0]
        return self.before(sentence, frame, 0) if shows and inner.speaker != frame.speaker else []

    def _quotations(self, sentence: Sentence, frame: Frame) -> list[Found]:
        """Return the claim of a quotation before a frame, with its continuation after the frame."""
        inner = sentence.inner(frame.begin - 1)
        after = range(frame.stretch + 1, frame.stretch + 1 + self.quotation_reach)
        later = next((number for number in after if sentence.is_quotation(number)), None)
        if later is None or inner is None:
            return quoted(sentence, frame, inner)
        rest = sentence.inner(later)
        if sentence.stretches[later].before == ":" or sentence.text[inner[1] - 1] in "!?":
            return [*quoted(sentence, frame, inner), *quoted(sentence, frame, rest)]
        return quoted(sentence, frame, inner, rest)

    def _after_colon(self, sentence: Sentence) -> list[Found]:
        """Return the claim of a quotation after a colon, without a speech verb: "She looks abroad: “We have …”"."""
        if ":" not in sentence.words or sentence.is_headline:
            return []
        number = next((n for n, s in enumerate(sentence.stretches) if s.before == ":" and sentence.is_quotation(n)), 0)
        if number == 0:
            return []
        names = sentence.cast.within(sentence.start, sentence.tokens[sentence.stretches[number].first].start)
        person = next((name for name in names if sentence.cast.is_person(name)), None)
        speaker = named(person) if person else sentence.pronoun(0) if sentence.tokens[0].low in PRONOUNS else NOBODY
        if speaker == NOBODY:
            return []
        return claims(sentence, [sentence.inner(number)], Form.DIRECT, Rule.QUOTATION, speaker=speaker)

    def _tells(self, sentence: Sentence) -> bool:
        """Return whether somebody else speaks after a headline's colon."""
        stretch = sentence.stretches[1]
        return any(spoken.place > stretch.first for spoken in self.speech_verbs(sentence, stretch))

    def _end_of_role(self, words: Sequence[Token]) -> int:
        """Return where a headline's role ends because a verb or adjective follows; the number of words if none does."""
        begin = next((n for n, token in enumerate(words) if self.is_role(token.low)), len(words))
        end = next((n for n in range(begin, len(words)) if not self.is_role(words[n].low)), len(words))
        if end == len(words) or words[end].is_capital or not words[end].is_word or words[end].low in _AFTER_ROLE:
            return len(words)
        return end

    def _headline(self, sentence: Sentence) -> list[Found]:
        """Return the claim after a headline's colon if somebody who can speak stands before the colon."""
        stretches = sentence.stretches
        if not sentence.is_headline or len(stretches) < 2 or stretches[1].before != ":":
            return []
        words = sentence.of(stretches[0])
        if len(words) > _MOST_HEADLINE_WORDS or self.speech_verbs(sentence, stretches[0]):
            return []
        speaker = self.headline_speaker(sentence)
        last = self._end_of_role(words)
        if speaker.name is None and last < len(words):
            speaker = sentence.speaker((0, last))  # "Union boss slams cuts: …"
        can_speak = speaker.name is not None and speaker.name.label != "LOC"
        if not can_speak and self._tells(sentence):
            return []  # "Ship works: union fears job losses"
        head = takewhile(lambda token: token.low not in {"der", "des"} or token is words[0], words)
        if not can_speak and not any(self.is_role(token.low) for token in head):
            return []  # "Streik der Lehrer: …"
        if sentence.is_quotation(1):
            return claims(sentence, [sentence.inner(1)], Form.DIRECT, Rule.HEADLINE, speaker=speaker)
        part = sentence.part(stretches[1].first, len(sentence.tokens))
        if part is None or is_topic(sentence.cast, part, speaker.name, sentence.language):
            return []
        return of_poll(sentence.text, claims(sentence, [part], Form.INDIRECT, Rule.HEADLINE, speaker=speaker))


def _places(one: Found) -> tuple[Part, ...]:
    """Return the parts of a claim and its cue."""
    return one.parts if one.cue is None else (*one.parts, one.cue)


def claims(
    sentence: Sentence,
    parts: Parts,
    form: Form,
    rule: Rule,
    *,
    speaker: Speaker,
    cue: Part | None = None,
    kind: Kind | None = None,
    verb: Kind | None = None,
    refutes: bool = False,
    unclear: bool = False,
) -> list[Found]:
    """Return a list with the claim of the parts that are not None, or an empty list if all are None.

    If ``kind`` is None, the claim's words and ``verb``, the kind that its verb suggests, decide the kind.
    """
    real = tuple(part for part in parts if part is not None)
    if not real:
        return []
    kind = kind or kind_of(sentence.text, real, verb, sentence.language, is_direct=form is Form.DIRECT)
    return [
        Found(parts=real, cue=cue, speaker=speaker, form=form, kind=kind, rule=rule, refutes=refutes, unclear=unclear)
    ]


def framed(sentence: Sentence, frame: Frame, parts: Parts, form: Form, rule: Rule) -> list[Found]:
    """Return a list with the claim of a frame, or an empty list if all parts are None."""
    found = claims(
        sentence,
        parts,
        form,
        rule,
        speaker=frame.speaker,
        cue=frame.cue,
        verb=frame.kind,
        refutes=frame.refutes,
        unclear=frame.unclear,
    )
    believed = frame.lemma in _BELIEVING and form is Form.INDIRECT
    return [_believed(sentence.text, one) for one in found] if believed else found


def _believed(text: str, one: Found) -> Found:
    """Return a belief as a claim: a fact about the present becomes an opinion, a necessity a prediction."""
    if one.kind is Kind.FACT and any(_PAST.search(text, *part) is not None for part in one.parts):
        return one
    kind = {Kind.FACT: Kind.OPINION, Kind.DEMAND: Kind.PREDICTION}.get(one.kind, one.kind)
    return replace(one, kind=kind)


_PAST = re.compile(
    r"\b(?:had|was|were|has|have|did|hatten?|waren?|wurden?|worden|gewesen|habe|haben|hat|hätten|\w+ (?:haben|sein))\b"
)
_BELIEVING = frozenset("think believe reckon guess glauben meinen denken".split())


def quoted(sentence: Sentence, frame: Frame, *inner: Part | None) -> list[Found]:
    """Return a list with the claim of a frame in direct speech, or an empty list if all parts are None."""
    return framed(sentence, frame, inner, Form.DIRECT, Rule.QUOTATION)


def reported(sentence: Sentence, frame: Frame, *parts: Part | None) -> list[Found]:
    """Return a list with the claim of a frame in indirect speech, or an empty list if all parts are None."""
    return framed(sentence, frame, parts, Form.INDIRECT, Rule.SPEECH_VERB)


def kind_of(text: str, parts: Iterable[Part], verb: Kind | None, language: str, *, is_direct: bool) -> Kind:
    """Return the kind of a claim, given its parts and the kind that its speech verb suggests, if any."""
    words = " ".join(text[start:end] for start, end in parts)
    if verb is Kind.QUESTION or words.rstrip('”“"’‘«» ').endswith("?"):
        return Kind.QUESTION
    if verb in {Kind.DEMAND, Kind.PREDICTION}:
        return verb
    judge = german if language == "de" else english
    return judge(words, verb, is_direct=is_direct)


def intentions(
    sentence: Sentence, cues: frozenset[str], claims_at: Callable[[Sentence, int, int], list[Found]]
) -> list[Found]:
    """Return for each stretch the claims of the first cue at which ``claims_at`` finds any.

    ``claims_at`` takes the sentence, the stretch's number and the token of a cue.
    """
    found: list[Found] = []
    if cues.isdisjoint(sentence.words):
        return found
    for number, stretch in enumerate(sentence.stretches):
        if not sentence.is_quotation(number):
            places = (i for i in range(stretch.first, stretch.last) if sentence.tokens[i].low in cues)
            found.extend(next(filter(None, (claims_at(sentence, number, index) for index in places)), ()))
    return found


def intended(
    sentence: Sentence, index: int, parts: Parts, speaker: Speaker, kind: Kind = Kind.PREDICTION
) -> list[Found]:
    """Return the claim that a speaker intends something; ``index`` is the token of the cue."""
    place = sentence.place(index)
    return claims(sentence, parts, Form.REPORTED, Rule.INTENTION, speaker=speaker, cue=place, kind=kind)


def hearsay(sentence: Sentence, index: int, parts: Parts, speaker: Speaker = NOBODY) -> list[Found]:
    """Return a claim of hearsay, which has no claimant unless ``speaker`` is given; ``index`` is the cue's token."""
    place = sentence.place(index)
    return claims(sentence, parts, Form.INDIRECT, Rule.HEARSAY, speaker=speaker, cue=place, kind=Kind.FACT)


def alleged(sentence: Sentence, stretch: Stretch, index: int, linking: frozenset[str]) -> list[Found]:
    """Return the claim formed by the words around a cue such as "allegedly", at token ``index``."""
    parts = (sentence.part(stretch.first, index, linking), sentence.part(index + 1, stretch.last))
    return hearsay(sentence, index, parts)
