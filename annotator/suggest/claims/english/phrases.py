"""Finding English noun phrases and speech verbs without a parser."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.english.other_uses import is_manner, reports_nothing
from annotator.suggest.claims.english.word_lists import VERBS, Verb
from annotator.suggest.claims.people.genders import may_be_person
from annotator.suggest.claims.rules import Spoken, spoken_verbs
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Stretch, Token, TokenRange, after_parenthesis

_ADMITTING = frozenset("accept acknowledge admit agree concede confirm deny say warn".split())  # after "did"
_PARTS_OF_TIME = frozenset(["early", "late"])
_LONGEST_CAPTION = 8
_FEW = 3  # words of a plural noun alone
_OBTAINED = frozenset(
    "collected filed held leaked obtained provided published released seen sent shared written".split()
)
_LONGEST_OFFICE = 4  # words of an office without an article: "deputy head of the board"
_NUMBER_WORDS = frozenset(
    "about almost around between eight eleven fewer fifty five forty four half just less more nearly nine one"
    " over roughly seven six ten thirty three twelve twenty two under".split()
)
_HAVE = frozenset("has have had having".split())
LONGEST_SUBJECT = 12
_NOT_FINITE_BEFORE = (en.NOT_FINITE_BEFORE | en.PREPOSITIONS - {"like"}).union(
    "amid amidst can could despite did do does let may might neither nor should who will would".split()
)
_PLURALS = frozenset("they i we people police some many both".split())
_NO_PLURALS = frozenset("is was has this its his".split())
_COURTS = frozenset("court jury jurors inquest tribunal inquiry hearing panel magistrates".split())
_DO = frozenset("not did do does didn't don't doesn't".split())
_DENIED = frozenset("think believe expect agree".split())
_SILENT = (
    *(("would", "not"), ("wouldn't",), ("could", "not"), ("couldn't",), ("did", "not"), ("didn't",), ("will", "not")),
    *((verb, "to") for verb in ("declined", "declines", "refused", "refuses", "refusing", "declining")),
)
_CLEARLY_SAID = frozenset("said told added wrote argued insisted replied warned explained".split())
_COLLECTIVES = frozenset(
    "crew team staff family board council committee government majority couple pair public police".split()
)
_BEFORE_NOUN = en.DETERMINERS | frozenset(
    "get gets give gives make makes need needs seek seeks sought want wants".split()
)
_CALLS = frozenset("calls demand demands".split())
GENITIVE_ENDINGS = ("'s", "’s")
_AFTER_NOUN = frozenset("of and were are have had".split())
_NO_SUBJECT = en.NO_PHRASE - en.PREPOSITIONS
_ADDING = frozenset("and or plus".split())
_AT_LEAST = frozenset(
    {("at", "least"), ("at", "most"), ("at", "best"), ("no", "less"), ("no", "fewer"), ("not", "less")}
)
_NO_ITEM = en.SUBORDINATORS | frozenset("he i it she they we you".split())
_NO_PHRASE_ENDS = en.PHRASE_GLUE | en.ADVERBS
_PARTICIPLES = frozenset("written shown".split())


def speech_verbs(sentence: Sentence, stretch: Stretch) -> list[Spoken]:
    """Return the finite speech verbs of a stretch, in order."""
    return spoken_verbs(sentence, stretch, VERBS, _spoken)


def _spoken(sentence: Sentence, stretch: Stretch, index: int) -> Spoken | None:
    """Return the speech verb at a token with its verb group, or None if the token is not such a verb."""
    tokens = sentence.tokens
    verb = VERBS[tokens[index].low]
    particle = en.PARTICLES.get(verb.lemma)
    if particle is not None and (index + 1 >= stretch.last or tokens[index + 1].low != particle):
        return None
    group = index
    while group > stretch.first and (tokens[group - 1].low in en.ADVERBS or is_manner(tokens[group - 1])):
        group -= 1
    if reports_nothing(tokens, stretch, index, group):
        return None
    if tokens[index].low in {"read", "reads"}:
        return Spoken(index, group, verb) if _is_caption(sentence, stretch, index) else None
    if _is_finite(tokens, stretch, index, group, verb):
        return Spoken(index, group, verb)
    return _unusual(tokens, stretch, index, group, verb)


def _is_caption(sentence: Sentence, stretch: Stretch, index: int) -> bool:
    """Return whether "read" gives the words of a text: "“Back soon,” it read", "a sign read: “…”"."""
    number = sentence.stretch_of(stretch.first)
    few = stretch.last - stretch.first <= _LONGEST_CAPTION
    return few and index > stretch.first and (sentence.is_quotation(number - 1) or sentence.is_quotation(number + 1))


def _unusual(tokens: Sequence[Token], stretch: Stretch, index: int, group: int, verb: Verb) -> Spoken | None:
    """Return a negated verb, "say" in "declined to say whether", or "told" in "a jury was told"; else None."""
    low, begin = tokens[index].low, group
    emphatic = low in _ADMITTING and group > max(stretch.first, 1)
    if emphatic and tokens[group - 1].low in {"do", "does", "did"}:
        return Spoken(index, group - 1, verb)  # "did say that"
    while begin > stretch.first and tokens[begin - 1].low in _DO:
        begin -= 1
    if low in _DENIED and begin < group:
        return Spoken(index, begin, replace(verb, refutes=not verb.refutes))
    if low == verb.lemma and index + 1 < stretch.last and tokens[index + 1].low in {"whether", "if"}:
        for words in _SILENT:
            begin = group - len(words)
            if begin > stretch.first - 1 and tuple(token.low for token in tokens[begin:group]) == words:
                return Spoken(index, begin, replace(verb, unclear=True, only_clause=False, kind=None))
    if low == "told" and group > stretch.first and tokens[group - 1].low in {"was", "were"}:
        place = next((i for i in range(stretch.first, group - 1) if tokens[i].low in _COURTS), None)
        return None if place is None else Spoken(index, group - 1, VERBS["heard"])
    return None


def _is_finite(tokens: Sequence[Token], stretch: Stretch, index: int, group: int, verb: Verb) -> bool:
    """Return whether a form of a speech verb is a finite verb, not a noun, an infinitive or a participle."""
    low = tokens[index].low
    before = tokens[group - 1].low if group > stretch.first else ""
    if verb.progressive:
        return before in en.BE
    if verb.lemma == "hear":
        return any(token.low in _COURTS for token in tokens[stretch.first : group])
    if low in _PARTICIPLES:
        return any(token.low in _HAVE for token in tokens[group:index])
    if before == "to" and group - 1 > stretch.first and tokens[group - 2].low == "used":
        return True
    governed = before in _NOT_FINITE_BEFORE and not (before == "her" and low in _CLEARLY_SAID)
    if governed or _is_noun(tokens, stretch, index):
        return False
    if low in {"put", "puts"}:
        return _puts_figure(tokens, index + 1, stretch.last)
    if low == verb.lemma:  # "say", "claim": plural present, after a plural noun or a pronoun
        plural = (
            _is_plural(before)
            or before in _COLLECTIVES
            or (not verb.noun and _begins_plural(tokens[stretch.first : group]))
            or _are_obtained(tokens[stretch.first : group])
            or (not before and index > 0 and _names_several(tokens[index + 1 : stretch.last]))
        )
        return plural and before not in _NO_PLURALS
    if verb.noun:
        following = tokens[index + 1].low if index + 1 < stretch.last else ""
        if before in _BEFORE_NOUN or before in en.BE or (not before and index > stretch.first):
            return False
        plural = before in {"'", "’"} and tokens[group - 2].low.endswith("s")
        owned = plural or before.endswith(GENITIVE_ENDINGS)  # "Lee's claims rest on tests"
        return not owned and not (low.endswith("s") and following in _AFTER_NOUN)
    return before not in en.BE


def _is_noun(tokens: Sequence[Token], stretch: Stretch, index: int) -> bool:
    """Return whether a form of "call" or "demand" is a noun: "faced demands", "came calls for help", "demands for"."""
    if tokens[index].low not in _CALLS:
        return False
    following = tokens[index + 1].low if index + 1 < stretch.last else ""
    before = tokens[index - 1] if index > stretch.first else None
    acted = before is not None and not before.is_capital and (before.low in en.PAST or before.low.endswith("ed"))
    return acted or (following == "for" and tokens[index].low != "calls")


def _puts_figure(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether "put" gives a figure: "puts the cost at £3m", but not "puts 40 jobs on hold at two sites"."""
    at = next(
        (i for i in range(first, last - 1) if tokens[i].low in en.PREPOSITIONS_BUT_OF or _is_number(tokens[i])), -1
    )
    return at >= 0 and tokens[at].low == "at" and _is_number(tokens[at + 1])


