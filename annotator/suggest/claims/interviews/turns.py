"""Finding the answers of an interview, whose speaker needs neither quotation marks nor a speech verb."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.model.values import Part
from annotator.suggest.claims.frame_values import Name
from annotator.suggest.claims.people.cast import Cast

_FEWEST = 2  # questions of an interview
_BEFORE = 60  # characters before a name that say whether its bearer asks or answers
_LABEL = re.compile(r"\s*(?:[-–—•] ?)?([^\W\d_a-zäöüß][\w.&’'-]*(?: [^\W\d_a-zäöüß][\w.&’'-]*){0,3}): ?(?=\S)")
_DASH = re.compile(r"\s*(?:[-–—•] ?)?")
_ASKING = frozenset("Frage F Q Question".split())
_ANSWERING = frozenset("Antwort A Answer".split())
_QUOTES = '”“»«"’ '
_ADDRESS = {
    "de": re.compile(r"\b(?:Sie|Ihnen|Ihre?[mnrs]?|[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[mnrs]?|[Ee]uch)\b"),
    "en": re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE),
}
_SURELY_ADDRESSED = {  # a "Sie" that begins a sentence may mean "they"
    "de": re.compile(r"(?<=[^.!?:“„–] )(?:Sie|Ihnen|Ihre?[mnrs]?)\b"),
    "en": re.compile(r"\b(?:[Yy]ou|[Yy]our)\b"),
}
_FIRST_PERSON = {
    "de": re.compile(r"\b(?:ich|mich|mir|meine?[mnrs]?|wir|uns|unsere?[mnrs]?)\b", re.IGNORECASE),
    "en": re.compile(r"\bI\b|\b(?:my|me|mine|we|our|us)\b", re.IGNORECASE),
}
_SINGULAR = {
    "de": re.compile(r"\b(?:ich|mich|mir|meine?[mnrs]?)\b", re.IGNORECASE),
    "en": re.compile(r"\bI\b|\b(?:my|me|mine)\b"),
}
_ANNOUNCED = {
    "de": re.compile(
        r"Interview\b|\bGespräch\b|\bFragen an\b"
        r"|\b(?:spricht|sprach(?:en)?|redet|gesprochen) (?:\w+ ){0,3}(?:mit|über)\b"
        r"|\bhaben wir (?:\w+ ){0,4}gefragt\b"
    ),
    "en": re.compile(
        r"\binterview|\bspoke (?:to|with|about)\b|\btalk(?:s|ed)? (?:to|with|about)\b|\bin conversation\b"
        r"|\bquestions (?:for|to)\b|\bQ ?& ?A\b",
        re.IGNORECASE,
    ),
}
_BEFORE_INTERVIEWED = re.compile(
    r"\b(?:(?:Interview|Gespräch|spricht|sprach(?:en)?|redet) mit|Fragen an|conversation with|interview with"
    r"|(?:spoke|talks?|talked|questions) (?:for|to|with))(?: [\w-]+){0,4}? \Z",
    re.IGNORECASE,
)
_BEFORE_INTERVIEWER = re.compile(
    r"(?:\b(?:Interview|Fragen|Gespräch|Protokoll|Interview by|Interviewed by|Questions by|interviewed by"
    r"|Aufgezeichnet von):? ?|\b(?:führten?|stellten?) |\bim Gespräch mit )\Z"
)
_AFTER_INTERVIEWED = re.compile(r",? (?:im (?:Gespräch|Interview)|in conversation|answers|talks about|spricht über)\b")
_CLOSING = re.compile(
    r"\s*(?:(?:Das|Die|Dieses) (?:Gespräch|Interview|Fragen)\b|Interview\b|Protokoll\b|Aufgezeichnet\b|Zur Person\b"
    r"|(?:The|This) (?:interview|conversation)\b|Interviewed\b|About\b|As told to\b)"
)
_VOCATIVE = re.compile(r"(?:[-–—] ?)?(?:(?:Frau|Herr|Mr|Mrs|Ms|Miss|Dr|Professor|Professorin|Doktor)\.? ){0,3}\Z")


class Turn(NamedTuple):
    """A paragraph of an interview, without its label; ``who`` answers in it, and is None if it is a question."""

    start: int
    end: int
    who: Name | None


class _Paragraph(NamedTuple):
    """A paragraph with the words that label its speaker, if any, and the start of what is said."""

    start: int
    begin: int
    end: int
    label: Part | None
    asks: bool


def turns(text: str, language: str, paragraphs: Sequence[Part], cast: Cast) -> list[Turn]:
    """Return the questions and answers of an interview in order, or an empty list if a text is none.

    An interview has at least two paragraphs of questions, and names the person interviewed before them, in the labels
    of the answers ("Roth: …") or in the questions ("Frau Roth, …?").
    """
    if text.count("?") < _FEWEST:
        return []
    every = [_paragraph(text, start, end) for start, end in paragraphs]
    asking = [number for number, each in enumerate(every) if each.asks and (number or _is_asking(text, each))]
    if len(asking) < _FEWEST:
        return []
    first = asking[0]
    body, labels = every[first:], _Labels(text, cast, every[first:])
    intro = every[first].start
    if labels.people:
        return list(_turns(text, cast, body, labels, max(labels.people.values(), key=cast.mentions)))
    called = _addressed(text, cast, body)
    who = called or _introduced(text, cast, intro)
    if who is None or not _is_talk(text, language, body, intro, is_clear=labels.has_answers or called is not None):
        return []
    prompts = _prompts(text, language, body)
    body = [each._replace(asks=True) if number in prompts else each for number, each in enumerate(body)]
    return list(_turns(text, cast, body, labels, who))


def _paragraph(text: str, start: int, end: int) -> _Paragraph:
    found = _LABEL.match(text, start, end)
    dash = _DASH.match(text, start, end)
    begin = found.end() if found is not None else dash.end() if dash is not None else start
    asks = text[start:end].rstrip(_QUOTES).endswith("?")
    return _Paragraph(start, begin, end, found.span(1) if found is not None else None, asks)


def _is_asking(text: str, paragraph: _Paragraph) -> bool:
    """Return whether a paragraph is labelled as a question, so that it is no headline."""
    return paragraph.label is not None and text[slice(*paragraph.label)] in _ASKING


class _Labels:
    """The speakers by the labels of an interview's paragraphs: people who answer, and words for whoever asks."""

    def __init__(self, text: str, cast: Cast, body: Sequence[_Paragraph]) -> None:
        self._text = text
        told: dict[str, list[_Paragraph]] = {}
        for each in body:
            if each.label is not None:
                told.setdefault(text[slice(*each.label)], []).append(each)
        asked = {label for label, every in told.items() if 2 * sum(each.asks for each in every) > len(every)}
        self.asking = asked | _ASKING
        self.people: dict[str, Name] = {}
        for label, every in told.items():
            who = None if label in self.asking else _labelled(text, cast, every[0])
            if who is not None:
                self.people[label] = who
        self.has_answers = any(label in _ANSWERING for label in told)
        if sum(len(told[label]) for label in self.people) < _FEWEST:
            self.people = {}

    def of(self, paragraph: _Paragraph) -> str:
        """Return the label of a paragraph if it says who speaks, otherwise ""."""
        label = self._text[slice(*paragraph.label)] if paragraph.label is not None else ""
        return label if label in self.people or label in self.asking or label in _ANSWERING else ""


