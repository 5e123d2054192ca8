"""German sentences: from frames to claims."""

from collections.abc import Iterable
from dataclasses import replace

from annotator.model.values import Part
from annotator.suggest.claims.found import Form, Found, Kind, Rule
from annotator.suggest.claims.frame_values import Context, Frame, Shape
from annotator.suggest.claims.german import frames as german_frames
from annotator.suggest.claims.german import intention
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.german.frames import frames
from annotator.suggest.claims.german.intention import intentions
from annotator.suggest.claims.german.phrases import phrase_end, speech_verbs
from annotator.suggest.claims.german.verbs import CONDITIONAL, OBJECTS, SUBJUNCTIVE, SURE_SUBJUNCTIVE
from annotator.suggest.claims.sentence import Sentence, kind_of
from annotator.suggest.claims.sentence_words import Stretch
from annotator.suggest.claims.speakers import Cast, speaker_of

_SUBJUNCTIVES = SUBJUNCTIVE | CONDITIONAL
_CUES = german_frames.CUES | intention.CUES | _SUBJUNCTIVES
_NO_REAL = frozenset("als gott wie".split())  # "als sei", "Gott sei Dank"
_SHORT_INFINITIVES = ("um", "ohne", "statt", "anstatt")
_FEWEST_CLAUSE_WORDS = 2
_CLAUSE_OPENERS = frozenset("es er sie man wir ich dies".split())
_MOST_HEADLINE_WORDS = 6
_HEADLINE_SPEAKERS = frozenset(
    "studie umfrage bericht polizei gericht gutachten experten experte expertin forscher forscherin verband ministerium"
    " gewerkschaft umfragen behörde staatsanwaltschaft feuerwehr opposition regierung zeugen anwohner".split()
)


def read(sentence: Sentence, cast: Cast, context: Context) -> list[Found]:
    """Give the claims of a sentence, in the order of their frames; the context is not changed."""
    headline = _headline(sentence, cast, context)
    if headline:
        return headline
    found_frames = frames(sentence, cast, context)
    found: list[Found] = []
    for number, frame in enumerate(found_frames):
        following = found_frames[number + 1] if number + 1 < len(found_frames) else None
        found.extend(_claims(sentence, cast, context, frame, following, found))
    if not found:
        found = _running(sentence, context)
    if not found:
        found = intentions(sentence, cast, context)
    return found


def is_quiet(words: Iterable[str]) -> bool:
    """Tell whether there is no claim in a sentence of these words, in small letters, be it no headline with a colon."""
    return _CUES.isdisjoint(words)


def kind(text: str, parts: Iterable[Part], verb: Kind | None) -> Kind:
    """Tell what a claim does, by its words and the kind that its verb has."""
    return kind_of(text, parts, verb, de.OPINION, de.DEMAND, de.FUTURE)


def _claims(
    sentence: Sentence, cast: Cast, context: Context, frame: Frame, following: Frame | None, before: list[Found]
) -> list[Found]:
    if frame.shape is Shape.PHRASE:
        return _around(sentence, frame, before)
    if frame.shape is Shape.AFTER_CONTENT:
        return _before(sentence, frame, before)
    last = len(sentence.tokens)
    if following is not None and following.stretch > frame.stretch and following.shape is not Shape.PHRASE:
        last = sentence.stretches[following.stretch].first
    return (
        _clause_after(sentence, frame, last, following)
        or _object(sentence, _until(sentence, frame, following), last)
        or _looks_back(sentence, frame, context)
    )


def _until(sentence: Sentence, frame: Frame, following: Frame | None) -> Frame:
    """End a frame before the "und" of another in the same stretch: "kündigte eine Reform an und versprach"."""
    if following is None or following.stretch != frame.stretch or following.verb <= frame.after:
        return frame
    joins = [i for i in range(frame.after, following.verb) if sentence.tokens[i].low in de.CONJUNCTIONS]
    return replace(frame, last=joins[-1]) if joins else replace(frame, lemma="")


def _made(sentence: Sentence, frame: Frame, parts: list[Part | None], form: Form, rule: Rule) -> list[Found]:
    real = tuple(part for part in parts if part is not None)
    if not real:
        return []
    what = kind(sentence.text, real, frame.kind)
    return [
        Found(parts=real, cue=frame.cue, speaker=frame.speaker, form=form, kind=what, rule=rule, refutes=frame.refutes)
    ]


