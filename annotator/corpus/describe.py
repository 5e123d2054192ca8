"""Metadata found in a text: headline, date, author, publisher, address, and paragraphs to leave out.

All of it is a guess for the user to review. The text is not changed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.corpus.dates import find_dates
from annotator.corpus.furniture import find_furniture, lines
from annotator.model.values import Part

_HEAD = 12  # paragraphs among which headline, date and author stand
_FOOT = 6  # paragraphs at the end where some pages put date and author
_LONG = 250  # characters that no headline has, and hardly a standfirst
_HEADLINE = 180
_SHORT = 120  # characters of a line about the article: date, author

_SENTENCE = re.compile(r"[.…:;][“”\"'’»«)]*$")
_SPOKEN = re.compile(r"[.!?][“”\"’»«]?\s+[\"„“»«‚‘]?[A-ZÄÖÜ].*[.…]$")
_NAME_PARTICLES = frozenset(
    "von van vom zu zur der den de di da del della du la le el al bin ibn dos af av ter ten y".split()
)
_WEEKDAYS = frozenset(
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"
    " monday tuesday wednesday thursday friday saturday sunday".split()
)
_ARTICLES = frozenset("der die das ein eine the a an".split())
_BYLINE = re.compile(
    r"(?:von|by|text|autor(?:in)?|author|words\sby|reporting\sby|ein\s.{3,40}\svon)\s?(?::\s?|\s)", re.IGNORECASE
)
_ROLE = re.compile(
    r".*(?:correspondent|reporter|editor|writer|columnist|redakteur(?:in)?|korrespondent(?:in)?|autor(?:in)?|redaktion)",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"\s?[,|;•·/]\s?|\s[–—-]\s|\s\(|\s(?:am|on|in|aus)\s(?=[A-Z0-9])")
_AND = re.compile(r"\s(?:und|and|&|u\.)\s")
_SIGNED = re.compile(r"\((?P<sign>[a-z]{2,5}(?:/[a-z]{2,5}){0,3})\)")
_UPDATED = re.compile(r"(?:updated?|aktualisiert|modified|geändert|stand)\W[^0-9]{0,30}$", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"(?:published|posted|updated|last\s\w+|veröffentlicht|erschienen|aktualisiert|stand|datum|date|vom|on)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:[^.!?,;0-9–—]{2,40}(?:,\s?|\s[–—-]\s)){0,3}(?:den\s)?")
_AFTER_DATE = re.compile(r"\s?(?:\([^()]{2,40}\)\s?)?(?:[.:–—-]|$)")
_IN_BRACKETS = re.compile(r"[^.!?,;:0-9–—()]{2,40}\s\($"), re.compile(r"\)\s?[.:–—-]")  # around the date
_AGENCY = re.compile(r"(?P<place>[^!?()„“\"]{2,80})\s\((?P<agency>[^()\s][^()]{1,38})\)\s?(?:--|[–—-])\s")
_SOURCE = re.compile(r"(?:quelle|source|publisher|zeitung|medium)\s?:\s?(?P<publisher>[^:/]{2,60})", re.IGNORECASE)
_URL = re.compile(r"(?:(?:url|link|quelle|source)\s?:\s?)?(?P<url>https?://[^\s<>\"]{4,2000})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """The metadata found. ``published`` is an ISO date; ``furniture`` is in order, in code points, end exclusive."""

    title: str
    published: str | None
    author: str | None
    publisher: str | None
    url: str | None
    furniture: tuple[Part, ...]


def describe(text: str, *, name: str) -> Description:
    """Find metadata in a normalised text.

    Args:
        text: The text.
        name: The title if the text has none.
    """
    paragraphs = lines(text)
    furniture = find_furniture(paragraphs)
    left_out = set(furniture)
    own = [line.words for line in paragraphs if line.part not in left_out]
    title = _title(own) or name
    about = [words for words in (*own[:_HEAD], *own[_HEAD:][-_FOOT:]) if words != title]
    return Description(
        title=title,
        published=_published(about),
        author=_author(about),
        publisher=_publisher(about),
        url=next((m["url"] for words in about if (m := _URL.fullmatch(words))), None),
        furniture=furniture,
    )


def _title(own: Sequence[str]) -> str:
    head = list(own[:_HEAD])
    first_long = next((i for i, words in enumerate(head) if len(words) > _LONG), len(head))
    candidates = [words for words in head[:first_long] if _may_be_title(words)]
    candidates = candidates or [words for words in head[first_long:] if _may_be_title(words)][:1]
    strong = next((words for words in candidates if not _is_kicker(words)), None)
    if strong is None:
        strong = max(candidates, key=lambda words: len(words.split()), default=None)
    return _clean(strong) if strong else _shortened(own)


def _may_be_title(words: str) -> bool:
    if len(words) > _HEADLINE or _SENTENCE.search(words) or _SPOKEN.search(words):
        return False
    return not (_is_about(words) or _URL.fullmatch(words) or not re.search(r"[^\W\d_]{2}", words))


def _is_about(words: str) -> bool:
    """Return whether a line is metadata: date, byline or source."""
    return _is_date_line(words) or bool(_byline(words)) or _SOURCE.fullmatch(words) is not None


def _is_kicker(words: str) -> bool:
    """Return whether a line looks like a section or topic: one or two words, or a few in capitals."""
    count = len(words.split())
    return count < 3 or (words.isupper() and count < 5)


def _clean(words: str) -> str:
    return words.lstrip("#").strip()


def _shortened(own: Sequence[str]) -> str:
    """Return the beginning of the first paragraph as a title."""
    words = next((words for words in own if not _is_about(words)), "")
    if len(words) <= _SHORT:
        return words
    return words[:_SHORT].rpartition(" ")[0] + "…" if " " in words[:_SHORT] else words[:_SHORT] + "…"


def _is_date_line(words: str) -> bool:
    """Return whether a short line is little more than a date."""
    found = find_dates(words) if len(words) <= _SHORT else []
    if not found:
        return False
    start, end, _ = found[0]
    before, after = words[:start], words[end:]
    if _PUBLISHED.match(words) or "|" in words or "•" in words or "·" in words:
        return True
    return len(before.split()) <= 4 and len(after.split()) <= 6 and not _runs_on(before, after)


def _runs_on(before: str, after: str) -> bool:
    """Return whether the date is part of a clause, as in a headline: words around it without a comma."""
    last = before.rstrip().lower().rpartition(" ")[2]
    bound = bool(last) and last[-1].isalpha() and last not in {"den", "am", "on", "vom", "of"} | _WEEKDAYS
    follows = re.match(r"\s+(?!uhr|um|at|by|von|[ap]\.?m)[^\W\d_]", after, re.IGNORECASE) is not None
    return bound or follows


def _published(about: Sequence[str]) -> str | None:
    """Return the date of a date line, else of a dateline; a publication date outranks an update."""
    updated = None
    for words in (*(w for w in about if _is_date_line(w) or _byline(w)), *(w for w in about if _has_dateline(w))):
        for start, _, iso in find_dates(words[: 2 * _SHORT]):
            if not _UPDATED.search(words[:start]):
                return iso
            updated = updated or iso
    return updated


def _has_dateline(words: str) -> bool:
    found = find_dates(words[:_SHORT])
    if not found:
        return False
    start, end, _ = found[0]
    around = ((_PLACE, _AFTER_DATE), _IN_BRACKETS)
    return any(before.fullmatch(words[:start]) and after.match(words[end:]) for before, after in around)


def _author(about: Sequence[str]) -> str | None:
    named = next((names for words in about if (names := _byline(words))), None)
    if named:
        return named
    signed = next((match for words in reversed(about) if (match := _SIGNED.fullmatch(words))), None)
    return signed["sign"] if signed else None


def _byline(words: str) -> str:
    """Return the names in a line that says who wrote the article, empty if it is none."""
    if len(words) > _SHORT:
        return ""
    prefix = _BYLINE.match(words)
    if prefix:
        return _leading_names(_BREAKS.split(words[prefix.end() :]))
    if "," not in words and "|" not in words:
        return ""
    segments = [segment.strip() for segment in _BREAKS.split(words)]
    if len(segments) == 2 and _ROLE.fullmatch(segments[1]) and "," in words:
        return _leading_names(segments[:1])
    if "|" in words and find_dates(words):
        return next((s for s in reversed(segments) if _are_names(s) and not s.isupper() and not find_dates(s)), "")
    return ""


def _leading_names(segments: Iterable[str]) -> str:
    names: list[str] = []
    for segment in segments:
        if not _are_names(segment):
            break
        names.append(segment.strip())
    return ", ".join(names)


def _are_names(segment: str) -> bool:
    return all(_is_name(person.split()) for person in _AND.split(segment.strip()))


def _is_name(words: Sequence[str]) -> bool:
    if not 2 <= len(words) <= 5 or not words[-1][:1].isupper():
        return False
    return all(
        word in _NAME_PARTICLES or (word[:1].isupper() and re.fullmatch(r"[^\W\d_]+(?:[-'’.][^\W\d_]*)*", word))
        for word in words
    )


def _publisher(about: Sequence[str]) -> str | None:
    for words in about:
        stated = _SOURCE.fullmatch(words)
        if stated:
            return stated["publisher"].strip()
        agency = _AGENCY.match(words)
        if agency and _is_place(agency["place"]) and not find_dates(agency["agency"]):
            return agency["agency"].strip()
    return None


def _is_place(words: str) -> bool:
    """Return whether an agency's dateline can begin like this: a place, perhaps with a date."""
    dates = find_dates(words)
    place = words[: dates[0][0]].split() if dates else words.split()
    return 0 < len(place) <= 4 and place[0].lower() not in _ARTICLES and all(word[:1].isupper() for word in place)
