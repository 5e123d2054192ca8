"""The records that a project yields: plain, frozen, and independent of the open file."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from annotator.system.errors import AnnotatorError

if TYPE_CHECKING:
    from datasets import Dataset
    from pandas import DataFrame

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article.

    Attributes:
        published: The ISO date of publication.
        state: ``open``, ``done`` or ``skipped`` for the requested annotator.
        split: ``train``, ``dev``, ``test`` or None.
        labels: The labels of the article as a whole, with their values.
        excluded: Paragraphs that belong to the page, such as captions, in code points, end exclusive.
    """

    article_id: str
    title: str
    text: str
    language: str
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    state: str = "open"
    split: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    excluded: tuple[Offsets, ...] = ()
    meta: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Labelled words.

    Attributes:
        start: The first code point in the article's text.
        end: The code point after the last.
        parts: Pairs of start and end; several if the words do not stand side by side.
        origin: ``human``, ``suggestion`` or ``import``.
        source: The source of the accepted suggestion, or the imported file.
        score: The score that the source gave, if any.
    """

    id: str
    article_id: str
    layer: str
    label: str
    start: int
    end: int
    quote: str
    annotator: str
    parts: tuple[Offsets, ...]
    attributes: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""
    doubt: bool = False
    origin: str = "human"
    source: str | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """The other end of a claim's relation, such as its claimant.

    Attributes:
        article_id: The article of the other end, which may be another article than that of the claim.
        start: The first code point; None if the other end is in another article, as are ``end`` and ``label``.
        role: The role of evidence: ``supports``, ``refutes`` and so on.
    """

    relation: str
    id: str
    article_id: str
    quote: str
    start: int | None = None
    end: int | None = None
    label: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Span):
    """A claim: a span of layer ``claims`` with its relations. ``claimant`` is the text that names the claimant."""

    claimant: str | None = None
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Words that a source proposes to label.

    Attributes:
        score: From 0 to 1; None if the source gives none.
        state: ``pending``, ``held`` (shown to nobody), ``accepted``, ``corrected``, ``rejected`` or ``superseded``.
    """

    id: str
    article_id: str
    layer: str
    label: str
    start: int
    end: int
    quote: str
    source: str
    version: str
    parts: tuple[Offsets, ...]
    attributes: Mapping[str, Any] = field(default_factory=dict)
    score: float | None = None
    rule: str | None = None
    state: str = "pending"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """An annotator's comment on a passage of an article.

    Attributes:
        start: The first code point of the passage.
        end: The code point after the last.
        made: When the comment was written, in ISO 8601, UTC.
        reply_to: The id of the comment that this one answers. A reply without text closes its thread.
        span: The id of the span that the comment is about, or None.
    """

    id: str
    article_id: str
    start: int
    end: int
    quote: str
    text: str
    annotator: str
    made: str
    reply_to: str | None = None
    span: str | None = None


RecordT = TypeVar("RecordT", bound=Article | Span | Suggestion | Comment)


class Records(Generic[RecordT]):
    """An iterator over records, read a few articles at a time. Each ``for`` loop starts from the beginning.

    `to_pandas` and `to_dataset` read all records into memory.
    """

    def __init__(self, kind: type[RecordT], walk: Callable[[], Iterator[RecordT]]) -> None:
        self._kind = kind
        self._walk = walk
        self._rest: Iterator[RecordT] | None = None

    def __iter__(self) -> Iterator[RecordT]:
        return self._walk()

    def __next__(self) -> RecordT:
        if self._rest is None:
            self._rest = self._walk()
        return next(self._rest)

    def to_pandas(self) -> "DataFrame":
        """Return a table with a row for each record and a column for each field.

        Raises:
            Error: The package pandas is missing.
        """
        _need("pandas", "to_pandas()")
        import pandas as pd

        names = self._names()
        return pd.DataFrame([[getattr(each, name) for name in names] for each in self._walk()], columns=names)

    def to_dataset(self) -> "Dataset":
        """Return a data set of Hugging Face's ``datasets``, with a column for each field.

        Mappings such as ``attributes`` are JSON, because Arrow wants the same keys in every row.

        Raises:
            Error: The package datasets is missing.
        """
        _need("datasets", "to_dataset()")
        from datasets import Dataset

        columns: dict[str, list[Any]] = {name: [] for name in self._names()}
        for each in self._walk():
            for name, column in columns.items():
                column.append(_plain(getattr(each, name)))
        return Dataset.from_dict(columns)

    def _names(self) -> list[str]:
        return [each.name for each in fields(self._kind)]


def _plain(value: Any) -> Any:
    """Convert a value to one that Arrow can store."""
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Related):
        return {each.name: getattr(value, each.name) for each in fields(value)}
    return value


ChoiceT = TypeVar("ChoiceT", bound=StrEnum)


def choice(kind: type[ChoiceT], word: str) -> ChoiceT:
    """Return the member of an enumeration that has this value.

    Raises:
        AnnotatorError: ``python.value``; the message lists the valid values.
    """
    if word not in [*kind]:  # a set could not be asked for a list
        raise AnnotatorError("python.value", value=word, names=", ".join(kind))
    return kind(word)


def _need(package: str, what: str) -> None:
    if find_spec(package) is None:
        raise AnnotatorError("python.package", what=what, package=package)
