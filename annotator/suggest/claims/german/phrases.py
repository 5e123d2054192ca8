"""German noun phrases and speech verbs, without a parser: by capitals, articles and a list of verbs."""

from collections.abc import Sequence
from typing import NamedTuple

from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.german.verbs import VERBS, Verb
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Stretch, Token

_AUXILIARIES = frozenset("hat haben hatte hatten habe hätten".split())
_PASSIVE = frozenset("wird werden wurde wurden worden".split())
_UNITS = frozenset("euro cent dollar franken pfund prozent kilometer meter tonnen quadratmeter hektar".split())
_NEVER_SUBJECT = frozenset("den dem einen einem keinen als".split())
_MODALS = frozenset("will wollen soll sollen kann können muss müssen darf dürfen mag möchte werde wird sollte".split())
PREPOSITIONS = frozenset(
    "am im in an auf bei beim vor nach zu zum zur mit ohne für gegen gegenüber seit über um unter trotz wegen während"
    " aus von vom durch bis ab laut zwischen ins ans".split()
)
_NO_ADJECTIVES = de.TIME | PREPOSITIONS | _PASSIVE | de.DETERMINERS | _AUXILIARIES | _MODALS
_BEFORE_SUBJECT = de.CONJUNCTIONS | {"doch", "auch", "selbst"}
_VERBISH = ("te", "ten")
_QUOTES = frozenset('„“”"»«')


class Spoken(NamedTuple):
    """A speech verb: the token of the cue, the token at the verb's place in the clause, and the verb."""

    cue: int
    place: int
    verb: Verb


def speech_verbs(sentence: Sentence, stretch: Stretch) -> list[Spoken]:
    """Give the speech verbs of a stretch in order."""
    tokens = sentence.tokens
    found = []
    quoted = False
    for index in range(stretch.first, stretch.last):
        quoted = quoted != (tokens[index].text in _QUOTES)
        if quoted:
            continue  # a few quoted words tell nothing of the sentence around them
        token = tokens[index]
        if token.low not in VERBS or not token.is_word or (token.is_capital and index != 0):
            continue
        spoken = _spoken(tokens, stretch, index)
        if spoken is not None:
            found.append(spoken)
    return found


def _spoken(tokens: Sequence[Token], stretch: Stretch, index: int) -> Spoken | None:
    candidates = VERBS.get(tokens[index].low, ())
    if not candidates:
        return None
    low = {token.low for token in tokens[stretch.first : stretch.last]}
    auxiliary = next(
        (i for i in range(stretch.first, stretch.last) if tokens[i].low in _AUXILIARIES and i != index), None
    )
    for verb in candidates:
        if verb.prefix:
            rest = [token.low for token in tokens[index + 1 : stretch.last] if token.is_word]
            if verb.prefix in rest and (rest[-1] == verb.prefix or verb.prefix in rest[-3:]):
                return Spoken(index, index, verb)
        elif verb.participle:
            if auxiliary is not None and not low & _PASSIVE:
                return Spoken(index, auxiliary, verb)
        elif _is_finite(tokens, stretch, index, low, auxiliary is not None):
            return Spoken(index, index, verb)
    return None


def _is_finite(tokens: Sequence[Token], stretch: Stretch, index: int, low: set[str], has_auxiliary: bool) -> bool:  # noqa: FBT001
    word = tokens[index].low
    before = tokens[index - 1].low if index > stretch.first else ""
    ambiguous = any(verb.participle for verb in VERBS[word])
    if before == "zu" or (ambiguous and (has_auxiliary or low & _PASSIVE)):
        return False
    if word.endswith("en") and not word.endswith("ten") and low & _MODALS:
        return False
    if word.endswith("e") and not word.endswith("te"):
        return False  # ich sage, and nouns' adjectives; the subjunctive is looked for elsewhere
    following = tokens[index + 1] if index + 1 < stretch.last else None
    # "geforderte Summe", "die erwarteten Kosten" are no verbs: an article before and a noun behind
    is_adjective = before in de.DETERMINERS and following is not None and following.is_capital
    return not is_adjective


def phrase_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """Give the token after the noun phrase that begins at a token; ``first`` where none does."""
    index = _core(tokens, first, last)
    if index == first or (index == first + 1 and tokens[first].low in de.PRONOUNS):
        return index
    while index < last:
        token = tokens[index]
        if token.text == "(":
            close = next((i for i in range(index, last) if tokens[i].text == ")"), None)
            index = close + 1 if close is not None else last
            continue
        joins = token.low in de.GENITIVES or token.low in de.FROM or token.low in {"und", "sowie"}
        end = _core(tokens, index + 1, last) if joins else _capitals(tokens, index, last)
        if end == (index + 1 if joins else index) or tokens[end - 1].low in de.TIME:
            break
        index = end
    return index


def _capitals(tokens: Sequence[Token], index: int, last: int) -> int:
    while index < last and (tokens[index].is_capital or tokens[index].text in _QUOTES):
        index += 1
    return index


def _core(tokens: Sequence[Token], first: int, last: int) -> int:
    """Give the token after article, adjectives and nouns; ``first`` where there is no noun."""
    index = first
    if index < last and tokens[index].low == "man":
        return index + 1
    if index < last and tokens[index].low in de.PRONOUNS and not _noun_follows(tokens, index + 1, last):
        return index + 1
    while index < last and tokens[index].low in de.DETERMINERS:
        index += 1
    adjectives = index
    while index < last and _is_adjective(tokens[index]) and index - adjectives < 3:
        index += 1
    noun = index
    while index < last and tokens[index].text[0].isdigit():
        index += 1
    index = _capitals(tokens, index, last)
    if any(token.is_word for token in tokens[noun:index]):
        return index
    return (
        first + 1 if first < last and tokens[first].low in {"viele", "mehrere", "andere", "manche", "beide"} else first
    )


def _noun_follows(tokens: Sequence[Token], index: int, last: int) -> bool:
    return index < last and (tokens[index].is_capital or _is_adjective(tokens[index]))


def _is_adjective(token: Token) -> bool:
    low = token.low
    if not token.is_word or token.is_capital or not low.endswith(("e", "en", "er", "es", "em")):
        return False
    return not low.endswith(_VERBISH) and low not in _NO_ADJECTIVES and low not in VERBS


def subject_after(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """Give the noun phrase behind a verb, adverbs and phrases of time and place left out; None if there is none."""
    index = first
    while index < last:
        low = tokens[index].low
        if low in de.TIME or low in {"sich", "es"}:
            index += 1
        elif low in PREPOSITIONS:
            end = _core(tokens, index + 1, last)
            index = max(end, index + 1)
        else:
            break
    end = phrase_end(tokens, index, last)
    return (index, end) if end > index else None


def _is_amount(phrase: Sequence[Token]) -> bool:
    """Tell whether a phrase is an amount: "weitere 300.000 Euro" are said, they say nothing."""
    return phrase[-1].low in _UNITS and any(token.text[0].isdigit() for token in phrase[:-1])


def subject_before(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """Give the noun phrase that fills the place before a verb; None where something else does."""
    while first < last and tokens[first].low in _BEFORE_SUBJECT:
        first += 1
    if first >= last or tokens[first].low in PREPOSITIONS or tokens[first].low in de.TIME:
        return None
    if tokens[first].low in _NEVER_SUBJECT:
        return None
    end = phrase_end(tokens, first, last)
    return (first, end) if end > first and not _is_amount(tokens[first:end]) else None
