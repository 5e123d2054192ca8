"""Finding German intentions and hearsay: "will", "soll", "plant zu", "ist geplant", "soll … haben", "angeblich"."""

import re

from annotator.model.values import Part
from annotator.suggest.claims.frame_values import NOBODY, Form, Found, Kind, Rule, Speaker
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.german.kinds import names_time_ahead
from annotator.suggest.claims.german.phrases import (
    has_infinitive,
    opens_main,
    phrase_after,
    speaker_behind,
    subject_after,
    subject_before,
)
from annotator.suggest.claims.german.verbal import interrupted
from annotator.suggest.claims.rules import Parts, alleged, claims, hearsay, intended
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Stretch

_WANT = frozenset("will wollen möchte möchten".split())
WANTED_TO_KNOW = frozenset("wollte wollten will wollen möchte".split())
_SHALL = frozenset("soll sollen".split())
_PERFECT = frozenset("haben sein".split())
_PLANNED = {
    "vorgesehen": frozenset("ist sind".split()),
    "geplant": frozenset("ist sind war waren".split()),
    "erwartet": frozenset("wird werden".split()),
}
_ALLEGED = "angeblich"
_TOLD = frozenset("angehalten aufgefordert aufgerufen ermahnt gebeten geraten".split())
_BLAMED = frozenset("beschuldigt bezichtigt verdächtigt vorgehalten vorgeworfen".split())
_ESTIMATED = "geschätzt"
CUES = frozenset({*_WANT, *WANTED_TO_KNOW, *_SHALL, *_PLANNED, *_TOLD, *_BLAMED, _ALLEGED, _ESTIMATED})
"""Lower-case words; a sentence without any of them has no intention or hearsay."""
_GOVERNED = re.compile(
    r"\b(?:an|von|bei|mit|aus|für|gegen|über|beim|vom|zum|zur|im|in|am|durch|unter)\s+(?:d\w\w\s+)?(?:[a-zäöü]+\s+)?\Z"
)
_REFUSED = frozenset("nichts davon".split())
_FOLLOWING = frozenset("dafür dazu hierfür hierzu damit".split())
_FELT = re.compile(r"(?:be)?fürcht|erhoff|glaub|hoff|wünsch", re.IGNORECASE)
_FEWEST = 2  # a clause with a perfect infinitive has more words
_GENERIC = de.GENERIC - {"es"}
_BEFORE_MAIN = de.SUBORDINATORS | {"um", "indem", "damit"}
_BEFORE_PLAN = de.LINKING | de.CONJUNCTIONS
_BY = frozenset(["von", "vom"])
_ASKING = de.QUESTION_WORDS | {"ob"}
_NO_PLAN = _GENERIC | (de.QUESTION_WORDS - {"wo"})


def claims_at(sentence: Sentence, number: int, index: int) -> list[Found]:
    """Return the claims of intention, plan or hearsay that have this token as their cue."""
    low = sentence.tokens[index].low
    if low in _WANT:
        return _want(sentence, number, index)
    if low in _SHALL:
        return _shall(sentence, number, index)
    if low in _TOLD:
        return _told(sentence, number, index)
    if low in _BLAMED:
        return _blamed(sentence, number, index)
    if low == _ESTIMATED:
        return _estimated(sentence, number, index)
    if low in _PLANNED:
        return _planned(sentence, sentence.stretches[number], index)
    return alleged(sentence, sentence.stretches[number], index, de.LINKING) if low == _ALLEGED else []


def _clause(sentence: Sentence, number: int) -> tuple[int, int]:
    """Return the range of tokens of a stretch's clause, with its subordinate clauses."""
    tokens, stretches = sentence.tokens, sentence.stretches
    first, last = stretches[number].first, stretches[number].last
    if number > 0 and tokens[stretches[0].first].low in _BEFORE_MAIN:
        first = stretches[0].first
    for other in stretches[number + 1 :]:
        if tokens[other.first].low in de.CONJUNCTIONS or other.before in {";", ":"}:
            break
        if other.before == "," and opens_main(sentence, other):
            break
        last = other.last
    return first, last


