"""Bylines and date lines: the authors they name, and which of them say nothing else and so belong to the page."""

import re
from collections.abc import Iterable, Sequence

from annotator.corpus.dates import find_dates
from annotator.corpus.furniture import FurnitureLine
from annotator.model.values import Part

SHORT = 120  # characters of a line with date or author

_NAME_PARTICLES = frozenset(
    "von van vom zu zur der den de di da del della du la le el al bin ibn dos af av ter ten y".split()
)
_WEEKDAYS = frozenset(
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag monday tuesday wednesday thursday friday"
    " saturday sunday".split()
)
_BYLINE = re.compile(
    r"(?:von|by|text|autor(?:in)?|author|words\sby|reporting\sby|ein\s.{3,40}\svon)\s?(?::\s?|\s)", re.IGNORECASE
)
_ROLE = re.compile(
    r".*(?:correspondent|reporter|editor|writer|columnist|redakteur(?:in)?|korrespondent(?:in)?|autor(?:in)?|redaktion)",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"\s?[,|;•·/]\s?|\s[–—-]\s|\s\(|\s(?:am|on|in|aus)\s(?=[A-Z0-9])")
_NEWSPAPER = re.compile(
    r".{3,}(?:zeitung|umschau|rundschau|nachrichten|tag(?:e?s?blatt|esspiegel)|anzeiger|allgemeine|times|news|gazette"
    r"|tribune|chronicle)|.+\s.+\s(?:bote|kurier|post|herald|courier|journal|wire)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s(?:und|and|&|u\.)\s")
_PUBLISHED = re.compile(
    r"(?:published|posted|updated|last\s\w+|veröffentlicht|erschienen|erstellt|geändert|aktualisiert|stand|datum|date|vom|on)\b",
    re.IGNORECASE,
)

_SENTENCE = re.compile(r"[.!?…][“”\"'’»«)]*$")
_TIME = re.compile(
    r"(?:\bT|\b)[0-2]?[0-9](?:[:.][0-5][0-9]){1,2}(?:[.,][0-9]+)?(?![0-9])(?:Z\b|\s?[+-][0-9]{2}:?[0-9]{2}\b)?"
    r"(?:\s?(?:[Uu]hr|[AaPp]\.?[Mm]\b\.?|h)(?!\w))?(?:\s\(?(?:GMT|UTC|BST|CES?T|ME(?:S)?Z|E[SD]?T|P[SD]?T)\)?(?!\w))?"
    r"|\b[0-2]?[0-9]\s?(?:[Uu]hr|[AaPp]\.?[Mm]\b\.?)(?!\w)"
)
_PIECES = re.compile(rf"{_BREAKS.pattern}|[()]|\s?:(?:\s|$)")
_BEGINNING = re.compile(
    r"(?:(?:first|last|zuletzt|erstmals)\s)?(?:published|posted|updated|modified|veröffentlicht|erschienen|erstellt|aktualisiert"
    r"|geändert|stand|datum|date)\b"
    r"|(?:eine?\s(?:kommentar|gastbeitrag|leitartikel|bericht|essay|interview|porträt|analyse|reportage|kolumne)\svon"
    r"|(?:words|text|reporting|editing|photos?|photographs|pictures|additional\sreporting)\sby"
    r"|von|by|texte?|autor(?:in|en)?|authors?|fotos?|photos?|bilder|vom|am|um|den|im|in|aus|at|on|from|the)\b(?=\s|$)",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"lesezeit|lesedauer|reading\stime|[0-9]{1,3}[\s-]?min(?:ute)?[ns]?\.?(?:\s(?:read|lesezeit|lesedauer))?",
    re.IGNORECASE,
)
_AGENCIES = frozenset("dpa afp ap apa epd kna sda sid reuters dts pa".split())
_OF_CLAUSES = frozenset(
    "is are was were has had says said who which that ist sind war waren hat hatte sagt sagte der die das weil".split()
)
_ROLE_WORDS, _PLACE_WORDS = 5, 2


