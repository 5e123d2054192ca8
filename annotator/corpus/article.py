"""What a reader gives: a text with everything that was found out about it, all of it a proposal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from annotator.model.values import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text that could become a Document, normalised already.

    ``language`` is "de", "en" or "other", or None where the text is too short to tell. ``published`` is an ISO date.
    ``furniture`` are the paragraphs proposed for exclusion, in order, in code points, end exclusive. ``encoding`` is
    None for what never was bytes; ``encoding_sure`` is false where it was guessed. ``name`` says where it came
    from, ``path`` is the file, None for what came from none.
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
