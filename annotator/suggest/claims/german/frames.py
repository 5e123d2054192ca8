"""Find the German frames of set expressions: "heißt es", "so der Minister", "ein Bericht, wonach …"."""

from collections.abc import Iterator, Sequence

from annotator.suggest.claims.frame_values import NOBODY, Frame, Shape, Speaker, Verb
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.german.clauses import is_subjunctive
from annotator.suggest.claims.german.documents import therein
from annotator.suggest.claims.german.nominal import CUES as NOMINAL
from annotator.suggest.claims.german.nominal import nominal
from annotator.suggest.claims.german.phrases import phrase_after, phrase_end, speech_verbs
from annotator.suggest.claims.german.source_phrases import source_phrases
from annotator.suggest.claims.german.verbal import verbal
from annotator.suggest.claims.german.word_lists import VERBS
from annotator.suggest.claims.people.issuers import is_document
from annotator.suggest.claims.rare.citations import cited
from annotator.suggest.claims.rules import phrase_frame, verb_frame
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import TokenRange
from annotator.suggest.claims.speakers import body_noun, named

_CIRCLES = ("umfeld", "kreisen", "kreise", "reihen", "lager", "delegation", "umgebung")
_IT_SAYS = frozenset({"heißt", "hieß"})
_STANDS = frozenset("steht stand stehe".split())
_FOLLOWS = frozenset("geht ging gehe".split())
_IT_IS_HEARD = frozenset({"hören", "verlautet", "verlautete", "verlauten"})
_WITH_SOURCE = _IT_SAYS | _IT_IS_HEARD | _STANDS | _FOLLOWS
_FEWEST_EMERGING = 3  # words of "wie aus Berlin verlautet"
_EMERGES = frozenset(["hervorgeht", "hervorging", "verlautet", "verlautete"])
_PLACES = frozenset("auf aus in im bei beim von vom seitens".split())
_BESIDE = 4  # tokens from "heißt": "heißt es weiter darin"
_LONGEST_SO = 9  # words of "so der Minister": with more, "so" begins a comparison
_WORDS = frozenset(
    {
        *VERBS,
        *_IT_SAYS,
        *_IT_IS_HEARD,
        *_EMERGES,
        "so",
        "nach",
        "zufolge",
        "wonach",
        "demnach",
        "hervor",
        *(words[-1] for words in de.PHRASES),
    }
)
WITH_CLAUSE = NOMINAL.union(_STANDS, _FOLLOWS) - _WORDS
"""Lower-case words that are cues only if a clause with "dass" or "ob" depends on them."""
CUES = _WORDS | WITH_CLAUSE
"""Lower-case words; a sentence without any of them has no frame."""


def frames_in(sentence: Sentence, number: int, before: Sequence[Frame]) -> Iterator[Frame]:
    """Yield the frames of a stretch: first those of its verbs, then those of its phrases."""
    frame = (
        _it_says(sentence, number)
        or _as_emerges(sentence, number)
        or _so(sentence, number)
        or _wonach(sentence, number, before)
    )
    frame = frame or cited(sentence, number) or nominal(sentence, number)
    found = [frame] if frame else list(verbal(sentence, number, before[-1].speaker if before else NOBODY))
    yield from found
    if not any(one.shape is Shape.AFTER_CONTENT for one in found):  # not "…, sagte Roth laut einer Mitteilung"
        yield from source_phrases(sentence, number)


def _it_says(sentence: Sentence, number: int) -> Frame | None:
    """Return the frame of "heißt es" and its source: "heißt es in einem Schreiben", "aus dem Rathaus hieß es"."""
    if _WITH_SOURCE.isdisjoint(sentence.words):
        return None
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    within = range(stretch.first, stretch.last)
    says = (i for i in within if tokens[i].low in _IT_SAYS and any(t.low == "es" for t in tokens[i - 1 : i + 2]))
    cue, verb = next(says, None), Verb("heißen")
    if cue is None and _follows(sentence, number):
        cue, verb = stretch.first + 1, Verb("hervorgehen")
    if cue is None and tokens[stretch.first].low == "aus":  # "aus der Fraktion war zu hören", "aus Berlin verlautete"
        cue = next((i for i in within if tokens[i].low in _IT_IS_HEARD), None)
    if cue is None:
        cue = _stands(sentence, number)
    if cue is None:
        return None
    source, end = phrase_after(tokens, stretch, _PLACES)
    shape = Shape.AFTER_CONTENT if cue == stretch.first and number > 0 else Shape.BEFORE_CONTENT
    speaker = _of_source(sentence, (source, end)) if end > source else _there(sentence, cue)
    return verb_frame(sentence, number, verb, cue, speaker, after=stretch.last, shape=shape)


def _as_emerges(sentence: Sentence, number: int) -> Frame | None:
    """Return the frame of "wie aus einem Bericht hervorgeht" or "wie es im Bericht heißt" and its source, or None."""
    if "wie" not in sentence.words:
        return None
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    words = [i for i in range(stretch.first, stretch.last) if tokens[i].is_word]
    low = [tokens[i].low for i in words]
    if (
        low[:1] != ["wie"]
        or len(low) < _FEWEST_EMERGING
        or low[-1] not in {"aus": _EMERGES, "es": _IT_SAYS}.get(low[1], ())
    ):
        return None
    source, end = phrase_after(tokens, stretch, _PLACES)
    speaker = _of_source(sentence, (source, end)) if end > source else NOBODY
    verb, cue = Verb("hervorgehen"), words[-1]
    return verb_frame(sentence, number, verb, cue, speaker, after=stretch.last, shape=Shape.AFTER_CONTENT)