def byline(line: str) -> str:
    """Return the names in a byline, or "" if the line is not one."""
    if len(line) > SHORT:
        return ""
    prefix = _BYLINE.match(line)
    if prefix:
        return _leading_names(_BREAKS.split(line[prefix.end() :]))
    if "," not in line and "|" not in line:
        return ""
    segments = [segment.strip() for segment in _BREAKS.split(line)]
    if len(segments) == 2 and _ROLE.fullmatch(segments[1]) and "," in line:
        return _leading_names(segments[:1])
    if "|" in line and find_dates(line):
        return next((s for s in reversed(segments) if _are_names(s) and not s.isupper() and not find_dates(s)), "")
    return ""


def newspaper(line: str) -> str | None:
    """Return the newspaper at the end of a byline, behind the author."""
    _, comma, last = line.rpartition(", ")
    return last.strip() if comma and _NEWSPAPER.fullmatch(last.strip()) else None


def is_date_line(line: str) -> bool:
    """Return whether a short line is little more than a date."""
    found = find_dates(line) if len(line) <= SHORT else []
    if not found:
        return False
    start, end, _ = found[0]
    before, after = line[:start], line[end:]
    if _PUBLISHED.match(line) or "|" in line or "•" in line or "·" in line:
        return True
    return len(before.split()) <= 4 and len(after.split()) <= 6 and not _runs_on(before, after)


def find_bylines(paragraphs: Sequence[FurnitureLine]) -> list[Part]:
    """Return the paragraphs that are nothing but a byline or a date line, in order, in code points, end exclusive.

    A date without "published" or the like counts only if it is the article's only one and at most one sentence stands
    before it: others head the entries of a chronicle.
    """
    found: list[Part] = []
    bare: list[Part] = []
    sentences = 0
    for paragraph in paragraphs:
        line = paragraph.text
        if _says_no_more(line):
            if byline(line) or _PUBLISHED.match(line):
                found.append(paragraph.part)
            elif sentences <= 1 or bare:
                bare.append(paragraph.part)
        sentences += len(line) > SHORT or _SENTENCE.search(line) is not None
    return sorted(found + bare) if len(bare) == 1 else found


def find_times(paragraphs: Iterable[FurnitureLine]) -> list[Part]:
    """Return the paragraphs anywhere in an article that only say when it was published: "Erstellt am: 3. Mai 2026"."""
    short = (paragraph for paragraph in paragraphs if ":" in paragraph.text and len(paragraph.text) <= SHORT)
    return [each.part for each in short if _PUBLISHED.match(each.text) and _says_no_more(each.text)]


def _says_no_more(line: str) -> bool:
    """Return whether a byline or date line has only names, roles, dates, times, places, sections and newspapers."""
    if not byline(line) and not is_date_line(line):
        return False
    rest = line
    for start, end, _ in reversed(find_dates(line)):
        rest = f"{rest[:start]}|{rest[end:]}"
    return all(map(_is_known, _PIECES.split(_TIME.sub("|", rest))))


def _is_known(piece: str) -> bool:
    words = piece.strip(" .")
    while begun := _BEGINNING.match(words):
        words = words[begun.end() :].strip(" .")
    if not words or words.casefold() in _AGENCIES or _MINUTES.fullmatch(words):
        return True
    if words[0].isupper() and _are_names(words):
        return True
    split = words.split()
    if len(split) > _ROLE_WORDS or _OF_CLAUSES.intersection(map(str.casefold, split)):
        return False
    if _ROLE.fullmatch(words) or (words[0].isupper() and _NEWSPAPER.fullmatch(words)):
        return True
    names = [word for word in split if word.casefold() not in {"&", "und", "and"}]
    return len(names) <= _PLACE_WORDS and all(word[0].isupper() for word in names)


def _runs_on(before: str, after: str) -> bool:
    """Return whether a date is part of a clause, as in a headline: words stand next to it without a comma."""
    last = before.rstrip().lower().rpartition(" ")[2]
    bound = bool(last) and last[-1].isalpha() and last not in {"den", "am", "on", "vom", "of"} | _WEEKDAYS
    follows = re.match(r"\s+(?!uhr|um|at|by|von|[ap]\.?m)[^\W\d_]", after, re.IGNORECASE) is not None
    return bound or follows


def _leading_names(segments: Iterable[str]) -> str:
    names: list[str] = []
    for segment in segments:
        if not _are_names(segment) or (names and _NEWSPAPER.fullmatch(segment.strip())):
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
