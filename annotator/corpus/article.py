"""The result of a reader: a text and proposed metadata."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from annotator.model.values import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A normalised text that may become a Document.

    ``language`` is "de", "en" or "other", or None if the text is too short to tell. ``published`` is an ISO date.
    ``furniture`` are the paragraphs proposed for exclusion, in order, in code points, end exclusive. ``encoding`` is
    None if the text never was bytes; ``encoding_sure`` is false if it was guessed. ``name`` describes the origin;
    ``path`` is the file, None if there is none.
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
