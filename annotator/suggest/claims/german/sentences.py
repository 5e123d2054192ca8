"""Building the claims of German sentences from their frames."""

from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise

from annotator.model.values import Part
from annotator.suggest.claims.frame_values import NOBODY, Form, Found, Frame, Kind, Rule, Shape, Speaker
from annotator.suggest.claims.german import frames, intention
from annotator.suggest.claims.german import object_words as words_of
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.german.interrupted import clause_begin, is_interrupted, main_goes_on
from annotator.suggest.claims.german.nested import frames_inside, looks_back, refers_back
from annotator.suggest.claims.german.phrases import (
    PREPOSITIONS,
    can_speak,
    is_like_verb,
    phrase_end,
    speech_verbs,
    subject_after,
    subject_before,
)
from annotator.suggest.claims.german.word_lists import (
    CLEAR_SUBJUNCTIVE,
    CONDITIONAL,
    OBJECTS,
    SUBJUNCTIVE,
)
from annotator.suggest.claims.rules import Grammar, Parts, claims, framed, intentions, is_named_at, quoted, reported
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Stretch, skip

_SUBJUNCTIVES = SUBJUNCTIVE | CONDITIONAL
_CUES = (frames.CUES - frames.WITH_CLAUSE) | intention.CUES | _SUBJUNCTIVES
_NO_REAL = frozenset("als gott wie".split())  # "als sei", "Gott sei Dank"
_SHORT_INFINITIVES = ("um", "ohne", "statt", "anstatt")
_FEWEST_CLAUSE_WORDS = 2
_CLAUSE_OPENERS = frozenset("es er sie man wir ich dies".split())
_SUBJECTS = de.DETERMINERS
_PREFIXES = "ab an auf aus bei durch ein fort frei her hin los mit nach um vor weiter zurück zusammen".split()
_ZU = tuple(f"{prefix}zu" for prefix in _PREFIXES)
_NO_OBJECT = frozenset("an ein vor aus auf zu voraus ab nicht jedoch aber".split())
_TELLING = frozenset("mitteilen sagen berichten erklären bestätigen ankündigen ergeben bekanntgeben schreiben".split())
_JUDGING = frozenset(["nennen", "bezeichnen"])
_NO_VERBS = PREPOSITIONS | de.TIME | {"nicht", "statt", "fast", "erst"}
_DATIVE_PRONOUNS = frozenset("ihm ihr ihnen".split())
_POSSIBLE = frozenset("möglich wahrscheinlich unwahrscheinlich denkbar erwiesen ausgeschlossen".split())
_TOLD_BY_CLAUSE = frozenset("beklagen bemängeln kritisieren monieren schimpfen".split())  # of facts, too
_CONCEDING = frozenset("einräumen zugeben bestätigen".split())
_PASSIVES = frozenset("wurde wurden wird werden".split())
_ASKING = de.QUESTION_WORDS | {"ob"}
_HEADLINE_SPEAKERS = frozenset(
    "anwohner behörde bericht experte experten expertin feuerwehr forscher forscherin gericht gewerkschaft"
    " gutachten ministerium opposition polizei regierung staatsanwaltschaft studie umfrage umfragen verband"
    " zeugen".split()
)


def is_quiet(words: Collection[str]) -> bool:
    """Return whether a sentence with these lower-case words has no claim, unless it is a headline with a colon."""
    clauses = not de.INTRODUCERS.isdisjoint(words)
    return _CUES.isdisjoint(words) and not (clauses and not frames.WITH_CLAUSE.isdisjoint(words))


def _around(sentence: Sentence, frame: Frame, parts: Parts, free: int) -> Parts:
    """Return the parts before and after a phrase that are its claim."""
    if sentence.tokens[frame.first].low == "wonach":
        goes_on = main_goes_on(sentence, frame.stretch)
        return parts[1:] if goes_on is None else [sentence.part(frame.last, sentence.stretches[goes_on].first)]
    long = any(" " in sentence.text[part[0] : part[1]] for part in parts if part is not None)
    return parts if long and frame.first >= free else ()


