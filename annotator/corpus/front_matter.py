"""Front matter: details that web sites keep above a text, as YAML between lines of --- or as TOML between lines of +++.

Only plain YAML is understood. Everything else, such as anchors and types, is kept as written. Nothing is expanded or
run. Lines that are no YAML at all are returned apart, unless they may be sentences: then the block is text.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from textwrap import dedent
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from annotator.text.normalization import one_line

Values: TypeAlias = list[tuple[str, str]]
"""(name, value) pairs in text order. Nested names are joined by dots; a list is one value."""

_ENDS = MappingProxyType({"---": ("---", "..."), "+++": ("+++",)})
_MOST_LINES, _MOST = 1000, 65_536  # lines and characters
_DEPTH = 4  # levels of names
_KEY = re.compile(r"(?P<sign>[\"']?)(?P<key>[\w@][\w.@-]*(?: [\w.@-]+){0,2}|<<)(?P=sign):(?:\s+(?P<value>\S.*)|\s*)")
_BELOW = re.compile(r"[ \t]|- |-$|[]}]")  # the beginning of a line that belongs to the name above it
_BLOCK = re.compile(r"[|>][-+0-9]{0,2}(?:\s+#.*)?")
_DOUBLE = re.compile(r'("(?:[^"\\]|\\.)*")(?:\s+#.*)?')
_SINGLE = re.compile(r"'((?:[^']|'')*)'(?:\s+#.*)?")
_LIST = re.compile(r"\[([^][{}]{0,10000})\](?:\s+#.*)?")
_ENTRY = re.compile(r"\s*(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^,]*)\s*(?:,|$)")
_COMMENT = re.compile(r"\s#\s.*")  # YAML needs no space after the sign, but headlines have words such as #1
_NOTHING = frozenset({"", "~", "null"})
_SENTENCE = re.compile(r".*[.!?…][\"'”“’‘»«)]*", re.DOTALL)


class FrontMatter(NamedTuple):
    """The values of front matter, its lines that cannot be read, and the text below it."""

    values: Values
    unread: tuple[str, ...]
    text: str


def split_front_matter(text: str) -> FrontMatter | None:
    """Return the front matter of a text, or None if there is none or it may be prose."""
    lines = text[:_MOST].splitlines(keepends=True)[:_MOST_LINES]
    rule = lines[0].rstrip() if lines else ""
    ends = _ENDS.get(rule, ())
    last = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in ends), None)
    if last is None:
        return None
    if rule == "+++":
        values, unread = _toml("".join(lines[1:last])), list[str]()
    else:
        values, unread = _yaml([line.rstrip() for line in lines[1:last]])
    if not values or len(unread) >= len(values) or any(map(_SENTENCE.fullmatch, unread)):
        return None
    return FrontMatter(values, tuple(unread), text[sum(map(len, lines[: last + 1])) :])


def _toml(written: str) -> Values:
    import tomllib  # the window imports this module before it is painted

    try:
        return list(_flat("", tomllib.loads(written), _DEPTH))
    except (ValueError, RecursionError):
        return []


def _flat(name: str, value: Any, depth: int) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping) and depth:
        for key, held in value.items():
            yield from _flat(f"{name}.{key}" if name else key, held, depth - 1)
    else:
        yield name, ", ".join(map(_words, value)) if isinstance(value, list) else _words(value)


def _words(value: Any) -> str:
    if isinstance(value, str):
        return value.replace("\0", "\ufffd")
    return value.isoformat() if isinstance(value, date | time) else json.dumps(value, ensure_ascii=False, default=str)


def _yaml(lines: Sequence[str], above: str = "", depth: int = _DEPTH) -> tuple[Values, list[str]]:
    """Return the values of lines of YAML, and what is neither a name, nor below one, nor a comment."""
    blocks: list[tuple[str | None, str, list[str]]] = []
    for line in lines:
        if matched := _KEY.fullmatch(line):
            blocks.append((above + matched["key"], matched["value"] or "", []))
        elif blocks and (not line or _BELOW.match(line)):
            blocks[-1][2].append(line)
        elif line and not line.startswith("#"):
            blocks.append((None, line, []))
    found: Values = []
    unread: list[str] = []
    for name, value, below in blocks:
        if name is None:
            unread.append("\n".join([value, *below]).rstrip())
        else:
            found += _block(name, value, below, depth)
    return found, unread


def _block(name: str, value: str, below: Sequence[str], depth: int) -> Values:
    """Return the values of a name from the words after its colon and the lines below it."""
    if _BLOCK.fullmatch(value):
        kept = dedent("\n".join(below)).strip()
        return [(name, kept if value[0] == "|" else one_line(kept))]
    value = "" if value.startswith("#") else value
    rows = [row for row in below if row and not row.lstrip().startswith("#")]
    if value and not value.startswith(("&", "!")):
        return [(name, words)] if (words := _scalar(" ".join([value, *(row.strip() for row in rows)]))) else []
    within = dedent("\n".join(rows)).split("\n") if rows else []
    entries = [row[2:].strip() for row in within if row.startswith("- ")]
    if value or (within and len(entries) == len(within) and not any(map(_is_nested, entries))):
        return [(name, "\n".join([value, *within]) if value else ", ".join(filter(None, map(_scalar, entries))))]
    nested, unread = _yaml(within, f"{name}.", depth - 1) if within and depth > 1 else ([], [])
    return nested if nested and not unread else [(name, "\n".join(within))] if within else []


def _is_nested(entry: str) -> bool:
    return entry.startswith(("&", "!", "*", "[", "{", "- ")) or _KEY.fullmatch(entry) is not None


def _scalar(written: str) -> str:
    """Return a value without quotes and comment; the entries of a list in brackets are joined by commas."""
    if matched := _DOUBLE.fullmatch(written):
        return _unquoted(matched[1])
    if matched := _SINGLE.fullmatch(written):
        return matched[1].replace("''", "'")
    if matched := _LIST.fullmatch(written):
        return ", ".join(words for entry in _ENTRY.findall(matched[1]) if (words := _scalar(entry.strip())))
    if len(written) > 1 and written[0] == written[-1] and written[0] in "\"'":  # it contains such quotes, too
        return written[1:-1]
    words = _COMMENT.sub("", written).strip()
    return "" if words in _NOTHING else words


def _unquoted(written: str) -> str:
    """Return the words in double quotes, with JSON's escapes resolved; YAML has further ones, which stay."""
    try:
        return str(json.loads(written)).replace("\0", "\ufffd")
    except ValueError:
        return written[1:-1]
