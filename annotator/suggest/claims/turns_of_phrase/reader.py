"""Reading sentences for turns of phrase, before and after the rules of their language."""

from collections.abc import Callable, Sequence, Set

from annotator.suggest.claims.frame_values import Found
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.turns_of_phrase import (
    afterthoughts,
    appeals,
    clear_words,
    experiences,
    first_person,
    hints,
    reputations,
)

_Reads = Callable[[Sentence], list[Found]]
_FIRST: dict[str, Sequence[tuple[Set[str], _Reads]]] = {
    "de": (
        (afterthoughts.CUES, afterthoughts.added),
        (appeals.CUES, appeals.asked),
        (experiences.CUES, experiences.noticed),
    ),
    "en": ((clear_words.CUES, clear_words.clear),),
}
_LAST: dict[str, Sequence[tuple[Set[str], _Reads]]] = {
    "de": ((reputations.CUES, reputations.held),),
    "en": ((hints.CUES, hints.hinted),),
}
_CUES = {
    language: frozenset(first_person.CUES[language]).union(*(cues for cues, _ in (*_FIRST[language], *_LAST[language])))
    for language in _FIRST
}
_THAT = {"de": "dass", "en": "that"}
_SELF = {"de": "ich", "en": "i"}
_WITH_THAT = {"de": experiences.CUES, "en": clear_words.MAKE}
_ALONE = {language: cues - _WITH_THAT[language] - first_person.CUES[language] for language, cues in _CUES.items()}


def may_be_turn(words: Set[str], language: str) -> bool:
    """Return whether a sentence with these lower-case words may have such a turn of phrase."""
    if not _ALONE[language].isdisjoint(words):
        return True
    if _THAT[language] in words and not _WITH_THAT[language].isdisjoint(words):
        return True
    return _SELF[language] in words and not first_person.CUES[language].isdisjoint(words)


def with_turns_of_phrase(sentence: Sentence, read: _Reads) -> list[Found]:
    """Return the claims of a sentence; ``read`` finds those without one."""
    if _CUES[sentence.language].isdisjoint(sentence.words) or any(t.inner is not None for t in sentence.tokens):
        return read(sentence)
    found = _first(sentence, _FIRST[sentence.language]) or read(sentence)
    return first_person.of_author(sentence, found or _first(sentence, _LAST[sentence.language]))


def _first(sentence: Sentence, readers: Sequence[tuple[Set[str], _Reads]]) -> list[Found]:
    able = (reads for cues, reads in readers if not sentence.words.isdisjoint(cues))
    return next(filter(None, (reads(sentence) for reads in able)), [])