def _before(sentence: Sentence, frame: Frame, free: int) -> list[Found]:
    """Return the claims whose words precede the frame (", sagte die Ministerin"), with their continuation after it."""
    number = frame.stretch + 1 + is_named_at(sentence, frame.speaker, frame.stretch + 1)
    wie = sentence.tokens[frame.first].low == "wie"
    part = sentence.part(clause_begin(sentence, free), frame.first, de.LINKING)
    if part is not None and sentence.is_quotation(number):
        return [*reported(sentence, frame, part), *quoted(sentence, frame, sentence.inner(number))]
    rest = None
    if number < len(sentence.stretches) and not sentence.is_quotation(number):
        following = sentence.stretches[number]
        low = sentence.tokens[following.first].low
        if following.before == "," and (part is None or wie or low not in de.RELATIVES | de.SUBORDINATORS):
            rest = sentence.part(following.first, len(sentence.tokens), de.CONJUNCTIONS)
    if frame.only_clause and not wie and not _is_subjunctive(sentence, 0, frame.first, _SUBJUNCTIVES):
        return []
    if frame.lemma in _TOLD_BY_CLAUSE:
        frame = replace(frame, kind=None)
    return reported(sentence, frame, part, rest)


def _after(sentence: Sentence, frame: Frame, following: Frame | None) -> list[Found]:
    """Return the claims whose words follow the frame, up to the next frame."""
    last = len(sentence.tokens)
    later = following is not None and following.stretch > frame.stretch and following.shape is not Shape.PHRASE
    within = later and following is not None and _lies_in_clause(sentence, frame, following)
    if following is not None and later and not within and not _is_content(sentence, frame, following):
        last = sentence.stretches[following.stretch].first
    is_alone = within or following is None or following.stretch > frame.stretch or following.shape is Shape.PHRASE
    found = _clause(sentence, frame, last) if is_alone else []
    return found or _object(sentence, _until(sentence, frame, following), last) or looks_back(sentence, frame)


def _lies_in_clause(sentence: Sentence, frame: Frame, following: Frame) -> bool:
    """Return whether the next frame's verb is inside the clause that depends on this one: "sagte, dass er hoffe, …"."""
    number = frame.stretch + 1
    return following.stretch == number and sentence.tokens[sentence.stretches[number].first].low in de.INTRODUCERS


def _is_content(sentence: Sentence, frame: Frame, following: Frame) -> bool:
    """Return whether the next frame's verb is part of the reported words: "widersprach: Die Prüfung ergab nichts"."""
    begins = sentence.stretches[frame.stretch + 1].before == ":" and not frame.only_clause
    common = following.only_clause and following.shape is Shape.BEFORE_CONTENT
    return begins and common and not _after(sentence, following, None)


def _until(sentence: Sentence, frame: Frame, following: Frame | None) -> Frame:
    """Return a frame cut off before the "und" that joins the next frame: "kündigte eine Reform an und versprach"."""
    if following is None or following.stretch != frame.stretch or following.verb <= frame.after:
        return frame
    joins = [i for i in range(frame.after, following.verb) if sentence.tokens[i].low in de.CONJUNCTIONS]
    return replace(frame, last=joins[-1]) if joins else replace(frame, lemma="")


def _clause(sentence: Sentence, frame: Frame, last: int) -> list[Found]:
    """Return the claims of the clause that depends on a verb: after a colon, with "dass", subjunctive or infinitive."""
    frame = _of_clause(sentence, frame)
    stretches, number = sentence.stretches, frame.stretch + 1
    if number >= len(stretches) or stretches[number].first >= last:
        return []
    after_colon = stretches[number].before == ":"
    if sentence.is_quotation(number) and (after_colon or not frame.only_clause):
        return quoted(sentence, frame, sentence.inner(number))
    if after_colon and (not frame.only_clause or frame.lemma in words_of.BEFORE_COLON):
        return reported(sentence, frame, sentence.part(stretches[number].first, last))
    if after_colon and frame.lemma in _JUDGING and (judged := _object(sentence, frame, stretches[number].first)):
        named = any(sentence.text[a:b] != sentence.text[a:b].lower() for one in judged for a, b in one.parts)
        reason = replace(frame, kind=None) if named else frame
        if _is_subjunctive(sentence, stretches[number].first, last, _SUBJUNCTIVES):
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
    """Return a frame without its verb's kind if a clause after it decides: "beklagte, dass", "für möglich hält"."""
    possible = frame.lemma == "halten" and not _POSSIBLE.isdisjoint(sentence.words)
    return replace(frame, kind=None) if possible or frame.lemma in _TOLD_BY_CLAUSE else frame


