"""Find the claim in the object of a German speech verb: "forderte ein Tempolimit", "sieht keine Gefahr"."""

from collections.abc import Sequence
from itertools import takewhile

from annotator.model.values import Part
from annotator.suggest.claims.frame_values import Form, Found, Frame, Kind, Rule
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.german.nested import refers_back
from annotator.suggest.claims.german.phrases import (
    FINITE,
    PREPOSITIONS,
    can_speak,
    is_like_verb,
    opens_main,
    phrase_end,
    subject_before,
)
from annotator.suggest.claims.german.word_lists import OBJECTS, SUBJUNCTIVE
from annotator.suggest.claims.rules import claims, framed
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Stretch, Token, TokenRange, skip

_NO_OBJECT = frozenset("nicht jedoch aber".split())
_DATIVE_PRONOUNS = frozenset("ihm ihr ihnen".split())
_BEFORE_OBJECT = de.TIME | {"sich", "es", "zugleich", "gleichzeitig"}
_GOING_ON = de.RELATIVES | {"aber", "sondern"}
_ADDING = frozenset("und oder sowie".split())
_AT_LEAST = frozenset("höchstens maximal mindestens wenigstens zumindest".split())
_IN_LISTS = (
    PREPOSITIONS
    | de.DETERMINERS
    | de.CONJUNCTIONS
    | _AT_LEAST
    | de.TIME
    | frozenset("beziehungsweise circa etwa fast gut insbesondere knapp mehr rund sehr viel wenig weniger".split())
)
_NEVER_LISTED = frozenset("er ohne sie so um".split())
_NO_ITEM = de.SUBORDINATORS | de.RELATIVES | de.QUESTION_WORDS | de.INTRODUCERS | de.GENERIC | _NEVER_LISTED
_ACCUSATIVE = frozenset("ein eine einen kein keine keinen".split())
_CONCEDING = frozenset("einräumen zugeben bestätigen".split())
_JUDGES = frozenset("halten nennen bezeichnen finden ansehen empfinden".split())
_AS_WHAT = frozenset(["ansehen", "kritisieren", "loben", "würdigen"])  # take "als"
_JUDGED = frozenset("das dies es ihn sie beides dafür".split())
_SEEN = (
    "anlass", "anzeichen", "bedarf", "chance", "chancen", "darin", "fehler", "gefahr", "grund", "handlungsbedarf",
    "kein", "keine", "keinen", "keinerlei", "möglichkeit", "nachholbedarf", "potenzial", "problem", "probleme",
    "risiken", "risiko", "schuld", "spielraum", "ursache", "verstoß", "vorteil", "vorteile", "zeichen",
    "zusammenhang",
)  # fmt: skip
_SEEING = (
    "gutachten", "umfrage", "studie", "prognose", "bericht", "analyse", "entwurf", "plan", "vertrag", "konzept",
    "institut", "ämter", "experten", "forscher", "kritiker",
)  # fmt: skip
_TEXTS = (
    "angaben", "antwort", "bericht", "berichte", "erklärung", "gutachten", "mitteilung", "stellungnahme", "studie",
    "umfrage", "verfahren", "vertrag", "webseite", "website",
)  # fmt: skip
_OUTLOOKS = (
    "anstieg", "ausfall", "ausfällen", "einbußen", "gewinn", "minus", "plus", "rückgang", "steigerung",
    "steigerungen", "umsatz", "verlust", "verlusten", "verzögerung", "verzögerungen", "wachstum",
)  # fmt: skip


