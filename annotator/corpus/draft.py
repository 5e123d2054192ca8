"""What readers take from files, before anything is guessed about it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from annotator.system.errors import TextError
from annotator.text.language import LANGUAGES, OTHER

FIELDS = ("text", "title", "published", "author", "publisher", "url", "language", "id")
"""What a column of a table or a key of a record can be; only ``text`` must be there."""

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
    """A text as it stands in a file, and what the file says about it; None where it says nothing.

    ``published`` is an ISO date, ``language`` one of `annotator.text.language`; it counts where the text is too short
    to tell: pages and programs often say what their template was made for. ``place`` says where in a file of many
    articles it stands. With ``guessed``, what the text says about itself goes before what the file says.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table, or a dotted path of keys; ``sample`` is the beginning of a value."""

    name: str
    sample: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a file of many articles could be read by: its columns, and which of them was taken for which field."""

    columns: tuple[Column, ...]
    chosen: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody chose: an encoding, and the columns for `FIELDS`; None leaves it to the reader."""

    encoding: str | None = None
    columns: Mapping[str, str] | None = None


Found: TypeAlias = Draft | Sheet | TextError
Read: TypeAlias = Callable[[Path, Asked], Iterator[Found]]
"""Gives what stands in a file, in order, and what of it cannot be read.

Raises `TextError` for what makes all of the file unreadable, `Broken` where it is not what its name says.
"""


def language_of(words: str | None) -> str | None:
    """Give the language that a file names: "de-AT", "eng" or "German"; None where it names none."""
    first = re.split(r"[-_\s]", (words or "").strip().casefold(), maxsplit=1)[0]
    if not first:
        return None
    known = _LANGUAGE_NAMES.get(first, first)
    return known if known in LANGUAGES else OTHER


def paragraphs_of(words: str) -> str:
    """Put an empty line between lines that hold something; white space at their ends falls away."""
    return "\n\n".join(line.strip() for line in words.split("\n") if line.strip())


def headed(title: str | None, text: str) -> str:
    """Put a headline before a text that does not begin with it."""
    words = " ".join((title or "").split())
    return (
        text if not words or " ".join(text[: 2 * len(words) + 40].split()).startswith(words) else f"{words}\n\n{text}"
    )
