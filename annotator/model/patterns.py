"""A project's word lists and token patterns, stored as JSON in settings, one for each list.

A project may come from anywhere, so its lists are checked again before they are used: see `unusable`.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, TypeAlias

from annotator.model.json_rows import mapping_in
from annotator.model.values import new_id
from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.system.json_objects import has_repeats, object_from_pairs
from annotator.text.normalization import one_line

INDEX = "patterns"  # the setting with the index of all lists; each list is in the setting INDEX.ID

MOST = 50_000  # entries of a list
MOST_LISTS = 200
LONGEST = 200  # characters of a phrase
LONGEST_NAME = 80
_MOST_TOKENS = 20
_MOST_REPEATED = 10
_MOST_CHOICES = 1_000  # values of one attribute
_MOST_OPEN = 2  # operators without an upper bound: each multiplies the work for a sentence by its length

Token: TypeAlias = Mapping[str, Any]

_ATTRIBUTES = frozenset(
    "TEXT ORTH LOWER NORM LENGTH SHAPE SPACY OP IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_UPPER IS_TITLE IS_PUNCT IS_SPACE"
    " LIKE_NUM LIKE_URL LIKE_EMAIL IS_STOP IS_BRACKET IS_QUOTE IS_LEFT_PUNCT IS_RIGHT_PUNCT IS_CURRENCY"
    " PREFIX SUFFIX".split()
)
_TRAINED = frozenset("POS TAG MORPH DEP LEMMA ENT_TYPE ENT_ID ENT_IOB ENT_KB_ID IS_SENT_START SENT_START _".split())
_OPERATORS = frozenset({"!", "?", "*", "+", ""})
_COMPARED = frozenset({"IN", "NOT_IN", "==", "!=", ">=", "<=", ">", "<"})

NO_TOKENS = QT_TRANSLATE_NOOP("Patterns", "it is neither a phrase nor a list of tokens")
TOO_LONG = QT_TRANSLATE_NOOP("Patterns", "it is too long")
NEEDS_MODEL = QT_TRANSLATE_NOOP("Patterns", "it needs information that only a trained pipeline has")
NO_REGEX = QT_TRANSLATE_NOOP("Patterns", "regular and fuzzy expressions are not run, as some never end")
UNKNOWN = QT_TRANSLATE_NOOP("Patterns", "it asks for something that spaCy does not know")
TOO_OPEN = QT_TRANSLATE_NOOP("Patterns", "it repeats too much")
REPEATED = QT_TRANSLATE_NOOP("Patterns", "a field is there twice in the same object")
NO_TEXT = QT_TRANSLATE_NOOP("Patterns", "it contains characters that are not text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A phrase, or a spaCy token pattern as JSON, with the label that it suggests (see `layers.qualified`)."""

    words: str
    label: str
    on: bool = True
    is_tokens: bool = False

    @property
    def tokens(self) -> list[dict[str, Any]]:
        """The conditions on each token, for a token pattern."""
        found: list[dict[str, Any]] = json.loads(self.words)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternList:
    """A named list of patterns. ``forms`` says whether inflected forms of phrases are found, too."""

    id: str = field(default_factory=new_id)
    name: str
    on: bool = True
    forms: bool = True
    patterns: tuple[Pattern, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the patterns that are switched on, sorted."""
        return tuple(sorted({each.label for each in self.patterns if each.on}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The entry of a list in the index of lists."""

    id: str
    name: str
    on: bool
    count: int
    labels: tuple[str, ...]
    sha256: str


def setting_of(id_: str) -> str:
    """Return the name of the setting that holds a list."""
    return f"{INDEX}.{id_}"


def dumps(found: PatternList) -> str:
    """Return a list as JSON."""
    rows = [[each.tokens if each.is_tokens else each.words, each.label, int(each.on)] for each in found.patterns]
    value = {"name": found.name, "on": found.on, "forms": found.forms, "rows": rows}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def loads(id_: str, written: str | None) -> PatternList:
    """Read a list from JSON. Unusable entries are left out."""
    value = mapping_in(written)
    given = value.get("rows")
    patterns = filter(None, map(_pattern, given[:MOST] if isinstance(given, list) else ()))
    return PatternList(
        id=id_,
        name=_name(value.get("name")),
        on=value.get("on") is not False,
        forms=value.get("forms") is not False,
        patterns=tuple(patterns),
    )


def index_of(lists: Iterable[PatternList], written: Mapping[str, str]) -> str:
    """Return the index of lists as JSON, with the hash of each list; ``written`` is the JSON of each list by id."""
    rows = [
        {
            "id": each.id,
            "name": each.name,
            "on": each.on,
            "count": len(each.patterns),
            "labels": each.labels,
            "sha256": hashlib.sha256(written[each.id].encode()).hexdigest(),
        }
        for each in lists
    ]
    return json.dumps({"lists": rows}, ensure_ascii=False)


@lru_cache(maxsize=4)
def listed(written: str | None) -> tuple[Listed, ...]:
    """Read an index of lists from JSON. Invalid entries are left out."""
    rows = mapping_in(written).get("lists")
    found = [_listed(row) for row in rows[:MOST_LISTS]] if isinstance(rows, list) else []
    return tuple({each.id: each for each in found if each is not None}.values())


def unusable(words: object) -> str | None:
    """Return why a phrase or token pattern cannot be used, as words to be translated, or None if it can."""
    if isinstance(words, str):
        if not any(map(str.isalnum, words)):
            return NO_TOKENS
        if words != plain(words):
            return NO_TEXT
        return TOO_LONG if len(words) > LONGEST or "\n" in words else None
    if has_repeats(words):
        return REPEATED
    if not isinstance(words, list) or not words or not all(isinstance(token, Mapping) for token in words):
        return NO_TOKENS
    if len(words) > _MOST_TOKENS:
        return TOO_LONG
    fault = next(filter(None, map(_fault, words)), None)
    if fault is not None:
        return fault
    written = json.dumps(words, ensure_ascii=False)
    if written != plain(written):
        return NO_TEXT
    unbounded = [token for token in words if _is_open(token)]
    if len(unbounded) > _MOST_OPEN or any(len(token) == 1 for token in unbounded):
        return TOO_OPEN
    return NO_TOKENS if all(token.get("OP") in {"*", "?", "!"} for token in words) else None


def plain(text: str) -> str:
    """Return a text that can be stored: lone surrogates, which file names can contain, become question marks."""
    return text.encode("utf-8", "replace").decode()


def name_of(text: str) -> str:
    """Return the name of a list or label as it is stored: on one line, and at most 80 characters."""
    return one_line(plain(text))[:LONGEST_NAME]


def pattern(words: object, label: str, *, on: bool = True) -> Pattern:
    """Return the pattern for a phrase or list of tokens, which must be usable (see `unusable`)."""
    if isinstance(words, str):
        return Pattern(words=one_line(words), label=label, on=on)
    written = json.dumps(words, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Pattern(words=written, label=label, on=on, is_tokens=True)


def written_words(text: str, *, is_tokens: bool) -> object:
    """Return the phrase or token pattern that a person typed, or None if a token pattern is not valid JSON."""
    if not is_tokens and not text.lstrip().startswith("[{"):
        return text.strip()
    try:
        return json.loads(text, object_pairs_hook=object_from_pairs)
    except (ValueError, RecursionError):
        return None


def together(patterns: Sequence[Pattern]) -> tuple[Pattern, ...]:
    """Return patterns without repetitions; the last one replaces earlier ones, at the place of the first."""
    kept: dict[tuple[str, str], Pattern] = {}
    for each in patterns:
        kept[each.words, each.label] = each
    return tuple(kept.values())


def with_list(lists: Sequence[PatternList], new: PatternList) -> tuple[PatternList, ...]:
    """Return the lists with a new one, which replaces a list of the same name."""
    if all(each.name != new.name for each in lists):
        return (*lists, new)
    return tuple(replace(new, id=each.id) if each.name == new.name else each for each in lists)


def _fault(token: Token) -> str | None:
    for key, value in token.items():
        name = key.upper()
        if name in {"REGEX", "FUZZY"}:
            return NO_REGEX
        if name in _TRAINED:
            return NEEDS_MODEL
        if name not in _ATTRIBUTES:
            return UNKNOWN
        fault = _operator_fault(value) if name == "OP" else _value_fault(value)
        if fault is not None:
            return fault
    return None


def _operator_fault(value: object) -> str | None:
    if not isinstance(value, str):
        return UNKNOWN
    if value in _OPERATORS:
        return None
    bounds = value[1:-1].split(",") if value[:1] == "{" and value[-1:] == "}" else [""]
    if not any(bounds) or len(bounds) > 2 or not all(b == "" or (b.isascii() and b.isdecimal()) for b in bounds):
        return UNKNOWN
    return TOO_OPEN if any(len(b) > 3 or int(b) > _MOST_REPEATED for b in bounds if b) else None


def _value_fault(value: object) -> str | None:
    if isinstance(value, str):
        return TOO_LONG if len(value) > LONGEST else None
    if isinstance(value, bool | int):
        return None
    if not isinstance(value, Mapping) or not value:
        return UNKNOWN
    for name, compared in value.items():
        if name.startswith(("REGEX", "FUZZY")):
            return NO_REGEX
        every = compared if isinstance(compared, list) else [compared]
        if name not in _COMPARED or not all(isinstance(each, str | int) for each in every):
            return UNKNOWN
        if len(every) > _MOST_CHOICES or any(len(each) > LONGEST for each in every if isinstance(each, str)):
            return TOO_LONG
    return None


def _is_open(token: Token) -> bool:
    operator = token.get("OP", "")
    return operator in {"*", "+"} or operator.endswith(",}")


def _pattern(row: Any) -> Pattern | None:
    if not isinstance(row, list) or len(row) != 3 or not isinstance(row[1], str):
        return None
    return None if unusable(row[0]) else pattern(row[0], name_of(row[1]), on=bool(row[2]))


def _listed(row: Any) -> Listed | None:
    if not isinstance(row, Mapping) or not isinstance(row.get("id"), str):
        return None
    labels, count = row.get("labels"), row.get("count")
    return Listed(
        id=row["id"],
        name=_name(row.get("name")),
        on=row.get("on") is not False,
        count=count if isinstance(count, int) else 0,
        labels=tuple(each for each in labels if isinstance(each, str)) if isinstance(labels, list) else (),
        sha256=str(row.get("sha256")),
    )


def _name(given: Any) -> str:
    return name_of(given) if isinstance(given, str) else ""
