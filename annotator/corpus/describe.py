"""Metadata found in a text: headline, date, author, publisher, address, and paragraphs to leave out.

All of it is a guess for the user to review. The text is not changed.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from annotator.corpus.article import Article, Draft
from annotator.corpus.bylines import SHORT, byline, find_bylines, find_times, is_date_line, newspaper
from annotator.corpus.byte_limits import MB, TEXT_LIMIT, too_large
from annotator.corpus.dates import find_dates, is_day_of_year
from annotator.corpus.furniture import find_furniture, lines
from annotator.model.values import Part
from annotator.system import packed
from annotator.text.language import detect
from annotator.text.normalization import name_in_words, normalise, shortened, storable

_HEAD = 12  # paragraphs searched for headline, date and author
_FOOT = 6  # last paragraphs, where some pages put date and author
_LONG = 250  # characters: longer than any headline and most standfirsts
_HEADLINE = 180

_SENTENCE = re.compile(r"[.…:;][“”\"'’»«)]*$")
_SPOKEN = re.compile(r"[.!?][“”\"’»«]?\s+[\"„“»«‚‘]?[A-ZÄÖÜ].*[.…]$")
_ARTICLES = frozenset("der die das ein eine the a an".split())
_SIGNED = re.compile(r"\((?P<sign>[a-z]{2,5}(?:/[a-z]{2,5}){0,3})\)")
_GREETING = re.compile(
    r"(?:guten (?:abend|morgen|tag)|hallo|lieber?|sehr geehrter?|dear|good (?:evening|morning)|hello)\b.*[,!]",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"(?:updated?|aktualisiert|modified|geändert|stand)\W[^0-9]{0,30}$", re.IGNORECASE)
_PLACE = re.compile(r"(?:[^.!?,;0-9–—]{2,40}(?:,\s?|\s[–—-]\s)){0,3}(?:den\s)?")
_AFTER_DATE = re.compile(r"\s?(?:\([^()]{2,40}\)\s?)?(?:[.:–—-]|$)")
_IN_BRACKETS = re.compile(r"[^.!?,;:0-9–—()]{2,40}\s\($"), re.compile(r"\)\s?[.:–—-]")  # around the date
_AGENCY = re.compile(r"(?P<place>[^!?()„“\"]{2,80})\s\((?P<agency>[^()\s][^()]{1,38})\)\s?(?:--|[–—-])\s")
_SOURCE = re.compile(r"(?:quelle|source|publisher|zeitung|medium)\s?:\s?(?P<publisher>[^:/]{2,60})", re.IGNORECASE)
_FIGURES = re.compile(r", [a-zäöü]")  # "Quelle: Landeswahlleitung, vorläufiges Ergebnis": the source of figures
_URL = re.compile(r"(?:(?:url|link|quelle|source)\s?:\s?)?(?P<url>https?://[^\s<>\"]{4,2000})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """The metadata found in a text.

    ``published`` is an ISO date. ``furniture`` lists paragraphs in order, in code points, end exclusive.
    """

    title: str
    published: str | None
    author: str | None
    publisher: str | None
    url: str | None
    furniture: tuple[Part, ...]


def describe(text: str, *, name: str) -> Description:
    """Find metadata in a normalised text; ``name`` is the title if the text has none."""
    paragraphs = lines(text)
    furniture = find_furniture(paragraphs)
    left_out = set(furniture)
    kept = [paragraph for paragraph in paragraphs if paragraph.part not in left_out]
    own = [paragraph.text for paragraph in kept]
    title = _title(own) or name
    around = [paragraph for paragraph in (*kept[:_HEAD], *kept[_HEAD:][-_FOOT:]) if paragraph.text != title]
    about = [paragraph.text for paragraph in around]
    bylines = {line: names for line in about if (names := byline(line))}
    publisher = _publisher(about) or next(filter(None, map(newspaper, bylines)), None)
    return Description(
        title=title,
        published=_published(about, bylines),
        author=_author(about, bylines),
        publisher=publisher,
        url=next((m["url"] for line in about if (m := _URL.fullmatch(line))), None),
        furniture=tuple(sorted({*furniture, *find_bylines(around), *find_times(kept)})),
    )


def _title(own: Sequence[str]) -> str:
    head = list(own[:_HEAD])
    first_long = next((i for i, line in enumerate(head) if len(line) > _LONG), len(head))
    candidates = [line for line in head[:first_long] if _may_be_title(line)]
    candidates = candidates or [line for line in head[first_long:] if _may_be_title(line)][:1]
    strong = next((line for line in candidates if not _is_kicker(line)), None)
    if strong is None:
        strong = max(candidates, key=lambda line: len(line.split()), default=None)
    return strong.lstrip("#").strip() if strong else _shortened(own)


def _may_be_title(line: str) -> bool:
    if len(line) > _HEADLINE or _SENTENCE.search(line) or _SPOKEN.search(line):
        return False
    return not (
        _is_about(line) or _URL.fullmatch(line) or _GREETING.fullmatch(line) or not re.search(r"[^\W\d_]{2}", line)
    )


def _is_about(line: str) -> bool:
    """Return whether a line is metadata: date, byline or source."""
    return is_date_line(line) or bool(byline(line)) or _SOURCE.fullmatch(line) is not None


def _is_kicker(line: str) -> bool:
    """Return whether a line looks like a section or topic: one or two words, or a few in capitals."""
    count = len(line.split())
    return count < 3 or (line.isupper() and count < 5)


def _shortened(own: Sequence[str]) -> str:
    """Return the beginning of the first paragraph as a title."""
    return shortened(next((line for line in own if not _is_about(line)), ""), SHORT)


def _published(about: Sequence[str], bylines: Collection[str]) -> str | None:
    """Return the date of a date line, or else of a dateline; a publication date outranks an update."""
    updated = None
    for line in (
        *(line for line in about if line in bylines or is_date_line(line)),
        *(line for line in about if _has_dateline(line)),
    ):
        for start, _, iso in find_dates(line[: 2 * SHORT]):
            if not _UPDATED.search(line[:start]):
                return iso
            updated = updated or iso
    return updated


def _has_dateline(line: str) -> bool:
    found = find_dates(line[:SHORT])
    if not found:
        return False
    start, end, _ = found[0]
    around = ((_PLACE, _AFTER_DATE), _IN_BRACKETS)
    return any(before.fullmatch(line[:start]) and after.match(line[end:]) for before, after in around)


def _author(about: Sequence[str], bylines: Mapping[str, str]) -> str | None:
    named = next(iter(bylines.values()), None)
    if named:
        return named
    signed = next((match for line in reversed(about) if (match := _SIGNED.fullmatch(line))), None)
    return signed["sign"] if signed else None


def _publisher(about: Sequence[str]) -> str | None:
    for line in about:
        stated = _SOURCE.fullmatch(line)
        if stated and not _FIGURES.search(line):
            return stated["publisher"].strip().removesuffix(".")
        agency = _AGENCY.match(line)
        if agency and _is_place(agency["place"]) and not _is_date(agency["agency"].strip()):
            return agency["agency"].strip()
    return None


def _is_date(words: str) -> bool:
    return bool(find_dates(words)) or is_day_of_year(words)


def _is_place(line: str) -> bool:
    """Return whether this can begin an agency's dateline: a place, perhaps followed by a date."""
    dates = find_dates(line)
    place = line[: dates[0][0]].split() if dates else line.split()
    return 0 < len(place) <= 4 and place[0].lower() not in _ARTICLES and all(word[:1].isupper() for word in place)


