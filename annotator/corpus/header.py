"""Headers of plain texts: lines such as "Title: …" and "Datum: …" above an article, and front matter."""

import re
from dataclasses import replace
from types import MappingProxyType
from urllib.parse import urlsplit

from annotator.corpus.article import Draft, language_of
from annotator.corpus.dates import find_dates

_DETAIL = "header_"  # a key of ``meta`` begins with it
_KEYS = MappingProxyType(
    {
        key: field
        for field, keys in {
            "title": "title titel headline überschrift schlagzeile",
            "author": "author authors author(s) autor autorin autoren autor(in) autor*in autor:in verfasser verfasserin"
            " by byline",
            "published": "date datum published veröffentlicht erschienen erscheinungsdatum publication-date"
            " publication_date published-at published_at published-on",
            "publisher": "source quelle publisher publication publikation zeitung newspaper medium outlet herausgeber",
            "url": "url link permalink web",
            "language": "language sprache",
            "section": "section ressort rubrik category kategorie",
            "subtitle": "subtitle untertitel kicker dachzeile",
        }.items()
        for key in keys.split()
    }
)
_LONGEST = MappingProxyType({"title": 300, "author": 200, "publisher": 100, "url": 2000})  # characters
_USUAL = 100
_MOST_LINES, _MOST = 40, 20_000  # of a header: lines, including empty ones, and characters
_FEWEST = 2  # known keys: prose may begin with one
_LINE = re.compile(
    r"[*_]{0,2}(?P<key>[^\W\d_][\w()*:-]{1,20}?(?:[ ](?:date|at|on))?)[*_]{0,2}\s?[:：][*_]{0,2}\s+(?P<value>\S.*)"
)
_EMPTY = re.compile(r"[*_]{0,2}(?P<key>[^\W\d_][\w()*-]{1,20})\s?[:：]\s*")
_TEXT = re.compile(r"[*_]{0,2}(?:text|body|artikeltext|fließtext|inhalt)\s?[:：][*_]{0,2}\s*", re.IGNORECASE)
_RULE = re.compile(r"[-=_*]{3,}")
_YAML = re.compile(r"[\w-]+:(?:\s|$)|[ \t]|- |#|\s*$")  # how a line of front matter begins
_QUOTED = re.compile(r"\A(?P<key>[\w-]+:\s+)(?P<sign>[\"'])(?P<value>.*)(?P=sign)\Z")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def split_header(draft: Draft) -> Draft:
    """Return a draft whose header lines have become metadata, or the same draft if it has no header.

    A header stands at the top, has a text below it, and has at least two known keys, or a title and a clear end. Only
    front matter may have unknown keys, too; they are left out. A text that only begins with "Quelle: dpa" keeps this
    line.
    """
    found: dict[str, str] = {}
    text = draft.text.lstrip("\ufeff")
    rest = _read(text, found)
    telling = found.keys() - {"section", "subtitle", "language"}
    is_header = len(telling) >= _FEWEST or (telling == {"title"} and _ends_clearly(text[: len(text) - len(rest)]))
    if not is_header or not rest.strip():
        return draft
    return _filled(replace(draft, text=rest), found)


def _ends_clearly(header: str) -> bool:
    """Return whether a header ends with an empty line or "Text:", or stands between two rules."""
    rows = [line.strip() for line in header.lstrip().splitlines()]
    first, last = rows[0], rows[-1]
    return not last or _TEXT.fullmatch(last) is not None or all(map(_RULE.fullmatch, (first, last)))


def _read(text: str, found: dict[str, str]) -> str:
    """Collect the fields of a header, and return the text below it."""
    start = 0
    lines = text[:_MOST].splitlines(keepends=True)
    front = _front_matter(lines)
    for number, line in enumerate(lines):
        words = line.strip()
        if number < front:
            _taken(_QUOTED.sub(r"\g<key>\g<value>", words), found)
        elif number >= _MOST_LINES or (words and not _RULE.fullmatch(words) and not _taken(words, found)):
            break
        start += len(line)
    rest = text[start:]
    return rest[said.end() :] if found and (said := _TEXT.match(rest.lstrip())) and rest == rest.lstrip() else rest


def _front_matter(lines: list[str]) -> int:
    """Return the number of lines of YAML between two rules at the top, as web sites put above Markdown; 0 if none."""
    if not lines or lines[0].strip() != "---":
        return 0
    for number, line in enumerate(lines[1:_MOST_LINES], 2):
        if line.strip() == "---":
            return number
        if not _YAML.match(line):
            return 0
    return 0


def _taken(line: str, found: dict[str, str]) -> bool:
    """Return whether a line belongs to the header; if so, add its value to ``found``. Each field may occur once."""
    if empty := _EMPTY.fullmatch(line):
        return _field(empty["key"]) is not None
    matched = _LINE.fullmatch(line)
    field = _field(matched["key"]) if matched else None
    if matched is None or field is None:
        return False
    value = matched["value"].strip().strip("*_").strip()
    if field == "publisher" and _ADDRESS.fullmatch(value):
        field = "url"
    if field in found or len(value) > _LONGEST.get(field, _USUAL) or (field == "url" and not _ADDRESS.fullmatch(value)):
        return False
    found[field] = value
    return True


def _field(key: str) -> str | None:
    return _KEYS.get("-".join(key.casefold().split()))


def _filled(draft: Draft, found: dict[str, str]) -> Draft:
    """Return the draft with the fields of its header; section, subtitle and an unclear date go to ``meta``.

    An address names the publisher if the header does not, as it does for web pages.
    """
    dates = find_dates(found.get("published", ""))
    kept: dict[str, str] = {name: found[name] for name in ("section", "subtitle") if name in found}
    if "published" in found and not dates:
        kept["published"] = found["published"]
    return replace(
        draft,
        title=found.get("title"),
        author=found.get("author"),
        publisher=found.get("publisher") or _site(found.get("url", "")),
        url=found.get("url"),
        published=dates[0][2] if dates else None,
        language=language_of(found.get("language")) or draft.language,
        meta={**draft.meta, **{_DETAIL + name: value for name, value in kept.items()}},
    )


def _site(url: str) -> str | None:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:  # a broken IPv6 address
        return None
