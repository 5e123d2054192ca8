"""Finding the person or body that a pronoun means, by gender, number, position, distance, and who spoke last."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from annotator.model.values import Part
from annotator.suggest.claims.frame_values import Name, Speaker
from annotator.suggest.claims.people.apposed import apposed_to
from annotator.suggest.claims.people.cast import Cast
from annotator.suggest.claims.people.genders import (
    FEMALE,
    MALE,
    NEUTER,
    OF_WOMEN,
    PLURAL,
    has_feminine_ending,
    may_be_person,
)
from annotator.suggest.claims.speaker_words import OF_THEIR_OWN

GENDERS = {
    "er": MALE,
    "ihm": MALE,
    "ihn": MALE,
    "es": NEUTER,
    "sie": FEMALE | PLURAL,
    "seinen": MALE | NEUTER,
    "seiner": MALE | NEUTER,
    "seine": MALE | NEUTER,
    "seinem": MALE | NEUTER,
    "ihren": FEMALE | PLURAL,
    "ihrem": FEMALE | PLURAL,
    "ihrer": FEMALE | PLURAL,
    "ihnen": PLURAL,
    "he": MALE,
    "him": MALE,
    "his": MALE,
    "she": FEMALE,
    "her": FEMALE,
    "it": NEUTER,
    "its": NEUTER,
    "they": PLURAL,
    "them": PLURAL,
    "their": PLURAL,
    "dieser": MALE,
    "letzterer": MALE,
    "jener": MALE,
    "diese": FEMALE | PLURAL,
    "letztere": FEMALE | PLURAL,
}
PRONOUNS = frozenset(GENDERS)
DEMONSTRATIVES = {"der": MALE, "die": FEMALE}  # alone in front of a verb: "Der nannte es Unsinn."
_GENITIVE = frozenset(["'s", "’s"])
_GOES_ON = frozenset(
    "auch außerdem hinzu ergänzte weiter zudem zugleich fügte fuhr also added adds continued again further".split()
)
_ANSWERS = frozenset(
    "answered antwortete bestreitet bestritt countered dementierte denied denies disputed entgegnete erwiderte"
    " insisted konterte rejected replied responded widersprach widerspricht wies".split()
)
_OBLIQUE = frozenset(
    "about accused after against alongside an asked at aus before behind bei beim between blamed by dem den"
    " des durch einem einen for from für gegen gegenüber joined met mit nach neben of ohne on over praised"
    " replaced succeeded thanked to told trotz über um under unter vom von vor wegen with without zu zum zur".split()
)
_SUBORDINATORS = frozenset(
    "after als although as asked because before bevor da nachdem obwohl während weil wenn when while".split()
)
_AND = re.compile(r"(?:,[^,.;]{1,40},)? (?:und|and|sowie) (?:[\w-]+ ){0,3}")
_FINITE = frozenset(
    "are haben had has hat hatte hatten have heißt is ist sind war waren was werden were wird wurde".split()
)
CROWD = re.compile(  # without an article; with one they are found by `ROLE`
    r"(?<!der )(?<!die )(?<!the )\b(?:Landwirte|Bauern|Anwohner|Eltern|Schüler|Studenten|Beschäftigte|Mieter|Händler"
    r"|Forscher|Experten|Kritiker|Zeugen|Ärzte|Aktivisten|Demonstranten|Fahrgäste|Bewohner|Ermittler|Angehörige|Umweltschützer"
    r"|(?:[Rr]esidents|[Ff]armers|[Pp]arents|[Pp]upils|[Ss]tudents|[Ww]orkers|[Tt]enants|[Ss]cientists|[Rr]esearchers"
    r"|[Ee]xperts|[Cc]ampaigners|[Pp]rotesters|[Rr]elatives|[Pp]assengers|[Dd]octors|[Nn]eighbours|[Ww]itnesses))\b"
)
_ONE = re.compile(
    r"\W*((?:One|Another) of (?:them|(?:the|her|his|their|its|our) (?:[a-z-]+ )?[a-z-]+)"
    r"|(?:Einer?) (?:von ihnen|der [A-ZÄÖÜ][\w-]+|von \w+ [A-ZÄÖÜ][\w-]+))\b"
)
_NOBODY = frozenset("i man niemand nobody we wer wir".split())
_BARE = 2  # words of "the surgeon"
_REACH = 24  # how many mentions before a pronoun are considered
_DEFINITE = frozenset("Der der Die die The the".split())
_AHEAD = 5  # sentences from a pronoun's own in which somebody is named whom it means
_FAR = 4  # sentences; mentions farther away lose no more salience
_STANDS_OUT = -2.1  # a role may only mean a person with more salience
_CLOSE = 1.0  # a rival whose salience is this close leaves the claimant open
_NEAREST = frozenset(["dieser", "letzterer"])  # they mean the person mentioned last
_IN_FRONT = 6.0  # somebody unnamed in a clause before the pronoun is meant only if nobody named fits
_OTHER = 3.0  # what a person loses whom the reported words name
_CHAINED = 2.0  # names in a sentence that begins with the same pronoun are seldom meant: "She met Ann Lee. She said …"
_SAME = re.compile(  # the same pronoun means the name: "She was Ann Lee"; or the name's thing: "Sie gehört Eva Roth"
    r"\w+ (?:(?:is|was|ist|war) (?:(?:called|named|also|auch|nun|now|in fact) )?|became |turned out to be "
    r"|(?:heißt|hieß|gehört|gehörte) (?:\w+ )?)(?:Dr\.? |Mr\.? |Mrs\.? |Ms\.? |Frau |Herr )?"
)
_IN_CLAUSE = 3.0  # of the subject of the clause before, and of a letter that has just arrived
_ARRIVING = 300  # characters of the sentence before that are searched for a letter
_OWNED = re.compile(r"\W*(?:Ihre?|Meine?|Seine?|Unsere?)\s+(?:[a-zäöüß-]+\s+)?(?P<noun>[A-ZÄÖÜ][\w-]{3,})")
_KIN = re.compile(
    r"\b(?:[Ii]hr|[Mm]ein|[Ss]ein|[Uu]nser)(?:e[mnrs]?)?\s+(?:[a-zäöüß-]+\s+)?(?P<noun>[A-ZÄÖÜ][\w-]{3,})"
)
_ARRIVED = re.compile(
    r"\b(?P<paper>(?:[Aa]n?|[Aa]nother) (?:[a-z-]+ ){0,2}?(?:circular|e-?mail|leaflet|letter|message|note|notice"
    r"|postcard|text)) (?:appeared|arrived|came|dropped|followed|landed|reached|(?:popped|showed|turned) up"
    r"|went (?:out|up))\b"
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_CLAUSE_ENDS = re.compile(r"[,;:(]")
_BACK = 60  # characters before a mention that are searched for whether it is a subject
ROLE = re.compile(
    r"\b(?:(?P<det>[Dd]er|[Dd]ie|[Dd]as|[Dd]en|[Dd]em|[Ee]ine?|[Ee]inen|[Ee]inem|[Ee]iner|[Tt]he|[Aa]n?(?:other)?)\s+)"
    r"(?:[a-zäöüß\d-]+\s+){0,2}?(?P<noun>[^\W\d_][\w-]{3,})"
    r"(?:\s+(?:for|of|from|at|des|von|vom)\s+(?:the\s+)?[\w-]+(?:\s+[A-Z]\w+)*|\s+der\s+[A-ZÄÖÜ][\w-]+)?"
)


@dataclass(slots=True, kw_only=True)  # frozen, it would take several times as long to make
class Scene:
    """The surroundings of a pronoun: its sentence and paragraph, who spoke last, and the words beside it.

    ``running``: the previous sentence had a claim; ``spoke_here``: in the same paragraph. ``about`` returns whom the
    previous sentence is about. ``content`` are the parts of its claim. ``word_before`` stands before the pronoun;
    ``at`` is its offset; ``owns``: it is possessive, and may mean a name before it in its sentence. ``plural``:
    whether the pronoun's verb is plural, None if unknown.
    """

    text: str
    start: int
    paragraph: int
    last: Speaker
    running: bool
    about: Callable[[], Speaker]
    content: Sequence[Part] = ()
    words: frozenset[str] = frozenset()
    spoke_here: bool = True
    first_word: str = ""
    word_before: str = ""
    at: int = 0
    plural: bool | None = None
    is_headline: bool = False
    owns: bool = False


Able: TypeAlias = Callable[[Name], bool]


class _Candidate(NamedTuple):
    score: float
    speaker: Speaker
    key: str


def resolve(cast: Cast, pronoun: Part, low: str, scene: Scene, *, able: Able | None = None) -> Speaker:
    """Return whom a pronoun means, or the pronoun itself as an unnamed speaker if nobody fits.

    If a second name is about as likely, it is added as a rival. With ``able``, only named people who clearly stand out
    and for whom it is true are considered; this is for roles such as "the politician".
    """
    wanted = GENDERS.get(low, FEMALE | MALE | PLURAL)
    nearest = _nearest(cast, wanted, scene) if low in _NEAREST and able is None else None
    if nearest is not None:
        return nearest
    if low in {"sie", "diese", "letztere"} and scene.plural is not None:
        wanted &= PLURAL if scene.plural else FEMALE
    best: dict[str, _Candidate] = {}
    for candidate in _candidates(cast, pronoun, low, wanted, scene):
        known = best.get(candidate.key)
        if known is None or known.score < candidate.score:
            best[candidate.key] = candidate
    if able is not None:
        best = {key: one for key, one in best.items() if one.score > _STANDS_OUT and _is_able(cast, one, able)}
    ranked = sorted(best.values(), key=lambda one: -one.score)
    if not ranked:
        return (_unclear(cast, pronoun, wanted) if able is None else None) or Speaker(pronoun)
    first = ranked[0].speaker
    if first.name is None:
        return first
    rivals = [one.speaker.name for one in ranked[1:2] if ranked[0].score - one.score < _CLOSE]
    rivals = list(first.rivals) or rivals  # "they" of two people means both
    name, *others = (cast.nearest(each, pronoun[0]) for each in (first.name, *rivals) if each is not None)
    return Speaker((name.start, name.end), name, tuple(others))


def demonstrated(cast: Cast, pronoun: Part, low: str, scene: Scene) -> Speaker:
    """Return whom "der" or "die" alone means: the person mentioned last in the previous sentence, else the word.

    After "Jan Ott und ihren Sohn" it may mean the son, so that nobody is chosen.
    """
    who = _nearest(cast, DEMONSTRATIVES[low], scene)
    since = scene.start if who is None or who.part is None else who.part[1]
    others = (found["noun"] for found in _KIN.finditer(scene.text, since, scene.start))
    return Speaker(pronoun) if who is None or any(map(cast.genders.is_person_noun, others)) else who


def _unclear(cast: Cast, pronoun: Part, wanted: int) -> Speaker | None:
    """Return whom a pronoun may mean if nothing before it fits its gender and number, or None."""
    before = cast.before(pronoun[0], _REACH)
    able: list[Name] = []
    if wanted == NEUTER:  # perhaps a body that a model labelled as a person
        able = [name for name in before if not _is_settled(cast, name)]
    elif wanted & (MALE | FEMALE):  # an ending may mislead: "Leota" is a man
        able = [name for name in before if cast.genders.is_guessed(name)]
    return Speaker((able[-1].start, able[-1].end), able[-1]) if able else _named_after(cast, pronoun, wanted)


def _is_able(cast: Cast, one: _Candidate, able: Able) -> bool:
    name = one.speaker.name
    return name is not None and cast.is_person(name) and able(name)


def _nearest(cast: Cast, wanted: int, scene: Scene) -> Speaker | None:
    """Return the person whom the last sentence mentions last, or None: "Er nannte einen Schweißer. Dieser …"."""
    since = cast.places.sentence_at(scene.start, -1)
    able = [one.speaker for one in _roles(cast, wanted, scene, scene.start)]
    persons = [name for name in cast.within(since, scene.start) if cast.is_person(name)]
    persons = [name for name in persons if cast.genders.of(name) & wanted and not cast.places.is_quoted(name.start)]
    able += [Speaker((name.start, name.end), name) for name in persons]
    return max(able, key=lambda who: who.part or (0, 0), default=None)


def _named_after(cast: Cast, pronoun: Part, wanted: int) -> Speaker | None:
    """Return the person whom a pronoun means if only the next sentences name somebody who fits, or None.

    "She had hidden for years, she said. … Ann Lee was a miller’s daughter."
    """
    end = cast.places.sentence_at(pronoun[0], _AHEAD)
    name = cast.first_person(cast.places.sentence_at(pronoun[0], 1), wanted) if wanted in {MALE, FEMALE} else None
    if name is None or name.start >= end or not cast.genders.is_sure(name):
        return None
    return Speaker((name.start, name.end), name)


def _is_settled(cast: Cast, name: Name) -> bool:
    """Return whether a name is a place, or a person whose gender the article shows."""
    return name.label == "LOC" or (cast.is_person(name) and cast.genders.is_sure(name))


def _candidates(cast: Cast, pronoun: Part, low: str, wanted: int, scene: Scene) -> Iterator[_Candidate]:
    genders = cast.genders
    last_key = cast.key(scene.last.name) if scene.last.name is not None else ""
    before = cast.places.sentence_at(scene.start, -1)
    first = _WORD.search(scene.text, before, scene.start)
    chained = first is not None and first[0].lower() == low and wanted in {MALE, FEMALE}
    others = _named_beside(cast, pronoun, scene)
    for name in cast.before(pronoun[0], _REACH):
        gender = genders.of(name)
        if not gender & wanted:
            continue
        key = cast.key(name)
        score = salience(cast, name, scene) - (_OTHER if key in others else 0.0)
        if not cast.is_person(name):
            score -= 0.0 if not wanted & (MALE | FEMALE) or wanted & PLURAL == wanted else 1.5
            score -= 0.75 if name.label == "LOC" else 0.0
            score -= 0.8 if wanted == PLURAL and gender != PLURAL else 0.0
        if not genders.is_sure(name):
            score -= 0.6
        if key == last_key:
            score += _of_last(scene)
        if chained and first is not None and name.start >= before:
            score += _of_chain(first.start(), name, scene)
        yield _Candidate(score, Speaker((name.start, name.end), name), key)
    yield from _unnamed(cast, wanted, scene)
    yield from _in_front(cast, pronoun[0], wanted, scene)
    if wanted == NEUTER and not cast.is_german:
        yield from _papers(cast, scene)
    if wanted & (MALE | FEMALE):
        yield from _ones(cast, wanted, scene)
    if wanted & PLURAL:
        yield from _pairs(cast, pronoun, scene)
        yield from _crowds(cast, scene)
    yield from _roles(cast, wanted, scene, pronoun[0])


def _named_beside(cast: Cast, pronoun: Part, scene: Scene) -> frozenset[str]:
    """Return the keys of the people named in what a pronoun says; in "He said Tom Hale had lied", he is not Hale."""
    if scene.owns:
        return frozenset()
    end = cast.places.sentence_at(scene.start, 1)
    here = cast.within(scene.start, end)
    apart = (name for name in here if name.start > pronoun[1] or cast.places.is_quoted(name.start))
    return frozenset(cast.key(name) for name in apart if cast.is_person(name))


def _of_chain(first: int, name: Name, scene: Scene) -> float:
    """Return the salience that a name gains if its sentence begins with the same pronoun, at the offset ``first``."""
    is_same = _SAME.fullmatch(scene.text, first, name.start) is not None
    is_same = is_same and scene.text[name.end : name.end + 2] not in _GENITIVE
    return _CHAINED if is_same or scene.words & _ANSWERS else -_CHAINED


def _unnamed(cast: Cast, wanted: int, scene: Scene) -> Iterator[_Candidate]:
    """Yield the last speaker, and whom the last sentence is about, if they have no name."""
    last, genders = scene.last, cast.genders
    if last.part is not None and last.name is None:
        phrase = scene.text[last.part[0] : last.part[1]]
        if phrase.lower() not in _NOBODY and genders.of_phrase(phrase) & wanted:
            yield _Candidate(_of_last(scene) + 1.0 - _distance(cast, last.part[0], scene), last, phrase.lower())
    about = scene.about()
    if about.part is not None and about.name is None and about.part != last.part:
        phrase = scene.text[about.part[0] : about.part[1]]
        if genders.of_phrase(phrase) & wanted and not _means_somebody(cast, about.part, phrase):
            yield _Candidate(_place(scene.text, about.part[0], cast, scene) + 0.2, about, phrase.lower())


def _in_front(cast: Cast, offset: int, wanted: int, scene: Scene) -> Iterator[_Candidate]:
    """Yield the unnamed person whom the main clause before a pronoun is about: "Ihr Vater blieb stur, er …"."""
    found = _OWNED.match(scene.text, scene.start, offset) if scene.text[offset - 2 : offset] == ", " else None
    if found is None or cast.is_called(found.end("noun")) or not cast.genders.is_person_noun(found["noun"]):
        return
    low = found["noun"].lower()
    if (FEMALE if low in OF_WOMEN or has_feminine_ending(low) else MALE) & wanted:
        yield _Candidate(_IN_CLAUSE, Speaker(found.span()), low)


def _papers(cast: Cast, scene: Scene) -> Iterator[_Candidate]:
    """Yield the letter or message that only arrives in the previous sentence, for "it": "An email turned up."."""
    since = max(cast.places.sentence_at(scene.start, -1), scene.start - _ARRIVING)
    found = _ARRIVED.search(scene.text, since, scene.start)
    if found is not None and not cast.places.is_quoted(found.start()):
        yield _Candidate(_IN_CLAUSE, Speaker(found.span("paper")), found["paper"].lower())


def _means_somebody(cast: Cast, part: Part, phrase: str) -> bool:
    """Return whether an English description stands for somebody named earlier: "Dr Ann Lee …. The surgeon …"."""
    words = phrase.split()
    if cast.is_german or len(words) != _BARE or words[0].lower() != "the" or words[1].lower() in OF_THEIR_OWN:
        return False
    if cast.is_introduced(words[1], part[0]) or not (cast.genders.is_person_noun(words[1]) or may_be_person(words[1])):
        return False
    return any(cast.is_person(name) for name in cast.before(part[0], _REACH))


def _pairs(cast: Cast, pronoun: Part, scene: Scene) -> Iterator[_Candidate]:
    """Yield two people whom "and" joins, for "they": "Ann Lee and her brother Tom Hale"."""
    persons = [name for name in cast.before(pronoun[0], _REACH) if cast.is_person(name)]
    for one, other in pairwise(persons):
        if _AND.fullmatch(scene.text, one.end, other.start):
            score = _place(scene.text, one.start, cast, scene) + 0.8
            key = f"{cast.key(one)} {cast.key(other)}"
            yield _Candidate(score, Speaker((one.start, one.end), one, (other,)), key)


def _ones(cast: Cast, wanted: int, scene: Scene) -> Iterator[_Candidate]:
    """Yield the unnamed person of a group with whom the previous sentence begins: "One of them said …"."""
    found = _ONE.match(scene.text, cast.places.sentence_at(scene.start, -1), scene.start)
    if found is not None and cast.genders.of_phrase(found[0]) & wanted and apposed_to(cast, found.span(1)) is None:
        score = _place(scene.text, found.start(1), cast, scene) + 0.8
        yield _Candidate(score, Speaker(found.span(1)), found[1].lower())


def _crowds(cast: Cast, scene: Scene) -> Iterator[_Candidate]:
    """Yield the unnamed groups of the previous sentence, for "they": "Farmers blocked the road"."""
    for found in CROWD.finditer(scene.text, cast.places.sentence_at(scene.start, -1), scene.start):
        if not cast.places.is_quoted(found.start()):
            score = _place(scene.text, found.start(), cast, scene)
            yield _Candidate(score, Speaker(found.span()), found[0].lower())


def _roles(cast: Cast, wanted: int, scene: Scene, pronoun: int) -> Iterator[_Candidate]:
    """Yield the unnamed people mentioned in the previous sentence, or in a clause in front of the pronoun's own.

    "den Bauherrn", "a driver"; "When an inspector came, she said …".
    """
    since = cast.places.sentence_at(scene.start, -1)
    until = pronoun if scene.first_word in _SUBORDINATORS and not scene.owns else scene.start
    for found in ROLE.finditer(scene.text, since, until):
        noun = found["noun"]
        inside = cast.within(found.start(), found.end("noun"))
        in_front = found.start() >= scene.start
        is_person = cast.genders.is_person_noun(noun) or (in_front and not cast.is_german and may_be_person(noun))
        if inside or cast.is_called(found.end("noun")) or not is_person or apposed_to(cast, found.span()) is not None:
            continue
        gender = cast.genders.of_phrase(found[0])
        if gender & wanted and (in_front or gender != MALE | FEMALE | NEUTER | PLURAL):
            if cast.roles.holder(noun, found.start()) is not None or cast.places.is_quoted(found.start()):
                continue
            if found["det"] in _DEFINITE and _only_one(cast, found.start(), gender):
                continue  # "Eva Roth …. Die Uhrmacherin …": she is the only woman
            score = _place(scene.text, found.start("det"), cast, scene) - (_IN_FRONT if in_front else 0.8)
            yield _Candidate(score, Speaker((found.start(), found.end())), noun.lower())


def _only_one(cast: Cast, offset: int, gender: int) -> bool:
    """Return whether just one person was named before an offset, and this person may have the gender."""
    persons = {cast.key(name): cast.genders.of(name) for name in cast.before(offset, _REACH) if cast.is_person(name)}
    return gender in {MALE, FEMALE} and len(persons) == 1 and all(each & gender for each in persons.values())


def _of_last(scene: Scene) -> float:
    last = scene.last.part
    if scene.running:
        bonus = 2.5 if scene.spoke_here else 1.5
    else:
        bonus = 0.75 if last is not None and last[0] >= scene.paragraph else 0.4
    if scene.words & _GOES_ON:
        bonus += 1.5
    return bonus - 3.5 if scene.words & _ANSWERS and scene.running else bonus


def salience(cast: Cast, name: Name, scene: Scene) -> float:
    """Return how much a mention of a name stands out in a scene; more makes it likelier to be meant."""
    score = _place(scene.text, name.start, cast, scene)
    score += min(4, cast.mentions(name)) * 0.2
    if cast.is_owner(name):
        score -= 1.0
    if cast.places.is_quoted(name.start):
        score -= 3.0
    elif any(start <= name.start < end for start, end in scene.content):
        score -= 1.2
    return score


def _place(text: str, start: int, cast: Cast, scene: Scene) -> float:
    """Return how much a mention stands out by its position: most if it is near and a subject."""
    score = -_distance(cast, start, scene)
    inside = start >= scene.start and not {scene.first_word, scene.word_before} & _SUBORDINATORS
    if inside:  # a pronoun seldom means a name in its own sentence, except: "Roche agreed: that was the point, he said"
        score += 1.0 if scene.owns or ": " in text[start : scene.at] else -4.0
    sentence = cast.places.sentence_at(start)
    clause = text.rfind("; ", sentence, start)  # a new main clause is like a new sentence
    if clause >= 0:
        sentence, score = clause + 2, score + 0.3
    before = _WORD.findall(_CLAUSE_ENDS.split(text[max(sentence, start - _BACK) : start])[-1])
    lows = [word.lower() for word in before[-3:]]
    governed = any(word in _OBLIQUE for word in lows) and lows[-1] not in _FINITE
    is_first = bool(before) and before[-1].lower() in {"und", "and"} and score > -_FAR
    is_first = is_first or not any(
        cast.is_person(name) and not cast.is_owner(name) for name in cast.within(sentence, start)
    )
    if governed:
        return score - 0.75
    return score + (1.5 if is_first else 0.25)


def _distance(cast: Cast, start: int, scene: Scene) -> float:
    away = min(_FAR, cast.places.sentences_between(start, scene.start))
    return away + (1.2 if start < scene.paragraph else 0.0)
