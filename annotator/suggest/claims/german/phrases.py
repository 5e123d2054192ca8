"""Finding German noun phrases and speech verbs without a parser, by capitals, determiners and a list of verbs."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice, pairwise
from operator import attrgetter
from typing import NamedTuple

from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.german.word_lists import VERBS
from annotator.suggest.claims.people.genders import MANY, body_gender, has_feminine_ending
from annotator.suggest.claims.rules import Spoken, spoken_verbs
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import QUOTES, Stretch, Token, TokenRange, after_parenthesis, skip

_AUXILIARIES = frozenset("hat haben hatte hatten habe hätten".split())
_LETTING = frozenset("ließ ließen lässt lassen".split())
_SUBJUNCTIVE_AUXILIARIES = frozenset(["habe", "hätten", "hätte"])
_PASSIVE = de.PASSIVES | {"worden"}
_TIME_SPANS = frozenset("jahre minuten monate stunden tage wochen".split())
_UNITS = frozenset("euro cent dollar franken pfund prozent kilometer meter tonnen quadratmeter hektar".split())
_NEVER_SUBJECT = frozenset("den dem einen einem keinen als".split())
_MODALS = frozenset("will wollen soll sollen kann können muss müssen darf dürfen mag möchte werde wird sollte".split())
PREPOSITIONS = frozenset(
    "ab am an ans auf aus bei beim bis durch für gegen gegenüber im in ins laut mit nach ohne seit trotz über"
    " um unter vom von vor während wegen zu zum zur zwischen".split()
)
FINITE = (
    de.SUBJUNCTIVE
    | de.CONDITIONAL
    | VERBS.keys()
    | frozenset(
        "bleibt blieb darf fiel gab galt ging hält hat hatte ist kam kann lag lief mag muss nahm sank soll stand"
        " stieg war will wird wurde zog".split()
    )
)
"""Lower-case finite verbs, which may not look like verbs."""
_NO_ADJECTIVES = de.TIME | PREPOSITIONS | _PASSIVE | de.DETERMINERS | _AUXILIARIES | _MODALS
_BEFORE_SUBJECT = de.CONJUNCTIONS | {"doch", "auch", "selbst"}
_STANDING_ALONE = frozenset("viele mehrere andere manche beide".split())
_NEVER_BEFORE_VERB = PREPOSITIONS | de.TIME | _NEVER_SUBJECT | de.SUBORDINATORS
_ABOUT = frozenset("circa etwa gut knapp rund über ungefähr".split())
_AFTER_VERB = PREPOSITIONS | de.PRONOUNS | {"aber", "bereits", "dagegen", "es", "hingegen", "jedoch", "nicht", "sich"}
_SHORT_INFINITIVES = ("um", "ohne", "statt", "anstatt")
_PREFIXES = "ab an auf aus bei durch ein fort frei her hin los mit nach offen um vor weiter zurück zusammen".split()
_ZU = tuple(f"{prefix}zu" for prefix in _PREFIXES)
_COMPARING = frozenset(["als", "wie"])
FEMININE = ("ei", "heit", "keit", "schaft", "stadt", "tion", "ung")
"""Endings of feminine nouns."""
_WITH_DATIVE = frozenset(
    "vorwerfen widersprechen raten empfehlen abraten versprechen zusichern zusagen unterstellen".split()
)
_INDEFINITE = frozenset("einem einer ihrem ihrer seinem seiner".split())
_ARTICLES = frozenset("der die das ein eine".split())
_SINGULAR = frozenset("der das ein eine".split())
_PEOPLE = (*MANY, *de.PERSONAL_ROLES, "leute", "menschen", "innen", "partei", "institut")
_TIMES = de.TIME | frozenset(
    "april august dezember februar frühjahr herbst jahr jahres jahresende januar juli juni mai märz monat"
    " november oktober september sommer winter woche wochenende".split()
)
_DATES = _TIMES | frozenset("anfang ende jahren mitte monaten tagen wochen".split())
_REQUESTS = frozenset("anfrage nachfrage".split())
_DATED = frozenset("von vom aus".split())  # before the date of a document: "ein Bericht vom März 2024"
_MOST_AFTER_PREFIX = 3  # words at the end of a clause among which a separated prefix stands
_JOINING = de.GENITIVES | de.FROM | {"und", "sowie"}


class _Words(NamedTuple):
    """The words of a stretch in lower case, and the indexes of its first two auxiliary verbs.

    ``let`` is the index of the first form of "lassen", -1 if there is none.
    """

    low: set[str]
    auxiliaries: Sequence[int]
    let: int


def speech_verbs(sentence: Sentence, stretch: Stretch) -> list[Spoken]:
    """Return the speech verbs of a stretch, in order."""
    tokens = sentence.tokens
    low = {token.low for token in sentence.of(stretch)}
    if VERBS.keys().isdisjoint(low):
        return []
    places = range(stretch.first, stretch.last)
    auxiliaries = [i for i in places if tokens[i].low in _AUXILIARIES]
    words = _Words(low, auxiliaries[:2], next((i for i in places if tokens[i].low in _LETTING), -1))
    return spoken_verbs(sentence, stretch, VERBS, lambda _, __, index: _spoken(sentence, stretch, index, words))


def _spoken(sentence: Sentence, stretch: Stretch, index: int, words: _Words) -> Spoken | None:
    """Return the speech verb at a token with its auxiliary, or None if the token is not such a verb."""
    tokens, low = sentence.tokens, words.low
    auxiliary = next((i for i in words.auxiliaries if i != index), None)
    let = words.let if 0 <= words.let < index else None
    for verb in VERBS[tokens[index].low]:
        if let is not None or verb.lemma == de.LETTING:
            told = "sich" not in low or verb.lemma == "zitieren"  # not "lässt sich nicht feststellen"
            if let is not None and told and not verb.prefix and tokens[index].low.endswith("n"):
                return Spoken(index, let, verb)  # "ließ er mitteilen"
        elif verb.prefix:
            last = _last_words(tokens, index + 1, stretch.last)
            near = verb.prefix in last or verb.prefix == _last_word(sentence, stretch)
            if near or _is_before_gap(tokens, index + 1, stretch.last, verb.prefix):
                return Spoken(index, index, verb)
        elif verb.participle:
            compares = tokens[index - 1].low in _COMPARING  # "hat später angelegt als geplant"
            if auxiliary is not None and not low & _PASSIVE and not (compares or _is_content(tokens, auxiliary, low)):
                return Spoken(index, auxiliary, verb)
        elif _is_finite(tokens, stretch, index, low, has_auxiliary=auxiliary is not None):
            return Spoken(index, index, verb)
    return None


def _last_words(tokens: Sequence[Token], first: int, last: int) -> list[str]:
    """Return the last words of tokens, in lower case, in which a separated prefix may be: "teilte … am Abend mit"."""
    words = (tokens[i].low for i in range(last - 1, first - 1, -1) if tokens[i].is_word)
    return list(islice(words, _MOST_AFTER_PREFIX))


def _is_before_gap(tokens: Sequence[Token], first: int, last: int, prefix: str) -> bool:
    """Return whether somebody else's amount follows a separated prefix: "kündigte 80 Busse | an und Bremen 45"."""
    place = next((i for i in range(first, last - 2) if tokens[i].low == prefix and tokens[i + 1].low == "und"), last)
    rest = tokens[place + 2 : last]
    return any(token.text[0].isdigit() for token in rest) and not any(map(is_like_verb, rest))