def _labelled(text: str, cast: Cast, paragraph: _Paragraph) -> Name | None:
    """Return the person whose name or initials label a paragraph, or None."""
    if paragraph.label is None:
        return None
    names = [name for name in cast.within(*paragraph.label) if cast.is_person(name)]
    if names:
        return names[-1]
    label = text[slice(*paragraph.label)]
    people = [name for name in cast.names if cast.is_person(name) and name.start < paragraph.start]
    alike = next((name for name in people if cast.key(name) == label.lower()), None)  # "HALE:"
    if alike is not None:
        return alike
    letters = "".join(letter for letter in label if letter.isalpha())
    if not letters.isupper() or len(letters) < _FEWEST:
        return None
    return next((n for n in people if "".join(w[0] for w in text[n.start : n.end].split()) == letters), None)


def _addressed(text: str, cast: Cast, body: Sequence[_Paragraph]) -> Name | None:
    """Return the person whom the questions call by name ("Frau Roth, wann …?"), None unless there is one."""
    found: dict[str, Name] = {}
    for each in body:
        for name in cast.within(each.begin, each.end) if each.asks else ():
            first = _VOCATIVE.fullmatch(text, each.begin, name.start) and text.startswith(",", name.end)
            last = text.startswith("?", name.end) and re.search(r", (?:\w+\.? ){0,2}\Z", text[each.begin : name.start])
            if cast.is_person(name) and (first or last):
                found.setdefault(cast.key(name), name)
    return next(iter(found.values())) if len(found) == 1 else None