def _content_begins(sentence: Sentence, frame: Frame, stretch: Stretch, *, is_next: bool) -> int | None:
    """Return the token where a verb's content begins if it begins with this stretch, otherwise None."""
    low = sentence.tokens[stretch.first].low
    if low in de.INTRODUCERS:
        return stretch.first + 1
    if is_next and not frame.only_clause and is_interrupted(sentence, frame.stretch + 1):
        return stretch.first
    if frame.kind is Kind.QUESTION and low in de.QUESTION_WORDS:
        return stretch.first
    if low == "wie" and frame.lemma in words_of.DEPICTING and is_next:
        return stretch.first
    if _has_infinitive(sentence, stretch) and low not in _SHORT_INFINITIVES:
        return stretch.first if frame.lemma not in words_of.OF_ACTS else None
    if low in de.SUBORDINATORS | {"ohne", "außer"} or not is_next:
        return None
    opens = low in _CLAUSE_OPENERS or _opens_main(sentence, frame, stretch)
    is_main = not frame.only_clause and opens and stretch.last - stretch.first > _FEWEST_CLAUSE_WORDS
    is_subjunctive = _is_subjunctive(sentence, stretch.first, stretch.last, _SUBJUNCTIVES)
    return stretch.first if is_subjunctive or is_main else None


def _opens_main(sentence: Sentence, frame: Frame, stretch: Stretch) -> bool:
    """Return whether a stretch may be a main clause: a word like a finite verb follows its first noun.

    If a hearer or a time stands after the speech verb ("sagte dem Radio, …"), the stretch could also be a relative
    clause. In a relative clause the verb stands last.
    """
    tokens = sentence.of(stretch)
    noun = next((n for n, token in enumerate(tokens) if token.is_capital), len(tokens))
    verb = next((n for n in range(noun + 1, min(noun + 3, len(tokens))) if is_like_verb(tokens[n])), None)
    if verb is None:
        return False
    determined = tokens[0].low in _SUBJECTS
    if frame.after >= frame.last:
        return determined
    last = max(n for n, token in enumerate(tokens) if token.is_word)
    return frame.lemma in _TELLING and verb < last and (determined or noun == 0) and tokens[verb].low not in _NO_VERBS


def _addressee(sentence: Sentence, frame: Frame, stretch: Stretch) -> Part | None:
    """Return the addressee of a demand with an infinitive ("forderte die Stadt auf, …"), or None."""
    if frame.lemma not in {"auffordern", "aufrufen", "bitten"} or not _has_infinitive(sentence, stretch):
        return None
    return sentence.part(frame.after, phrase_end(sentence.tokens, frame.after, frame.last))


def _has_infinitive(sentence: Sentence, stretch: Stretch) -> bool:
    words = [token.low for token in sentence.of(stretch) if token.is_word]
    last = words[-1] if words else ""
    with_zu = any(word == "zu" and following.endswith("n") for word, following in pairwise(words[-3:]))
    return with_zu or (last.startswith(_ZU) and last.endswith("en"))


def _is_subjunctive(sentence: Sentence, first: int, last: int, words: frozenset[str] = SUBJUNCTIVE) -> bool:
    tokens = sentence.tokens
    for index in range(first, min(last, len(tokens))):
        token = tokens[index]
        if token.low in words and not token.text[0].isupper():
            before = tokens[index - 1].low if index > first else ""
            after = tokens[index + 1].low if index + 1 < len(tokens) else ""
            if before not in _NO_REAL and not (token.low == "sei" and after in {"es", "denn"}):
                return True
    return False


def _object(sentence: Sentence, frame: Frame, last: int) -> list[Found]:
    """Return the claim in the object of a reported act: "forderte ein Tempolimit", "warnte vor Sturm"."""
    tokens = sentence.tokens
    first = _object_begins(sentence, frame)
    if first is None:
        return []
    end = _object_ends(sentence, frame, first)
    front = _front(sentence, frame)
    named = [*tokens[first:end], *(tokens[frame.first + 1 : frame.verb] if front is not None else ())]
    counted = any(token.text[0].isdigit() for token in named)
    judged = frame.lemma in words_of.JUDGES and not words_of.JUDGED.isdisjoint(token.low for token in tokens[first:end])
    if not counted and not judged and not any(token.is_capital for token in named):
        return []
    following = next(iter(sentence.stretches[frame.stretch + 1 :]), None)
    goes_on = following is not None and frame.verb < first and following.first < last
    if following is not None and goes_on and tokens[following.first].low in de.RELATIVES | {"aber", "sondern"}:
        end = last
    parts = [front, _with_verb(sentence, frame, sentence.part(first, end))]
    if frame.lemma == "nennen" and first < end and tokens[first].low.startswith("kein"):
        return []  # "nannte keine Zahlen"
    if frame.lemma in _CONCEDING:
        return claims(
            sentence, parts, Form.REPORTED, Rule.REPORTED_ACT, speaker=frame.speaker, cue=frame.cue, kind=Kind.FACT
        )
    frame = _of_object(sentence, frame, first, end)
    return framed(sentence, frame, parts, Form.REPORTED, Rule.REPORTED_ACT)


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
    elif lemma == "erwarten" and tokens[frame.after].low in {"von", "vom"}:
        kind = Kind.DEMAND  # "erwartet von der Ministerin einen Plan"
    elif lemma == "ausgehen" and any(token.low.endswith(words_of.OUTLOOKS) for token in tokens[first:end]):
        kind = Kind.PREDICTION
    elif lemma == "sprechen" and not any(token.text[0].isdigit() for token in tokens[first:end]):
        kind = Kind.OPINION
    return replace(frame, kind=kind)