def _want(sentence: Sentence, number: int, index: int) -> list[Found]:
    """Return the plan in "will bauen", or the hearsay in "will nichts gesehen haben"."""
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    low = {token.low for token in sentence.of(stretch)}
    if tokens[-1].text == "?" or low & _GENERIC or (number > 0 and tokens[stretch.first].low in de.RELATIVES):
        return []
    if low & _REFUSED and low & {"hören", "wissen"}:
        return []  # "davon will sie nichts hören"
    first, last = _clause(sentence, number)
    place = subject_before(tokens, stretch.first, index)
    behind = None if place is None else speaker_behind(sentence, place, "wollen", index + 1, stretch.last)
    place = behind or place or interrupted(sentence, number, index) or subject_after(tokens, index + 1, stretch.last)
    words = [token.low for token in sentence.of(stretch) if token.is_word]
    joint = next(
        (n for n, word in enumerate(words) if n > 1 and word in {"und", "aber"} and words[n - 1][-1:] == "n"), 0
    )
    if not words[-1].endswith("n") and words[-1] not in _WANT:
        ends = [i for i in range(index, last) if joint and tokens[i].low == words[joint]]
        if not ends or tokens[index].low not in words[:joint]:
            return []
        last = ends[0]  # "will bauen und hofft"
    after = sentence.part(index + 1, last, de.LINKING)
    coordinate = index > stretch.first and tokens[index - 1].low == "und"
    if coordinate or (place is None and number > 0):
        return intended(sentence, index, [after], _first_subject(sentence, index))
    if place is None:
        return []
    speaker = sentence.speaker(place)
    if place[0] > index:
        before = sentence.part(first, index, _BEFORE_PLAN)
        return intended(sentence, index, [before, sentence.part(place[1], last, de.LINKING)], speaker)
    if _is_perfect(words):  # "will nichts gesehen haben" means that somebody says so
        return hearsay(sentence, index, [after], speaker)
    before = sentence.part(first, stretch.first, de.LINKING) if first < stretch.first else None
    return intended(sentence, index, [before, after], speaker)


def question_at(sentence: Sentence, number: int, index: int) -> list[Found]:
    """Return the question after a cue such as "wollte wissen, ob …"."""
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    following = sentence.stretches[number + 1] if number + 1 < len(sentence.stretches) else None
    words = [token.low for token in sentence.of(stretch) if token.is_word]
    if following is None or words[-1] != "wissen" or tokens[following.first].low not in _ASKING:
        return []
    place = subject_before(tokens, stretch.first, index) or subject_after(tokens, index + 1, stretch.last)
    first = following.first + (tokens[following.first].low == "ob")
    return intended(sentence, index, [sentence.part(first, len(tokens))], sentence.speaker(place), Kind.QUESTION)


def _first_subject(sentence: Sentence, index: int) -> Speaker:
    """Return the subject of a coordinated verb ("… und will …"), which stands at the beginning of the sentence."""
    tokens = sentence.tokens
    place = subject_before(tokens, 0, index) or subject_after(tokens, 0, index)
    if place is None:
        return NOBODY
    return sentence.speaker(place)


def _shall(sentence: Sentence, number: int, index: int) -> list[Found]:
    """Return the plan in "soll gebaut werden", or the hearsay in "soll gestohlen haben"."""
    stretch = sentence.stretches[number]
    words = [token.low for token in sentence.of(stretch) if token.is_word]
    if words[0] in _NO_PLAN:
        return []
    first, last = _clause(sentence, number)
    if number > 0 and sentence.tokens[stretch.first].low in de.RELATIVES:
        first, last = stretch.first, stretch.last
    parts = (sentence.part(first, index, de.LINKING), sentence.part(index + 1, last))
    plan = words[-1] == "sein" and names_time_ahead(sentence.text[sentence.start : sentence.end])
    if not plan and (_is_perfect(words) or (words[-1] in _SHALL and _is_perfect(words[:-1]))):
        return hearsay(sentence, index, parts, _teller(sentence))
    place = subject_after(sentence.tokens, index + 1, stretch.last) or subject_before(sentence.tokens, first, index)
    if sentence.tokens[-1].text == "?":
        return intended(sentence, index, parts, NOBODY, Kind.QUESTION)  # "Und wer soll das bezahlen?"
    planner, subject = _planner(sentence), sentence.speaker(place) if place is not None else NOBODY
    if _is_same_name(sentence.text, planner, subject):
        planner = NOBODY  # "Die Stadt Kiel will bauen. Kiel soll Geld erhalten.": from somebody else
    return intended(sentence, index, parts, planner)


def _teller(sentence: Sentence) -> Speaker:
    """Return who tells what "soll … haben" says: the last speaker, unless they only hoped or feared something."""
    context = sentence.context
    if not context.running:
        return NOBODY
    cue = context.claim.cue if context.claim is not None else None
    felt = cue is not None and _FELT.match(sentence.text, *cue) is not None
    return NOBODY if felt and context.speaker.name is None else context.speaker


def _is_same_name(text: str, one: Speaker, other: Speaker) -> bool:
    """Return whether two speakers are mentions of the same name, spelled alike."""
    if one.name is None or other.name is None:
        return False
    return text[one.name.start : one.name.end] == text[other.name.start : other.name.end]


def _planner(sentence: Sentence) -> Speaker:
    """Return the body whose plan a sentence with "soll" reports: the one that the previous sentence is about."""
    claim = sentence.context.claim
    if claim is not None and claim.rule is Rule.INTENTION and claim.speaker.part is not None:
        return claim.speaker  # "Die Stadt will bauen. Die Schule soll …"
    subject = sentence.about()
    if claim is not None and subject.part is not None and any(a <= subject.part[0] < b for a, b in claim.parts):
        return NOBODY  # what somebody said about the subject is not its plan
    if subject.part is not None and _GOVERNED.search(sentence.text, max(0, subject.part[0] - 30), subject.part[0]):
        return NOBODY
    if subject.name is not None:
        if not sentence.cast.is_person(subject.name) or "demnach" in sentence.words:
            return subject
        body = sentence.context.body
        return body if body.name is not None and body.name.label == "ORG" else NOBODY
    return subject


