"""Finding whom an age means: "der 40-Jährige" is nobody whom the article gives another age."""

import re

from annotator.suggest.claims.frame_values import Name, Speaker
from annotator.suggest.claims.people.cast import Cast
from annotator.suggest.claims.people.pronouns import ROLE, Scene

_NUMBER = re.compile(r"\d+")
_AGE_BEFORE = re.compile(r"\b(\d\d?)-(?:jährige[mnr]?|year-old) (?:[\w-]+ ){0,3}\Z")
_AGE_AFTER = re.compile(r"(?:, (?:aged )?| \()(\d\d?)(?: Jahre alt)?(?:[,.)]| und\b)")
_BESIDE = 50  # characters before a name in which its age may stand
_REACH = 300  # names before an age
_SENTENCES = 3  # before an age, in which its bearer is introduced without a name


def has_other_age(cast: Cast, name: Name, words: str) -> bool:
    """Return whether the article gives a person only other ages than the one in words such as "40-jähriger"."""
    number, known = _NUMBER.search(words), _ages_of(cast, name)
    return number is not None and bool(known) and number[0] not in known


def has_age(cast: Cast, name: Name, words: str) -> bool:
    """Return whether the article gives a person the age in words such as "40-jähriger"."""
    number = _NUMBER.search(words)
    return number is not None and number[0] in _ages_of(cast, name)


def _ages_of(cast: Cast, name: Name) -> set[str]:
    """Return the ages beside the mentions of somebody up to this one."""
    key = cast.key(name)
    mentions = (each for each in cast.before(name.end, _REACH) if cast.key(each) == key)
    return {age for each in mentions if (age := _age_of(cast.text, each))}


def _age_of(text: str, name: Name) -> str:
    """Return the age that stands beside a mention of somebody, "" if there is none."""
    found = _AGE_AFTER.match(text, name.end) or _AGE_BEFORE.search(text, max(0, name.start - _BESIDE), name.start)
    return found[1] if found is not None else ""


def unnamed_bearer(cast: Cast, gender: int, scene: Scene) -> Speaker | None:
    """Return the last person of a gender whom the sentences before describe without a name, or None.

    "Die Kellnerin ist neu. „Es ist heiß“, sagte die 23-Jährige."
    """
    since = max(scene.paragraph, cast.places.sentence_at(scene.start, -_SENTENCES))
    found = [
        each
        for each in ROLE.finditer(scene.text, since, scene.start)
        if cast.genders.is_person_noun(each["noun"]) and not cast.within(each.start(), each.end("noun"))
    ]
    able = [each for each in found if cast.genders.of_phrase(each[0]) == gender]
    able = [each for each in able if not cast.is_called(each.end("noun")) and not cast.places.is_quoted(each.start())]
    return Speaker(able[-1].span()) if able else None
