"""The source that suggests what the project's word lists and token patterns match."""

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotator.model.patterns import PatternList, loads
from annotator.model.schema import SPEAKER
from annotator.model.values import ENTITIES, Document, Suggestion
from annotator.suggest.adapter.layers import CLAIM
from annotator.suggest.sources.memory.seen import folded
from annotator.suggest.sources.source import Cancelled, DescribedSource, SourceInfo, SourceKind
from annotator.suggest.sources.word_forms import PIECE, forms
from annotator.text.parts import Cover
from annotator.text.tokens import Tokens

INFO = SourceInfo(name="patterns", version="1", language=None, kind=SourceKind.PATTERNS)

_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_OF_NO_NAME = frozenset({CLAIM, SPEAKER})  # labels that a phrase alone cannot have
_BUILT = 4  # how many sets of matchers are kept, one for each language


class PatternLabel(NamedTuple):
    """The label that a pattern suggests, as named by `layers.qualified`, and the rule of the suggestion."""

    label: str
    rule: str


class Match(NamedTuple):
    """A match of a pattern, in code points. If matches of equal length overlap, the lowest ``rank`` wins."""

    start: int
    end: int
    rank: int
    choice: PatternLabel


class _Piece(NamedTuple):
    """A word or sign of a text.

    ``gap`` tells what separates it from the piece before it: 0 is nothing, 1 a space, 2 a line break.
    """

    text: str
    start: int
    end: int
    gap: int


class _Listed(NamedTuple):
    """A phrase of a word list; ``rest`` has the gap and the possible forms of each piece after the first."""

    words: str
    rest: tuple[tuple[int, frozenset[str]], ...]
    choice: PatternLabel


class PhraseMatcher:
    """Finds the phrases of word lists in texts of one language; build it once for many documents."""

    def __init__(self, lists: Iterable[PatternList], language: str, labels: frozenset[str]) -> None:
        self._by_first: dict[str, list[_Listed]] = defaultdict(list)
        for each in lists:
            for one in each.patterns:
                if one.on and not one.is_tokens and one.label in labels:
                    choice = PatternLabel(one.label, f"word list: {each.name}")
                    self._add(one.words, choice, language if each.forms else "")
        for listed in self._by_first.values():
            listed.sort(key=lambda one: -len(one.rest))

    def _add(self, words: str, choice: PatternLabel, language: str) -> None:
        pieces = list(_pieces(words))
        if not pieces:
            return
        first, *rest = forms([piece.text for piece in pieces], language)
        gaps = (piece.gap for piece in pieces[1:])
        listed = _Listed(words, tuple(zip(gaps, rest, strict=True)), choice)
        for form in first:
            self._by_first[form].append(listed)

    def find(self, text: str, tokens: Tokens) -> Iterator[Match]:
        """Yield the matches that begin and end at token boundaries."""
        if not self._by_first:
            return
        starts, ends = frozenset(tokens.starts), frozenset(tokens.ends)
        pieces = list(_pieces(folded(text)))
        for at, piece in enumerate(pieces):
            for listed in self._by_first.get(piece.text, ()) if piece.start in starts else ():
                last = at + len(listed.rest)
                if last < len(pieces) and all(
                    here.gap == gap and here.text in forms
                    for here, (gap, forms) in zip(pieces[at + 1 : last + 1], listed.rest, strict=True)
                ):
                    whole = pieces[last].end
                    end = whole if whole in ends else _with_possessive(text, whole, tokens)
                    if end is not None:
                        yield Match(piece.start, end, int(text[piece.start : end] != listed.words), listed.choice)


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternSource(DescribedSource):
    """The source for the project's word lists; ``tokens`` are those of the document to pass to `suggest`."""

    tokens: Tokens
    language: str
    labels: frozenset[str]

    def suggest(self, document: Document, cancelled: Cancelled) -> list[Suggestion]:
        """Return the matches outside page furniture, in text order.

        If matches overlap in a layer, the longest one is taken.
        """
        del cancelled
        excluded = Cover(document.excluded)
        found = [
            each
            for find in _finders(self.info, self.language, self.labels - _OF_NO_NAME)
            for each in find(document.text, self.tokens)
            if not excluded.touches(each.start, each.end)
        ]
        return [
            self.suggestion(document, placed(choice.label), (start, end), rule=choice.rule)
            for start, end, _, choice in _longest(found)
        ]


def placed(label: str) -> tuple[str, str]:
    """Return the layer and the label for a name that `layers.qualified` returned."""
    layer, dot, id_ = label.rpartition(".")
    return (layer, id_) if dot else (ENTITIES, label)


_Finder = Callable[[str, Tokens], Iterable[Match]]
_finders_built: OrderedDict[tuple[str, str, frozenset[str]], tuple[_Finder, ...]] = OrderedDict()


def _finders(info: SourceInfo, language: str, labels: frozenset[str]) -> tuple[_Finder, ...]:
    """Return the functions that find phrases and token patterns.

    They are cached, since building them for ten thousand phrases takes a fifth of a second.
    """
    key = info.version, language, labels
    if key not in _finders_built:
        lists = [loads(str(at), written) for at, written in enumerate(info.lists)]
        lists = [each for each in lists if each.on]
        built: tuple[_Finder, ...] = (PhraseMatcher(lists, language, labels).find,)
        if any(one.is_tokens and one.on and one.label in labels for each in lists for one in each.patterns):
            from annotator.suggest.sources.token_patterns import TokenMatcher

            built = (*built, TokenMatcher(lists, language, labels).find)
        _finders_built[key] = built
        while len(_finders_built) > _BUILT:
            _finders_built.popitem(last=False)
    return _finders_built[key]


def _longest(found: Sequence[Match]) -> list[Match]:
    taken: dict[str, set[int]] = defaultdict(set)
    kept: list[Match] = []
    for each in sorted(found, key=lambda one: (one.start - one.end, one.rank, one.start)):
        layer, place = placed(each.choice.label)[0], range(each.start, each.end)
        if taken[layer].isdisjoint(place):
            taken[layer].update(place)
            kept.append(each)
    return sorted(kept, key=lambda one: (one.start, one.end))


def _pieces(text: str) -> Iterator[_Piece]:
    before = 0
    for match in PIECE.finditer(text):
        start, end = match.span()
        between = text[before:start]
        yield _Piece(match[0], start, end, 0 if not between else 2 if "\n" in between else 1)
        before = end


def _with_possessive(text: str, end: int, tokens: Tokens) -> int | None:
    """Return the end of the token at ``end`` if only a possessive ending follows there, otherwise None."""
    token = tokens.at(end)
    return token[1] if token is not None and text[end : token[1]] in _POSSESSIVES else None
