"""Finding the subjects of English verbs without a parser."""

from collections.abc import Sequence

from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.english.phrases import LONGEST_SUBJECT, is_past, phrase_end, until_finite
from annotator.suggest.claims.sentence_words import Token, TokenRange, skip

_NO_ISSUERS = en.PREPOSITIONS | frozenset("it that there this".split())
_CLOSING = frozenset("”\"’'")
_SHORTEST_RELATIVE = 3  # tokens of "an offer it"
_INDEFINITE = frozenset("anything everything nothing something".split())
_NOUNS_IN_ED = frozenset("bed bereaved breed convicted deceased injured unemployed wounded".split())
_PHRASE_BEGINS = en.DETERMINERS | en.PRONOUNS
_BEFORE_SUBJECT = en.CONJUNCTIONS | en.LINKING | {"as", "that", "where", "when"}
_BEFORE_CLAUSE = frozenset("as when while after because but although though why".split())
_JOINING = frozenset("and but then".split())
_SUBJECT_PRONOUNS = frozenset("he she they we".split())
_LEADING = frozenset("responding commenting reacting referring speaking writing asked pointing looking".split())
_BEFORE_VERB = en.ADVERBS | en.BE | {"allegedly", "apparently", "supposedly"}


def subject_before(tokens: Sequence[Token], first: int, verb: int) -> TokenRange | None:
    """Return the noun phrase between the start of a clause and its verb, or None."""
    first, verb = _trimmed(tokens, first, verb)
    named = _after_indefinite(tokens, first, verb)
    if named > first:
        return named, verb
    if verb > first and tokens[verb - 1].low in _JOINING:
        verb = _shared_until(tokens, first, verb - 1)
    first = _after_other_clause(tokens, first, verb)
    first = _after_time(tokens, first, verb)
    if first >= verb:
        return None
    if tokens[verb - 1].low in {"which", "who"} and verb - 1 > first:
        return _antecedent(tokens, first, verb - 1)
    leads = tokens[first].low in en.PREPOSITIONS or _is_leading(tokens, first, verb)
    if leads or verb - first > LONGEST_SUBJECT:
        first = last_phrase(tokens, first, verb)
    if tokens[first].low in {"who", "which", "what"}:
        return None
    if tokens[first].low in _SUBJECT_PRONOUNS and first + 1 < verb and tokens[first + 1].low in en.AUXILIARIES:
        return first, first + 1  # "he does | plan"
    return (first, verb) if any(token.is_word for token in tokens[first:verb]) else None


def _trimmed(tokens: Sequence[Token], first: int, verb: int) -> TokenRange:
    """Return the words before a verb without those that lead to it: "But when | the club | has also said …"."""
    if first < verb and tokens[first].text in _CLOSING:
        first += 1  # "After the launch of “Old Town,” | Ann Lee said"
    first = skip(tokens, first, verb, _BEFORE_SUBJECT)
    while verb > first and tokens[verb - 1].low in _BEFORE_VERB:
        verb -= 1
    if [token.low for token in tokens[max(first, verb - 2) : verb]] == ["used", "to"]:
        verb -= 2
    after = [i + 1 for i in range(first, verb) if tokens[i].low in _BEFORE_CLAUSE]
    first = after[-1] if after and after[-1] < verb else first
    accused = (i for i in range(first + 1, verb - 1) if (tokens[i].low, tokens[i + 1].low) == ("accused", "of"))
    return first, next(accused, verb)  # "a doctor | accused of theft has told the court"


def _after_indefinite(tokens: Sequence[Token], first: int, verb: int) -> int:
    """Return where the subject of a relative clause without a pronoun begins: "something | the team described as"."""
    for i in range(first, verb - 1):
        if tokens[i].low in _INDEFINITE and (tokens[i + 1].is_capital or tokens[i + 1].low in _PHRASE_BEGINS):
            return i + 1
    if verb - first < _SHORTEST_RELATIVE or tokens[verb - 1].low not in en.PRONOUNS:
        return first
    phrase = tokens[max(first, verb - 4) : verb - 1]  # "an offer", "a new offer"
    article = next((n for n in range(len(phrase) - 1) if phrase[n].low in en.OWN_OR_ARTICLE), None)
    noun = article is not None and all(token.text.islower() and token.low != "to" for token in phrase[article + 1 :])
    return verb - 1 if noun and phrase[-1].low not in en.NO_PHRASE else first  # "an offer | it described"