def _introduced(text: str, cast: Cast, end: int) -> Name | None:
    """Return the person whom a text before an interview introduces as interviewed, None unless there is one."""
    people = [name for name in cast.within(0, end) if cast.is_person(name)]
    asking = {cast.key(name) for name in people if _ends_with(_BEFORE_INTERVIEWER, text, name.start)}
    able = [name for name in people if cast.key(name) not in asking]
    told = [
        name
        for name in able
        if _ends_with(_BEFORE_INTERVIEWED, text, name.start) or _AFTER_INTERVIEWED.match(text, name.end)
    ]
    left = {cast.key(name): name for name in told or able}
    return next(iter(left.values())) if len(left) == 1 else None


def _ends_with(pattern: re.Pattern[str], text: str, end: int) -> bool:
    """Return whether the text before an offset ends with a pattern."""
    return pattern.search(text, max(0, end - _BEFORE), end) is not None


def _is_talk(text: str, language: str, body: Sequence[_Paragraph], intro: int, *, is_clear: bool) -> bool:
    """Return whether questions address somebody and answers are in the first person, as in no other text.

    One of the two is enough if the text before announces an interview, or if ``is_clear`` says that the form does.
    """
    questions = [each for each in body if each.asks]
    answers = [each for each in body if not each.asks]
    addressed = any(_ADDRESS[language].search(text, each.begin, each.end) for each in questions)
    personal = any(_FIRST_PERSON[language].search(text, each.begin, each.end) for each in answers)
    announced = _ANNOUNCED[language].search(text, 0, intro) is not None
    if is_clear or announced:
        return (is_clear and announced) or addressed or personal
    return addressed and any(_SINGULAR[language].search(text, each.begin, each.end) for each in answers)


def _prompts(text: str, language: str, body: Sequence[_Paragraph]) -> set[int]:
    """Return the numbers of the paragraphs that address the person interviewed without asking.

    An example is "Das klingt, als wären Sie müde.". Each stands between two answers, and has no word in the first
    person.
    """
    found: set[int] = set()
    for number in range(2, len(body) - 1):
        before, each, after = body[number - 1 : number + 2]
        if before.asks or each.asks or after.asks or number - 1 in found:
            continue
        addressed = _SURELY_ADDRESSED[language].search(text, each.begin, each.end) is not None
        if addressed and _FIRST_PERSON[language].search(text, each.begin, each.end) is None:
            found.add(number)
    return found


def _turns(text: str, cast: Cast, body: Sequence[_Paragraph], labels: _Labels, who: Name) -> Iterator[Turn]:
    last = max(number for number, each in enumerate(body) if each.asks)
    keys = {cast.key(who)} | {cast.key(name) for name in labels.people.values()}
    speaker = who
    for number, each in enumerate(body):
        label = labels.of(each)
        begin = each.begin if label or each.label is None else each.start
        if label in labels.asking or (each.asks and label == ""):
            yield Turn(begin, each.end, None)
            speaker = who
            continue
        if label:
            speaker = labels.people.get(label, who)
        elif _CLOSING.match(text, each.start) and number > last:
            return
        elif any(cast.key(name) in keys for name in cast.within(each.start, each.end)):
            continue  # a line about the person interviewed
        yield Turn(begin, each.end, speaker)
