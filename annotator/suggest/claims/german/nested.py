"""Finding German speech inside reported speech ("Man habe ihr versprochen, …"), and what a sentence disputes."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from annotator.suggest.claims.frame_values import Form, Found, Frame, Rule
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.german.phrases import PREPOSITIONS, phrase_end, subject_after, subject_before
from annotator.suggest.claims.german.word_lists import DISPUTING, VERBS, Verb
from annotator.suggest.claims.rules import framed, verb_frame
from annotator.suggest.claims.sentence import Sentence, without_comma
from annotator.suggest.claims.sentence_words import Token

_HAVE = frozenset("habe haben hätte hätten".split())
_BACK = frozenset("das dies dem daran davon dagegen".split())
_ACCOUNTS = (
    "darstellung", "behauptung", "aussage", "these", "einschätzung", "version", "ansicht", "auffassung", "meinung",
    "lehre", "annahme", "lesart", "rechnung",
)  # fmt: skip
_TELLING = frozenset("mitteilen sagen berichten erklären bestätigen ankündigen ergeben bekanntgeben schreiben".split())
_SILENT = frozenset("sehen finden halten empfinden ansehen".split())
_IMPERSONAL = frozenset({"worden", "ich", "wir"})
_LONGEST_LOOK = 12  # words of a sentence that only disputes an earlier claim
_MOST_DISPUTING = 2  # its stretches
_POINTING = frozenset(["das", "dies"])
_EARLIER = frozenset("das dies es".split())
_KNOWN = re.compile(r"(?:das|de[nr]|die|diesen?) (?:angaben|berichte?|vorfall|vorg[aä]nge?|zahl(?:en)?)\b")
_REASONING = frozenset("begründen beziffern erklären rechtfertigen schätzen vergleichen zurückführen".split())
_HEARERS = frozenset("dem den der".split())


def frames_inside(sentence: Sentence) -> Iterator[Frame]:
    """Yield the frames of a reported sentence that reports somebody else's words: "Die Chefin habe gesagt, …"."""
    if _HAVE.isdisjoint(sentence.words):
        return
    tokens = sentence.tokens
    for number, stretch in enumerate(sentence.stretches[:-1]):
        auxiliary = next((i for i in range(stretch.first, stretch.last) if tokens[i].low in _HAVE), None)
        words = [i for i in range(stretch.first, stretch.last) if tokens[i].is_word]
        if auxiliary is None or not words or auxiliary == words[-1]:
            continue
        verb = _participle(tokens[words[-1]].low)
        place = subject_before(tokens, stretch.first, auxiliary) or subject_after(tokens, auxiliary + 1, words[-1])
        if verb is None or (place is None and not _IMPERSONAL.isdisjoint(sentence.words)):
            continue
        yield verb_frame(sentence, number, verb, words[-1], sentence.speaker(place), after=words[-1] + 1)


def _participle(low: str) -> Verb | None:
    return next((verb for verb in VERBS.get(low, ()) if verb.participle and verb.lemma not in _SILENT), None)


def refers_back(sentence: Sentence, frame: Frame, last: int) -> bool:
    """Return whether a verb's object only means earlier words: "bestätigte das auf Anfrage", "bestätigte die Zahlen".

    ``last`` is the token after the object. After a verb of reasoning, what follows the pronoun is the claim: "führte
    das auf die Kosten zurück".
    """
    tokens = sentence.tokens
    if frame.lemma in _REASONING:
        return False
    in_front = tokens[frame.first].low in _EARLIER and frame.first + 1 == frame.verb < frame.after - 1
    behind = frame.after < last and tokens[frame.after].low in _EARLIER
    first = frame.after + behind
    if frame.lemma == "bestätigen" and _KNOWN.match(" ".join(token.low for token in tokens[first:last][:2])):
        behind, first = True, first + 2
    return (in_front or behind) and _are_adverbial(tokens, first, last)


def _are_adverbial(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether tokens are only adverbs, phrases with a preposition, and a hearer: "gestern dem Sender"."""
    index = first
    while index < last:
        low = tokens[index].low
        if low in PREPOSITIONS or low in _HEARERS:
            index = max(phrase_end(tokens, index + (low in PREPOSITIONS), last), index + 1)
        elif tokens[index].is_capital or low in de.DETERMINERS:
            return False
        else:
            index += 1
    return True


def looks_back(sentence: Sentence, frame: Frame) -> list[Found]:
    """Return the previous sentence's content as a claim: "Das teilte die Firma mit.", "Kritiker bezweifeln das."."""
    context, stretches = sentence.context, len(sentence.stretches)
    if frame.lemma in DISPUTING and context.claim is not None and stretches <= _MOST_DISPUTING:
        words = _first_words(sentence, _LONGEST_LOOK + 1)
        if len(words) <= _LONGEST_LOOK and _means_earlier(words):
            disputed = frame._replace(refutes="nicht" not in words, kind=None)
            return framed(sentence, disputed, context.claim.parts, Form.REPORTED, Rule.DISPUTED)
    if context.sentence is None or not (frame.lemma == "hervorgehen" or (frame.lemma in _TELLING and stretches == 1)):
        return []
    if _POINTING.isdisjoint(_first_words(sentence, 1)):
        return []
    parts = context.claim.parts if context.claim is not None else (without_comma(sentence.text, context.sentence),)
    rule = Rule.SPEECH_VERB if frame.lemma == "hervorgehen" else Rule.ATTRIBUTED_AFTER  # "Demnach …" goes on
    return framed(sentence, frame, parts, Form.INDIRECT, rule)


def _first_words(sentence: Sentence, most: int) -> list[str]:
    """Return the first words of a sentence in lower case, so that long ones take no more time than short ones."""
    return list(islice((token.low for token in sentence.tokens if token.is_word), most))


def _means_earlier(words: list[str]) -> bool:
    """Return whether a sentence's words refer to an earlier claim: "bestreitet das", "wies die Darstellung zurück"."""
    return not _BACK.isdisjoint(words[:1] + words[-3:]) or any(word.endswith(_ACCOUNTS) for word in words)
