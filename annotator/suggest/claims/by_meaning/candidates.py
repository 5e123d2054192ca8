"""The possible claimants of a claim: names around it, descriptions such as "a spokesman", nobody, and the author."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from annotator.model.values import Part
from annotator.suggest.claims.by_meaning.finder import sentences_of
from annotator.suggest.claims.by_meaning.reader import CLAIMANT, ArticleRead, AskedClaim
from annotator.suggest.claims.engine import after_dateline
from annotator.suggest.claims.frame_values import NOBODY, Found, Name, Rule, Speaker
from annotator.suggest.claims.people import pronouns
from annotator.suggest.claims.people.cast import Cast
from annotator.suggest.claims.people.genders import FEMALE, MALE, NEUTER, PLURAL, body_gender, may_be_person
from annotator.suggest.claims.speaker_words import ALL_BODIES, BODIES
from annotator.suggest.claims.speakers import may_mean
from annotator.text import sentences
from annotator.text.quotations import quotations

PRONOUNS = pronouns.GENDERS | {"ihr": FEMALE | PLURAL}

_REACH = 40  # mentions before a claim that may be its claimant
_FAR = 6  # sentences before a claim in which its claimant may be named
_AHEAD = 5  # the first sentences, which may name the claimant of a headline
_POINTED = 0.04  # the least probability of a word that the reader takes for the claimant's
_CLEAR = 0.3  # the least probability of a word of the claimant
_MOST_RUNS = 3
_LONGEST = 4_000  # characters before a sentence that are searched for descriptions
_CLAIMS = 60  # claims before and after a claim whose claimants are considered
_WITHOUT_CUE = frozenset({Rule.QUOTATION_GOES_ON, Rule.SUBJUNCTIVE_GOES_ON})  # their cue stands in an earlier sentence
_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
_MONTH = (
    r"Jan(?:uary|uar)|Feb(?:ruary|ruar)|March|März|April|May|Mai|June|Juni|July|Juli|August|September|O[ck]tober"
    r"|November|De[cz]ember"
)
_DATE = re.compile(
    r"(?:(?:early|late|mid|Anfang|Mitte|Ende)[ -])?"
    rf"(?:\d{{1,2}}\.? )?(?:{_MONTH})(?: \d{{1,2}},?)?(?: \d{{4}})?|\d{{4}}"
)
_GLUE = frozenset("at for from in of with".split())
_GENDERS = {FEMALE: "she", MALE: "he", NEUTER: "it", PLURAL: "they"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible claimant, with the signs for and against it; ``is_rules`` says whether the rules chose it."""

    speaker: Speaker
    signs: Mapping[str, float]
    is_rules: bool = False
    is_author: bool = False


