"""Headers of plain texts: lines such as "Title: …" and "Datum: …" above an article, and front matter."""

import re
from dataclasses import replace
from types import MappingProxyType
from urllib.parse import urlsplit

from annotator.corpus.article import Draft, language_of
from annotator.corpus.dates import find_dates
from annotator.corpus.front_matter import FrontMatter, split_front_matter
from annotator.text.language import OTHER

_DETAIL = "header_"  # a key of ``meta`` begins with it
_UNREAD = "unread_header"  # the key of the lines of front matter that cannot be read
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
            "language": "language sprache lang",
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
_BY = re.compile(r"^(?:[Bb][Yy]|[Vv]on|VON)\s+(?=[^\W\d_a-zäöü])")
_RULE = re.compile(r"[-=_*]{3,}")
_OF_SITES = frozenset(
    "layout permalink slug tags tag categories draft description summary excerpt image weight aliases lastmod updated"
    " created type id comments".split()
)
"""Further common names in front matter; lines between two rules with none of these or `_KEYS` may be prose."""
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def split_header(draft: Draft) -> Draft:
    """Return a draft whose header lines have become metadata, or the same draft if it has no header.

    A header stands at the top, has a text below it, and has at least two known keys, or a title and a clear end. A text
    that only begins with "Quelle: dpa" keeps this line. Front matter needs one name that web sites use, and two if it
    has lines that cannot be read; these lines and values of other names go to ``meta``.
    """
    text = draft.text.lstrip("\ufeff")
    front = split_front_matter(text)
    if front and front.text.strip() and _of_site(front):
        return _with_front_matter(draft, front)
    found: dict[str, str] = {}
    rest = _read(text, found)
    telling = found.keys() - {"section", "subtitle", "language"}
    is_header = len(telling) >= _FEWEST or (telling == {"title"} and _ends_clearly(text[: len(text) - len(rest)]))
    if not is_header or not rest.strip():
        return draft
    return _filled(replace(draft, text=rest), found)


def _of_site(front: FrontMatter) -> bool:
    known = {name for name, _ in front.values if _field(name) or name.casefold() in _OF_SITES}
    return len(known) >= (_FEWEST if front.unread else 1)


def _with_front_matter(draft: Draft, front: FrontMatter) -> Draft:
    """Return the draft with the values as its fields; a value that fits no field goes to ``meta`` under its name."""
    found: dict[str, str] = {}
    meta = dict(draft.meta)
    for name, value in front.values:
        field = _field(name.removesuffix(".name"))
        if field is None or not _took(field, value, found):
            known = meta.get(_DETAIL + name)
            meta[_DETAIL + name] = f"{known}\n{value}" if known else value
    if front.unread:
        meta[_UNREAD] = "\n".join(front.unread)
    return _filled(replace(draft, text=front.text, meta=meta, unread=front.unread), found)


def _ends_clearly(header: str) -> bool:
    """Return whether a header ends with an empty line or "Text:", or stands between two rules."""
    rows = [line.strip() for line in header.lstrip().splitlines()]
    first, last = rows[0], rows[-1]
    return not last or _TEXT.fullmatch(last) is not None or all(map(_RULE.fullmatch, (first, last)))


def _read(text: str, found: dict[str, str]) -> str:
    """Collect the fields of a header, and return the text below it."""
    start = 0
    lines = text[:_MOST].splitlines(keepends=True)
    for number, line in enumerate(lines):
        words = line.strip()
        if number >= _MOST_LINES or (words and not _RULE.fullmatch(words) and not _taken(words, found)):
            break
        start += len(line)
    rest = text[start:]
    return rest[said.end() :] if found and (said := _TEXT.match(rest.lstrip())) and rest == rest.lstrip() else rest


def _taken(line: str, found: dict[str, str]) -> bool:
    """Return whether a line belongs to the header; if so, add its value to ``found``. Each field may occur once."""
    if empty := _EMPTY.fullmatch(line):
        return _field(empty["key"]) is not None
    matched = _LINE.fullmatch(line)
    field = _field(matched["key"]) if matched else None
    if matched is None or field is None:
        return False
    return _took(field, matched["value"].strip().strip("*_").strip(), found)


def _took(field: str, value: str, found: dict[str, str]) -> bool:
    """Return whether a value fits a field that has none yet; if so, add it to ``found``."""
    if field == "publisher" and _ADDRESS.fullmatch(value):
        field = "url"
    if field in found or "\n" in value or len(value) > _LONGEST.get(field, _USUAL):
        return False
    if field == "url" and not _ADDRESS.fullmatch(value):
        return False
    found[field] = value
    return True


def _field(key: str) -> str | None:
    return _KEYS.get("-".join(key.casefold().split()))


def _filled(draft: Draft, found: dict[str, str]) -> Draft:
    """Return the draft with the fields of its header.

    Section and subtitle go to ``meta``, and so does a date or language that says more than its field can hold. An
    address names the publisher if the header does not, as it does for web pages.
    """
    published = found.get("published", "")
    dates = find_dates(published)
    author, language = found.get("author"), language_of(found.get("language"))
    kept: list[str] = [name for name in ("section", "subtitle") if name in found]
    kept += ["published"] * (len(published) > sum(end - start for start, end, _ in dates[:1]))
    kept += ["language"] * (language == OTHER)
    meta = dict(draft.meta)
    for name in kept:
        meta[_DETAIL + name] = "\n".join(filter(None, (found[name], meta.get(_DETAIL + name))))
    return replace(
        draft,
        title=found.get("title"),
        author=author and _BY.sub("", author),
        publisher=found.get("publisher") or _site(found.get("url", "")),
        url=found.get("url"),
        published=dates[0][2] if dates else None,
        language=language or draft.language,
        meta=meta,
    )


def _site(url: str) -> str | None:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:  # a broken IPv6 address
        return None
