"""A search in a project, a value stored as JSON: words, and conditions on articles and spans."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any, TypeVar

from annotator.model.json_rows import mapping_in
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
    LEARNING = "learning"  # most doubt by length first, every fifth at random
    VARIED = "varied"  # the most different first; see annotator.jobs.searching.variety
    BATCH = "batch"
    RANDOM = "random"


class Stage(StrEnum):
    """The stages of an article on which several people work."""

    REVIEWED = "reviewed"
    UNREVIEWED = "unreviewed"
    ADJUDICATED = "adjudicated"
    UNADJUDICATED = "unadjudicated"  # several people have finished it, but not gold
    DISCUSSED = "discussed"  # a thread of comments is open


_MEMBERS: Mapping[str, type[StrEnum]] = {"state": State, "stage": Stage, "priority": Priority}


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A search whose conditions must all be true; None, False and "" set no condition.

    The fields from ``layer`` on are conditions on a span; with one of them, spans are searched.

    Attributes:
        words: Words of the title or the text; the last may be the beginning of a word.
        meaning: Search sentences that mean the same as the words instead; see
            `annotator.jobs.searching.sentence_search`.
        title: Part of the title.
        since: The earliest date of publication, ISO.
        until: The latest date of publication, ISO.
        dealt_to: Who was dealt the article.
        done_by: Who has finished the article.
        stage: How far several people are with the article.
        replaced: Search only articles that a newer version replaces; otherwise these are left out.
        noted: The annotator has written a note on the article.
        article_label: A label of the whole article: (name, value).
        beside: The (layer, label) of another span of the same annotator in the article.
        attribute: An attribute of the span: (name, value).
        claimant: Part of the words of a claim's claimant.
        said_by: Who made the span, by default the annotator who searches.
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
        """Whether there is a condition on spans, so that spans are searched and not only articles."""
        return any(
            (self.layer, self.label, self.beside, self.attribute, self.claimant, self.said_by, self.note, self.doubt)
        )

    @property
    def empty(self) -> bool:
        """Whether there are no conditions, so that everything matches."""
        return self == Query()

    def without(self, *names: str) -> "Query":
        """Return the search without the conditions of these names."""
        nothing = Query()
        return replace(self, **{name: getattr(nothing, name) for name in names})


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The articles that the list shows, and their order; ``seed`` determines the random order."""

    query: Query = Query()
    order: Order = Order.ADDED
    seed: int = 0


def phrases(words: str) -> list[str]:
    """Return the single words, and the phrases in quotation marks."""
    found: list[str] = []
    for number, piece in enumerate(words[:LONGEST].translate(_SIGNS).split('"')):
        found += [piece.strip()] if number % 2 else piece.split()
    return [piece for piece in found if any(letter.isalnum() for letter in piece)]


def match_of(words: str) -> str | None:
    """Build the FTS5 query with a prefix match on the last word, or None if there are no words.

    The last word is only a prefix if no white space or quotation mark ends it. A single letter is never a prefix, since
    it would match too much.

    Source: https://sqlite.org/fts5.html#full_text_query_syntax
    """
    found = phrases(words)
    if not found:
        return None
    begun = len(found[-1]) > 1 and words[:LONGEST].replace("\0", "").endswith(found[-1])
    return " ".join(f'"{piece}"' for piece in found) + ("*" if begun else "")


def _conditions(query: Query) -> dict[str, Any]:
    """Return the fields of a search that are conditions, sorted by name."""
    nothing = Query()
    return {name: value for name, value in sorted(asdict(query).items()) if value != getattr(nothing, name)}


def from_mapping(value: Mapping[str, Any]) -> Query:
    """Read a search from a parsed JSON object. Unknown names and invalid values are ignored."""
    found: dict[str, Any] = {}
    for field in fields(Query):
        given, usual = value.get(field.name), getattr(Query(), field.name)
        if isinstance(usual, bool):
            found[field.name] = given is True
        elif field.name in {"attribute", "article_label", "beside"}:
            found[field.name] = _pair(given)
        elif field.name in _MEMBERS:
            found[field.name] = _member(_MEMBERS[field.name], given)
        elif isinstance(given, str):
            found[field.name] = given[:LONGEST]
    return Query(**found)


def saved_to(searches: Mapping[str, Query]) -> str:
    """Return searches, by name, as JSON."""
    return json.dumps({name: _conditions(query) for name, query in searches.items()}, ensure_ascii=False)


def saved_from(written: str) -> dict[str, Query]:
    """Read searches, by name and in order, from JSON; see `from_mapping`."""
    return {name: from_mapping(value) for name, value in mapping_in(written).items() if isinstance(value, Mapping)}


def listing_to(listing: Listing) -> str:
    """Return a listing as JSON."""
    value = {"question": _conditions(listing.query), "order": listing.order, "seed": listing.seed}
    return json.dumps(value, ensure_ascii=False)


def listing_from(written: str) -> Listing:
    """Read a listing from JSON; see `from_mapping`."""
    value = mapping_in(written)
    query, seed = value.get("question"), value.get("seed")
    return Listing(
        query=from_mapping(query) if isinstance(query, Mapping) else Query(),
        order=_member(Order, value.get("order")) or Order.ADDED,
        seed=min(max(seed, 0), LARGEST_SEED) if isinstance(seed, int) else 0,
    )


def _member(kind: type[_Kind], given: object) -> _Kind | None:
    return kind(given) if isinstance(given, str) and given in set(kind) else None


def _pair(given: object) -> tuple[str, str] | None:
    if isinstance(given, list | tuple) and len(given) == 2 and all(isinstance(each, str) for each in given):
        return given[0], given[1]
    return None