class Article:
    """The names, sentences and claims of an article, and the probability that each word belongs to a claimant."""

    def __init__(self, language: str, names: Sequence[Name], found: Sequence[Found], read: ArticleRead) -> None:
        text = read.text
        self.text, self.language, self.found = text, language, found
        self.answers = read.answer([AskedClaim(one.parts, one.cue) for one in found])
        self.sentences = sentences.split(text)
        self._starts = [start for start, _ in self.sentences]
        self._words, self._read = read.words.parts, sentences_of(read)
        self._read_starts = [each.place[0] for each in self._read]
        filed: list[Part] = []
        self._paragraphs: list[int] = []
        quoted: list[Part] = []
        start, opened = 0, ""
        for line in text.split("\n"):
            if line.strip():
                begin = after_dateline(text, start, start + len(line))
                filed += [(start, begin)] if start < begin else []
                self._paragraphs.append(begin)
                here, opened = quotations(text, begin, start + len(line), opened=opened)
                quoted += [quotation.outer for quotation in here]
            start += len(line) + 1
        self.cast = Cast(text, names, excluded=filed, language=language)
        self.cast.places.quoted.extend(quoted)

    def number(self, offset: int) -> int:
        """Return the number of the sentence at an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def paragraph(self, offset: int) -> int:
        """Return the start of the paragraph at an offset."""
        return self._paragraphs[max(0, bisect_right(self._paragraphs, offset) - 1)]

    def mentions(self, key: str) -> Sequence[Part]:
        """Return all mentions of a name, given the key that they share."""
        return self._mentions.get(key, ())

    @cached_property
    def _mentions(self) -> Mapping[str, Sequence[Part]]:
        found: dict[str, list[Part]] = {}
        for name in self.cast.names:
            found.setdefault(self.cast.key(name), []).append((name.start, name.end))
        return found

    def repeated(self, part: Part) -> Sequence[Part]:
        """Return the places around a phrase in which its words stand."""
        words = re.escape(self.text[slice(*part)])
        first = max(0, part[0] - _LONGEST)
        around = self.text[first : part[1] + _LONGEST]
        return [(first + match.start(), first + match.end()) for match in re.finditer(words, around)]

    def share(self, index: int, parts: Iterable[Part]) -> float:
        """Return how probably the reader takes some words for the claimant of a claim."""
        answer = self.answers[index]
        last = answer.first + len(answer.shares)
        found = set()
        for start, end in parts:
            at = max(answer.first, bisect_right(self._words, start, key=itemgetter(1)))
            while at < last and self._words[at][0] < end:
                found.add(at - answer.first)
                at += 1
        return float(answer.shares[sorted(found)].sum())

    def pointed(self, index: int) -> Part | None:
        """Return the words that the reader most probably takes for the claimant of a claim, None if for none."""
        answer = self.answers[index]
        if not len(answer.shares):
            return None
        first = last = int(answer.shares.argmax())
        if answer.shares[first] < _POINTED:
            return None
        while first and answer.shares[first - 1] >= _POINTED:
            first -= 1
        while last + 1 < len(answer.shares) and answer.shares[last + 1] >= _POINTED:
            last += 1
        return self._words[answer.first + first][0], self._words[answer.first + last][1]

    def chance(self, part: Part) -> float:
        """Return the highest probability that a word of a part belongs to a claimant."""
        return max(
            (share for word, share in self._shares(part) if word[0] < part[1] and part[0] < word[1]), default=0.0
        )

    def runs(self, place: Part, claim: Sequence[Part]) -> list[Part]:
        """Return the runs of words in a sentence, outside its claim, that are probably a claimant, likeliest first."""
        found: list[list[tuple[Part, float]]] = [[]]
        for word, share in self._shares(place):
            if share >= _CLEAR and not any(start <= word[0] < end for start, end in claim):
                found[-1].append((word, share))
            elif found[-1]:
                found.append([])
        found = [run for run in found if any(self.text[word[0]].isalnum() for word, _ in run)]
        found.sort(key=lambda run: -max(share for _, share in run))
        parts = [self._trimmed([word for word, _ in run]) for run in found]
        return [part for part in parts if _DATE.fullmatch(self.text, *part) is None][:_MOST_RUNS]

    def _trimmed(self, words: Sequence[Part]) -> Part:
        able = [word for word in words if self.text[word[0]].isalnum()]
        return able[0][0], able[-1][1]

    def _shares(self, part: Part) -> Iterator[tuple[Part, float]]:
        """Yield each word of the sentence around a part, with the probability that it belongs to a claimant."""
        number = bisect_right(self._read_starts, part[1] - 1) - 1
        if number >= 0 and part[0] < self._read[number].place[1]:
            each = self._read[number]
            yield from zip(each.words, each.chances[:, CLAIMANT].tolist(), strict=True)

    @cached_property
    def numbers(self) -> Sequence[int]:
        """The number of the sentence in which each claim begins."""
        return [self.number(one.parts[0][0]) for one in self.found]

    @cached_property
    def judges(self) -> bool:
        """Whether the rules found a claim of the author."""
        return any(one.rule is Rule.AUTHOR for one in self.found)

    @cached_property
    def attributed(self) -> float:
        """The share of sentences in which the rules found a claim of somebody other than the author."""
        held = {self.number(one.parts[0][0]) for one in self.found if one.rule not in {Rule.AUTHOR, Rule.MEANING}}
        return len(held) / max(1, len(self.sentences))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A claim whose claimant is asked for.

    ``place`` is the sentence that says who the claimant is, and ``reason`` says how the rules chose theirs.
    ``reference`` is the range of the words in this sentence that stand for the claimant, ``low`` these words in lower
    case, ``kind`` their sort, and ``wanted`` their genders. ``runs`` are the words that are probably the claimant,
    ``spoken`` the claimants of earlier sentences, and ``following`` is the claimant of the next claim with a cue.
    """

    article: Article
    index: int
    one: Found
    place: Part
    reason: str
    reference: Part | None
    low: str
    kind: str
    wanted: int
    scene: pronouns.Scene
    runs: Sequence[Part]
    spoken: Sequence[Speaker]
    following: Speaker

    @property
    def last(self) -> Speaker:
        """The last claimant before the sentence."""
        return self.spoken[-1] if self.spoken else NOBODY

    @property
    def speech(self) -> str:
        """The claim's form, and whether it has a cue."""
        return f"{self.one.form or 'own'}, {'cue' if self.one.cue else 'no cue'}"

    @property
    def flow(self) -> str:
        """The sign that says whether the previous sentence had a claim, and whether in the same paragraph."""
        return f"{'running' if self.scene.running else 'paused'}, {'here' if self.scene.spoke_here else 'before'}"

    @property
    def is_pronoun(self) -> bool:
        """Whether a pronoun stands for the claimant."""
        return self.low in PRONOUNS

    def is_here(self, part: Part) -> bool:
        """Return whether a part begins in the sentence."""
        return self.place[0] <= part[0] < self.place[1]