def _is_content(tokens: Sequence[Token], auxiliary: int, low: set[str]) -> bool:
    """Return whether the perfect is in the subjunctive, so that somebody reports it: "Der Konzern habe versprochen"."""
    return tokens[auxiliary].low in _SUBJUNCTIVE_AUXILIARIES and low.isdisjoint({"ich", "wir"})


def _last_word(sentence: Sentence, stretch: Stretch) -> str:
    """Return the last word after an apposition that follows: "kündigte die Chefin, Eva Roth, am Montag an"."""
    number = bisect_left(sentence.stretches, stretch.first, key=attrgetter("first"))
    if number + 2 >= len(sentence.stretches) or sentence.is_quotation(number + 1):
        return ""
    name, rest = sentence.stretches[number + 1 : number + 3]
    if name.before != "," or rest.before != "," or not sentence.tokens[name.first].is_capital:
        return ""
    return next((token.low for token in reversed(sentence.of(rest)) if token.is_word), "")


def speaker_behind(sentence: Sentence, front: TokenRange, lemma: str, first: int, last: int) -> TokenRange | None:
    """Return the subject behind a verb if an object stands in front of it: "Die Kosten | bezifferte ein Sprecher".

    The subject is a person, a body or a pronoun; the object is none of these.
    """
    tokens = sentence.tokens
    if lemma in _WITH_DATIVE or first >= last or not (tokens[first].is_capital or tokens[first].low in _ARTICLES):
        return None
    plural = tokens[first - 1].low.endswith("en")
    if can_speak(sentence, front) or (plural and tokens[first].low in _SINGULAR):
        return None
    end = phrase_end(tokens, first, last)
    if end == first or _is_dative(tokens[first:end]):
        return None
    return (first, end) if can_speak(sentence, (first, end)) else None