def _around(sentence: Sentence, frame: Frame, before: list[Found]) -> list[Found]:
    """Take the clauses around "laut Polizei": the whole sentence, or the part of it that is no claim yet."""
    first, last = 0, len(sentence.tokens)
    if before:
        taken = max(found.parts[-1][1] for found in before)
        first = next((i for i, token in enumerate(sentence.tokens) if token.start >= taken), last)
    if frame.first < first:
        return []
    parts = [
        sentence.words_from(first, frame.first, de.LINKING),
        sentence.words_from(frame.last, sentence.end_of_main(frame.last), frozenset()),
    ]
    only = [part for part in parts if part is not None]
    if not any(sentence.text[start:end].count(" ") for start, end in only):
        return []
    return _made(sentence, frame, parts, Form.INDIRECT, Rule.ACCORDING_TO)


def _before(sentence: Sentence, frame: Frame, before: list[Found]) -> list[Found]:
    """Take what stands before ", sagte die Ministerin", and what goes on behind it."""
    number = frame.stretch
    stretch = sentence.stretches[number]
    wie = sentence.tokens[stretch.first].low == "wie"
    if sentence.is_quotation(number - 1):
        return _quotations(sentence, frame)
    first = 0
    if before:
        taken = max(found.parts[-1][1] for found in before)
        first = next((i for i, token in enumerate(sentence.tokens) if token.start >= taken), stretch.first)
    part = sentence.words_from(first, stretch.first, de.LINKING)
    behind = None
    if part is not None and sentence.is_quotation(number + 1):
        found = _made(sentence, frame, [part], Form.INDIRECT, Rule.SPEECH_VERB)
        return [*found, *_made(sentence, frame, [sentence.inner(number + 1)], Form.DIRECT, Rule.QUOTATION)]
    if number + 1 < len(sentence.stretches) and not sentence.is_quotation(number + 1):
        next_one = sentence.stretches[number + 1]
        low = sentence.tokens[next_one.first].low
        if next_one.before == "," and (part is None or wie or low not in de.RELATIVES | de.SUBORDINATORS):
            behind = sentence.words_from(next_one.first, len(sentence.tokens), de.CONJUNCTIONS)
    if frame.only_clause and not wie and not _is_subjunctive(sentence, 0, stretch.first):
        return []
    return _made(sentence, frame, [part, behind], Form.INDIRECT, Rule.SPEECH_VERB)


def _quotations(sentence: Sentence, frame: Frame) -> list[Found]:
    number = frame.stretch
    inner = sentence.inner(number - 1)
    found = _made(sentence, frame, [inner], Form.DIRECT, Rule.QUOTATION)
    if not sentence.is_quotation(number + 1) or inner is None:
        return found
    behind = sentence.inner(number + 1)
    if sentence.stretches[number + 1].before == ":" or sentence.text[inner[1] - 1] in "!?":
        return [*found, *_made(sentence, frame, [behind], Form.DIRECT, Rule.QUOTATION)]
    return _made(sentence, frame, [inner, behind], Form.DIRECT, Rule.QUOTATION)


def _clause_after(sentence: Sentence, frame: Frame, last: int, following: Frame | None) -> list[Found]:
    """Take the clause that depends on a verb: behind a colon, with "dass", in the subjunctive, an infinitive."""
    stretches = sentence.stretches
    number = frame.stretch + 1
    if number >= len(stretches) or stretches[number].first >= last:
        return []
    if following is not None and following.stretch == frame.stretch:
        return []
    if sentence.is_quotation(number) and (stretches[number].before == ":" or not frame.only_clause):
        return _made(sentence, frame, [sentence.inner(number)], Form.DIRECT, Rule.QUOTATION)
    if stretches[number].before == ":" and not frame.only_clause:
        part = sentence.words_from(stretches[number].first, last, frozenset())
        return _made(sentence, frame, [part], Form.INDIRECT, Rule.SPEECH_VERB)
    for index in range(number, len(stretches)):
        stretch = stretches[index]
        if stretch.first >= last or sentence.is_quotation(index):
            break
        begin = _content_begins(sentence, frame, stretch, is_next=index == number)
        if begin is not None:
            part = sentence.words_from(begin, last, frozenset())
            parts = [part]
            if index + 1 < len(stretches) and sentence.is_quotation(index + 1) and part is not None:
                return _made(sentence, frame, [sentence.inner(index + 1)], Form.DIRECT, Rule.QUOTATION)
            return _made(sentence, frame, [*_addressee(sentence, frame, stretch), *parts], Form.INDIRECT,
                         Rule.SPEECH_VERB)  # fmt: skip
    return []


