"""Split the statements of `sqlite_schema` into tokens as SQLite does, to compare them."""

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

Tokens: TypeAlias = tuple[str, ...]

_TOKEN = re.compile(
    r"""
    (?P<nothing>[ \t\n\f\r]+|--[^\n]*|/\*.*?(?:\*/|\Z))
    |(?P<quoted>"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^]]*])
    |(?P<string>'(?:[^']|'')*')
    |(?P<word>[A-Za-z0-9_$\x80-\U0010ffff]+)
    |(?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_UPPER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
# A keyword in quotes is a name or a string.
_KEYWORDS = frozenset(
    """
    abort action add after all alter always analyze and as asc attach autoincrement before begin between by cascade case
    cast check collate column commit conflict constraint create cross current current_date current_time
    current_timestamp database default deferrable deferred delete desc detach distinct do drop each else end escape
    except exclude exclusive exists explain fail false filter first following for foreign from full generated glob group
    groups having if ignore immediate in index indexed initially inner insert instead intersect into is isnull join key
    last left like limit match materialized natural new no not nothing notnull null nulls of offset old on or order
    others outer over partition plan pragma preceding primary query raise range recursive references regexp reindex
    release rename replace restrict returning right rollback row rows savepoint select set stored strict table temp
    temporary then ties to transaction trigger true unbounded union unique update using vacuum values view virtual when
    where window with without
    """.split()
)


class CreatedObject(NamedTuple):
    """The object that a CREATE statement makes.

    ``kind`` is the type in `sqlite_schema`. ``on`` is the table of an index or a trigger, else the object's own name.
    ``rest`` are the tokens after the name, or after the table of an index.
    """

    kind: str
    name: str
    on: str
    rest: Tokens
    virtual: bool = False
    unique: bool = False


def fold(name: str) -> str:
    """Fold a name as SQLite does to compare names: only ASCII letters are lower-cased."""
    return name.translate(_UPPER)


def tokens(sql: str) -> Tokens:
    """Split a statement into tokens, without white space, comments and needless quotes, and with names folded.

    `ALTER TABLE … RENAME` adds needless quotes. Strings stay as they are.
    """
    found = []
    for match in _TOKEN.finditer(sql):
        kind, text = match.lastgroup, match.group()
        if kind == "quoted":
            name = unquoted(text)
            plain = _PLAIN.fullmatch(name) and fold(name) not in _KEYWORDS
            found.append(fold(name) if plain else '"' + fold(name).replace('"', '""') + '"')
        elif kind == "word":
            found.append(fold(text))
        elif kind != "nothing":
            found.append(text)
    return tuple(found)


def unquoted(token: str) -> str:
    """Return the name in a token, without its quotes."""
    quote = token[:1]
    if quote == "[":
        return token[1:-1]
    return token[1:-1].replace(quote * 2, quote) if quote in {'"', "`", "'"} and len(token) > 1 else token


def head(found: Tokens) -> CreatedObject | None:
    """Return the object that a CREATE statement makes, with folded names, or None for any other statement."""
    if found[:1] != ("create",):
        return None
    rest = list(found[1:])
    unique, virtual = _took(rest, "unique"), _took(rest, "virtual")
    kind = rest.pop(0) if rest else ""
    if kind not in {"table", "index", "view", "trigger"} or not rest:
        return None
    name = fold(unquoted(rest.pop(0)))
    on = name
    if kind == "index":
        if not _took(rest, "on") or not rest:
            return None
        on = fold(unquoted(rest.pop(0)))
    elif kind == "trigger":
        if "on" not in rest[:-1]:
            return None
        place = rest.index("on") + 1  # the first bare "on" is the keyword
        on = fold(unquoted(rest[place]))
    return CreatedObject(kind, name, on, tuple(rest), virtual=virtual, unique=unique)


def _took(rest: list[str], word: str) -> bool:
    """Remove the first token if it is this word, and return whether it was."""
    if rest[:1] != [word]:
        return False
    del rest[0]
    return True


def definitions(rest: Sequence[str]) -> tuple[list[Tokens], Tokens] | None:
    """Split the tokens after a table's name into its columns and constraints, and the tokens after the bracket.

    Return None if there is no list in brackets.
    """
    if not rest or rest[0] != "(":
        return None
    parts: list[list[str]] = [[]]
    depth = 0
    for place, word in enumerate(rest):
        depth += (word == "(") - (word == ")")
        if not depth:
            return [tuple(part) for part in parts], tuple(rest[place + 1 :])
        if depth == 1 and word == ",":
            parts.append([])
        elif place:
            parts[-1].append(word)
    return None


def has_only_more(expected: Tokens, found: Tokens) -> bool:
    """Return whether ``found`` makes the expected table, at most with additional columns or constraints."""
    made, makes = head(expected), head(found)
    if made is None or makes is None or (made.name, made.virtual) != (makes.name, makes.virtual):
        return False
    ours, theirs = definitions(made.rest), definitions(makes.rest)
    if ours is None or theirs is None or ours[1] != theirs[1]:
        return False
    left = iter(theirs[0])
    return all(part in left for part in ours[0])


def is_plain_index(found: CreatedObject) -> bool:
    """Return whether an index has bare columns only, so that it computes nothing and refuses no row."""
    parts = definitions(found.rest)
    if found.unique or parts is None or parts[1]:
        return False
    return all(_is_bare(part) for part in parts[0])


def _is_bare(part: Tokens) -> bool:
    column, *rest = part or ("",)
    if rest[:1] == ["collate"]:
        if rest[1:2] not in (["binary"], ["nocase"], ["rtrim"]):
            return False
        rest = rest[2:]
    named = column[:1] == '"' or (_PLAIN.fullmatch(column) is not None and column not in _KEYWORDS)
    return named and rest in ([], ["asc"], ["desc"])
