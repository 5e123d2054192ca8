"""Find the frames of German phrases that name a source: "laut Polizei", "nach eigenen Angaben", "ihr zufolge"."""

from collections.abc import Iterable, Sequence

from annotator.suggest.claims.frame_values import NOBODY, Frame, Speaker
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.german.documents import issuer
from annotator.suggest.claims.german.phrases import (
    FEMININE,
    PREPOSITIONS,
    after_date,
    can_speak,
    phrase_end,
    subject_after,
    subject_before,
)
from annotator.suggest.claims.rules import phrase_frame
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Token, TokenRange
from annotator.suggest.claims.speakers import body_noun, named

_EARLY = frozenset(
    "ersten bisherigen vorläufigen jüngsten neuen aktuellen übereinstimmenden offiziellen internen".split()
)
_DATIVES = frozenset("ihm ihr ihnen".split())
_BODY_BEFORE = ("unternehmens", "firmen", "konzern", "vereins", "verbands")
_OWN = frozenset(["eigenem", "eigenen", "eigener"])
_DATIVES_AFTER = frozenset("dem den der die einem einer ihrem ihrer seinem seiner".split())
_JOINED = frozenset("in sowie und".split())
_BEFORE_AMOUNTS = frozenset("auf bei mit um".split())
_FEW_WORDS = 3  # with fewer words before it, "eigenen Angaben" is at the beginning of a sentence
OWN_BEFORE = frozenset("seiner ihrer seinen ihren seinem ihrem".split())
_FINDINGS = (
    "analyse", "aufstellung", "auswertung", "berechnung", "erhebung", "gutachten", "prognose", "schätzung", "statistik",
    "studie", "umfrage", "vermerk",
)  # fmt: skip
_REPORTS = ("bericht", "untersuchung")
_NOT_BEFORE_SOURCE = frozenset("bald erst forderung frage kurz ruf suche wunsch".split())  # "erst nach einem Gutachten"
_NO_GENITIVES = frozenset("das den dem die ein".split())
_REPORTED = frozenset("sei habe seien hätten werde".split())
_ARTICLES = frozenset("der die das ein eine".split())
_IT_IS_TOLD = (("dem", "vernehmen", "nach"),)
_BY_FIRST = {
    first: [words for words in de.PHRASES if words[0] == first] for first in {words[0] for words in de.PHRASES}
}
_PHRASES_BEGIN = frozenset({"demnach", "dem", "zufolge", "nach", *OWN_BEFORE, *_BY_FIRST})


def source_phrases(sentence: Sentence, number: int) -> Iterable[Frame]:
    """Yield the frames of a stretch's phrases, such as "laut Polizei"."""
    stretch = sentence.stretches[number]
    index = stretch.first
    while index < stretch.last:
        begins = sentence.tokens[index].low in _PHRASES_BEGIN
        found = _phrase(sentence, number, index) if begins else None
        if found is not None:
            yield found
        index = found.last if found is not None else index + 1


def _phrase(sentence: Sentence, number: int, index: int) -> Frame | None:
    """Return the frame of a phrase at a token ("nach Angaben der Polizei", "seiner Ansicht nach"), or None."""
    tokens = sentence.tokens
    low = tuple(token.low for token in tokens[index : index + 4])
    long_cue = tokens[index].start, tokens[min(index + 2, len(tokens) - 1)].end
    if low[:3] in _IT_IS_TOLD:
        return phrase_frame(number, index, index + 3, long_cue, NOBODY)
    if low[0] in _ONE_WORD:
        return _ONE_WORD[low[0]](sentence, number, index)
    owned = low[0] == "nach" and len(low) > 2 and low[1] in de.OWN and ("nach", low[2]) in de.PHRASES
    if owned and not _has_owner(tokens, index):
        return phrase_frame(number, index, index + 3, long_cue, _own(sentence, index + 1))
    if low[0] == "nach" and len(low) > 1 and low[1].endswith(de.ACCOUNTS) and low[:2] not in de.PHRASES:
        return _of_account(sentence, number, index)
    if low[0] in OWN_BEFORE and len(low) > 2 and low[2] == "nach":  # "seiner Ansicht nach"
        return phrase_frame(number, index, index + 3, long_cue, sentence.pronoun(index))
    if low[0] == "nach" and len(low) > 2 and tokens[index + 1].is_capital:
        own = _of_genitive(sentence, number, index)
        if own is not None:
            return own
    return _of_words(sentence, number, index) or _of_document(sentence, number, index)


