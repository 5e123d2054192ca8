"""Reads Markdown as text: headings, emphasis, links and quotes lose their signs; the words stay."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from annotator.corpus.article import Asked, Draft, Found
from annotator.corpus.byte_limits import read_content
from annotator.corpus.encoding import decode
from annotator.corpus.header import split_header

_DEEPEST = 6  # signs before a heading
_LINK = re.compile(r"(?<!\\)(?P<image>!?)\[(?P<words>[^\[\]\n]{0,200})\]\((?P<to>[^()\n]{0,500})\)")
_EMPHASIS = re.compile(r"(?<![\w\\*])(?P<sign>\*{1,3})(?=\S)(?P<words>[^*\n]{1,200})(?<=\S)(?P=sign)(?![\w*])")
_UNDERLINED = re.compile(r"(?<![\w\\])(?P<sign>_{1,3})(?=\S)(?P<words>[^_\n]{1,200})(?<=\S)(?P=sign)(?!\w)")
_ESCAPED = re.compile(r"\\(?P<words>[!-/:-@\[-`{-~])")


def read_markdown(path: Path, asked: Asked) -> Iterator[Found]:
    """Yield the article of a Markdown file; lines such as "title: …" above it, as in front matter, are its details."""
    decoded = decode(read_content(path), name=path.name, forced=asked.encoding)
    draft = split_header(Draft(text=decoded.text, encoding=decoded.encoding, encoding_sure=decoded.sure))
    yield replace(draft, text=_plain(draft.text))


def _plain(text: str) -> str:
    """Return the text without the signs of Markdown; pictures are left out, lists and code stay as they are."""
    text = "\n".join(map(_line, text.split("\n")))
    text = _LINK.sub(lambda found: "" if found["image"] else found["words"], text)
    for signs in (_EMPHASIS, _UNDERLINED, _ESCAPED):
        text = signs.sub(r"\g<words>", text)
    return text


def _line(line: str) -> str:
    """Return a line without the signs of a heading or a quote."""
    words = line.lstrip(" ")
    if words.startswith(">"):
        return words[1:].removeprefix(" ")
    head = words.lstrip("#")
    signs = len(words) - len(head)
    if not 0 < signs <= _DEEPEST or not head.startswith((" ", "\t")):
        return line
    head = head.strip()
    bare = head.rstrip("#")
    return bare.rstrip() if bare.endswith((" ", "\t")) else head
