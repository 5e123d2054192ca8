"""Articles in two forms: as readers return them, and as they are stored."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeAlias

from annotator.model.values import Part
from annotator.system.errors import TextError
from annotator.text.language import LANGUAGES, OTHER
from annotator.text.normalization import one_line

LINE, ROW, ENTRY = "line", "row", "entry"  # units of an article's number in its file


class OriginWords(NamedTuple):
    """The words for an article's origin, and the unit of the number at their end; "" without a number."""

    name: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A normalised text that may become a Document.

    Attributes:
        title: The headline, or a substitute for it.
        language: "de", "en" or "other"; None if the text is too short to tell.
        author: The names of the authors, as in the byline.
        published: The ISO date of publication.
        furniture: The paragraphs proposed for exclusion, in order, in code points, end exclusive.
        encoding: The encoding of the file; None if the text was never bytes.
        encoding_sure: False if the encoding was guessed.
        name: Words that describe the origin, such as the file name, perhaps with the article's number in it.
        unit: What that number counts: `LINE`, `ROW` or `ENTRY`; "" without a number.
        labels: Labels of the whole article, each with its value.
        unread: The lines of its front matter that cannot be read; ``meta`` has them as well.
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
    unit: str = ""
    path: Path | None = None
    labels: tuple[tuple[str, str], ...] = ()
    unread: tuple[str, ...] = ()


FIELDS = ("text", "title", "published", "author", "publisher", "url", "language", "id", "label")
"""The fields a column or key can be chosen for; only ``text`` is required."""

_LANGUAGE_NAMES = {
    **dict.fromkeys("german deutsch ger deu".split(), "de"),
    **dict.fromkeys("english englisch eng".split(), "en"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text as it stands in a file, with the file's metadata; missing values are None.

    Attributes:
        published: The ISO date of publication.
        language: One of `annotator.text.language`. It is used only if the text is too short to tell, since pages often
            state the language of their template.
        place: The article's number in a file of many articles.
        unit: What that number counts: `LINE`, `ROW` or `ENTRY`; "" without a number.
        encoding_sure: False if the encoding was guessed.
        guessed: Whether metadata found in the text outranks the file's metadata.
        labels: Labels of the whole article, each with its value.
        unread: The lines of its front matter that cannot be read; ``meta`` has them as well.
    """

    text: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    place: str = ""
    unit: str = ""
    id: str | None = None
    encoding: str | None = None
    encoding_sure: bool = True
    guessed: bool = False
    meta: Mapping[str, str] = field(default_factory=dict)
    labels: tuple[tuple[str, str], ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table, or a dotted path of keys.

    Attributes:
        sample: The beginning of the first non-empty value.
        first: The beginnings of the values in the first rows, "" where a row has none.
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
class ReadingChoices:
    """The user's choices: the encoding, and the columns for `FIELDS`; None lets the reader choose."""

    encoding: str | None = None
    columns: Mapping[str, str] | None = None


Found: TypeAlias = Draft | Sheet | TextError
Read: TypeAlias = Callable[[Path, ReadingChoices], Iterator[Found]]
"""Yields the content of a file, in order, and an error for each entry that cannot be read.

Raises `TextError` if the whole file is unreadable, `Broken` if it is not of the kind its name says.
"""


def language_of(named: str | None) -> str | None:
    """Return the language for a name such as "de-AT", "eng" or "German" in a file; None if the name is empty."""
    first = re.split(r"[-_\s]", (named or "").strip().casefold(), maxsplit=1)[0]
    if not first:
        return None
    known = _LANGUAGE_NAMES.get(first, first)
    return known if known in LANGUAGES else OTHER


def paragraphs_of(text: str) -> str:
    """Return the non-empty lines, trimmed, with an empty line between them."""
    return "\n\n".join(line.strip() for line in text.split("\n") if line.strip())


def headed(title: str | None, text: str) -> str:
    """Return the text preceded by the headline, unless the text already begins with it."""
    headline = one_line(title or "")
    if not headline or one_line(text[: 2 * len(headline) + 40]).startswith(headline):
        return text
    return "\n\n".join((headline, text.lstrip("\n")))