def is_relative(tokens: Sequence[Token], subject: TokenRange, first: int) -> bool:
    """Return whether a subject is that of a relative clause without a pronoun; its clause begins at ``first``."""
    return subject[0] > first and _after_indefinite(tokens, first, subject[1]) == subject[0]


def _antecedent(tokens: Sequence[Token], first: int, relative: int) -> TokenRange:
    """Return the noun phrase that "who" or "which" refers to.

    For "which" it is the subject of the clause, as in "The centre | released a paper which". ``first`` is the first
    token of the clause, ``relative`` that of the pronoun.
    """
    acting = until_finite(tokens, first, relative)
    if tokens[relative].low == "which" and acting < relative and tokens[first].low not in _NO_ISSUERS:
        return first, acting
    begins = (i for i in range(relative - 1, first, -1) if tokens[i].low in en.DETERMINERS)
    begin = next((i for i in begins if tokens[i - 1].low not in en.PREPOSITIONS), first)
    return begin, max(begin + 1, phrase_end(tokens, begin, relative))


def _after_time(tokens: Sequence[Token], first: int, verb: int) -> int:
    """Return where a subject begins after a time or "that": "in 2021 | the museum", "a road that | the city"."""
    for place in range(verb - 1, first, -1):
        before = tokens[place - 1]
        begins = tokens[place].low in _PHRASE_BEGINS or tokens[place].is_capital
        timed = before.text.isdigit() or before.low in en.TIMES
        if begins and (timed or (before.low == "that" and place - 1 > first)):
            return place
    return first


def _shared_until(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where a subject that two verbs share ends, before the first verb: "the club | left Leeds and said"."""
    if tokens[first].low in en.PRONOUNS:
        return first + 1
    begin = first + (2 if tokens[first].low in en.DETERMINERS else 1)
    return next((i for i in range(begin, last) if is_past(tokens, i)), last)


def _after_other_clause(tokens: Sequence[Token], first: int, verb: int) -> int:
    """Return where a verb's own clause begins after another clause: "prices rose and | ministers warned"."""
    for joint in range(verb - 2, first + 1, -1):
        if tokens[joint].low not in _JOINING:
            continue
        before = range(first + 1, joint)
        if any(tokens[i].low in en.RELATIVES_OR_THAT for i in before):
            return first
        acts = any(is_past(tokens, i) and tokens[i + 1].low not in en.PREPOSITIONS for i in before)
        return joint + 1 if acts or any(tokens[i].low in en.PAST for i in before) else first
    return first


def _is_leading(tokens: Sequence[Token], first: int, verb: int) -> bool:
    """Return whether an adverbial clause comes first: "responding to the figures a spokesman said"."""
    return first + 1 < verb and tokens[first].low in _LEADING and tokens[first + 1].low in en.PREPOSITIONS


def last_phrase(tokens: Sequence[Token], first: int, verb: int) -> int:
    """Return the start of the noun phrase right before the verb: its determiner, name or first word."""
    index = verb - 1
    while index > first:
        before = tokens[index - 1]
        if tokens[index].low in _PHRASE_BEGINS:
            break
        ends = before.low in en.PREPOSITIONS_BUT_OF or not before.is_word or before.low in en.WEEKDAYS
        if ends and before.text not in "’'":  # "the sisters' lawyer"
            break
        index -= 1
    return index


def subject_after(tokens: Sequence[Token], first: int, last: int, *, bare: bool) -> TokenRange | None:
    """Return the noun phrase after an inverted verb ("said Ann Lee") if only time or place follows, or None.

    The phrase may begin with a ``bare`` noun ("said police") only if that is so.
    """
    if first >= last or not (bare or tokens[first].is_capital or tokens[first].low in en.DETERMINERS):
        return None
    end = phrase_end(tokens, first, last)
    if end == first or any(token.low in en.AUXILIARIES for token in tokens[end:last]):
        return None
    if any(token.low in en.PAST and not token.is_capital for token in tokens[first + 1 : end]):
        return None  # "said the fine sent a message"
    last_word = tokens[end - 1]
    if (
        end > first + 1
        and last_word.low.endswith("ed")
        and not last_word.is_capital
        and last_word.low not in _NOUNS_IN_ED
    ):
        return None  # "said the pool leaked"
    if end < last and tokens[end].is_word and tokens[end].low not in en.TAIL_STARTS:
        return None
    return first, end
