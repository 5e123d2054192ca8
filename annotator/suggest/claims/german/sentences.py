"""Building the claims of German sentences from their frames."""

from collections.abc import Collection, Sequence, Set

from annotator.suggest.claims.frame_values import NOBODY, Form, Found, Frame, Kind, Rule, Shape, Speaker
from annotator.suggest.claims.german import frames, intention
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.german.clauses import SUBJUNCTIVES, TOLD_BY_CLAUSE, clause_claims, is_subjunctive
from annotator.suggest.claims.german.interrupted import clause_begin, main_goes_on
from annotator.suggest.claims.german.nested import frames_inside, looks_back
from annotator.suggest.claims.german.objects import object_claims
from annotator.suggest.claims.german.phrases import (
    PREPOSITIONS,
    can_speak,
    is_like_verb,
    may_be_finite,
    phrase_end,
    speech_verbs,
    subject_after,
    subject_before,
)
from annotator.suggest.claims.german.source_phrases import OWN_BEFORE
from annotator.suggest.claims.german.word_lists import CLEAR_SUBJUNCTIVE
from annotator.suggest.claims.rare.appositions import after_apposition, is_named_at
from annotator.suggest.claims.rare.denials import affirmed
from annotator.suggest.claims.rare.gapped import with_gapped
from annotator.suggest.claims.rare.past_promises import is_past_promise
from annotator.suggest.claims.rare.short_acts import without_short
from annotator.suggest.claims.rules import Grammar, Parts, claims, intentions, quoted, reported
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Stretch, TokenRange

_CUES = (frames.CUES - frames.WITH_CLAUSE) | intention.CUES | SUBJUNCTIVES
_ASKING = de.QUESTION_WORDS | {"ob"}
_DEPENDENT = de.RELATIVES | de.SUBORDINATORS
_CONTRASTING = frozenset("während wogegen wohingegen".split())
_GIVEN = frozenset(
    "beifall einspruch kritik lob protest unterstützung warnungen widerspruch zuspruch zustimmung".split()
)
_ANSWERING = (["auf", "die", "frage"], ["auf", "die", "fragen"])  # "Auf die Frage, ob er komme, sagte er"
_BEGINS_SUBJECT = de.DETERMINERS | de.GENERIC | de.PRONOUNS
_FEWEST_RELATIVE = 4  # words of "für das die Stadt zahlt"
_ALSO_ADVERBS = frozenset("bis da damit seitdem während".split())  # or prepositions
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
    goes_on = _after_source(sentence, frame) if parts[0] is None else None
    beyond = after_apposition(sentence, frame)
    if parts[1] is not None and beyond > frame.last and (parts[0] or _begins_with_verb(sentence, beyond)):
        parts = [parts[0], sentence.part(beyond, sentence.token_from(parts[1][1]))]
    if goes_on is not None:
        parts = [sentence.part(sentence.stretches[goes_on].first, len(sentence.tokens))]
    long = any(" " in sentence.text[part[0] : part[1]] for part in parts if part is not None)
    return parts if long and frame.first >= free else ()


def _begins_with_verb(sentence: Sentence, token: int) -> bool:
    return token < len(sentence.tokens) and may_be_finite(sentence.tokens[token])


def _after_source(sentence: Sentence, frame: Frame) -> int | None:
    """Return the stretch after a relative clause about a source: "Laut Roth, die das Haus leitet, | ist …"."""
    tokens, stretches, number = sentence.tokens, sentence.stretches, frame.stretch + 1
    if number >= len(stretches) or tokens[stretches[number].first].low not in de.RELATIVES:
        return None
    if stretches[number].before != "," or any(t.is_word for t in tokens[frame.last : stretches[number].first]):
        return None
    later = range(number + 1, len(stretches))
    verb = next((n for n in later if is_like_verb(tokens[stretches[n].first])), None)
    return main_goes_on(sentence, number) if verb is None else verb


