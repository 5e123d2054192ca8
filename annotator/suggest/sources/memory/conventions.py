"""A project's conventions for names inside words and for words derived from names, learnt from its decisions.

A project may label "Siemens" in "Siemens-Chef", the whole word, or nothing; as ORG, as ORG with the field
`compounds.FORM`, or with a label of its own (ORGpart). For each language, shape of word (`word_shapes.Shape`) and label
of the name inside, the decisions are counted by what they did with the word, its `Treatment`. If nearly all did the
same, that is the project's convention. Each word counts once an article. From `_SURE` decisions on, a convention is
sure; before `_FEWEST` there is none. Contrary decisions and rejections lower its share. Only present labels and
rejections are counted, so undoing a decision withdraws what was learnt from it.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from annotator.model.compounds import WHOLE
from annotator.model.values import ENTITIES
from annotator.suggest.sources.memory.seen import PRIOR, SeenString
from annotator.suggest.sources.memory.word_shapes import (
    INFLECTED,
    LONGEST,
    Shape,
    Word,
    countries_of,
    places_of,
    rest_of,
    shape_before,
    shaped,
    stems_of,
)
from annotator.text.normalization import one_line

#: The layer of the entries by which conventions travel among the project's decisions.
LAYER = "word conventions"
#: The beginning of the rule of a suggestion that follows a convention.
RULE = "like "

_FEWEST = 5
_SURE = 10
_WORDS = 3  # the fewest different words that make a convention
_WINDOW = 40  # the latest decisions that count
_NEARLY_ALL = 0.9
_MOST = 0.75
_MAJORITY = 0.5
_SURE_SCORE, _BEST_SCORE = 0.9, 0.97
_LIKELY_SCORE = 0.7
_DOUBTFUL_SCORE = 0.5


class Treatment(NamedTuple):
    """A way to treat a word: label all of it (``whole``) or its first part; with an empty ``label``, neither."""

    label: str = ""
    whole: bool = False
    form: str = ""  # the value of `compounds.FORM`, "" for none


NOTHING = Treatment()


class LabelledName(NamedTuple):
    """A labelled name as `Decided.labelled` returns it; ``following`` is the text after it."""

    quote: str
    label: str
    form: str | None
    following: str
    language: str
    document: str
    title: str


class Answered(NamedTuple):
    """A decided suggestion of a name as `Decided.answered` returns it.

    ``refused`` says whether it was rejected and no label is in its place. ``source`` and ``rule`` are the suggestion's.
    """

    quote: str
    label: str
    refused: bool
    source: str
    rule: str
    following: str
    language: str
    document: str
    title: str


class Convention(NamedTuple):
    """A project's usual treatment of words of one shape.

    Attributes:
        base: The label of the name inside; for English adjectives the models' label, for `Shape.SAME` the word itself.
        agreeing: The number of decisions that follow the convention.
        contrary: The number of decisions against it.
        score: The score of a suggestion that follows the convention.
        example: The latest decided word.
        title: The title of the article with this decision.
        words: The stems of adjectives and the first parts of compounds that were labelled.
        refused: The words that were rejected.
        cut: The length of the first part, for `Shape.SAME`.
    """

    language: str
    shape: Shape
    base: str
    treatment: Treatment
    agreeing: int
    contrary: int
    score: float
    example: str
    title: str
    words: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    cut: int = 0

    def as_seen(self) -> SeenString:
        """Return the convention as an entry among the project's decisions, which a process receives."""
        return SeenString(json.dumps(self), LAYER, self.treatment.label, self.agreeing)


def conventions_among(seen: Iterable[SeenString]) -> list[Convention]:
    """Return the conventions among a project's decisions."""
    return [_read(each.text) for each in seen if each.layer == LAYER]


def _read(text: str) -> Convention:
    read = Convention._make(json.loads(text))
    return read._replace(
        shape=Shape(read.shape),
        treatment=Treatment._make(read.treatment),
        words=tuple(read.words),
        refused=tuple(read.refused),
    )


class _Vote(NamedTuple):
    treatment: Treatment
    word: str
    document: str
    title: str
    cut: int = 0


_Key = tuple[str, Shape, str]


def conventions_of(
    labelled: Sequence[LabelledName], answered: Sequence[Answered], known: Mapping[str, str]
) -> list[Convention]:
    """Return a project's conventions.

    Args:
        labelled: The labelled names, the latest first.
        answered: The decided suggestions of names, the latest first.
        known: The labels of the project's names, by name.
    """
    found_by_models = {
        each.quote: each.label
        for each in reversed(answered)
        if each.source != "seen" and (found := shaped(each.quote, each.language)) and found.shape is Shape.ADJECTIVE
    }
    votes: dict[_Key, list[_Vote]] = defaultdict(list)
    for name in labelled:
        form = name.form or ""
        is_inside = form not in {"", WHOLE} or INFLECTED.fullmatch(name.label) is not None
        for key, word, cut in _bearing(name, known, found_by_models, is_inside=is_inside):
            treatment = Treatment(name.label, whole=not cut, form=form)
            votes[key].append(_Vote(treatment, word, name.document, name.title, cut))
    against: dict[_Key, list[_Vote]] = defaultdict(list)
    for answer in filter(lambda each: each.refused, answered):
        is_inside = answer.rule.startswith(RULE)
        for key, word, cut in _bearing(answer, known, found_by_models, is_inside=is_inside):
            against[key].append(_Vote(NOTHING, word, answer.document, answer.title, cut))
    every = (_convention(key, votes[key], against[key]) for key in dict.fromkeys((*votes, *against)))
    return [each for each in every if each is not None]