def _content_begins(sentence: Sentence, frame: Frame, stretch: Stretch, *, is_next: bool) -> int | None:
    tokens = sentence.of(stretch)
    low = tokens[0].low
    if low in de.INTRODUCERS:
        return stretch.first + 1
    if frame.kind is Kind.QUESTION and low in de.QUESTION_WORDS:
        return stretch.first
    if _has_infinitive(sentence, stretch) and low not in _SHORT_INFINITIVES:
        return stretch.first
    if low in de.SUBORDINATORS or (low in de.RELATIVES and not is_next):
        return None
    if is_next and _is_subjunctive(sentence, stretch.first, stretch.last, _SUBJUNCTIVES):
        return stretch.first
    return stretch.first if is_next and not frame.only_clause and _is_main_clause(sentence, stretch) else None


def _is_main_clause(sentence: Sentence, stretch: Stretch) -> bool:
    """Tell a main clause without subjunctive ("sagte, es regnet") from relative clauses and appositions."""
    tokens = sentence.of(stretch)
    return len(tokens) > _FEWEST_CLAUSE_WORDS and tokens[0].low in _CLAUSE_OPENERS


def _addressee(sentence: Sentence, frame: Frame, stretch: Stretch) -> list[Part | None]:
    """Take whom a demand is for, where the demand is an infinitive: "forderte die Stadt auf, …"."""
    if frame.lemma not in {"auffordern", "aufrufen", "bitten"} or not _has_infinitive(sentence, stretch):
        return []
    end = phrase_end(sentence.tokens, frame.after, frame.last)
    return [sentence.words_from(frame.after, end, frozenset())]


def _has_infinitive(sentence: Sentence, stretch: Stretch) -> bool:
    words = [token.low for token in sentence.of(stretch) if token.is_word]
    for place, word in enumerate(words[:-1]):
        if word == "zu" and words[place + 1].endswith("n") and place + 2 >= len(words) - 1:
            return True
    last = words[-1] if words else ""
    return any(last.startswith(p + "zu") and last.endswith("en") for p in _PREFIXES)


def _is_subjunctive(sentence: Sentence, first: int, last: int, words: frozenset[str] = SUBJUNCTIVE) -> bool:
    tokens = sentence.tokens
    for index in range(first, min(last, len(tokens))):
        token = tokens[index]
        if token.low not in words or token.text[0].isupper():
            continue
        before = tokens[index - 1].low if index > first else ""
        after = tokens[index + 1].low if index + 1 < len(tokens) else ""
        if before not in _NO_REAL and not (token.low == "sei" and after in {"es", "denn"}):
            return True
    return False


def _object(sentence: Sentence, frame: Frame, last: int) -> list[Found]:
    """Take the object of a reported act: "forderte ein Tempolimit", "warnte vor Sturm"."""
    tokens = sentence.tokens
    first = _object_begins(sentence, frame)
    if first is None:
        return []
    end = _object_ends(sentence, frame, first)
    if not any(token.is_capital for token in tokens[first:end]):
        return []
    number = frame.stretch + 1
    goes_on = number < len(sentence.stretches) and frame.verb < first and sentence.stretches[number].first < last
    if goes_on and tokens[sentence.stretches[number].first].low in de.RELATIVES | {"aber", "sondern"}:
        end = last
    parts = [*_front(sentence, frame), sentence.words_from(first, end, frozenset())]
    if frame.lemma == "nennen" and tokens[frame.first].low == "als":  # "Als Grund nannte …"
        frame = replace(frame, kind=None)
    return _made(sentence, frame, parts, Form.REPORTED, Rule.REPORTED_ACT)


def _object_begins(sentence: Sentence, frame: Frame) -> int | None:
    tokens = sentence.tokens
    before_content = OBJECTS.get(frame.lemma)
    if before_content is None:
        return None
    end = _before_participle(frame)
    first = frame.after
    if frame.lemma == "halten" and all(token.low != "für" for token in tokens[first:end]):
        return None
    while first < end and (tokens[first].low in de.TIME or tokens[first].low in {"sich", "es"}):
        first += 1
    if frame.lemma == "vorwerfen":  # whom it is said of stands before it
        return next((i + 1 for i in range(first, end) if tokens[i].is_capital), None)
    if before_content == ("",):
        return first
    return next((i + 1 for i in range(first, end) if tokens[i].low in before_content), None)