def object_claims(sentence: Sentence, frame: Frame, last: int) -> list[Found]:
    """Return the claim in the object of a reported act: "forderte ein Tempolimit", "warnte vor Sturm"."""
    tokens = sentence.tokens
    first = _object_begins(sentence, frame)
    if first is None:
        return []
    end = _object_ends(sentence, frame, first)
    if frame.lemma == "verweisen" and _only_points(sentence, first, end, last):
        return []
    front = _front(sentence, frame)
    named = [*tokens[first:end], *(tokens[frame.first + 1 : frame.verb] if front is not None else ())]
    counted = any(token.text[0].isdigit() for token in named)
    judged = frame.lemma in _JUDGES and not _JUDGED.isdisjoint(token.low for token in tokens[first:end])
    if not counted and not judged and not any(token.is_capital for token in named):
        return []
    following = next(iter(sentence.stretches[frame.stretch + 1 :]), None)
    goes_on = following is not None and frame.verb < first and following.first < last
    gapped = _gapped(sentence, following) if following is not None and following.first < last else None
    if goes_on and gapped is None:
        end = _beyond_comma(sentence, frame, end, last)
    parts = [front, _with_verb(sentence, frame, sentence.part(first, end))]
    if frame.lemma == "nennen" and _is_withheld(sentence, frame, first, end):
        return []
    if frame.lemma in _CONCEDING:
        return claims(
            sentence, parts, Form.REPORTED, Rule.REPORTED_ACT, speaker=frame.speaker, cue=frame.cue, kind=Kind.FACT
        )
    frame = _of_object(sentence, frame, first, end)
    found = framed(sentence, frame, parts, Form.REPORTED, Rule.REPORTED_ACT)
    if gapped is None or following is None:
        return found
    other, part = frame._replace(speaker=sentence.speaker(gapped)), sentence.part(gapped[1], following.last)
    return [*found, *framed(sentence, other, [part], Form.REPORTED, Rule.REPORTED_ACT)]


def _is_withheld(sentence: Sentence, frame: Frame, first: int, end: int) -> bool:
    """Return whether somebody names nothing: "nannte keine Zahlen", "Einen Termin nannte sie noch nicht"."""
    words = [token.low for token in sentence.tokens[frame.verb : frame.last] if token.is_word]
    return words[-1] == "nicht" or (first < end and sentence.tokens[first].low.startswith("kein"))


def _beyond_comma(sentence: Sentence, frame: Frame, end: int, last: int) -> int:
    """Return where an object ends that goes on after a comma, with a relative clause or as a list; else ``end``."""
    tokens = sentence.tokens
    later = [stretch for stretch in sentence.stretches[frame.stretch + 1 :] if stretch.first < last]
    if tokens[later[0].first].low in _GOING_ON:
        return end if opens_main(sentence, later[0]) else last
    if end < frame.last or frame.last < sentence.stretches[frame.stretch].last:
        return end  # "kündigte Proteste an, …", "forderte Geld und sagte, …"
    found = end
    own = OBJECTS.get(frame.lemma, ())
    for stretch in takewhile(lambda one: one.before == "," and _is_listed(sentence.of(one), own), later):
        low = [token.low for token in sentence.of(stretch)]
        if low[0] in _AT_LEAST or not _ADDING.isdisjoint(low):
            found = min(stretch.last, last)
    while found > end and not (tokens[found - 1].is_word and not frame.lemma.startswith(tokens[found - 1].low)):
        found -= 1  # a separated prefix: "kündigte Streiks, Kundgebungen und Blockaden | an"
    return found


def _is_listed(tokens: Sequence[Token], own: Sequence[str]) -> bool:
    """Return whether words after a comma have no verb, as things in a list: "wenig Salz und höchstens ein Bier".

    They may begin with a preposition only if it is one of the verb's ``own``: "warnte vor Sturm, vor Regen und Hagel".
    """
    low = tokens[0].low
    governed = low in PREPOSITIONS and low not in own
    if governed or low in _NO_ITEM or any(token.inner is not None for token in tokens):
        return False
    words = [token for token in tokens if token.is_word]
    return not any(_acts(words, place) for place in range(len(words)))


def _acts(words: Sequence[Token], place: int) -> bool:
    """Return whether a word is like a finite verb, and no adjective before a noun."""
    token = words[place]
    if token.is_capital or token.low in _IN_LISTS:
        return False
    if token.low in FINITE:
        return True
    if not is_like_verb(token):
        return False
    after_noun = place > 0 and words[place - 1].is_capital
    before_noun = place + 1 < len(words) and words[place + 1].is_capital
    return after_noun or not (token.low.endswith(("en", "te")) and before_noun)


