"""Saved feeds: RSS and Atom. Each entry with text becomes an article; nothing is fetched."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from annotator.corpus.byte_limits import FILE_LIMIT, read_content
from annotator.corpus.dates import iso_date
from annotator.corpus.draft import Asked, Draft, Found, headed, language_of
from annotator.corpus.readers.column_guess import no_text
from annotator.corpus.readers.tree import fragment_text
from annotator.system.errors import QT_TRANSLATE_NOOP, TextError
from annotator.system.whole_files import Broken

# What feedparser raises on damaged feeds.
_PARSER_ERRORS = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
_MOST_OPEN = 100  # unclosed entries: feeds that were cut off are read


def read_feed(path: Path, asked: Asked) -> Iterator[Found]:
    """Read the entries of a feed, in the order of the file."""
    del asked
    import feedparser

    content = read_content(path, FILE_LIMIT)
    _refuse_unclosed(content)
    try:  # a string would be taken for an address or a file name
        feed = feedparser.parse(BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    except _PARSER_ERRORS as error:
        raise Broken(str(error)) from None
    if not feed.entries:
        if feed.get("bozo"):
            raise Broken(str(feed.get("bozo_exception")))
        raise TextError("text.nothing", file=path.name)
    about = feed.feed
    for number, entry in enumerate(feed.entries, 1):
        yield _draft(entry, about, file=path.name, number=number)


def _refuse_unclosed(content: bytes) -> None:
    """Refuse a feed of nested entries: the parser takes longer for each entry that is still open."""
    for name in (b"item", b"entry"):
        opened = content.count(b"<%b>" % name) + content.count(b"<%b " % name)
        if opened - content.count(b"</%b>" % name) > _MOST_OPEN:
            raise Broken(QT_TRANSLATE_NOOP("Errors", "it is nested too deeply or has too many elements"))


def _draft(entry: Mapping[str, Any], about: Mapping[str, Any], *, file: str, number: int) -> Draft | TextError:
    bodies = [str(body.get("value", "")) for body in entry.get("content", ())]
    body = max((fragment_text(markup) for markup in (*bodies, str(entry.get("summary", "")))), key=len)
    title = " ".join(fragment_text(str(entry.get("title", ""))).split()) or None
    if not body:
        return no_text(file, number, entry=True)
    link = str(entry.get("link") or "")
    return Draft(
        text=headed(title, body),
        title=title,
        author=str(entry.get("author") or "") or None,
        publisher=str(about.get("title") or about.get("publisher") or "") or None,
        url=link if link.startswith(("http://", "https://")) else None,
        published=iso_date(entry.get("published") or entry.get("updated")),
        language=language_of(str(about.get("language") or "")),
        id=str(entry.get("id") or "") or None,
        place=str(number),
    )
