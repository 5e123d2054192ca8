"""Finding whom "the politician" or "the woman" means if the article names nobody in that role."""

import re
from collections.abc import Sequence

from annotator.suggest.claims import speaker_words as words_of
from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.frame_values import Name, Speaker
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.people.ages import Ages, unnamed_bearer
from annotator.suggest.claims.people.cast import Cast
from annotator.suggest.claims.people.contradictions import is_of_other_trade
from annotator.suggest.claims.people.declension import gender_of
from annotator.suggest.claims.people.genders import (
    FEMALE,
    MALE,
    MANY,
    NEUTER,
    OF_MEN,
    OF_WOMEN,
    PLURAL,
    body_gender,
    is_feminine_noun,
    may_be_person,
)
from annotator.suggest.claims.people.pronouns import Scene, resolve
from annotator.suggest.claims.sentence_words import Token

_MOST_ROLE_WORDS = 3
_DEFINITE = frozenset("der die her his ihr ihre its sein seine the their".split())
_REACH = 300  # mentions before a role
_SAYS = (
    "added|adds|argued|argues|explained|explains|said|says|told|tells|wrote|writes"
    "|betonte|betont|erklärte|erklärt|meinte|meint|sagte|sagt|schrieb|schreibt|so"
)
_SPEAKS = re.compile(rf" (?:{_SAYS})(?! (?:her|him|ihm|ihn|ihr)\b)\b")
_SPEAKS_AGED = re.compile(rf"(?:, (?:aged )?\d\d,)? (?:has |had )?(?:{_SAYS})(?! (?:her|him)\b)\b")
_PARTED = re.compile(r" (?P<main>[^,.:;“\"]{3,80}), (?:[a-z]+ly )?[a-z]+ing\b")  # " has quit, blaming the trustees"
_PARAGRAPH = re.compile(r"\n+(?:(?:Dr|Prof|Father|Sir|Dame|Mr|Mrs|Ms)\.? )?")
_PRESENTED = re.compile(
    rf", (?:\d\d?|who|now|aged|de[rm]|die|heute|inzwischen)\b|(?: from [A-Z][\w ]+,?)? (?:{_SAYS}|was|is|ist|war)\b"
)
_LONGEST_NAME = 60  # characters
_SPOKE = re.compile(rf"(?:.*\W(?:{_SAYS}) |.*, |)", re.DOTALL)
_TURNS = re.compile(
    r"\W*(?:Aber|Allerdings|Anders|But|By contrast|Dagegen|Doch|Hingegen|However|Instead|Jedoch|Meanwhile"
    r"|Stattdessen|Yet)\b"
)
_OWNED = frozenset("der des vom von".split())
_ANYBODY = frozenset(
    "christdemokrat grüne grünen konservative konservativen liberale liberalen linke linken pensioner"
    " politician politiker politikerin rentner rentnerin sozialdemokrat".split()
)
_AGED = re.compile(r"\d+-(?:jährige[rn]?|year-old)\Z")
_FEMALE_PERSON = frozenset("frau rentnerin anwohnerin woman girl".split())
_ANY_PERSON = _FEMALE_PERSON | frozenset("mann rentner anwohner man boy teenager pensioner witness".split())
_PARENTS = frozenset("mother father grandmother grandfather mutter vater großmutter großvater".split())
_COUNTS = frozenset("one two three four five six seven eight zwei drei vier fünf sechs sieben acht".split())


def head_of(words: Sequence[Token], language: str) -> Token | None:
    """Return the noun that a phrase is about, before "of" and similar words; None for a German phrase with no noun."""
    if language == "de":
        return next((t for t in words if (t.is_capital or _AGED.search(t.low)) and t.low not in de.DETERMINERS), None)
    end = next((n for n, token in enumerate(words) if n > 0 and token.low in en.PHRASE_GLUE), len(words))
    return words[end - 1]


def unnamed_before(cast: Cast, words: Sequence[Token], language: str, scene: Scene) -> Speaker | None:
    """Return the unnamed person who spoke last, for a word such as "the woman" or "der 40-Jährige"; otherwise None."""
    head, last = head_of(words, language), scene.last
    if head is None or not (head.low in _ANY_PERSON or _AGED.search(head.low)):
        return None
    if words[0].low not in {"der", "die", "the"}:
        return None
    ages = Ages(cast, words[0].start) if _AGED.search(head.low) else None
    if ages is not None and ages.is_known(head.text):
        return None
    if last.part is None or last.part[0] < scene.paragraph:
        last = scene.about()
    if last.part is None or last.name is not None or last.part[0] < scene.paragraph:
        return None if ages is None else _bearer(cast, ages, words[0].low, head.text, scene)
    wanted = FEMALE if head.low in _FEMALE_PERSON or words[0].low == "die" else MALE | FEMALE
    phrase = scene.text[last.part[0] : last.part[1]]
    gender = cast.genders.of_phrase(phrase)
    return last if gender & wanted and gender & (MALE | FEMALE) and gender != MALE | FEMALE | NEUTER | PLURAL else None