def asked_about(article: Article, index: int, speakers: Sequence[Speaker]) -> Asked:
    """Return the facts about a claim from which its claimant is decided.

    ``speakers`` are the claimants of all claims, as far as they are decided.
    """
    one = article.found[index]
    told = one.cue if one.cue is not None and one.rule not in _WITHOUT_CUE else one.parts[0]
    number = article.number(told[0])
    place = article.sentences[number]
    runs = article.runs(place, one.parts)
    why = _reason(one, place)
    reference = {"reference": one.speaker.reference, "phrase": one.speaker.part}.get(why)
    if why == "meaning" and runs:
        reference = runs[0]
    words = article.text[slice(*reference)] if reference is not None else ""
    numbers = article.numbers
    before = range(max(0, index - _CLAIMS), index)
    earlier = [n for n in before if numbers[n] < number and article.found[n].rule is not Rule.AUTHOR]
    spoken = [speakers[n] for n in earlier if speakers[n].part is not None]
    behind = range(index + 1, min(len(numbers), index + 1 + _CLAIMS))
    later = (n for n in behind if numbers[n] in {number, number + 1})
    wanted = PRONOUNS.get(words.lower(), article.cast.genders.of_phrase(words)) if words else 0
    return Asked(
        article=article,
        index=index,
        one=one,
        place=place,
        reason=why,
        reference=reference,
        low=words.lower(),
        kind=_kind_of(article, words, wanted),
        wanted=wanted,
        scene=_scene(article, place, (reference or one.parts[0])[0], spoken, earlier),
        runs=runs,
        spoken=spoken,
        following=next((speakers[n] for n in later if article.found[n].cue is not None), NOBODY),
    )


def _reason(one: Found, place: Part) -> str:
    """Return how the rules chose a claim's speaker."""
    who = one.speaker
    if one.rule is Rule.MEANING:
        return "meaning named" if who.name is not None else "meaning"
    if who.part is None:
        return "nobody"
    if who.name is not None and who.reference is not None and place[0] <= who.reference[0] < place[1]:
        return "reference"
    sort = "phrase" if who.name is None else "name"
    return sort if place[0] <= who.part[0] < place[1] else f"{sort} before"


def _scene(article: Article, place: Part, at: int, spoken: Sequence[Speaker], earlier: Sequence[int]) -> pronouns.Scene:
    before = article.found[earlier[-1]] if earlier else None
    running = before is not None and article.number(before.parts[-1][0]) == article.number(place[0]) - 1
    words = _WORD.findall(article.text[slice(*place)].lower())
    paragraph = article.paragraph(place[0])
    return pronouns.Scene(
        text=article.text,
        start=place[0],
        paragraph=paragraph,
        last=spoken[-1] if spoken else NOBODY,
        running=running,
        about=lambda: NOBODY,
        content=before.parts if running and before is not None else (),
        words=frozenset(words[:4]),
        spoke_here=before is not None and before.parts[0][0] >= paragraph,
        first_word=words[0] if words else "",
        at=at,
    )


def noun_of(words: str, language: str) -> str:
    """Return the noun of a description, such as "head" in "the head of the school", or "" if there is none."""
    found = _WORD.findall(words)
    if language == "de":
        return next((word for word in found if word[0].isupper()), found[-1] if found else "")
    glue = next((n for n, word in enumerate(found) if n and word.lower() in _GLUE), len(found))
    return found[glue - 1] if found else ""