def _follows(sentence: Sentence, number: int) -> bool:
    """Return whether a stretch names the source of the sentence before: "Das geht aus einem Bericht hervor"."""
    low = [token.low for token in sentence.of(sentence.stretches[number]) if token.is_word]
    return (
        low[:1] in (["das"], ["dies"])
        and not _FOLLOWS.isdisjoint(low[1:2])
        and low[2:3] + low[-1:] == ["aus", "hervor"]
    )


def _stands(sentence: Sentence, number: int) -> int | None:
    """Return the verb of "im Vertrag steht, dass …" or "aus dem Papier geht hervor, dass …", or None."""
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    if number + 1 >= len(sentence.stretches) or tokens[stretch.first].low not in _PLACES:
        return None
    following = sentence.stretches[number + 1]
    last = next((token.low for token in reversed(sentence.of(stretch)) if token.is_word), "")
    verbs = _FOLLOWS if last == "hervor" else _STANDS
    if following.before != ":" and tokens[following.first].low not in de.INTRODUCERS:
        closed = last == "hervor" or last in _STANDS  # not "Im Mittelpunkt steht Eva Roth, sie habe Geld genommen"
        if not closed or not is_subjunctive(sentence, following.first, following.last):
            return None
    return next((i for i in range(stretch.first, stretch.last) if tokens[i].low in verbs), None)


def _of_source(sentence: Sentence, place: TokenRange) -> Speaker:
    """Return the speaker of "heißt es in …": a body or a document, or the person who gave it, never a role."""
    tokens = sentence.tokens[place[0] : place[1]]
    names = sentence.cast.within(tokens[0].start, tokens[-1].end)
    head = next((token.low for token in tokens if token.is_capital), "")
    if len(names) == 1 and names[0].label == "LOC" and len(tokens) == 1:
        return NOBODY  # "in Berlin heißt es"
    if is_document(head, "de") and not names:
        who, subject = sentence.speaker(place), sentence.about()
        is_last = tokens[-1].low == head  # not "dem Entwurf der Kommission"
        is_body = subject.name is not None and not sentence.cast.is_person(subject.name)
        return subject if who.name is None and is_last and is_body else who
    speaks = not head.endswith(_CIRCLES) and (bool(names) or body_noun(tokens, "de") != "")
    return sentence.speaker(place) if speaks else Speaker((tokens[0].start, tokens[-1].end))


def _there(sentence: Sentence, cue: int) -> Speaker:
    """Return the speaker of "hieß es dort" or "heißt es weiter": the last one, or whom the last sentence is about."""
    context = sentence.context
    if any(token.low == "darin" for token in sentence.tokens[max(0, cue - 1) : cue + _BESIDE]):
        return therein(sentence)  # "heißt es darin", not "Das Übel liege darin, dass niemand zahle, heißt es weiter"
    if {"dort", "weiter"}.isdisjoint(sentence.words):
        return NOBODY
    subject = sentence.about()
    return context.speaker if context.running or subject.part is None else subject


def _so(sentence: Sentence, number: int) -> Frame | None:
    """Return the frame of ", so der Minister" or ", so lautet der Vorwurf", or None."""
    stretch = sentence.stretches[number]
    first = stretch.first
    if sentence.tokens[first].low != "so" or number == 0 or stretch.last - first > _LONGEST_SO:
        return None
    if sentence.tokens[min(first + 1, stretch.last - 1)].low in {"lautet", "lautete"}:
        cue, last, shape = sentence.place(first + 1), stretch.last, Shape.AFTER_CONTENT
        return verb_frame(sentence, number, Verb("lauten"), first, NOBODY, after=last, cue=cue, shape=shape)
    end = phrase_end(sentence.tokens, first + 1, stretch.last)
    if end == first + 1 or speech_verbs(sentence, stretch):
        return None
    speaker = sentence.speaker((first + 1, end))
    return verb_frame(sentence, number, Verb("so"), first, speaker, after=stretch.last, shape=Shape.AFTER_CONTENT)


def _wonach(sentence: Sentence, number: int, before: Sequence[Frame]) -> Frame | None:
    """Return the frame of a clause with "wonach" and the phrase before it: "ein Gutachten, wonach der Deich hält".

    After a speech verb there is no such frame, since the clause is the content of the verb.
    """
    first = sentence.stretches[number].first
    if sentence.tokens[first].low != "wonach" or number == 0 or any(frame.stretch == number - 1 for frame in before):
        return None
    place = _last_phrase(sentence, number - 1)
    if place is None:
        return None
    names = sentence.cast.within(sentence.tokens[place[0]].start, sentence.tokens[place[1] - 1].end)
    speaker = named(names[-1]) if names else sentence.speaker(place)
    return phrase_frame(number, first, first + 1, sentence.place(first), speaker)


def _last_phrase(sentence: Sentence, number: int) -> TokenRange | None:
    """Return the last noun phrase of a stretch with its modifiers ("einen Bericht von Nordwerk"), or None."""
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    index, found = stretch.first, None
    while index < stretch.last:
        end = phrase_end(tokens, index, stretch.last)
        if end > index and any(token.is_capital for token in tokens[index:end]):
            found = index, end
        index = max(end, index + 1)
    return found