_WORDS = ("title", "author", "publisher", "url", "published", "place", "id")


def finish(draft: Draft, *, name: str) -> Article:
    """Build an article; metadata of the file outranks that found in the text, unless the draft is a guess.

    ``name`` is the file name, or a description of another origin.

    Raises:
        TextError: ``text.empty``, ``text.nul``, ``text.surrogate``, ``text.too_large``.
    """
    if len(draft.text) > TEXT_LIMIT * MB:
        raise too_large(name, len(draft.text))
    text, _ = normalise(draft.text, name=name)
    draft, name = _storable(draft), name_in_words(name)
    found = describe(text, name=packed.bare(Path(name)).stem)
    first, second = (found, draft) if draft.guessed else (draft, found)
    return Article(
        title=draft.title or found.title,
        text=text,
        language=detect(text, "") or draft.language,
        publisher=first.publisher or second.publisher,
        author=first.author or second.author,
        url=first.url or second.url,
        published=first.published or second.published,
        meta=_meta(draft, name),
        furniture=found.furniture,
        encoding=draft.encoding,
        encoding_sure=draft.encoding_sure,
        name=f"{name}, {draft.place}" if draft.place else name,
        unit=draft.unit,
        labels=draft.labels,
        unread=draft.unread,
    )


def _storable(draft: Draft) -> Draft:
    """Return a draft without half characters (lone surrogates) in its metadata, as JSON may hold."""
    words: dict[str, Any] = {name: storable(value) for name in _WORDS if (value := getattr(draft, name)) is not None}
    return replace(
        draft,
        meta={storable(key): storable(value) for key, value in draft.meta.items()},
        labels=tuple((storable(name), storable(value)) for name, value in draft.labels),
        **words,
    )


def _meta(draft: Draft, name: str) -> dict[str, str]:
    known = {"place": draft.place, "external_id": draft.id, "encoding": draft.encoding}
    return {"file": name, **{key: value for key, value in known.items() if value}, **draft.meta}