def _kind_of(article: Article, words: str, wanted: int) -> str:
    """Return which sort of words stands for the claimant."""
    if not words:
        return "none"
    if words.lower() in PRONOUNS:
        return _GENDERS.get(wanted, "sie")
    noun = noun_of(words, article.language)
    low = noun.lower()
    if low in BODIES if article.language == "en" else low in ALL_BODIES or body_gender(low):
        return "body"
    person = article.cast.genders.is_person_noun(noun) or (article.language == "en" and may_be_person(low))
    return "person" if person else "other"


def names_near(asked: Asked) -> Iterator[list[Name]]:
    """Yield the mentions of each name that may be the claimant, the most recently mentioned name first."""
    article, cast, own = asked.article, asked.article.cast, asked.one.speaker.name
    words = article.text[slice(*asked.reference)] if asked.reference is not None and asked.kind == "body" else ""
    noun = noun_of(words, article.language).lower()
    mentions = cast.before(asked.place[1], _REACH)
    if asked.place[0] == article.sentences[0][0]:
        mentions += cast.within(asked.place[1], article.sentences[min(_AHEAD, len(article.sentences) - 1)][1])
    mentions += [asked.following.name] if asked.following.name is not None else []
    groups: dict[str, list[Name]] = {}
    for name in mentions:
        if may_mean(noun, article.text[name.start : name.end]):
            groups.setdefault(cast.key(name), []).append(name)
    if own is not None:
        groups.setdefault(cast.key(own), [own])
    kept = {cast.key(name) for name in (own, asked.last.name) if name is not None}
    since = article.sentences[max(0, article.number(asked.place[0]) - _FAR)][0]
    yield from sorted(
        (every for key, every in groups.items() if every[-1].start >= since or key in kept),
        key=lambda every: -every[-1].start,
    )


def phrases_near(asked: Asked) -> Iterator[tuple[Part, list[str]]]:
    """Yield the unnamed phrases that may be the claimant, each once, with where they come from."""
    text, who = asked.article.text, asked.one.speaker
    sources = [("rules", who.part)] if who.name is None and who.part is not None else []
    if asked.reference is not None and not asked.is_pronoun:
        sources.append(("reference", asked.reference))
    for number, run in enumerate(asked.runs):
        if text[slice(*run)].lower() not in PRONOUNS:
            sources.append(("other run" if number else "run", run))
    sources += [
        ("before", one.part) for one in reversed(asked.spoken[-2:]) if one.name is None and one.part is not None
    ]
    if asked.following.name is None and asked.following.part is not None:
        sources.append(("next", asked.following.part))
    pointed = asked.article.pointed(asked.index)
    if (
        pointed is not None
        and text[slice(*pointed)].lower() not in PRONOUNS
        and not asked.article.cast.within(*pointed)
    ):
        sources.append(("pointed", pointed))
    sources += [("described", part) for part in _described(asked)]
    seen: list[Part] = []
    for _, part in sources:
        if not any(_touch(part, other) for other in seen):
            seen.append(part)
            yield part, [source for source, other in sources if _touch(part, other)]


def _described(asked: Asked) -> Iterator[Part]:
    """Yield the people and bodies described in the sentence and the two before it, the last ones first."""
    article = asked.article
    before, end = article.sentences[max(0, article.number(asked.place[0]) - 2)][0], asked.place[1]
    start = max(before, asked.place[0] - _LONGEST)
    found = [match for each in (pronouns.ROLE, pronouns.CROWD) for match in each.finditer(article.text, start, end)]
    for match in sorted(found, key=lambda match: -match.start()):
        until = match.end("noun") if match.re is pronouns.ROLE else match.end()
        inside = any(first <= match.start() < last for first, last in asked.one.parts)
        if not inside and _can_speak(article.cast, match) and not article.cast.within(match.start(), until):
            yield match.span()


def _can_speak(cast: Cast, described: re.Match[str]) -> bool:
    """Return whether a description is of a person or a body."""
    if described.re is pronouns.CROWD:
        return True
    noun = described["noun"]
    return cast.genders.is_person_noun(noun) or noun.lower() in BODIES or body_gender(noun.lower()) != 0


def _touch(one: Part, other: Part) -> bool:
    return one[0] < other[1] and other[0] < one[1]
