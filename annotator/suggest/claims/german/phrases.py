"""Finding German noun phrases and speech verbs without a parser, by capitals, determiners and a list of verbs."""

from collections.abc import Sequence

from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.german.word_lists import VERBS
from annotator.suggest.claims.rules import Spoken, spoken_verbs
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import QUOTES, Stretch, Token, TokenRange, after_parenthesis, skip

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
_STANDING_ALONE = frozenset("viele mehrere andere manche beide".split())
_NO_SUBJECT = PREPOSITIONS | de.TIME | _NEVER_SUBJECT
_JOINING = de.GENITIVES | de.FROM | {"und", "sowie"}


def speech_verbs(sentence: Sentence, stretch: Stretch) -> list[Spoken]:
    """Return the speech verbs of a stretch, in order."""
    return spoken_verbs(sentence, stretch, VERBS, _spoken)


def _spoken(sentence: Sentence, stretch: Stretch, index: int) -> Spoken | None:
    tokens = sentence.tokens
    low = {token.low for token in sentence.of(stretch)}
    auxiliary = next(
        (i for i in range(stretch.first, stretch.last) if tokens[i].low in _AUXILIARIES and i != index), None
    )
    for verb in VERBS[tokens[index].low]:
        if verb.prefix:
            rest = [token.low for token in tokens[index + 1 : stretch.last] if token.is_word]
            if verb.prefix in rest[-3:]:
                return Spoken(index, index, verb)
        elif verb.participle:
            if auxiliary is not None and not low & _PASSIVE:
                return Spoken(index, auxiliary, verb)
        elif _is_finite(tokens, stretch, index, low, has_auxiliary=auxiliary is not None):
            return Spoken(index, index, verb)
    return None


def _is_finite(tokens: Sequence[Token], stretch: Stretch, index: int, low: set[str], *, has_auxiliary: bool) -> bool:
    word = tokens[index].low
    before = tokens[index - 1].low if index > stretch.first else ""
    ambiguous = any(verb.participle for verb in VERBS[word])
    if before == "zu" or (ambiguous and (has_auxiliary or low & _PASSIVE)):
        return False
    if word.endswith("en") and not word.endswith("ten") and low & _MODALS:
        return False
    if word.endswith("e") and not word.endswith("te"):
        return False  # the first person, or an adjective; subjunctives have their own rule
    following = tokens[index + 1] if index + 1 < stretch.last else None
    # "die erwarteten Kosten" has no verb: an article before and a noun after it
    return not (before in de.DETERMINERS and following is not None and following.is_capital)


def phrase_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the end of the noun phrase that begins at a token; ``first`` if there is none."""
    index = _core(tokens, first, last)
    if index == first or (index == first + 1 and tokens[first].low in de.PRONOUNS):
        return index
    while index < last:
        if tokens[index].text == "(":
            index = after_parenthesis(tokens, index, last)
            continue
        joins = tokens[index].low in _JOINING
        end = _core(tokens, index + 1, last) if joins else _capitals(tokens, index, last)
        if end == index + joins or tokens[end - 1].low in de.TIME:
            break
        index = end
    return index


def _capitals(tokens: Sequence[Token], index: int, last: int) -> int:
    while index < last and (tokens[index].is_capital or tokens[index].text in QUOTES):
        index += 1
    return index


_ALONE = frozenset("man er sie".split())  # the next word does not belong to them: "sagte er leise"


def _core(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the token after a noun phrase's determiner, adjectives and nouns; ``first`` if there is no noun."""
    if first >= last:
        return first
    low = tokens[first].low
    if low in _ALONE or (low in de.PRONOUNS and not _noun_follows(tokens, first + 1, last)):
        return first + 1
    adjectives = index = skip(tokens, first, last, de.DETERMINERS)
    while index < last and _is_adjective(tokens[index]) and index - adjectives < 3:
        index += 1
    noun = index
    while index < last and tokens[index].text[0].isdigit():
        index += 1
    index = _capitals(tokens, index, last)
    if any(token.is_word for token in tokens[noun:index]):
        return index
    return first + 1 if low in _STANDING_ALONE else first


def _noun_follows(tokens: Sequence[Token], index: int, last: int) -> bool:
    return index < last and (tokens[index].is_capital or _is_adjective(tokens[index]))


def _is_adjective(token: Token) -> bool:
    low = token.low
    if not token.text[0].isalpha() or token.is_capital or not low.endswith(("e", "en", "er", "es", "em")):
        return False
    return not low.endswith(("te", "ten")) and low not in _NO_ADJECTIVES and low not in VERBS


def subject_after(tokens: Sequence[Token], first: int, last: int) -> TokenRange | None:
    """Return the noun phrase after a verb and its adverbs and phrases of time and place, or None."""
    index = first
    while index < last:
        low = tokens[index].low
        if low in de.TIME or low in {"sich", "es"}:
            index += 1
        elif low in PREPOSITIONS:
            index = max(_core(tokens, index + 1, last), index + 1)
        else:
            break
    end = phrase_end(tokens, index, last)
    return (index, end) if end > index else None


def subject_before(tokens: Sequence[Token], first: int, last: int) -> TokenRange | None:
    """Return the noun phrase that begins a clause before its verb, or None."""
    first = skip(tokens, first, last, _BEFORE_SUBJECT)
    if first >= last or tokens[first].low in _NO_SUBJECT:
        return None
    end = phrase_end(tokens, first, last)
    return (first, end) if end > first and not _is_amount(tokens[first:end]) else None


def _is_amount(phrase: Sequence[Token]) -> bool:
    """Return whether a phrase is an amount ("weitere 300.000 Euro"), which is never a speaker."""
    return phrase[-1].low in _UNITS and any(token.text[0].isdigit() for token in phrase[:-1])
