"""Find the claim in a clause that depends on a German speech verb: "dass …", ": …", "…, er habe"."""

from collections.abc import Sequence

from annotator.model.values import Part
from annotator.suggest.claims.frame_values import Found, Frame, Kind
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.german.interrupted import is_interrupted
from annotator.suggest.claims.german.objects import object_claims
from annotator.suggest.claims.german.phrases import PREPOSITIONS, has_infinitive, is_like_verb, phrase_end
from annotator.suggest.claims.german.word_lists import CONDITIONAL, SUBJUNCTIVE
from annotator.suggest.claims.rare.denials import affirmed, end_of_denial
from annotator.suggest.claims.rules import quoted, reported
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Stretch, Token

SUBJUNCTIVES = SUBJUNCTIVE | CONDITIONAL
_NO_REAL = frozenset("als gott wie".split())  # "als sei", "Gott sei Dank"
_FEWEST_CLAUSE_WORDS = 2
_WITHOUT = frozenset(["ohne", "außer"])
_CLAUSE_OPENERS = frozenset("es er sie man wir ich dies".split())
_SUBJECTS = de.DETERMINERS
_TELLING = frozenset("mitteilen sagen berichten erklären bestätigen ankündigen ergeben bekanntgeben schreiben".split())
_JUDGING = frozenset(["nennen", "bezeichnen"])
_NO_VERBS = PREPOSITIONS | de.TIME | {"nicht", "statt", "fast", "erst"}
_POSSIBLE = frozenset("möglich wahrscheinlich unwahrscheinlich denkbar erwiesen ausgeschlossen".split())
TOLD_BY_CLAUSE = frozenset("beklagen bemängeln kritisieren monieren schimpfen".split())
"""Verbs that also tell facts; their kind counts only if no clause depends on them."""
_EXPECTING = frozenset("ausgehen denken erwarten glauben rechnen".split())
_ACCUSATIONS = ("anschuldigung", "anschuldigungen", "behauptung", "behauptungen", "verdacht", "vorwurf", "vorwürfe")
_DEPICTING = frozenset("schildern erzählen berichten".split())
_BEFORE_COLON = frozenset(
    "aussagen bejahen beschweren empören entschuldigen freuen hoffen jammern klagen melden protestieren"
    " rechnen rechtfertigen referieren relativieren schimpfen toben überlegen urteilen verdeutlichen vermerken"
    " verneinen verteidigen vorausschicken wettern wundern zusammenfassen".split()
)
_SHOWING = frozenset(["belegen", "ergeben", "nahelegen", "zeigen"])
_PAPERS = (*de.PAPERS, "daten", "zahlen")
_OF_OBJECTS = frozenset({Kind.DEMAND, Kind.PREDICTION})  # not of the words behind a colon: "warnte vor Eis: „…“"
_OF_ACTS = frozenset("verteidigen rechtfertigen loben würdigen rügen tadeln anprangern".split())
"""Verbs with a noun on which an infinitive may depend: "verteidigte die Entscheidung, zu bauen"."""


def clause_claims(sentence: Sentence, frame: Frame, last: int) -> list[Found]:
    """Return the claims of the clause that depends on a verb: after a colon, with "dass", subjunctive or infinitive."""
    frame = _of_clause(sentence, frame)
    colon = end_of_denial(sentence, frame, last)
    tells = not frame.only_clause or is_subjunctive(sentence, colon, last, SUBJUNCTIVES)
    return [*_dependent(sentence, frame, colon), *affirmed(sentence, frame, colon, last, tells=tells)]


def _dependent(sentence: Sentence, frame: Frame, last: int) -> list[Found]:
    stretches, number = sentence.stretches, frame.stretch + 1
    if number >= len(stretches) or stretches[number].first >= last:
        return []
    after_colon = stretches[number].before == ":"
    if sentence.is_quotation(number) and (after_colon or not frame.only_clause):
        own = after_colon and frame.kind in _OF_OBJECTS and object_claims(sentence, frame, stretches[number].first)
        return quoted(sentence, frame._replace(kind=None) if own else frame, sentence.inner(number))
    shown = frame.lemma in _SHOWING and any(t.low.endswith(_PAPERS) for t in sentence.tokens[frame.first : frame.verb])
    if after_colon and (not frame.only_clause or frame.lemma in _BEFORE_COLON or shown):
        return reported(sentence, frame, sentence.part(stretches[number].first, last))
    if after_colon and frame.lemma in _JUDGING and (judged := object_claims(sentence, frame, stretches[number].first)):
        named = any(sentence.text[a:b] != sentence.text[a:b].lower() for one in judged for a, b in one.parts)
        reason = frame._replace(kind=None) if named else frame
        if is_subjunctive(sentence, stretches[number].first, last, SUBJUNCTIVES):
            return [*judged, *reported(sentence, reason, sentence.part(stretches[number].first, last))]
    for index in range(number, len(stretches)):
        if stretches[index].first >= last or sentence.is_quotation(index):
            break
        begin = _content_begins(sentence, frame, stretches[index], is_next=index == number)
        if begin is not None:
            part = sentence.part(begin, last)
            if sentence.is_quotation(index + 1) and part is not None:
                return quoted(sentence, frame, sentence.inner(index + 1))
            return reported(sentence, frame, _addressee(sentence, frame, stretches[index]), part)
    return []