def _is_number(token: Token) -> bool:
    return token.text[0] in "£$€0123456789" or token.low in _NUMBER_WORDS


def _is_plural(low: str) -> bool:
    return (low.endswith("s") and not low.endswith("ous")) or low in _PLURALS


def _are_obtained(subject: Sequence[Token]) -> bool:
    """Return whether a subject is papers that somebody got: "emails seen by the BBC"."""
    return len(subject) > 1 and _is_plural(subject[0].low) and subject[1].low in _OBTAINED


def _names_several(subject: Sequence[Token]) -> bool:
    """Return whether the words after a verb are a plural noun, perhaps with a word before it: ", say | critics, "."""
    phrase = takewhile(lambda token: token.low not in en.PREPOSITIONS, subject)
    words = [token for token in phrase if token.is_word]
    return 0 < len(words) <= _FEW and all(token.text.islower() for token in words) and _is_plural(words[-1].low)


def _begins_plural(subject: Sequence[Token]) -> bool:
    """Return whether a subject begins with a plural noun: "scientists at the Bergen Institute"."""
    glue = next((n for n, token in enumerate(subject) if token.low in en.PHRASE_GLUE), 0)
    words = {token.low for token in subject}
    return glue > 0 and _is_plural(subject[glue - 1].low) and words.isdisjoint(_NO_SUBJECT)


