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
_FAR = 1_000  # characters before an age that are searched for its bearer
_SENTENCES = 3  # before an age, in which its bearer is introduced without a name


class Ages:
    """The ages that an article gives to the people named before an offset."""

    def __init__(self, cast: Cast, offset: int) -> None:
        self._cast, self._names = cast, cast.before(offset, _REACH)
        self._known: dict[str, set[str]] = {}
        for name in self._names:
            age = _age_of(cast.text, name)
            if age and cast.is_person(name):
                self._known.setdefault(cast.key(name), set()).add(age)

    def people(self) -> list[Name]:
        """Return the people named before the offset, with or without an age."""
        return [name for name in self._names if self._cast.is_person(name)]

    def is_known(self, words: str) -> bool:
        """Return whether somebody has the age in words such as "40-jähriger"."""
        return any(_of_words(words) in ages for ages in self._known.values())

    def is_other(self, name: Name, words: str) -> bool:
        """Return whether a person has only other ages than the one in words such as "40-jähriger"."""
        known = self._known.get(self._cast.key(name))
        return known is not None and _of_words(words) not in known


def _of_words(words: str) -> str:
    number = _NUMBER.search(words)
    return "" if number is None else number[0]


def _age_of(text: str, name: Name) -> str:
    """Return the age that stands beside a mention of somebody, "" if there is none."""
    found = _AGE_AFTER.match(text, name.end) or _AGE_BEFORE.search(text, max(0, name.start - _BESIDE), name.start)
    return found[1] if found is not None else ""


def unnamed_bearer(cast: Cast, gender: int, scene: Scene) -> Speaker | None:
    """Return the last person of a gender whom the sentences before describe without a name, or None.

    "Die Kellnerin ist neu. „Es ist heiß“, sagte die 23-Jährige."
    """
    since = max(scene.paragraph, scene.start - _FAR, cast.places.sentence_at(scene.start, -_SENTENCES))
    found = [
        each
        for each in ROLE.finditer(scene.text, since, scene.start)
        if cast.genders.is_person_noun(each["noun"]) and not cast.within(each.start(), each.end("noun"))
    ]
    able = [each for each in found if cast.genders.of_phrase(each[0]) == gender]
    able = [each for each in able if not cast.is_called(each.end("noun")) and not cast.places.is_quoted(each.start())]
    return Speaker(able[-1].span()) if able else None