def _before(sentence: Sentence, frame: Frame, free: int) -> list[Found]:
    """Return the claims whose words precede the frame (", sagte die Ministerin"), with their continuation after it."""
    number = frame.stretch + 1 + is_named_at(sentence, frame.speaker, frame.stretch + 1)
    wie = sentence.tokens[frame.first].low == "wie"
    answers = [token.low for token in sentence.tokens[:3]] in _ANSWERING
    part = None if answers else sentence.part(clause_begin(sentence, free), frame.first, de.LINKING)
    if (part is not None or answers) and sentence.is_quotation(number):
        return [*reported(sentence, frame, part), *quoted(sentence, frame, sentence.inner(number))]
    rest = None
    if number < len(sentence.stretches) and not sentence.is_quotation(number):
        begin = max(after_apposition(sentence, frame), sentence.stretches[number].first)
        following = sentence.stretches[sentence.stretch_of(begin)]
        depends = sentence.tokens[following.first].low in _DEPENDENT or _begins_relative(sentence, following)
        goes_on = part is None or wie or not depends or _contrasts(sentence, following)
        about = number > frame.stretch + 1 and _is_circumstance(sentence, following)
        if following.before == "," and goes_on and not about:
            rest = sentence.part(begin, len(sentence.tokens), de.CONJUNCTIONS | _CONTRASTING)
    if frame.only_clause and not wie and not is_subjunctive(sentence, 0, frame.first, SUBJUNCTIVES):
        return []
    if frame.lemma in TOLD_BY_CLAUSE:
        frame = frame._replace(kind=None)
    return reported(sentence, frame, part, rest)


def _begins_relative(sentence: Sentence, stretch: Stretch) -> bool:
    """Return whether a stretch begins with a preposition and a relative pronoun: ", für das die Stadt zahlt"."""
    words = [token for token in sentence.of(stretch) if token.is_word]
    if len(words) < _FEWEST_RELATIVE or words[0].low not in PREPOSITIONS or words[1].low not in de.RELATIVES:
        return False
    return words[2].low in _BEGINS_SUBJECT and may_be_finite(words[-1])


def _is_circumstance(sentence: Sentence, stretch: Stretch) -> bool:
    """Return whether a stretch only says when or where somebody spoke: "sagte der Chef, Klaus Berg, am Montag"."""
    words = [token for token in sentence.of(stretch) if token.is_word]
    begins = bool(words) and words[0].low in PREPOSITIONS | de.TIME
    return begins and not any(may_be_finite(token) for token in words)


def _contrasts(sentence: Sentence, stretch: Stretch) -> bool:
    """Return whether a clause behind the speaker is reported, too: "…, sagte sie, während der andere drei habe"."""
    low = sentence.tokens[stretch.first].low
    return low in _CONTRASTING and (low != "während" or is_subjunctive(sentence, stretch.first, stretch.last))


def _after(sentence: Sentence, frame: Frame, following: Frame | None) -> list[Found]:
    """Return the claims whose words follow the frame, up to the next frame."""
    last = len(sentence.tokens)
    if is_past_promise(sentence, frame, following):
        return []
    later = following is not None and following.stretch > frame.stretch and following.shape is not Shape.PHRASE
    within = later and following is not None and _lies_in_clause(sentence, frame, following)
    if following is not None and later and not within and not _is_content(sentence, frame, following):
        last = sentence.stretches[following.stretch].first
    is_alone = within or following is None or following.stretch > frame.stretch or following.shape is Shape.PHRASE
    found = clause_claims(sentence, frame, last) if is_alone and frame.lemma != "hervorgehen" else []
    if not found:
        own = _until(sentence, frame, following)
        objects = without_short(sentence.text, own, object_claims(sentence, own, last))
        found = with_gapped(sentence, own, objects, last) or looks_back(sentence, frame)
    return [*found, *_beyond_colon(sentence, frame, found, last)]


def _beyond_colon(sentence: Sentence, frame: Frame, found: Sequence[Found], last: int) -> list[Found]:
    """Return the words in the subjunctive after a later colon: "bestätigte den Preis, mehr nicht: Es fehle Geld"."""
    colon = sentence.next_colon(frame.stretch)
    covered = max((one.parts[-1][1] for one in found), default=0)
    if colon >= last or covered > sentence.tokens[colon].start:
        return []
    tells = is_subjunctive(sentence, colon, last, SUBJUNCTIVES)
    return affirmed(sentence, frame, colon, last, tells=True) if tells else []


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
    return frame._replace(last=joins[-1]) if joins else frame._replace(lemma="")


