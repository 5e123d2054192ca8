"""What is looked for in a project: words, and what must be so of the article or of the span. A value, kept as JSON."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any

from annotator.model.values import Priority, State

LONGEST = 200  # characters of each thing that is looked for
LARGEST_SEED = 999_999
_SIGNS = str.maketrans("“”„«»", '"' * 5, "\0")


class Order(StrEnum):
    """In which order articles are listed."""

    ADDED = "added"
    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    WAITING = "waiting"  # most suggestions to decide about first
    LEARNING = "learning"  # most to learn first: most doubt in so many words, and every fifth at random
    BATCH = "batch"
    RANDOM = "random"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """All of it must be so; what is empty or None does not matter.

    ``words`` stand in the title or the text; the last one may be the beginning of a word. ``title`` is part of the
    title, ``noted`` whether the annotator wrote a note on the article. ``since`` and ``until`` are ISO dates, both
    included. ``layer`` to ``doubt`` are about a span: with them spans are looked for, those that hold the words.
    ``replaced`` asks for articles that a newer version stands for: otherwise they are never found.
    ``beside`` is layer and label of another span that the article has, by whoever labelled the one that is looked for.
    ``attribute`` and ``article_label`` are a name and a value; ``claimant`` stands in the words that a claim is linked
    to; ``said_by`` is who labelled, where that is not the asking annotator.
    """

    words: str = ""
    title: str = ""
    language: str | None = None
    publisher: str | None = None
    since: str | None = None
    until: str | None = None
    state: State | None = None
    batch: str | None = None
    priority: Priority | None = None
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
        """Tell whether spans are looked for, and not only words or articles."""
        return any(
            (self.layer, self.label, self.beside, self.attribute, self.claimant, self.said_by, self.note, self.doubt)
        )

    @property
    def empty(self) -> bool:
        """Tell whether everything is what is looked for."""
        return self == Question()

    def without(self, *names: str) -> "Question":
        """Give the question that does not ask for these."""
        nothing = Question()
        return replace(self, **{name: getattr(nothing, name) for name in names})


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Which articles are listed, and in which order; ``seed`` is the number by which they are shuffled."""

    question: Question = Question()
    order: Order = Order.ADDED
    seed: int = 0


def phrases(words: str) -> list[str]:
    """Give what must stand together: each word by itself, and what stands in quotation marks."""
    found: list[str] = []
    for number, piece in enumerate(words[:LONGEST].translate(_SIGNS).split('"')):
        found += [piece.strip()] if number % 2 else piece.split()
    return [piece for piece in found if any(letter.isalnum() for letter in piece)]


def match_of(words: str) -> str | None:
    """Give the words as FTS5 reads them, the last one as a beginning; None where there is none.

    One letter alone is no beginning: too much begins with it. White space or a quotation mark ends a word.

    Source: https://sqlite.org/fts5.html#full_text_query_syntax
    """
    found = phrases(words)
    if not found:
        return None
    begun = len(found[-1]) > 1 and words[:LONGEST].replace("\0", "").endswith(found[-1])
    return " ".join(f'"{piece}"' for piece in found) + ("*" if begun else "")


def dumps(question: Question) -> str:
    """Write a question as JSON, only what it asks for."""
    nothing = Question()
    asked = {name: value for name, value in asdict(question).items() if value != getattr(nothing, name)}
    return json.dumps(asked, ensure_ascii=False, sort_keys=True)


def loads(written: str) -> Question:
    """Read a question. What cannot be understood, or has a name that is not known, does not matter."""
    try:
        value = json.loads(written)
    except ValueError:
        return Question()
    return from_mapping(value) if isinstance(value, Mapping) else Question()


def from_mapping(value: Mapping[str, Any]) -> Question:
    """Read a question from what JSON gave; see `loads`."""
    found: dict[str, Any] = {}
    for field in fields(Question):
        given, usual = value.get(field.name), getattr(Question(), field.name)
        if isinstance(usual, bool):
            found[field.name] = given is True
        elif field.name in {"attribute", "article_label", "beside"}:
            found[field.name] = _pair(given)
        elif field.name == "state":
            found[field.name] = State(given) if isinstance(given, str) and given in set(State) else None
        elif field.name == "priority":
            found[field.name] = Priority(given) if isinstance(given, str) and given in set(Priority) else None
        elif isinstance(given, str):
            found[field.name] = given[:LONGEST]
    return Question(**found)


def saved_to(searches: Mapping[str, Question]) -> str:
    """Write questions by their names as JSON."""
    return json.dumps({name: json.loads(dumps(question)) for name, question in searches.items()}, ensure_ascii=False)


def saved_from(written: str) -> dict[str, Question]:
    """Read questions by their names, in order; see `loads`."""
    try:
        value = json.loads(written)
    except ValueError:
        return {}
    found = value.items() if isinstance(value, Mapping) else ()
    return {name: from_mapping(asked) for name, asked in found if isinstance(asked, Mapping)}


def listing_to(listing: Listing) -> str:
    """Write a listing as JSON."""
    asked = json.loads(dumps(listing.question))
    return json.dumps({"question": asked, "order": listing.order, "seed": listing.seed}, ensure_ascii=False)


def listing_from(written: str) -> Listing:
    """Read a listing; see `loads`."""
    try:
        value = json.loads(written)
    except ValueError:
        return Listing()
    if not isinstance(value, Mapping):
        return Listing()
    asked, order, seed = (value.get(name) for name in ("question", "order", "seed"))
    return Listing(
        question=from_mapping(asked) if isinstance(asked, Mapping) else Question(),
        order=Order(order) if isinstance(order, str) and order in set(Order) else Order.ADDED,
        seed=min(max(seed, 0), LARGEST_SEED) if isinstance(seed, int) else 0,
    )


def _pair(given: object) -> tuple[str, str] | None:
    if isinstance(given, list | tuple) and len(given) == 2 and all(isinstance(each, str) for each in given):
        return given[0], given[1]
    return None