def _is_dative(phrase: Sequence[Token]) -> bool:
    """Return whether a phrase is "der" with a feminine noun, which is no subject: "hatte der Kundin gedroht"."""
    noun = next((token for token in phrase if token.is_capital), phrase[-1])
    return phrase[0].low == "der" and (has_feminine_ending(noun.low) or noun.low.endswith(FEMININE))


def can_speak(sentence: Sentence, phrase: TokenRange) -> bool:
    """Return whether a noun phrase names a person or a body, or is a pronoun."""
    tokens = sentence.tokens[phrase[0] : phrase[1]]
    if len(tokens) == 1 and (tokens[0].low in de.PRONOUNS or tokens[0].low == "man"):
        return True
    noun = next((token for token in tokens if token.is_capital and token.low not in de.DETERMINERS), None)
    if noun is None:
        return True
    if noun.low.endswith(_PEOPLE) or sentence.cast.genders.is_person_noun(noun.text) or body_gender(noun.low):
        return True
    names = sentence.cast.within(noun.start, tokens[-1].end)
    return any(name.start == noun.start and (name.label != "LOC" or sentence.cast.is_person(name)) for name in names)


def _is_finite(tokens: Sequence[Token], stretch: Stretch, index: int, low: set[str], *, has_auxiliary: bool) -> bool:
    """Return whether a form of a speech verb is finite, not an infinitive, a participle or an adjective."""
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


def is_like_verb(token: Token) -> bool:
    """Return whether a word has the form of a finite verb."""
    return token.is_word and not token.is_capital and token.low.endswith(("t", "te", "en", "ten"))


def may_be_finite(token: Token) -> bool:
    """Return whether a word has the form of a finite verb or is an irregular one."""
    return not token.is_capital and (token.low in FINITE or is_like_verb(token))


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
        if joins and tokens[index].low == "in" and _is_adverbial(tokens, first, index, last):
            break
        end = _core(tokens, index + 1, last) if joins else _capitals(tokens, index, last)
        if end == index + joins or tokens[end - 1].low in _TIMES or _is_day(tokens, end, last):
            break
        index = end
    return index


def _is_adverbial(tokens: Sequence[Token], first: int, index: int, last: int) -> bool:
    """Return whether "in" begins a place of speaking after a verb: "erklärte das Amt | in einer Mitteilung"."""
    return index + 1 < last and tokens[index + 1].low in _INDEFINITE and first > 0 and tokens[first - 1].is_word


def phrase_after(tokens: Sequence[Token], stretch: Stretch, prepositions: frozenset[str]) -> TokenRange:
    """Return the first phrase after one of these prepositions, which is no time ("im März") and no request.

    The range is empty, at the stretch's end, if there is none.
    """
    places = (i + 1 for i in range(stretch.first, stretch.last) if tokens[i].low in prepositions)
    for first in places:
        end = phrase_end(tokens, first, stretch.last)
        phrase = tokens[first:end]
        if not _is_time(phrase) and _REQUESTS.isdisjoint(token.low for token in phrase):
            return first, end
    return stretch.last, stretch.last


def _is_time(phrase: Sequence[Token]) -> bool:
    """Return whether the nouns of a phrase are all times: "März", "der vergangenen Woche"."""
    nouns = [token.low for token in phrase if token.is_capital and token.low not in de.DETERMINERS]
    return bool(nouns) and _DATES.issuperset(nouns)


