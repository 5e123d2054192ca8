"""Articles in two forms: as readers return them, and as they are stored."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from annotator.model.values import Part
from annotator.system.errors import TextError
from annotator.text.language import LANGUAGES, OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A normalised text that may become a Document.

    ``language`` is "de", "en" or "other", or None if the text is too short to tell. ``published`` is an ISO date.
    ``furniture`` are the paragraphs proposed for exclusion, in order, in code points, end exclusive. ``encoding`` is
    None if the text was never bytes; ``encoding_sure`` is false if the encoding was guessed. ``name`` describes the
    origin; ``path`` is the file, or None. ``labels`` are labels of the whole article, each with its value.
    """

    title: str
    text: str
    language: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    meta: Mapping[str, str] = field(default_factory=dict)
    furniture: tuple[Part, ...] = ()
    encoding: str | None = None
    encoding_sure: bool = True
    name: str = ""
    path: Path | None = None
    labels: tuple[tuple[str, str], ...] = ()


FIELDS = ("text", "title", "published", "author", "publisher", "url", "language", "id", "label")
"""The fields a column or key can be chosen for; only ``text`` is required."""

_LANGUAGE_NAMES = {
    "german": "de",
    "deutsch": "de",
    "english": "en",
    "englisch": "en",
    "ger": "de",
    "deu": "de",
    "eng": "en",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text as it stands in a file, with the file's metadata; missing values are None.

    ``published`` is an ISO date. ``language`` is one of `annotator.text.language`; it is used only if the text is too
    short to tell, since pages often state the language of their template. ``place`` is the position in a file of many
    articles. With ``guessed``, metadata found in the text outranks that of the file.
    """

    text: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    place: str = ""
    id: str | None = None
    encoding: str | None = None
    encoding_sure: bool = True
    guessed: bool = False
    meta: Mapping[str, str] = field(default_factory=dict)
    labels: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table, or a dotted path of keys.

    ``sample`` is the beginning of the first non-empty value. ``first`` are the beginnings of the values in the first
    rows, "" where a row has none.
    """

    name: str
    sample: str
    first: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The columns of a file of many articles, and the column chosen for each field."""

    columns: tuple[Column, ...]
    chosen: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The user's choices: the encoding, and the columns for `FIELDS`; None lets the reader choose."""

    encoding: str | None = None
    columns: Mapping[str, str] | None = None


Found: TypeAlias = Draft | Sheet | TextError
Read: TypeAlias = Callable[[Path, Asked], Iterator[Found]]
"""Yields the content of a file, in order, and an error for each entry that cannot be read.

Raises `TextError` if the whole file is unreadable, `Broken` if it is not of the kind its name says.
"""


def language_of(named: str | None) -> str | None:
    """Return the language that a file names as "de-AT", "eng" or "German", None if it names none."""
    first = re.split(r"[-_\s]", (named or "").strip().casefold(), maxsplit=1)[0]
    if not first:
        return None
    known = _LANGUAGE_NAMES.get(first, first)
    return known if known in LANGUAGES else OTHER


def paragraphs_of(text: str) -> str:
    """Return the non-empty lines, trimmed, with an empty line between them."""
    return "\n\n".join(line.strip() for line in text.split("\n") if line.strip())


def headed(title: str | None, text: str) -> str:
    """Return the text preceded by the headline, unless the text begins with it already."""
    headline = " ".join((title or "").split())
    return (
        text
        if not headline or " ".join(text[: 2 * len(headline) + 40].split()).startswith(headline)
        else f"{headline}\n\n{text}"
    )