def _is_document(sentence: Sentence, frame: Frame) -> bool:
    return any(token.low.endswith(words_of.SEEING) for token in sentence.tokens[frame.first : frame.verb])


def _object_begins(sentence: Sentence, frame: Frame) -> int | None:
    """Return the first token of a verb's object, after words of time and its preposition; None without an object."""
    tokens = sentence.tokens
    prepositions = OBJECTS.get(frame.lemma)
    end = _before_participle(frame)
    if prepositions is None or (frame.lemma == "halten" and not _is_judged(sentence, frame, end)):
        return None
    if frame.lemma == "sehen" and not _is_seen(sentence, frame, end):
        return None
    if frame.lemma in {"loben", "würdigen", "ansehen"} and "als" not in sentence.words:
        return None
    first = skip(tokens, frame.after, end, de.TIME | {"sich", "es", "zugleich", "gleichzeitig"})
    if frame.lemma == "vorwerfen" and first < end and tokens[frame.after].low in _DATIVE_PRONOUNS:
        return frame.after + 1
    if frame.lemma == "vorwerfen":  # the accused person stands before the object
        return next((i + 1 for i in range(first, end) if tokens[i].is_capital), None)
    if prepositions == ("",):
        judges = frame.lemma in words_of.JUDGES  # "nannte das falsch"
        return first if judges or not refers_back(sentence, frame, _object_ends(sentence, frame, first)) else None
    return next((i + 1 for i in range(first, end) if tokens[i].low in prepositions), None)


def _is_seen(sentence: Sentence, frame: Frame, end: int) -> bool:
    """Return whether "sehen" means judging: "sieht darin keinen Fortschritt", "eine Umfrage sieht die Partei bei …"."""
    low = {token.low for token in sentence.tokens[frame.after : end]}
    subject = [token.low for token in sentence.tokens[frame.first : frame.verb]]
    document = any(word.endswith(words_of.SEEING) for word in subject)
    if document and "bei" in low and any(token.text[0].isdigit() for token in sentence.tokens[frame.after : end]):
        return True
    return not low.isdisjoint(words_of.SEEN) and sentence.tokens[end - 1].low not in {"vor", "aus", "ein", "an", "nach"}


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
    while end > first and (not sentence.tokens[end - 1].is_word or sentence.tokens[end - 1].low in _NO_OBJECT):
        dropped = dropped or sentence.tokens[end - 1].is_word
        end -= 1
    return end if dropped else last


def _before_participle(frame: Frame) -> int:
    return frame.verb if frame.verb >= frame.after else frame.last


def _front(sentence: Sentence, frame: Frame) -> Part | None:
    """Return the part before a verb if it is an object ("Den Schaden bezifferte …"), or None."""
    low = sentence.tokens[frame.first].low
    inverted = frame.after > frame.verb + 1 and low in de.DETERMINERS
    return sentence.part(frame.first, frame.verb) if inverted or low in {"den", "einen", "für"} else None


def _after_attitude(sentence: Sentence) -> list[Found]:
    """Return the words in the subjunctive after a colon and somebody's attitude: "Roth sieht das anders: Es sei …"."""
    colon = next((n for n, stretch in enumerate(sentence.stretches) if stretch.before == ":"), 0)
    if colon == 0 or sentence.is_quotation(colon) or sentence.is_headline:
        return []
    first = sentence.stretches[colon].first
    if not _is_subjunctive(sentence, first, len(sentence.tokens), _SUBJUNCTIVES):
        return []
    if _is_subjunctive(sentence, 0, first):
        return []  # the whole sentence is reported: "Er halte das für falsch: Es sei …"
    place = subject_before(sentence.tokens, 0, sentence.stretches[0].last)
    speaker = sentence.speaker(place)
    if place is None or (speaker.name is None and not can_speak(sentence, place)):
        return []
    part = sentence.part(first, len(sentence.tokens))
    return claims(sentence, [part], Form.INDIRECT, Rule.SUBJUNCTIVE_GOES_ON, speaker=speaker)