def after_date(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the token after a document's date: "ein Bericht | vom 3. März 2024"; ``first`` if there is none."""
    if first >= last or tokens[first].low not in _DATED:
        return first
    begin = index = first + 1 + (first + 1 < last and tokens[first + 1].low == "dem")
    while index < last and (tokens[index].text[0].isdigit() or tokens[index].text == "."):
        index += 1
    noun = _core(tokens, index, last)
    if noun > index and _is_time(tokens[index:noun]):
        return noun + (noun < last and _is_year(tokens[noun]))
    is_number = index == begin + 1 and _is_year(tokens[begin]) and tokens[first].low != "vom"
    return index if is_number else first


def _is_day(tokens: Sequence[Token], end: int, last: int) -> bool:
    """Return whether the number before a token is the day of a date: "vom 3. Mai"."""
    month = tokens[end + 1].low if end + 1 < last and tokens[end].text == "." else ""
    return month in _TIMES and tokens[end - 1].text.isdigit()


def _is_year(token: Token) -> bool:
    return len(token.text) == _DIGITS_OF_YEAR and token.text.isdigit()


def _capitals(tokens: Sequence[Token], index: int, last: int) -> int:
    while index < last and (tokens[index].is_capital or tokens[index].text in QUOTES):
        index = _after_title(tokens, index, last) if tokens[index].text in QUOTES else index + 1
        if index + 1 < last and tokens[index].text == "&" and tokens[index + 1].is_capital:
            index += 1  # "Berg & Roth"
    return index


def _after_title(tokens: Sequence[Token], opening: int, last: int) -> int:
    """Return the token after a quoted title ("die Initiative „Rettet den Park“ |"), or after its quotation mark."""
    reach = range(opening + 2, min(opening + _LONGEST_TITLE, last))
    return next((i for i in reach if tokens[i].text in QUOTES), opening) + 1


_DIGITS_OF_YEAR = 4
_LONGEST_ATTRIBUTE = 5
_LONGEST_TITLE = 8  # with its quotation marks
_BEFORE_WEAK = frozenset("der dem den des die ein eine einem einen einer eines".split())  # "das" may stand alone
_NO_ADVERBS = _NO_ADJECTIVES - de.TIME
_WEAK = ("te", "ten")
_NEVER_WEAK = frozenset("hatte hatten konnte konnten musste mussten sollten wollte wollten".split())
_ALONE = frozenset("man er sie".split())  # the next word does not belong to them: "sagte er leise"


def _core(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the token after a noun phrase's determiner, adjectives and nouns; ``first`` if there is no noun."""
    if first >= last:
        return first
    low = tokens[first].low
    if low in _ALONE or (low in de.PRONOUNS and not _noun_follows(tokens, first + 1, last)):
        return first + 1
    adjectives = index = _after_amount(tokens, skip(tokens, first, last, de.DETERMINERS), last)
    if index > first and index < last:
        index = adjectives = _after_attribute(tokens, index, last)
    weak = low in _BEFORE_WEAK
    while (
        index < last
        and index - adjectives < 3
        and (_is_adjective(tokens[index]) or (weak and _is_weak(tokens, index, last)))
    ):
        index += 1
    noun = index
    while index < last and tokens[index].text[0].isdigit():
        index += 1
    index = _capitals(tokens, index, last)
    if any(token.is_word for token in tokens[noun:index]):
        return index
    return first + 1 if low in _STANDING_ALONE else first


def _after_amount(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the token after a number before an adjective: "rund 1000 | streikende Beschäftigte"; else ``first``."""
    number = first + (tokens[first].low in _ABOUT) if first < last else last
    if number + 2 >= last or not tokens[number].text.isdigit() or not tokens[number + 2].is_capital:
        return first
    return number + 1 if _is_adjective(tokens[number + 1]) else first


def _after_attribute(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the token after an adverb or phrase before an adjective: "die heute | 26-Jährige"; else ``first``."""
    low = tokens[first].low
    if _is_year(tokens[first]) and first + 2 < last and tokens[first + 2].is_capital:
        return first + 2 if tokens[first + 1].low.endswith(_WEAK) else first  # "das 2012 gegründete Unternehmen"
    if low in {"heute", "damals", "inzwischen", "bisher", "einst", "mittlerweile"} and first + 1 < last:
        following = tokens[first + 1]
        return first + 1 if following.text[0].isdigit() or _is_adjective(following) else first
    if low not in PREPOSITIONS:
        return first + 1 if _is_adverb(tokens, first, last) else first
    end = _core(tokens, first + 1, min(last, first + _LONGEST_ATTRIBUTE))
    adjective = first + 1 < end < last - 1 and tokens[end].low.endswith(("te", "ten", "ter", "ende", "enden"))
    return end + 1 if adjective and tokens[end + 1].is_capital else first


def _noun_follows(tokens: Sequence[Token], index: int, last: int) -> bool:
    return index < last and (tokens[index].is_capital or _is_adjective(tokens[index]))


def _is_adjective(token: Token) -> bool:
    low = token.low
    if not token.text[0].isalpha() or token.is_capital or not low.endswith(("e", "en", "er", "es", "em")):
        return False
    return not low.endswith(("te", "ten")) and low not in _NO_ADJECTIVES and low not in VERBS


def _is_weak(tokens: Sequence[Token], index: int, last: int) -> bool:
    """Return whether a word in "-te" or "-ten" after an article is an adjective: "der alte Fahrer"."""
    low = tokens[index].low
    if not low.endswith(_WEAK) or low in _NEVER_WEAK or low in _NO_ADJECTIVES:
        return False
    return not tokens[index].is_capital and index + 1 < last and _noun_follows(tokens, index + 1, last)


def _is_adverb(tokens: Sequence[Token], index: int, last: int) -> bool:
    """Return whether a word after an article belongs to an adjective before a noun: "die frisch gewählte Chefin"."""
    if index + 2 >= last or not tokens[index + 2].is_capital or not tokens[index + 1].low.endswith(_WEAK):
        return False
    token = tokens[index]
    if not token.text.isalpha() or token.is_capital or is_like_verb(token) or token.low in _NO_ADVERBS:
        return False
    return _is_weak(tokens, index + 1, last)


def has_infinitive(sentence: Sentence, stretch: Stretch) -> bool:
    """Return whether a stretch ends with an infinitive: "die Züge zu verlassen", but not "um sie zu verlassen"."""
    if sentence.tokens[stretch.first].low in _SHORT_INFINITIVES:
        return False
    words = [token.low for token in sentence.of(stretch) if token.is_word]
    last = words[-1] if words else ""
    with_zu = any(word == "zu" and following.endswith("n") for word, following in pairwise(words[-3:]))
    return with_zu or (last.startswith(_ZU) and last.endswith("en"))


def opens_main(sentence: Sentence, stretch: Stretch) -> bool:
    """Return whether a clause is a main clause with its subject in front: ", der Händler zeigt sich unbeeindruckt".

    It could also be a relative clause, whose verb stands last: ", der Händler verunsichern könnte".
    """
    tokens, first = sentence.tokens, stretch.first
    if not (tokens[first].is_capital or tokens[first].low in de.DETERMINERS) or has_infinitive(sentence, stretch):
        return False
    verb = phrase_end(tokens, first, stretch.last)
    if (
        verb == first
        or verb + 1 >= stretch.last
        or not tokens[verb - 1].is_capital
        or tokens[verb - 1].low in de.DETERMINERS
    ):
        return False
    following = tokens[verb + 1]
    return may_be_finite(tokens[verb]) and (following.low in _AFTER_VERB or following.low in de.DETERMINERS)


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
    if first >= last or (tokens[first].low in _NEVER_BEFORE_VERB and not _is_her(tokens, first, last)):
        return None
    end = phrase_end(tokens, first, last)
    return (first, end) if end > first and not _is_amount(tokens[first:end]) else None


def _is_her(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether "ihr" owns the noun after it: "Ihr Verteidiger", but not "ihr die Wahrheit"."""
    return tokens[first].low == "ihr" and _noun_follows(tokens, first + 1, last)


def _is_amount(phrase: Sequence[Token]) -> bool:
    """Return whether a phrase is a number, an amount or a time: "1982", "300.000 Euro", "Acht Tage"."""
    if phrase[-1].low in _TIME_SPANS or (len(phrase) == 1 and phrase[0].text.isdigit()):
        return True
    return phrase[-1].low in _UNITS and any(token.text[0].isdigit() for token in phrase[:-1])
