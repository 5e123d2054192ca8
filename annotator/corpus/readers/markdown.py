"""Reads Markdown as text: headings, emphasis, links and quotes lose their signs; the words stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.corpus.article import Draft, Found, ReadingChoices, headed
from annotator.corpus.byte_limits import read_content
from annotator.corpus.encoding import decode
from annotator.corpus.header import split_header
from annotator.corpus.readers.tree import fragment_text

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST = 60  # levels of quotes and lists
_BREAKS = frozenset({"softbreak", "hardbreak"})
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_WORDS = frozenset({"text", "code_inline"})
_CODE = frozenset({"fence", "code_block"})
_ADDRESS = re.compile(r"[/#@:]|\w\.\w")


def read_markdown(path: Path, asked: ReadingChoices) -> Iterator[Found]:
    """Yield the article of a Markdown file; lines such as "title: …" above it, as in front matter, are its details."""
    decoded = decode(read_content(path), name=path.name, forced=asked.encoding)
    text = decoded.text.removeprefix("\ufeff")  # before a heading, it would hide the heading's sign
    draft = split_header(Draft(text=text, encoding=decoded.encoding, encoding_sure=decoded.sure))
    yield replace(draft, text=headed(draft.title, _plain(draft.text)))


def _plain(text: str) -> str:
    """Return the words of a Markdown text, with its empty lines; pictures and the elements of HTML are left out.

    If lists or quotes are nested deeper than anybody writes, the text stays as it is, as the parser drops them.
    """
    from markdown_it import MarkdownIt

    found: list[str] = []
    sign = ""  # of the list element that begins
    end = 0  # line after the last block with words
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    # "[Ann Lee]: No." in an interview is no definition of a link, which would leave no words
    parser.validateLink = lambda url: not url or _ADDRESS.search(url) is not None  # type: ignore[method-assign]
    for token in parser.parse(text):
        if token.level >= _DEEPEST - 1:
            return text
        if token.type == "list_item_open":
            sign = f"{token.info}{token.markup} "  # "1. " or "- "
        words = _words(token)
        if words and token.map:
            start, after = token.map
            found += ["\n" * min(2, 1 + start - end) * bool(found), sign, words]
            sign, end = "", after
    return "".join(found)


def _words(block: Token) -> str:
    """Return the words of a paragraph, a heading, code or HTML."""
    if block.type in _CODE:
        return block.content.rstrip("\n")
    if block.type == "html_block":
        return fragment_text(block.content)
    found: list[str] = []
    for token in block.children or ():
        if token.type in _WORDS:
            found.append(token.content)
        elif token.type in _BREAKS or (token.type == "html_inline" and _BREAK.match(token.content)):
            found.append("\n" if found[-1:] != ["\n"] else "")  # a line may end with both
    return "".join(found).strip()