def _of_clause(sentence: Sentence, frame: Frame) -> Frame:
    """Return a frame as the clause after it changes it.

    The clause may decide the kind: "beklagte, dass", "für möglich hält". It may be denied: "glaubt nicht, dass", "wies
    den Vorwurf zurück, …".
    """
    behind = [token.low for token in sentence.tokens[frame.after : frame.last]]
    doubts = frame.lemma in _EXPECTING and "nicht" in behind
    if doubts or (frame.lemma == "zurückweisen" and any(word.endswith(_ACCUSATIONS) for word in behind)):
        frame = frame._replace(refutes=True)
    possible = frame.lemma == "halten" and not _POSSIBLE.isdisjoint(sentence.words)
    return frame._replace(kind=None) if possible or frame.lemma in TOLD_BY_CLAUSE else frame


def _content_begins(sentence: Sentence, frame: Frame, stretch: Stretch, *, is_next: bool) -> int | None:
    """Return the token where a verb's content begins if it begins with this stretch, otherwise None."""
    low = sentence.tokens[stretch.first].low
    if low in de.INTRODUCERS:
        return stretch.first + 1
    if is_next and not frame.only_clause and is_interrupted(sentence, frame.stretch + 1):
        return stretch.first
    if frame.kind is Kind.QUESTION and low in de.QUESTION_WORDS:
        return stretch.first
    if low == "wie" and frame.lemma in _DEPICTING and is_next:
        return stretch.first
    if has_infinitive(sentence, stretch):
        return stretch.first if frame.lemma not in _OF_ACTS else None
    without_that = low in _WITHOUT and any(token.low in de.INTRODUCERS for token in sentence.of(stretch)[1:2])
    if low in de.SUBORDINATORS or without_that or not is_next:
        return None
    opens = low in _CLAUSE_OPENERS or _opens_main(sentence, frame, stretch)
    is_main = not frame.only_clause and opens and stretch.last - stretch.first > _FEWEST_CLAUSE_WORDS
    reported_clause = is_subjunctive(sentence, stretch.first, stretch.last, SUBJUNCTIVES)
    return stretch.first if reported_clause or is_main else None


def _opens_main(sentence: Sentence, frame: Frame, stretch: Stretch) -> bool:
    """Return whether a stretch may be a main clause: a word like a finite verb follows its first noun.

    If a hearer or a time stands after the speech verb ("sagte dem Radio, …"), the stretch could also be a relative
    clause. In a relative clause the verb stands last.
    """
    tokens = sentence.of(stretch)
    noun = next((n for n, token in enumerate(tokens) if token.is_capital), len(tokens))
    verb = next((n for n in range(noun + 1, min(noun + 3, len(tokens))) if is_like_verb(tokens[n])), None)
    if verb is None:
        return _has_unlisted_subjunctive(tokens)
    determined = tokens[0].low in _SUBJECTS
    if frame.after >= frame.last:
        return determined
    last = max(n for n, token in enumerate(tokens) if token.is_word)
    return frame.lemma in _TELLING and verb < last and (determined or noun == 0) and tokens[verb].low not in _NO_VERBS


def _has_unlisted_subjunctive(tokens: Sequence[Token]) -> bool:
    """Return whether a clause ends with a verb in "-e", as relative clauses do not: "das Bad lecke"."""
    words = [token for token in tokens if token.is_word]
    if len(words) <= _FEWEST_CLAUSE_WORDS or words[0].low not in _SUBJECTS or words[-1].is_capital:
        return False
    ends = words[-1].low.endswith("e") and not words[-1].low.endswith("te")
    return ends and any(token.is_capital for token in words[:-1])


def _addressee(sentence: Sentence, frame: Frame, stretch: Stretch) -> Part | None:
    """Return the addressee of a demand with an infinitive ("forderte die Stadt auf, …"), or None."""
    if frame.lemma not in {"auffordern", "aufrufen", "bitten"} or not has_infinitive(sentence, stretch):
        return None
    return sentence.part(frame.after, phrase_end(sentence.tokens, frame.after, frame.last))


def is_subjunctive(sentence: Sentence, first: int, last: int, words: frozenset[str] = SUBJUNCTIVE) -> bool:
    """Return whether a token from ``first`` to ``last``, exclusive, is a subjunctive verb of ``words``."""
    tokens = sentence.tokens
    for index in range(first, min(last, len(tokens))):
        token = tokens[index]
        if token.low in words and not token.text[0].isupper():
            before = tokens[index - 1].low if index > first else ""
            after = tokens[index + 1].low if index + 1 < len(tokens) else ""
            if (
                before not in _NO_REAL
                and "ich" not in {before, after}
                and not (token.low == "sei" and after in {"es", "denn"})
            ):
                return True
    return False