def phrase_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the end of the noun phrase that begins at a token, including "of the …"; ``first`` if there is none."""
    index = first
    while index < last and index - first < LONGEST_SUBJECT:
        token = tokens[index]
        if token.text == "(":
            index = after_parenthesis(tokens, index, last)
            continue
        glue = token.low in en.PHRASE_GLUE and index > first
        if not token.is_word and token.text not in "’'":
            break
        if not glue and token.low in en.NO_PHRASE:
            break
        if token.low in VERBS and index > first and not VERBS[token.low].noun:
            break
        if glue and index + 1 < last and tokens[index + 1].low in en.WEEKDAYS:
            break
        index += 1
    while index > first and tokens[index - 1].low in _NO_PHRASE_ENDS and not tokens[index - 1].is_capital:
        index -= 1
    return index


def is_past(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a token looks like a finite verb, judging by its form and its neighbours."""
    token, before = tokens[place], tokens[place - 1]
    is_adverb = before.low.endswith("ly") and not before.is_capital  # not "Vince Daly"
    if token.is_capital or is_adverb or tokens[place + 1].low == "by":
        return False
    return token.low in en.AUXILIARIES or token.low in en.PAST or token.low.endswith("ed")


def begins_with_verb(tokens: Sequence[Token], phrase: TokenRange) -> bool:
    """Return whether a supposed subject begins with a finite verb: "His sister, Ann, | thanked divers and asked …"."""
    return phrase[0] + 1 < phrase[1] and tokens[phrase[0]].low not in en.DETERMINERS and is_verb(tokens[phrase[0]])


def is_verb(token: Token) -> bool:
    """Return whether a token is a finite verb, judging by its form alone."""
    return not token.is_capital and (token.low in en.FINITE or token.low.endswith("ed"))


def until_finite(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the token where a subject that begins a clause ends: its first finite verb, or the clause's end."""
    return next((i for i in range(first + 1, min(last, len(tokens) - 1)) if is_past(tokens, i)), last)


def is_verbless(sentence: Sentence, number: int) -> bool:
    """Return whether a stretch has no finite verb: "from Leeds"."""
    stretch = sentence.stretches[number]
    return until_finite(sentence.tokens, stretch.first, stretch.last) == stretch.last


def is_apposition(sentence: Sentence, number: int) -> bool:
    """Return whether a stretch only describes the name before it: ", 40", ", the head", ", head of the board"."""
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    words = [token for token in sentence.of(stretch) if token.is_word]
    if len(words) == 1 and words[0].text.isdigit():
        return True
    if not words or not is_verbless(sentence, number):
        return False
    if words[0].low in en.OWN_OR_ARTICLE:  # "the head, it is safe", but not "the pool, which opened in May, is safe"
        later = sentence.stretches[number + 1 : number + 2]
        return not any(tokens[one.first].low in en.RELATIVES_OR_THAT for one in later)
    office = list(takewhile(lambda token: token.text.islower() and token.low not in en.PREPOSITIONS, words))
    return bool(office) and len(office) <= _LONGEST_OFFICE and may_be_person(office[-1].low)


def list_end(sentence: Sentence, stretches: Sequence[Stretch]) -> int:
    """Return the token after a list that begins before these stretches, 0 if there is none: "pay, | leave and rest"."""
    end = 0
    for stretch in takewhile(lambda one: one.before == "," and _is_listed(sentence.of(one)), stretches):
        low = _without_but(sentence.of(stretch))
        if tuple(low[:2]) in _AT_LEAST or not _ADDING.isdisjoint(low):
            end = stretch.last
    return end


def _is_listed(tokens: Sequence[Token]) -> bool:
    """Return whether words after a comma have no finite verb, as things in a list: "less salt and more sleep"."""
    low = _without_but(tokens)
    if any(token.inner is not None for token in tokens) or not _NO_ITEM.isdisjoint(low):
        return False
    begins = low[0] not in en.TAIL_STARTS and not low[0].endswith("ing")
    return (begins or tuple(low[:2]) in _AT_LEAST) and not any(map(_may_be_finite, tokens))


def _without_but(tokens: Sequence[Token]) -> list[str]:
    """Return the words of a list's last thing, without a "but" or "or" before "at least"."""
    low = [token.low for token in tokens]
    return low[1:] if low[0] in {"but", "or"} and tuple(low[1:3]) in _AT_LEAST else low


def _may_be_finite(token: Token) -> bool:
    verb = VERBS.get(token.low)
    acts = verb is not None and not verb.noun
    return not token.is_capital and (acts or token.low in en.FINITE or token.low.endswith("ed"))


def is_tail(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether nothing follows but circumstances of the speaking ("on Monday", "in a statement")."""
    while first < last and not tokens[first].is_word:
        first += 1
    if first >= last:
        return True
    if tokens[first].low in _PARTS_OF_TIME and first + 1 < last and tokens[first + 1].low in en.TIMES:
        return True  # "late Friday"
    return tokens[first].low in en.TAIL_STARTS and not any(
        token.inner is not None or (token.low in en.AUXILIARIES and token.text != "May") for token in tokens[first:last]
    )
