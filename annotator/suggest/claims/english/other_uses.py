"""Telling when a form of an English speech verb reports nothing: "than we thought", "envisaged by", "three states"."""

from collections.abc import Sequence

from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.english.word_lists import VERBS
from annotator.suggest.claims.sentence_words import Stretch, Token

_COMPARED = frozenset("anticipate believe estimate expect fear feel forecast hope predict say suggest think".split())
_REACH = 4  # tokens between "than" and its verb
_OBJECTS = en.DETERMINERS | frozenset("he her him it me she that them they us we you".split())
_LONGEST_MEANS = 6  # tokens of "by satellite phone that"
_LY_NOUNS = frozenset(
    "ally anomaly assembly belly bully butterfly doily early family fly folly jelly likely monopoly only rally reply"
    " supply".split()
)


def is_manner(token: Token) -> bool:
    """Return whether a word is an adverb in "-ly": "strongly"."""
    return token.low.endswith("ly") and not token.is_capital and token.low not in _LY_NOUNS


def reports_nothing(tokens: Sequence[Token], stretch: Stretch, index: int, group: int) -> bool:
    """Return whether the speech verb at token ``index`` compares, is a passive participle, or is really a noun.

    ``group`` is the first token of its verb group.
    """
    verb = VERBS[tokens[index].low]
    reach = {token.low for token in tokens[max(stretch.first, group - _REACH) : group]}
    if "than" in reach and verb.lemma in _COMPARED:
        return True  # "faster than we thought"
    following = tokens[index + 1].low if index + 1 < stretch.last else ""
    if following == "of" and tokens[index].low == "accused":
        return True  # "appeared in court accused of theft"
    later = {token.low for token in tokens[index + 1 : min(index + _LONGEST_MEANS, stretch.last)]}
    if following == "by" and verb.lemma in en.OBJECTS and tokens[index].low.endswith("ed") and "that" not in later:
        return True  # "scenarios envisaged by the council", but not "announced by fax that"
    if following == "of" and verb.noun and tokens[index].low == verb.lemma:
        return True  # "an analyst estimate of"
    return _are_states(tokens, stretch, index) or _is_second_participle(tokens, stretch, index)


def _are_states(tokens: Sequence[Token], stretch: Stretch, index: int) -> bool:
    """Return whether "states" follows two names: "Kano and Yobe states"."""
    first = index - 3
    named = first >= stretch.first and tokens[first].is_capital and tokens[index - 1].is_capital
    return named and tokens[index].low == "states" and tokens[index - 2].low == "and"


def _is_second_participle(tokens: Sequence[Token], stretch: Stretch, index: int) -> bool:
    """Return whether a verb shares its passive with another: "had been stopped and questioned"."""
    first = index - 3
    if first < stretch.first or tokens[index - 1].low != "and" or not tokens[index].low.endswith("ed"):
        return False
    following = tokens[index + 1] if index + 1 < stretch.last else None
    if following is not None and (following.low in _OBJECTS or following.is_capital or not following.is_word):
        return False  # "had been sold and called the price fair"
    return tokens[index - 2].low.endswith("ed") and tokens[first].low in en.BE