def _bearer(cast: Cast, ages: Ages, article: str, age: str, scene: Scene) -> Speaker | None:
    """Return the unnamed person whom an age means if all named people of the gender have other ages, or None."""
    gender = {"die": FEMALE, "der": MALE}.get(article, FEMALE | MALE)
    able = [name for name in ages.people() if cast.genders.of(name) & gender]
    is_nobodys = bool(able) and all(ages.is_other(name, age) for name in able)
    return unnamed_bearer(cast, gender, scene) if is_nobodys else None


def named_next(cast: Cast, words: Sequence[Token], language: str, scene: Scene) -> Name | None:
    """Return the person named only in the next sentence of the paragraph, after a role: "The mayor …. Ann Lee said …".

    The name is the person's first one in full, without another role beside it; None if there is no such person.
    Somebody who answers the person with the role, or whom the sentence only mentions, does not count: "Ann Lee
    disagreed", "He met Ann Lee".
    """
    later = _named_after_lead(cast, words, scene) if language == "en" else None
    if later is not None:
        return later
    head, most = head_of(words, language), _MOST_ROLE_WORDS + (language == "en")
    if head is None or words[0].low not in _DEFINITE or len(words) > most or cast.within(words[0].start, words[-1].end):
        return None
    if not is_person(cast, words, head, language, scene) or cast.is_introduced(head.text, words[0].start):
        return None
    start = cast.places.sentence_at(words[0].start, 1)
    end = cast.places.sentence_at(words[0].start, 2)
    known = {cast.key(name) for name in cast.before(start, _REACH)}
    new = [name for name in cast.within(start, end) if cast.is_person(name) and cast.key(name) not in known]
    if len(new) != 1 or " " not in cast.text[new[0].start : new[0].end] or not _speaks(cast.text, start, new[0]):
        return None
    gender = FEMALE | MALE if language == "en" else FEMALE if head.low.endswith("in") else MALE
    return new[0] if cast.genders.of(new[0]) & gender else None


def _named_after_lead(cast: Cast, words: Sequence[Token], scene: Scene) -> Name | None:
    """Return the person whose role begins an English sentence, and whose name begins the next one, or None.

    "The head gardener of Alder Park has quit, blaming the trustees. Colin Thorpe, 51, said …"; nobody else may be named
    before. After "The mayor of Leeds said that …" the name is somebody else's as often.
    """
    head = head_of(words, "en")
    if head is None or words[0].low != "the" or words[0].start != scene.start or words[-1].low == head.low:
        return None
    done = _PARTED.match(cast.text, words[-1].end)
    if done is None or any(word in en.VERBS for word in done["main"].lower().split()):
        return None
    is_role = _may_be_person(cast, head)
    if not is_role or cast.is_introduced(head.text, scene.at):
        return None
    start = cast.places.sentence_at(scene.start, 1)
    names = cast.within(start, cast.places.sentence_at(start, 1))
    person = next((name for name in names if cast.is_person(name)), None)
    if person is None or person.start != start or _SPEAKS_AGED.match(cast.text, person.end) is None:
        return None
    others = [name for name in cast.before(scene.start, _REACH) if cast.is_person(name)]
    is_new = all(cast.key(name) == cast.key(person) for name in others)
    return person if is_new and " " in cast.text[person.start : person.end] else None


def introduced_next(cast: Cast, words: Sequence[Token]) -> Name | None:
    """Return the person with whose name the next paragraph begins, if this one introduces the first person, or None.

    "A former engineer has accused the board.", then "Ann Lee, 51, told …".
    """
    start, end = words[0].start, words[-1].end
    head = head_of(words, "de" if cast.is_german else "en")
    if head is None or not _may_be_person(cast, head):
        return None
    if any(cast.is_person(name) for name in cast.before(end, _REACH)):
        return None
    after = cast.text.find("\n", end)
    begins = _PARAGRAPH.match(cast.text, after) if after >= 0 else None
    names = cast.within(begins.end(), begins.end() + _LONGEST_NAME) if begins is not None else []
    if begins is None or not names or names[0].start != begins.end() or not cast.is_person(names[0]):
        return None
    within = any(cast.is_person(name) for name in cast.within(start, after))
    is_whole = " " in cast.text[names[0].start : names[0].end]
    return names[0] if is_whole and not within and _PRESENTED.match(cast.text, names[0].end) is not None else None


