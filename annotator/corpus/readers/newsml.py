"""News agencies' XML: NewsML-G2, NITF, and NITF within NewsML 1.

Source: IPTC, NewsML-G2 2.35 and NITF 3.6.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.corpus.byte_limits import FILE_LIMIT, read_content
from annotator.corpus.dates import iso_date
from annotator.corpus.draft import Asked, Draft, Found, headed, language_of
from annotator.corpus.readers.column_guess import no_text
from annotator.corpus.readers.tree import HTML, first, paragraphs, parse_xml, text_of, within
from annotator.system.errors import TextError

_STORIES = ("newsitem", "newscomponent", "nitf")
_BODIES = ("body.content", "body")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read_news(path: Path, asked: Asked) -> Iterator[Found]:
    """Read the stories of a message, in order; pictures and lists of stories have no text and are skipped."""
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
            yield no_text(path.name, number, entry=True)
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
        url=address if address.startswith(("http://", "https://")) else None,
        published=_published(story),
        language=language_of(_language(story)),
        id=address or _attribute(story, "doc-id", "id-string"),
        place=str(number),
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
