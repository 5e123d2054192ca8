"""Reads news in XML: RSS and Atom feeds, NewsML-G2 and NITF."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from annotator.corpus.article import ENTRY, Draft, Found, ReadingChoices, headed, language_of
from annotator.corpus.byte_limits import FILE_LIMIT, read_content
from annotator.corpus.dates import iso_date
from annotator.corpus.readers.column_guess import no_text
from annotator.corpus.readers.tree import HTML, first, fragment_text, paragraphs, parse_xml, text_of, within
from annotator.system.errors import QT_TRANSLATE_NOOP, TextError
from annotator.system.whole_files import Broken
from annotator.text.normalization import one_line, web_address

# What feedparser raises on damaged feeds.
_PARSER_ERRORS = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
_MOST_OPEN = 100  # unclosed entries; some are allowed, since a feed may be cut off


def read_feed(path: Path, asked: ReadingChoices) -> Iterator[Found]:
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
        yield _draft_of_entry(entry, about, file=path.name, number=number)


def _refuse_unclosed(content: bytes) -> None:
    """Refuse a feed with many unclosed entries: each open entry makes the parser slower."""
    for name in (b"item", b"entry"):
        opened = content.count(b"<%b>" % name) + content.count(b"<%b " % name)
        if opened - content.count(b"</%b>" % name) > _MOST_OPEN:
            raise Broken(QT_TRANSLATE_NOOP("Errors", "it is nested too deeply or has too many elements"))


def _draft_of_entry(entry: Mapping[str, Any], about: Mapping[str, Any], *, file: str, number: int) -> Draft | TextError:
    bodies = [str(body.get("value", "")) for body in entry.get("content", ())]
    body = max((fragment_text(markup) for markup in (*bodies, str(entry.get("summary", "")))), key=len)
    title = one_line(fragment_text(str(entry.get("title", "")))) or None
    if not body:
        return no_text(file, number)
    return Draft(
        text=headed(title, body),
        title=title,
        author=str(entry.get("author") or "") or None,
        publisher=str(about.get("title") or about.get("publisher") or "") or None,
        url=web_address(entry.get("link")),
        published=iso_date(entry.get("published") or entry.get("updated")),
        language=language_of(str(about.get("language") or "")),
        id=str(entry.get("id") or "") or None,
        place=str(number),
        unit=ENTRY,
    )


_STORIES = ("newsitem", "newscomponent", "nitf")
_BODIES = ("body.content", "body")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read_news(path: Path, asked: ReadingChoices) -> Iterator[Found]:
    """Read the stories of a message, in order. Pictures and lists of stories have no text and are skipped."""
    del asked
    root = parse_xml(read_content(path, FILE_LIMIT))
    found = False
    for number, story in enumerate(_stories(root), 1):
        text = _text(story)
        if text:
            found = True
            yield _draft(story, text, number)
        elif _title(story) and first(story, "remotecontent") is None:
            found = True
            yield no_text(path.name, number)
    if not found:
        raise TextError("text.nothing", file=path.name)


def _stories(root: Any) -> Iterator[Any]:
    """Yield the innermost elements that are one story each."""
    for name in _STORIES:
        stories = [story for story in within(root, name) if not _nested(story, name)]
        if stories:
            yield from stories
            return


def _nested(story: Any, name: str) -> bool:
    return next((inner for inner in within(story, name) if inner is not story), None) is not None


def _text(story: Any) -> str:
    for name in _BODIES:
        for body in within(story, name):
            found = paragraphs(body, HTML)
            if found:
                return "\n\n".join(found)
    plain = first(story, "inlinedata")
    return "" if plain is None else (plain.text or "").strip()


def _title(story: Any) -> str | None:
    return next((title for name in ("hl1", "headline", "title") if (title := text_of(first(story, name)))), None)


def _draft(story: Any, text: str, number: int) -> Draft:
    title = _title(story)
    address = str(story.get("guid") or "")
    return Draft(
        text=headed(title, text),
        title=title,
        author=_author(story),
        publisher=_publisher(story),
        url=web_address(address),
        published=_published(story),
        language=language_of(_language(story)),
        id=address or _attribute(story, "doc-id", "id-string"),
        place=str(number),
        unit=ENTRY,
    )


def _author(story: Any) -> str | None:
    person = text_of(first(story, "byline", "person")) or text_of(first(story, "by")) or text_of(first(story, "byline"))
    return person.removeprefix("Von ").removeprefix("By ") if person else None


def _publisher(story: Any) -> str | None:
    named = (
        text_of(first(story, "provider", "name")),
        text_of(first(story, "infosource", "name")),
        text_of(first(story, "distributor")),
        _attribute(story, "pubdata", "name"),
        text_of(first(story, "creditline")),
        _attribute(story, "provider", "literal"),
    )
    return next((name for name in named if name), None)


def _published(story: Any) -> str | None:
    candidates = (
        _attribute(story, "date.issue", "norm"),
        _attribute(story, "pubdata", "date.publication"),
        text_of(first(story, "firstcreated")),
        text_of(first(story, "contentcreated")),
        text_of(first(story, "versioncreated")),
    )
    return next((day for value in candidates if (day := iso_date(value))), None)


def _language(story: Any) -> str | None:
    return _attribute(story, "language", "tag") or next(
        (lang for e in story.iter() if (lang := e.get(_LANGUAGE))), None
    )


def _attribute(story: Any, name: str, attribute: str) -> str | None:
    element = first(story, name)
    return None if element is None else str(element.get(attribute) or "") or None