def _after_attitude(sentence: Sentence) -> list[Found]:
    """Return the words in the subjunctive after a colon and somebody's attitude: "Roth sieht das anders: Es sei …"."""
    if ":" not in sentence.words or sentence.is_headline:
        return []
    colon = next((n for n, stretch in enumerate(sentence.stretches) if stretch.before == ":"), 0)
    if colon == 0 or sentence.is_quotation(colon):
        return []
    first = sentence.stretches[colon].first
    if not is_subjunctive(sentence, first, len(sentence.tokens), SUBJUNCTIVES):
        return []
    if is_subjunctive(sentence, 0, first):
        return []  # the whole sentence is reported: "Er halte das für falsch: Es sei …"
    place = _giver(sentence) or subject_before(sentence.tokens, 0, sentence.stretches[0].last)
    speaker = sentence.speaker(place)
    if place is None or (speaker.name is None and not can_speak(sentence, place)):
        return []
    part = sentence.part(first, len(sentence.tokens))
    return claims(sentence, [part], Form.INDIRECT, Rule.SUBJUNCTIVE_GOES_ON, speaker=speaker)


def _giver(sentence: Sentence) -> TokenRange | None:
    """Return who praises or objects in the first stretch, after "von": "Kritik kam von der Opposition: …"; or None."""
    tokens, last = sentence.tokens, sentence.stretches[0].last
    if tokens[0].low not in _GIVEN:
        return None
    behind = next((i for i in range(last - 1, 0, -1) if tokens[i].low in {"von", "vom"}), last)
    place = behind + 1, phrase_end(tokens, behind + 1, last)
    return place if place[0] < place[1] == last else None


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
    asked = [token.low for token in sentence.of(sentence.stretches[number - 1])] if number else []
    if stretch.before == "," and not de.PASSIVES.isdisjoint(asked) and "gefragt" in asked[-2:]:
        cue = sentence.stretches[number - 1].first + asked.index("gefragt")  # "Roth wurde gefragt, ob sie bleibe"
        part, place = sentence.part(first, stretch.last), sentence.place(cue)
        return claims(sentence, [part], Form.INDIRECT, Rule.SPEECH_VERB, speaker=NOBODY, cue=place, kind=Kind.QUESTION)
    for asking in sentence.stretches[number + 1 :]:
        words = [token.low for token in sentence.of(asking)]
        who = subject_after(sentence.tokens, asking.first + 1, asking.last)
        if words[0] in de.PASSIVES and "gefragt" in words:
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
    words = SUBJUNCTIVES if sentence.context.running else CLEAR_SUBJUNCTIVE
    if words.isdisjoint(sentence.words) or {"ließ", "offen"} <= sentence.words:
        return []  # "Ob er komme, ließ er offen"
    stretches = [s for n, s in enumerate(sentence.stretches) if not sentence.is_quotation(n)]
    if not any(
        is_subjunctive(sentence, s.first, s.last, words) and not _is_subordinate(sentence, s, words)
        for s in stretches[:2]
    ):
        return []
    part = sentence.part(0, len(sentence.tokens), de.LINKING)
    found = claims(sentence, [part], Form.INDIRECT, Rule.SUBJUNCTIVE_GOES_ON, speaker=_who_goes_on(sentence))
    for frame in frames_inside(sentence):
        found.extend(clause_claims(sentence, frame, len(sentence.tokens)))
    return found


def _is_subordinate(sentence: Sentence, stretch: Stretch, verbs: Set[str]) -> bool:
    """Return whether a stretch is a subordinate clause; "Damit sei es gut" is none, as its verb is not at the end."""
    tokens = sentence.tokens[stretch.first : stretch.last]
    inner = [token.low for token in tokens if token.is_word][1:-1]
    begins = tokens[0].low
    return begins in de.SUBORDINATORS and (begins not in _ALSO_ADVERBS or verbs.isdisjoint(inner))


def _who_goes_on(sentence: Sentence) -> Speaker:
    """Return who goes on speaking: the last speaker, or whom the previous sentence is about if nobody spoke in it."""
    context = sentence.context
    if context.running:
        return context.speaker
    subject, last = sentence.about(), context.speaker.part
    if subject.part is None or (last is not None and last[0] > subject.part[0]):
        return context.speaker
    if "er" in sentence.words and subject.name is not None and not sentence.cast.is_person(subject.name):
        spoke = context.speaker.name  # a person who spoke before is meant rather than a body
        return context.speaker if spoke is not None and sentence.cast.is_person(spoke) else subject
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
    openers=frames.CUES | OWN_BEFORE,
    linking=de.LINKING,
    frames_in=frames.frames_in,
    speech_verbs=speech_verbs,
    around=_around,
    before=_before,
    after=_after,
    quotation_reach=1,
    without_frame=(_questions, _asked, _after_attitude, _running),
    intentions=_intentions,
    headline_speaker=_headline_speaker,
    is_role=_is_role,
)