def _planned(sentence: Sentence, stretch: Stretch, index: int) -> list[Found]:
    """Return the plan in "ist geplant", "ist vorgesehen" or "wird erwartet"."""
    tokens = sentence.tokens
    within = range(stretch.first, stretch.last)
    auxiliary = next((i for i in within if tokens[i].low in _PLANNED[tokens[index].low]), None)
    opening = tokens[stretch.first].low
    hangs = opening in {"wie", "als"} or (stretch.before == "," and opening in de.RELATIVES)
    if auxiliary is None or hangs:
        return []
    parts: Parts
    number = sentence.stretches.index(stretch) + 1
    clause = sentence.stretches[number] if number < len(sentence.stretches) else None
    if clause is not None and tokens[clause.first].low == "dass" and "es" in {t.low for t in sentence.of(stretch)}:
        part = sentence.part(clause.first + 1, len(tokens))  # "Es wird erwartet, dass …"
        return intended(sentence, index, [part], NOBODY)
    if index == stretch.first:
        parts = [sentence.part(auxiliary + 1, stretch.last)]
    else:
        end = min(auxiliary, index)
        parts = [sentence.part(stretch.first, end, de.LINKING), sentence.part(auxiliary + 1, index)]
    follows = opening in _FOLLOWING and sentence.context.claim is not None
    speaker = sentence.context.claim.speaker if follows and sentence.context.claim is not None else NOBODY
    return intended(sentence, index, parts, speaker)


def _told(sentence: Sentence, number: int, index: int) -> list[Found]:
    """Return the demand on the subject of a passive verb: "Anwohner wurden gebeten, im Haus zu bleiben"."""
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    passive = _passive_before(sentence, stretch, index)
    content = _infinitive_after(sentence, number, index)
    if passive is None or content is None or tokens[stretch.first].low == "wie":
        return []
    place = subject_before(tokens, stretch.first, passive) or subject_after(tokens, passive + 1, index)
    hearer = sentence.part(*place) if place is not None else None
    speaker, cue, kind = _agent(sentence, stretch), sentence.place(index), Kind.DEMAND
    return claims(sentence, (hearer, content), Form.INDIRECT, Rule.REPORTED_ACT, speaker=speaker, cue=cue, kind=kind)


def _blamed(sentence: Sentence, number: int, index: int) -> list[Found]:
    """Return what a passive verb blames somebody for: "Ihm wird vorgeworfen, Geld genommen zu haben"."""
    stretch = sentence.stretches[number]
    content = _infinitive_after(sentence, number, index)
    if content is None or not any(token.low in de.PASSIVES for token in sentence.of(stretch)):
        return []
    return hearsay(sentence, index, [content], _agent(sentence, stretch))


def _estimated(sentence: Sentence, number: int, index: int) -> list[Found]:
    """Return an estimate whose author is not named: "Der Schaden wird auf 900.000 Euro geschätzt"."""
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    passive = _passive_before(sentence, stretch, index)
    to = next((i for i in range(stretch.first + 1, index) if tokens[i].low == "auf"), None)
    if passive is None or to is None or to < passive or tokens[stretch.first].low in de.RELATIVES - de.DETERMINERS:
        return []
    if _agent(sentence, stretch) != NOBODY:
        return []
    parts = (sentence.part(stretch.first, passive, de.LINKING), sentence.part(to + 1, index))
    return hearsay(sentence, index, parts)


def _passive_before(sentence: Sentence, stretch: Stretch, index: int) -> int | None:
    """Return the token of "wird" or "wurden" before a participle, not at the beginning of its stretch, or None."""
    return next((i for i in range(stretch.first + 1, index) if sentence.tokens[i].low in de.PASSIVES), None)


def _infinitive_after(sentence: Sentence, number: int, index: int) -> Part | None:
    """Return the infinitive clause right behind a verb that ends its stretch: "…, im Haus zu bleiben"; or None."""
    following = next(iter(sentence.stretches[number + 1 :]), None)
    if following is None or index + 1 < following.first - 1 or following.before != ",":
        return None
    if not has_infinitive(sentence, following):
        return None
    return sentence.part(following.first, _clause(sentence, number + 1)[1])


def _agent(sentence: Sentence, stretch: Stretch) -> Speaker:
    """Return who acts in a passive clause: "von der Polizei"."""
    by = phrase_after(sentence.tokens, stretch, _BY)
    return sentence.speaker(by) if by[0] < by[1] else NOBODY


def _is_perfect(words: list[str]) -> bool:
    """Return whether a clause ends with a perfect infinitive: "gestohlen haben"."""
    return len(words) > _FEWEST and words[-1] in _PERFECT and _is_participle(words[-2])


def _is_participle(word: str) -> bool:
    prefixed = "ge" in word or word.startswith(("be", "er", "ver", "ent", "zer", "über"))
    return word.endswith(("t", "en")) and (prefixed or word.endswith("iert") or word == "worden")