def _object_ends(sentence: Sentence, frame: Frame, first: int) -> int:
    end = _before_participle(frame)
    dropped = False
    while end > first and (not sentence.tokens[end - 1].is_word or sentence.tokens[end - 1].low in _NO_OBJECT):
        dropped = dropped or sentence.tokens[end - 1].is_word
        end -= 1
    return end if dropped else _before_participle(frame)


def _before_participle(frame: Frame) -> int:
    return frame.verb if frame.verb >= frame.after else frame.last


_PREFIXES = "ab an auf aus ein vor zurück mit nach um durch her hin fort weiter zusammen bei los frei".split()
_NO_OBJECT = frozenset("an ein vor aus auf zu voraus ab nicht jedoch aber".split())


def _front(sentence: Sentence, frame: Frame) -> list[Part | None]:
    """Take what stands before the verb and is neither subject nor circumstance: "Den Schaden bezifferte …"."""
    low = sentence.tokens[frame.first].low
    inverted = frame.after > frame.verb + 1 and low in de.DETERMINERS
    if not (inverted or low in {"den", "einen", "für"}) or frame.verb <= frame.first:
        return []
    return [sentence.words_from(frame.first, frame.verb, frozenset())]


def _looks_back(sentence: Sentence, frame: Frame, context: Context) -> list[Found]:
    """Take what the sentence before says: "Das teilte die Firma mit.", "Kritiker bezweifeln das."."""
    words = [token.low for token in sentence.tokens if token.is_word]
    if not ({"das", "dies"} & set(words[:1] + words[-2:])) or len(sentence.stretches) > 1:
        return []
    if frame.refutes and context.claim is not None:
        return _made(sentence, frame, list(context.claim.parts), Form.REPORTED, Rule.DISPUTED)
    if words[0] in {"das", "dies"} and frame.lemma in _TELLING and context.sentence is not None:
        parts = list(context.claim.parts) if context.claim is not None else [context.sentence]
        return _made(sentence, frame, list(parts), Form.INDIRECT, Rule.ATTRIBUTED_AFTER)
    return []


_TELLING = frozenset("mitteilen sagen berichten erklären bestätigen ankündigen ergeben bekanntgeben schreiben".split())


def _running(sentence: Sentence, context: Context) -> list[Found]:
    """Take a sentence in the subjunctive without a cue for what the last speaker goes on to say."""
    words = _SUBJUNCTIVES if context.running else SURE_SUBJUNCTIVE
    if words.isdisjoint(sentence.words):
        return []
    stretches = [s for n, s in enumerate(sentence.stretches) if not sentence.is_quotation(n)]
    if not any(
        _is_subjunctive(sentence, s.first, s.last, words) and sentence.tokens[s.first].low not in de.SUBORDINATORS
        for s in stretches[:2]
    ):
        return []
    part = sentence.words_from(0, len(sentence.tokens), de.LINKING)
    if part is None:
        return []
    what = kind(sentence.text, [part], None)
    return [
        Found(
            parts=(part,), cue=None, speaker=context.speaker, form=Form.INDIRECT, kind=what,
            rule=Rule.SUBJUNCTIVE_GOES_ON,
        )
    ]  # fmt: skip


def _headline(sentence: Sentence, cast: Cast, context: Context) -> list[Found]:
    """Take what stands behind the colon of a headline, if somebody who can speak stands before it."""
    stretches = sentence.stretches
    if not sentence.is_headline or len(stretches) < 2 or stretches[1].before != ":":
        return []
    first = stretches[0]
    words = sentence.of(first)
    if len(words) > _MOST_HEADLINE_WORDS or speech_verbs(sentence, first):
        return []
    speaker = speaker_of(cast, words, "de", context.speaker, sentence.paragraph)
    role = any(_is_role(token.low) for token in words)
    if (speaker.name is None or speaker.name.label == "LOC") and not role:
        return []
    if sentence.is_quotation(1):
        parts, form = [sentence.inner(1)], Form.DIRECT
    else:
        parts, form = [sentence.words_from(stretches[1].first, len(sentence.tokens), frozenset())], Form.INDIRECT
    real = tuple(part for part in parts if part is not None)
    if not real:
        return []
    what = kind(sentence.text, real, None)
    return [Found(parts=real, cue=None, speaker=speaker, form=form, kind=what, rule=Rule.HEADLINE)]


def _is_role(word: str) -> bool:
    return word in _HEADLINE_SPEAKERS or any(word.endswith(role) for role in de.PERSONAL_ROLES)