def _only_points(sentence: Sentence, first: int, end: int, last: int) -> bool:
    """Return whether an object is a text of which nothing is told: "verwies auf den Bericht, der im Mai erscheint"."""
    head = next((token.low for token in sentence.tokens[first:end] if token.is_capital), "")
    told = any(token.low in SUBJUNCTIVE for token in sentence.tokens[end:last])
    return head.endswith(_TEXTS) and not told and not sentence.tokens[first].low.startswith("ein")


def _gapped(sentence: Sentence, stretch: Stretch) -> TokenRange | None:
    """Return the subject of a stretch that shares the verb before it: "forderte Haft, | die Verteidigung Milde"."""
    tokens, last = sentence.tokens, stretch.last - (sentence.tokens[stretch.last - 1].text == ".")
    place = subject_before(tokens, stretch.first, last) if stretch.before == "," else None
    if place is None or place[1] == last or phrase_end(tokens, place[1], last) < last:
        return None
    following = tokens[place[1]]
    begins = following.low in _ACCUSATIVE or following.text[0].isdigit()
    return place if begins or can_speak(sentence, place) else None


def _with_verb(sentence: Sentence, frame: Frame, part: Part | None) -> Part | None:
    """Return an object with its verb if it is a headline's single word: "Lotsen | kündigen Streik an"."""
    acts = frame.kind in {Kind.DEMAND, Kind.PREDICTION} and frame.lemma != "ausschließen"
    bare = part is not None and acts and sentence.is_bare(part)
    return sentence.part(min(frame.verb, frame.after), max(frame.verb + 1, frame.last)) if bare else part


def _of_object(sentence: Sentence, frame: Frame, first: int, end: int) -> Frame:
    """Return a frame with the kind that its verb and its object suggest together."""
    tokens, lemma, kind = sentence.tokens, frame.lemma, frame.kind
    if lemma == "sehen":
        kind = None if _is_document(sentence, frame) else Kind.OPINION
    elif lemma == "nennen" and tokens[frame.first].low == "als":  # "Als Grund nannte …"
        kind = None
    elif lemma == "erwarten" and frame.after < len(tokens) and tokens[frame.after].low in {"von", "vom"}:
        kind = Kind.DEMAND  # "erwartet von der Ministerin einen Plan"
    elif lemma == "ausgehen" and any(token.low.endswith(_OUTLOOKS) for token in tokens[first:end]):
        kind = Kind.PREDICTION
    elif lemma == "sprechen" and not any(token.text[0].isdigit() for token in tokens[first:end]):
        kind = Kind.OPINION
    return frame._replace(kind=kind)


def _is_document(sentence: Sentence, frame: Frame) -> bool:
    return any(token.low.endswith(_SEEING) for token in sentence.tokens[frame.first : frame.verb])


def _object_begins(sentence: Sentence, frame: Frame) -> int | None:
    """Return the first token of a verb's object, after words of time and its preposition; None without an object."""
    tokens = sentence.tokens
    prepositions = OBJECTS.get(frame.lemma)
    end = _before_participle(frame)
    if prepositions is None or (frame.lemma == "halten" and not _is_judged(sentence, frame, end)):
        return None
    if frame.lemma == "sehen" and not _is_seen(sentence, frame, end):
        return None
    if frame.lemma in _AS_WHAT and "als" not in sentence.words:
        return None
    first = skip(tokens, frame.after, end, _BEFORE_OBJECT)
    if frame.lemma == "vorwerfen" and first < end and tokens[frame.after].low in _DATIVE_PRONOUNS:
        return frame.after + 1
    if frame.lemma == "vorwerfen":  # the accused person stands before the object
        return _past_accused(sentence, first, end)
    if prepositions == ("",):
        judges = frame.lemma in _JUDGES  # "nannte das falsch"
        return first if judges or not refers_back(sentence, frame, _object_ends(sentence, frame, first)) else None
    behind = next((i + 1 for i in range(first, end) if tokens[i].low in prepositions), None)
    return first if behind is None and _is_governed(sentence, frame) else behind


