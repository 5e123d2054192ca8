"""Reads Markdown as text: headings, emphasis, links and quotes lose their signs; the words stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.corpus.article import Asked, Draft, Found
from annotator.corpus.byte_limits import read_content
from annotator.corpus.encoding import decode
from annotator.corpus.header import split_header

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST = 60  # levels of quotes and lists
_BREAKS = frozenset({"softbreak", "hardbreak"})
_WORDS = frozenset({"text", "code_inline"})
_CODE = frozenset({"fence", "code_block"})


def read_markdown(path: Path, asked: Asked) -> Iterator[Found]:
    """Yield the article of a Markdown file; lines such as "title: …" above it, as in front matter, are its details."""
    decoded = decode(read_content(path), name=path.name, forced=asked.encoding)
    draft = split_header(Draft(text=decoded.text, encoding=decoded.encoding, encoding_sure=decoded.sure))
    yield replace(draft, text=_plain(draft.text))


def _plain(text: str) -> str:
    """Return the words of a Markdown text, with its empty lines; pictures and HTML are left out.

    A text with deeper lists or quotes than anybody writes stays as it is, because the parser leaves their words out.
    """
    from markdown_it import MarkdownIt

    found: list[str] = []
    sign = ""  # of the list element that begins
    end = 0  # line after the last block with words
    for token in MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).parse(text):
        if token.level >= _DEEPEST - 1:
            return text
        if token.type == "list_item_open":
            sign = f"{token.info}{token.markup} "  # "1. " or "- "
        words = token.content.rstrip("\n") if token.type in _CODE else _words(token.children or [])
        if words and token.map:
            start, after = token.map
            found += ["\n" * min(2, 1 + start - end) * bool(found), sign, words]
            sign, end = "", after
    return "".join(found)


def _words(tokens: list[Token]) -> str:
    """Return the words within a paragraph or heading."""
    return "".join(
        "\n" if token.type in _BREAKS else token.content
        for token in tokens
        if token.type in _BREAKS or token.type in _WORDS
    ).strip()