def _may_be_person(cast: Cast, noun: Token) -> bool:
    """Return whether a noun may denote a single person."""
    return cast.genders.is_person_noun(noun.text) or (not cast.is_german and may_be_person(noun.low))


def _speaks(text: str, start: int, name: Name) -> bool:
    """Return whether a sentence only says that somebody speaks, without describing them or contradicting anybody."""
    told = text[start : name.start]
    if "\n" in text[start - 1 : name.start] or _TURNS.match(told) or _SPOKE.fullmatch(told) is None:
        return False
    is_before = told.rstrip().rpartition(" ")[2].isalpha()  # "sagte Eva Roth."
    return text[name.end : name.end + 1] in ".,:" if is_before else _SPEAKS.match(text, name.end) is not None


def is_person(cast: Cast, words: Sequence[Token], head: Token, language: str, scene: Scene) -> bool:
    """Return whether a definite noun may stand for a person whose role the article does not state."""
    if _has_children(words):  # "the mother of two", "der dreifache Vater"
        return True
    if head.low in words_of.OF_THEIR_OWN or head.low.endswith(words_of.OWN_ENDINGS):
        return False
    is_person = (
        cast.genders.is_person_noun(head.text)
        or head.low.rpartition("-")[2] in _ANYBODY
        or _AGED.search(head.low) is not None
    )
    if language == "en":
        is_person = is_person or may_be_person(head.low)
        owned = not _has_children(words) and any(
            token.text.endswith(("'s", "’s", "s’", "s'")) or token.low in en.PHRASE_GLUE for token in words
        )
        return is_person and not owned and (words[0].low == "the" or scene.is_headline)
    if is_person and any(token.low in _OWNED for token in words[2:]):
        words = words[:_MOST_ROLE_WORDS]  # without "der Universität" in "der Forscher der Universität"
    if len(words) > _MOST_ROLE_WORDS or (not scene.is_headline and words[0].low not in {"der", "die", "dem"}):
        return False
    if is_feminine_noun(head.low) or body_gender(head.low) or head.low.endswith(words_of.THINGS_MALE):
        return False
    is_one = head.low not in MANY or head.low.endswith("er")  # "der Wissenschaftler", but not "der Experten"
    return is_person or (words[0].low in {"der", "dem"} and is_one)


def _has_children(words: Sequence[Token]) -> bool:
    """Return whether a phrase is "the father of three" or "die zweifache Mutter"."""
    low = [token.low for token in words]
    if not _PARENTS.intersection(low) or len(low) < _MOST_ROLE_WORDS:
        return False
    counted = low[2] in {"of", "von"} and low[-1] != low[1] and _COUNTS.intersection(low[3:4]) and low[4:5] != ["of"]
    return bool(counted) or low[1].endswith(("fache", "fachen"))


def of_person(cast: Cast, words: Sequence[Token], head: Token, language: str, scene: Scene) -> Name | None:
    """Return the most prominent person; None if there is none, or if "a driver" introduced the noun without a name."""
    start = words[0].start
    if cast.is_introduced(head.text, start):
        return None
    if language == "en":
        low = _english_pronoun(head.low)
    else:
        woman = head.low.endswith("in") or words[0].low == "die" or gender_of(words[0].low, head.low) == FEMALE
        low = "she" if woman else "he"
    if scene.is_headline:
        gender = {"she": FEMALE, "he": MALE}.get(low, MALE | FEMALE)
        return cast.first_person(words[-1].end, gender)
    part = start, words[-1].end
    ages = Ages(cast, start) if _AGED.search(head.low) else None

    def able(name: Name) -> bool:
        is_other = ages is not None and ages.is_other(name, head.text)
        return not is_other and not is_of_other_trade(cast, name, head.low)

    who = resolve(cast, part, low, scene, able=able).name
    only = cast.only_person(start, low) if who is None and ages is not None else None
    return only if only is not None and able(only) else who


def _english_pronoun(noun: str) -> str:
    """Return the pronoun for a person's noun: "she" for "mother"; "anyone" if the noun shows no gender."""
    if noun.endswith("woman") or noun in OF_WOMEN:
        return "she"
    return "he" if noun.endswith("man") or noun in OF_MEN else "anyone"