def _past_accused(sentence: Sentence, first: int, end: int) -> int | None:
    """Return the token after the accused, or None: "warf Bürgermeister Jan Feld | Untätigkeit vor"."""
    tokens = sentence.tokens
    accused = next((i for i in range(first, end) if tokens[i].is_capital), None)
    if accused is None:
        return None
    names = sentence.cast.within(tokens[accused].start, tokens[end - 1].end)
    name = next((one for one in names if one.start in {token.start for token in tokens[accused : accused + 2]}), None)
    return accused + 1 if name is None else sentence.token_from(name.end)


def _is_seen(sentence: Sentence, frame: Frame, end: int) -> bool:
    """Return whether "sehen" means judging: "sieht darin keinen Fortschritt", "eine Umfrage sieht die Partei bei …"."""
    low = {token.low for token in sentence.tokens[frame.after : end]}
    subject = [token.low for token in sentence.tokens[frame.first : frame.verb]]
    document = any(word.endswith(_SEEING) for word in subject)
    if document and "bei" in low and any(token.text[0].isdigit() for token in sentence.tokens[frame.after : end]):
        return True
    return not low.isdisjoint(_SEEN) and sentence.tokens[end - 1].low not in {"vor", "aus", "ein", "an", "nach"}


def _is_judged(sentence: Sentence, frame: Frame, end: int) -> bool:
    """Return whether "halten" means judging, with "für" after or before it: "für überflüssig hält sie den Umbau"."""
    tokens = sentence.tokens
    if tokens[frame.first].low == "für":
        in_front = not any(token.is_capital for token in tokens[frame.first + 1 : frame.verb])
        words = [token for token in tokens[frame.after : end] if token.is_word]
        return in_front and bool(words) and words[-1].is_capital
    return any(token.low == "für" for token in tokens[frame.after : end])


def _object_ends(sentence: Sentence, frame: Frame, first: int) -> int:
    """Return the end of an object, before a separated prefix or an adverb."""
    last = end = _before_participle(frame)
    dropped = False
    while end > first:
        token = sentence.tokens[end - 1]
        if token.is_word and token.low not in _NO_OBJECT and not frame.lemma.startswith(token.low):
            break
        dropped = dropped or token.is_word
        end -= 1
    return end if dropped else last


def _before_participle(frame: Frame) -> int:
    return frame.verb if frame.verb >= frame.after else frame.last


def _front(sentence: Sentence, frame: Frame) -> Part | None:
    """Return the part before a verb if it is an object ("Den Schaden bezifferte …"), or None."""
    low = sentence.tokens[frame.first].low
    if _is_governed(sentence, frame):
        return sentence.part(frame.first + 1, frame.verb)
    inverted = frame.after > frame.verb + 1 and low in de.DETERMINERS
    return sentence.part(frame.first, frame.verb) if inverted or low in {"den", "einen", "für"} else None


def _is_governed(sentence: Sentence, frame: Frame) -> bool:
    """Return whether an object with the verb's preposition stands before it: "Mit Regen | rechnen Meteorologen"."""
    tokens, first = sentence.tokens, frame.first
    prepositions = OBJECTS.get(frame.lemma, ())
    behind = any(token.low in prepositions for token in tokens[frame.after : frame.last])
    if (
        behind
        or tokens[frame.last - 1].low == "nur"
        or frame.after <= frame.verb + 1
        or tokens[first].low not in prepositions
    ):
        return False
    another = frame.after < frame.last and tokens[frame.after].low in de.DETERMINERS  # "… sprach sie eine Stunde lang"
    ends = tokens[frame.verb - 1].is_capital  # not "von der Bühne aus"
    return ends and not another and phrase_end(tokens, first + 1, frame.verb) > first + 1
