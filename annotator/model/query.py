"""A search in a project: words, and conditions on the article or the span. A value, stored as JSON."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any, TypeVar

from annotator.model.values import Priority, State

LONGEST = 200  # characters of each condition
LARGEST_SEED = 999_999
_Kind = TypeVar("_Kind", bound=StrEnum)
_SIGNS = str.maketrans("“”„«»", '"' * 5, "\0")


class Order(StrEnum):
    """The orders in which articles are listed."""

    ADDED = "added"
    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    WAITING = "waiting"  # most pending suggestions first
    LEARNING = "learning"  # most doubt per word first, and every fifth at random
    VARIED = "varied"  # the most different first: annotator.jobs.searching.variety
    BATCH = "batch"
    RANDOM = "random"


class Stage(StrEnum):
    """The stages of an article that several people work on."""

    REVIEWED = "reviewed"
    UNREVIEWED = "unreviewed"
    ADJUDICATED = "adjudicated"
    UNADJUDICATED = "unadjudicated"  # several people finished it
    DISCUSSED = "discussed"  # a thread is open


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A search whose conditions must all hold; empty fields and None match anything.

    ``words`` are in the title or the text; the last one may be the beginning of a word. ``title`` is part of the title,
    ``noted`` whether the annotator wrote a note on the article. ``since`` and ``until`` are ISO dates, both inclusive.
    ``layer`` to ``doubt`` are about a span: with them spans are searched, those that contain the words. ``replaced``
    searches articles that a newer version replaces, which are otherwise left out. ``beside`` is (layer, label) of
    another span in the article by the same annotator. ``attribute`` and ``article_label`` are a name and a value;
    ``dealt_to`` is who was dealt the article, ``done_by`` who finished it, ``stage`` how far several people are;
    ``claimant`` is part of the words that a claim's claimant relation leads to; ``said_by`` is who labelled, if not the
    requesting annotator. ``meaning`` searches sentences that say what the words say; see
    `annotator.jobs.searching.sentence_search`.
    """

    words: str = ""
    meaning: bool = False
    title: str = ""
    language: str | None = None
    publisher: str | None = None
    since: str | None = None
    until: str | None = None
    state: State | None = None
    batch: str | None = None
    priority: Priority | None = None
    dealt_to: str | None = None
    done_by: str | None = None
    stage: Stage | None = None
    replaced: bool = False
    noted: bool = False
    article_label: tuple[str, str] | None = None
    layer: str | None = None
    label: str | None = None
    beside: tuple[str, str] | None = None
    attribute: tuple[str, str] | None = None
    claimant: str = ""
    said_by: str | None = None
    note: bool = False
    doubt: bool = False

    @property
    def about_spans(self) -> bool:
        """Whether spans are searched, and not only words or articles."""
        return any(
            (self.layer, self.label, self.beside, self.attribute, self.claimant, self.said_by, self.note, self.doubt)
        )

    @property
    def empty(self) -> bool:
        """Whether everything matches."""
        return self == Question()

    def without(self, *names: str) -> "Question":
        """Return the question without these conditions."""
        nothing = Question()
        return replace(self, **{name: getattr(nothing, name) for name in names})


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The listed articles and their order; ``seed`` is that of the random order."""

    question: Question = Question()
    order: Order = Order.ADDED
    seed: int = 0


def phrases(words: str) -> list[str]:
    """Return the words, and the phrases in quotation marks."""
    found: list[str] = []
    for number, piece in enumerate(words[:LONGEST].translate(_SIGNS).split('"')):
        found += [piece.strip()] if number % 2 else piece.split()
    return [piece for piece in found if any(letter.isalnum() for letter in piece)]


def match_of(words: str) -> str | None:
    """Build the FTS5 query with a prefix match on the last word, or None if there are no words.

    A single letter is no prefix: it would match too much. White space or a quotation mark ends a word.

    Source: https://sqlite.org/fts5.html#full_text_query_syntax
    """
    found = phrases(words)
    if not found:
        return None
    begun = len(found[-1]) > 1 and words[:LONGEST].replace("\0", "").endswith(found[-1])
    return " ".join(f'"{piece}"' for piece in found) + ("*" if begun else "")


def dumps(question: Question) -> str:
    """Write the conditions of a question as JSON."""
    return json.dumps(_conditions(question), ensure_ascii=False)


def _conditions(question: Question) -> dict[str, Any]:
    """Return the fields of a question that match not everything, sorted by name."""
    nothing = Question()
    return {name: value for name, value in sorted(asdict(question).items()) if value != getattr(nothing, name)}


def loads(written: str) -> Question:
    """Read a question. Unknown names and invalid values are ignored."""
    return from_mapping(_object(written))


def _object(written: str) -> Mapping[str, Any]:
    """Read a JSON object; anything else is an empty one."""
    try:
        value = json.loads(written)
    except ValueError:
        return {}
    return value if isinstance(value, Mapping) else {}


def from_mapping(value: Mapping[str, Any]) -> Question:
    """Read a question from parsed JSON; see `loads`."""
    found: dict[str, Any] = {}
    for field in fields(Question):
        given, usual = value.get(field.name), getattr(Question(), field.name)
        if isinstance(usual, bool):
            found[field.name] = given is True
        elif field.name in {"attribute", "article_label", "beside"}:
            found[field.name] = _pair(given)
        elif field.name == "state":
            found[field.name] = _member(State, given)
        elif field.name == "stage":
            found[field.name] = _member(Stage, given)
        elif field.name == "priority":
            found[field.name] = _member(Priority, given)
        elif isinstance(given, str):
            found[field.name] = given[:LONGEST]
    return Question(**found)


def saved_to(searches: Mapping[str, Question]) -> str:
    """Write questions by name as JSON."""
    return json.dumps({name: _conditions(question) for name, question in searches.items()}, ensure_ascii=False)


def saved_from(written: str) -> dict[str, Question]:
    """Read questions by name, in order; see `loads`."""
    return {name: from_mapping(value) for name, value in _object(written).items() if isinstance(value, Mapping)}


def listing_to(listing: Listing) -> str:
    """Write a listing as JSON."""
    value = {"question": _conditions(listing.question), "order": listing.order, "seed": listing.seed}
    return json.dumps(value, ensure_ascii=False)


def listing_from(written: str) -> Listing:
    """Read a listing; see `loads`."""
    value = _object(written)
    question, seed = value.get("question"), value.get("seed")
    return Listing(
        question=from_mapping(question) if isinstance(question, Mapping) else Question(),
        order=_member(Order, value.get("order")) or Order.ADDED,
        seed=min(max(seed, 0), LARGEST_SEED) if isinstance(seed, int) else 0,
    )


def _member(kind: type[_Kind], given: object) -> _Kind | None:
    return kind(given) if isinstance(given, str) and given in set(kind) else None


def _pair(given: object) -> tuple[str, str] | None:
    if isinstance(given, list | tuple) and len(given) == 2 and all(isinstance(each, str) for each in given):
        return given[0], given[1]
    return None