def _asked(sentence: Sentence) -> list[Found]:
    """Return the question before its cue: "Ob er bleibe, wurde er gefragt.", "Woher das komme, wollte Roth wissen."."""
    if not sentence.words & {"gefragt", "wissen", "frage", "fragen"}:
        return []
    number = next((n for n, s in enumerate(sentence.stretches) if sentence.tokens[s.first].low in _ASKING), -1)
    if number < 0:
        return []
    stretch = sentence.stretches[number]
    first = stretch.first + (sentence.tokens[stretch.first].low == "ob")
    before = sentence.tokens[stretch.first - 2] if stretch.first > 1 else None
    if before is not None and before.text in {"Frage", "Fragen"} and "auf" in sentence.words:
        part, place = sentence.part(first, stretch.last), (before.start, before.end)
        return claims(sentence, [part], Form.INDIRECT, Rule.SPEECH_VERB, speaker=NOBODY, cue=place, kind=Kind.QUESTION)
    for asking in sentence.stretches[number + 1 :]:
        words = [token.low for token in sentence.of(asking)]
        who = subject_after(sentence.tokens, asking.first + 1, asking.last)
        if words[0] in _PASSIVES and "gefragt" in words:
            speaker, cue = NOBODY, asking.first + words.index("gefragt")
        elif words[0] in intention.WANTED_TO_KNOW and "wissen" in words and who is not None:
            speaker, cue = sentence.speaker(who), asking.first
        else:
            continue
        part, place = sentence.part(first, asking.first), sentence.place(cue)
        return claims(sentence, [part], Form.INDIRECT, Rule.SPEECH_VERB, speaker=speaker, cue=place, kind=Kind.QUESTION)
    return []


def _running(sentence: Sentence) -> list[Found]:
    """Return a sentence in the subjunctive, without a cue, as a claim of whoever goes on speaking."""
    words = _SUBJUNCTIVES if sentence.context.running else CLEAR_SUBJUNCTIVE
    if words.isdisjoint(sentence.words):
        return []
    stretches = [s for n, s in enumerate(sentence.stretches) if not sentence.is_quotation(n)]
    if not any(
        _is_subjunctive(sentence, s.first, s.last, words) and sentence.tokens[s.first].low not in de.SUBORDINATORS
        for s in stretches[:2]
    ):
        return []
    part = sentence.part(0, len(sentence.tokens), de.LINKING)
    found = claims(sentence, [part], Form.INDIRECT, Rule.SUBJUNCTIVE_GOES_ON, speaker=_who_goes_on(sentence))
    for frame in frames_inside(sentence):
        found.extend(_clause(sentence, frame, len(sentence.tokens)))
    return found


def _who_goes_on(sentence: Sentence) -> Speaker:
    """Return who goes on speaking: the last speaker, or whom the previous sentence is about if nobody spoke in it."""
    context = sentence.context
    if context.running:
        return context.speaker
    subject, last = sentence.about(), context.speaker.part
    if subject.part is None or (last is not None and last[0] > subject.part[0]):
        return context.speaker
    return subject


def _intentions(sentence: Sentence) -> list[Found]:
    return intentions(sentence, intention.CUES, intention.claims_at)


def _questions(sentence: Sentence) -> list[Found]:
    return intentions(sentence, intention.WANTED_TO_KNOW, intention.question_at) if "wissen" in sentence.words else []


def _headline_speaker(sentence: Sentence) -> Speaker:
    return sentence.speaker((sentence.stretches[0].first, sentence.stretches[0].last))


def _is_role(word: str) -> bool:
    return word in _HEADLINE_SPEAKERS or any(word.endswith(role) for role in de.PERSONAL_ROLES)


GERMAN = Grammar(
    cues=frames.CUES,
    linking=de.LINKING,
    frames_in=frames.frames_in,
    speech_verbs=speech_verbs,
    around=_around,
    before=_before,
    after=_after,
    quotation_reach=1,
    without_frame=(_questions, _asked, _after_attitude, _running, _intentions),
    headline_speaker=_headline_speaker,
    is_role=_is_role,
)