def known_labels(seen: Iterable[SeenString]) -> dict[str, str]:
    """Return the label of each of the project's names that a majority of decisions gave it."""
    best: dict[str, tuple[float, str]] = {}
    for each in seen:
        if each.layer == ENTITIES and each.accepted:
            share = each.share if each.share is not None else 1.0
            best[each.text] = max(best.get(each.text, (0.0, "")), (share, each.label))
    return {text: label for text, (share, label) in best.items() if share >= _MAJORITY}


def with_forms(seen: Iterable[SeenString], labelled: Iterable[LabelledName]) -> list[SeenString]:
    """Return the project's decisions; a string gets the form that most labels on it as a whole word have."""
    forms: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for name in labelled:
        is_known = bool(name.following)  # it is not, in a long article
        if is_known and not name.following[0].isalnum() and not rest_of(name.following):
            forms[name.quote, name.label][name.form or ""] += 1
    usual = {key: form for key, counted in forms.items() if (form := counted.most_common(1)[0][0])}
    return [
        each._replace(form=usual[each.text, each.label])
        if each.layer == ENTITIES and (each.text, each.label) in usual
        else each
        for each in seen
    ]


def _bearing(
    decision: LabelledName | Answered, known: Mapping[str, str], found_by_models: Mapping[str, str], *, is_inside: bool
) -> Iterator[tuple[_Key, str, int]]:
    """Yield the conventions on which a decision bears, each with the word, and the length of the decided first part.

    The length is 0 if the whole word was decided.
    """
    language, rest = decision.language, rest_of(decision.following)
    if rest:
        first = one_line(decision.quote)
        if len(first + rest) <= LONGEST:
            yield (language, Shape.SAME, first + rest), first + rest, len(first)
            yield (language, shape_before(rest), decision.label), first + rest, len(first)
        return
    word = shaped(decision.quote, language)
    if word is None or decision.following[:1].isalnum():
        return
    base = _base(word, language, decision.label, known, found_by_models, is_inside=is_inside)
    if base is not None:
        yield (language, word.shape, base), word.text, 0


def _base(
    word: Word,
    language: str,
    label: str,
    known: Mapping[str, str],
    found_by_models: Mapping[str, str],
    *,
    is_inside: bool,
) -> str | None:
    """Return the label of the name inside a labelled word, None if the whole word may be a name ("EU-Rat").

    ``is_inside`` says that the person or the program meant the label as a part or as derived.
    """
    inflected = INFLECTED.fullmatch(label)
    own = inflected[1] if inflected else label
    if word.shape is Shape.ADJECTIVE:
        if language == "en":
            return found_by_models.get(word.text, own if is_inside else None)
        return "" if is_inside or word.text[:1].islower() or _has_known_place(word.text, known) else None
    if word.shape is Shape.INHABITANT:
        of_place = next((known[place] for place in places_of(word.text) if place in known), None)
        return of_place or (own if is_inside else None)
    of_part = next((known[word.text[:cut]] for cut in word.cuts if word.text[:cut] in known), None)
    if is_inside:
        return of_part or own
    return of_part if of_part != label else None


def _has_known_place(word: str, known: Mapping[str, str]) -> bool:
    return any(place in known for stem in stems_of(word) for place in countries_of(stem))


def _convention(key: _Key, votes: Sequence[_Vote], against: Sequence[_Vote]) -> Convention | None:
    """Return the convention that most of the decisions follow, None if there are too few or none is usual."""
    language, shape, base = key
    counted = (*_once(votes), *_once(against))
    ((treatment, count),) = Counter(vote.treatment for vote in counted).most_common(1)
    following = [vote for vote in counted if vote.treatment == treatment]
    contrary = len(counted) - count
    if shape is Shape.SAME:
        score = count / (len(counted) + PRIOR)
        if treatment == NOTHING or score < _MAJORITY:
            return None
    else:
        score = _score(count, len(counted), len({vote.word for vote in following}))
        if not score:
            return None
    return Convention(
        language=language,
        shape=shape,
        base=base,
        treatment=treatment,
        agreeing=count,
        contrary=contrary,
        score=score,
        example=following[0].word,
        title=following[0].title,
        words=tuple(dict.fromkeys(word for vote in following for word in _inside(vote, language))),
        refused=tuple(sorted({vote.word for vote in against} - {vote.word for vote in following})),
        cut=following[0].cut,
    )


def _inside(vote: _Vote, language: str) -> tuple[str, ...]:
    """Return the labelled piece of a word: the stems of an adjective, the first part of a compound, else nothing."""
    if vote.cut:
        return (vote.word[: vote.cut],)
    word = shaped(vote.word, language)
    if word is None or word.shape is Shape.INHABITANT:
        return ()
    return stems_of(vote.word) if word.shape is Shape.ADJECTIVE else (vote.word[: word.cuts[-1]],)


def _once(votes: Sequence[_Vote]) -> list[_Vote]:
    """Return the latest votes; each word has one vote per article."""
    unique: dict[tuple[str, str, Treatment], _Vote] = {}
    for vote in votes:
        unique.setdefault((vote.document, vote.word, vote.treatment), vote)
    return list(unique.values())[:_WINDOW]


def _score(count: int, every: int, words: int) -> float:
    share = count / every
    if words < _WORDS or count < _FEWEST or share < _MOST:
        return 0.0
    if share < _NEARLY_ALL:
        return _LIKELY_SCORE if count >= _SURE else 0.0
    if count < _SURE:
        return _DOUBTFUL_SCORE
    return _SURE_SCORE + (_BEST_SCORE - _SURE_SCORE) * (share - _NEARLY_ALL) / (1 - _NEARLY_ALL)