def _of_document(sentence: Sentence, number: int, index: int) -> Frame | None:
    """Return the frame of "nach einem Bericht der Polizei" or "nach dem Gutachten", or None.

    "Nach dem Bericht" and "nach der Untersuchung" may only mean that something happens later.
    """
    tokens, last = sentence.tokens, sentence.stretches[number].last
    if tokens[index].low != "nach" or index + 2 >= last or tokens[index + 1].low not in _DATIVES_AFTER:
        return None
    if index > 0 and tokens[index - 1].low in _NOT_BEFORE_SOURCE:
        return None
    end = phrase_end(tokens, index + 1, last)
    noun = next((i for i in range(index + 2, end) if tokens[i].is_capital), end)
    if noun >= end or not tokens[noun].low.endswith((*_FINDINGS, *_REPORTS)):
        return None
    is_owned = noun + 1 < end and tokens[noun + 1].low in {"der", "des", "von", "vom"}
    if tokens[noun].low.endswith(_REPORTS) and not (is_owned and tokens[index + 1].low in {"einem", "einer"}):
        return None
    return phrase_frame(number, index, end, sentence.place(index), sentence.speaker((index + 1, end)))


def _has_owner(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a genitive follows "own": "nach eigenen Angaben des Vereins", but not "… Angaben der Verein"."""
    if index + 4 >= len(tokens) or tokens[index + 1].low not in _OWN:
        return False
    article, noun = tokens[index + 3].low, tokens[index + 4].low
    return article in {"des", "von", "vom"} or (article == "der" and noun.endswith((*FEMININE, "in")))


def _of_words(sentence: Sentence, number: int, index: int) -> Frame | None:
    """Return the frame of a fixed phrase and its speaker ("laut Polizei", "nach ersten Angaben der Stadt"), or None."""
    tokens, last = sentence.tokens, sentence.stretches[number].last
    low = tuple(token.low for token in tokens[index : index + 4])
    early = len(low) > 2 and (low[1] in _EARLY or _has_owner(tokens, index))
    plain = (low[0], *low[2:]) if early else low  # "nach ersten Angaben"
    words = next((words for words in _BY_FIRST.get(low[0], ()) if plain[: len(words)] == words), None)
    if words is None:
        return None
    begin = index + len(words) + early
    dated = after_date(tokens, begin, last)
    if dated > begin:  # "nach Angaben vom Freitag"
        return phrase_frame(number, index, dated, (tokens[index].start, tokens[begin - 1].end), NOBODY)
    if early and begin < last and tokens[begin].low in _NO_GENITIVES:  # "platzte nach ersten Erkenntnissen ein Rohr"
        return phrase_frame(number, index, begin, (tokens[index].start, tokens[begin - 1].end), NOBODY)
    if begin < last and tokens[begin].low in {"von", "vom"}:
        begin += 1
    end = _before_amount(tokens, begin, phrase_end(tokens, begin, last))
    end = _of_bare_noun(sentence, begin, end)
    if end == begin:
        return None
    cue, speaker = (tokens[index].start, tokens[begin - 1].end), sentence.speaker((begin, end))
    speaker = issuer(sentence, tokens[begin:end]) or speaker
    opens = index == sentence.stretches[number].first  # then the verb follows the date
    return phrase_frame(number, index, after_date(tokens, end, last) if opens else end, cue, speaker)


def _of_bare_noun(sentence: Sentence, first: int, end: int) -> int:
    """Return where a source without an article ends: "laut Memorandum | in einen Park", "laut Gewerkschaft | Lager …".

    A name behind its noun belongs to it: "laut Gewerkschaft Verdi", "laut Polizei in Köln".
    """
    tokens = sentence.tokens
    if first + 1 >= end or not tokens[first].is_capital or tokens[first].low in de.DETERMINERS:
        return end
    joined = next((i for i in range(first + 1, end) if tokens[i].low in _JOINED), end)
    if joined == end or sentence.cast.within(tokens[first].start, tokens[joined - 1].end):
        return end
    if tokens[joined].low == "in":
        return joined if tokens[joined + 1].low in de.DETERMINERS else end
    body = body_noun(tokens[first : first + 1], "de")
    return first + 1 if body and joined > first + 1 else end


def _before_amount(tokens: Sequence[Token], first: int, end: int) -> int:
    """Return where a source ends before an amount: "laut Stadt | bei drei Prozent", not "laut Ärzten bei der Stadt"."""
    at = (i for i in range(first + 1, end - 1) if tokens[i].low in _BEFORE_AMOUNTS)
    return next((i for i in at if not tokens[i + 1].is_capital and tokens[i + 1].low not in _DATIVES_AFTER), end)


def _of_account(sentence: Sentence, number: int, index: int) -> Frame:
    """Return the frame of "nach dpa-Angaben" or "nach Unternehmensangaben", a phrase of two words."""
    tokens, last = sentence.tokens, sentence.stretches[number].last
    end = max(phrase_end(tokens, index + 1, last), index + 2)  # "dpa-Angaben" is not a phrase by itself
    alone = end == index + 2
    end = next((i for i in range(index + 2, end) if tokens[i].low in {"im", "in"}), end)
    speaker = Speaker((tokens[index + 1].start, tokens[end - 1].end))
    if alone and tokens[index + 1].low.startswith(_BODY_BEFORE):
        body = sentence.cast.body_before(tokens[index].start)
        speaker = named(body) if body is not None and body.label == "ORG" else speaker
    return phrase_frame(number, index, end, sentence.place(index), speaker)


def _according(sentence: Sentence, number: int, index: int) -> Frame | None:
    """Return the frame of "demnach" after a claim, with the speaker of that claim, or None."""
    context = sentence.context
    if not context.running or context.speaker == NOBODY or sentence.words & _REPORTED:
        return None
    return phrase_frame(number, index, index + 1, sentence.place(index), context.speaker)


def _of_genitive(sentence: Sentence, number: int, index: int) -> Frame | None:
    """Return the frame of "nach Overaths Worten", where the speaker's name stands before the noun, or None."""
    tokens, last = sentence.tokens, sentence.stretches[number].last
    names = sentence.cast.within(tokens[index + 1].start, tokens[min(index + 3, last - 1)].end)
    if not names or names[0].start != tokens[index + 1].start:
        return None
    place = next((i for i in range(index + 2, last) if tokens[i].start >= names[0].end), last)
    if place >= last or ("nach", tokens[place].low) not in de.PHRASES:
        return None
    return phrase_frame(number, index, place + 1, sentence.place(index), named(names[0]))


def _own(sentence: Sentence, index: int) -> Speaker:
    """Return whom "nach seinen Angaben" refers to; "nach eigenen Angaben" refers to the subject."""
    if sentence.tokens[index].low not in _OWN:
        return sentence.pronoun(index)
    place = _subject_of_own(sentence, index)
    speaker = sentence.speaker(place)
    if speaker.name is not None or (place is not None and body_noun(sentence.tokens[place[0] : place[1]], "de")):
        return speaker
    names = sentence.cast.within(sentence.start, sentence.end)
    if names:
        return named(names[0])
    return speaker if speaker != NOBODY else sentence.context.speaker


def _subject_of_own(sentence: Sentence, index: int) -> TokenRange | None:
    """Return the subject that "nach eigenen Angaben" refers to: before it, or after it if it begins the sentence.

    "Im Mai sammelte die Initiative „Park“ nach eigenen Angaben …"
    """
    tokens = sentence.tokens
    if index < _FEW_WORDS:
        return subject_after(tokens, min(index + 3, len(tokens)), len(tokens))
    before = subject_before(tokens, 0, index)
    behind = (i for i in range(1, index) if tokens[i].low in _ARTICLES and tokens[i - 1].low not in PREPOSITIONS)
    phrases = ((i, end) for i in behind if (end := phrase_end(tokens, i, index)) > i)
    return before or next((phrase for phrase in phrases if can_speak(sentence, phrase)), None)


def _zufolge(sentence: Sentence, number: int, index: int) -> Frame | None:
    """Return the frame of "der Polizei zufolge"; ``index`` is the token of "zufolge"."""
    tokens = sentence.tokens
    if index > sentence.stretches[number].first and tokens[index - 1].low in _DATIVES:  # "ihr zufolge"
        speaker = sentence.speaker((index - 1, index))
        return phrase_frame(number, index - 1, index + 1, sentence.place(index), speaker)
    own = index - 2
    with_own = own >= sentence.stretches[number].first and tokens[own].low in OWN_BEFORE
    if with_own and ("nach", tokens[own + 1].low) in de.PHRASES:
        return phrase_frame(number, own, index + 1, sentence.place(index), sentence.pronoun(own))
    within = range(sentence.stretches[number].first, index)
    end = next((i for i in within[1:] if after_date(tokens, i, index) == index), index)  # "dem Bericht vom Mai zufolge"
    able = (i for i in within if phrase_end(tokens, i, end) == end and tokens[i].low not in PREPOSITIONS | de.TIME)
    first = next((i for i in able if tokens[i].low not in {"und", "oder"}), None)
    if first is None:
        return None
    begin = first
    if tokens[begin].low in {"angaben", "berichten", "informationen"} and begin + 1 < end:
        begin += 2 if tokens[begin + 1].low in {"von", "vom"} else 1
    return phrase_frame(number, first, index + 1, sentence.place(index), sentence.speaker((begin, end)))


_ONE_WORD = {"demnach": _according, "zufolge": _zufolge}
