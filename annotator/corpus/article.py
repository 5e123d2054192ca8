"""What a reader gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.model import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article that was read, its text normalised. Everything but the text is a guess that people may change.

    ``furniture`` are the paragraphs that look like page furniture, in code points, end exclusive. ``encoding`` is
    None where the text did not come as bytes; ``name`` is that of the file.
    """

    title: str
    text: str
    language: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)
    furniture: tuple[Part, ...] = ()
    encoding: str | None = None
    encoding_sure: bool = True
    name: str = ""
