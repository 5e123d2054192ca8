"""Web pages as browsers save them: HTML, and MHTML, which holds a page with its resources.

trafilatura extracts the article. Nothing that a page references is fetched or run.
"""

import re
from collections.abc import Iterator, Sequence
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import EmailPolicy, Policy
from pathlib import Path
from typing import Any, cast

from annotator.corpus.article import Draft, Found, ReadingChoices, headed, language_of, paragraphs_of
from annotator.corpus.byte_limits import FILE_LIMIT, read_content
from annotator.corpus.encoding import Decoded, decode
from annotator.corpus.readers.tree import parse_html
from annotator.system.errors import QT_TRANSLATE_NOOP, TextError
from annotator.system.whole_files import Broken
from annotator.text.normalization import web_address

PARSER_ERRORS = (ValueError, LookupError, TypeError, AttributeError, AssertionError, OverflowError, RecursionError)
"""Errors that Python's mail parser raises on damaged or hostile mail."""

_HEADER = 8_000  # characters: the time and memory for parsing grow much faster than the header


class _Policy(EmailPolicy):
    """Python's usual policy for mail, but with overlong headers cut off."""

    def header_source_parse(self, sourcelines: Sequence[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(list(sourcelines))
        return name, value[:_HEADER]


_POLICY = cast("Policy[EmailMessage]", _Policy())


def parse_letter(raw: bytes) -> EmailMessage:
    """Parse a mail into its parts.

    Raises:
        Broken: It is nested too deeply, or Python cannot parse it.
    """
    try:
        message = message_from_bytes(raw, policy=_POLICY)
    except RecursionError:
        raise Broken(QT_TRANSLATE_NOOP("Errors", "it is nested too deeply or has too many elements")) from None
    except PARSER_ERRORS as error:
        raise Broken(str(error)) from None
    return message


_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page states its encoding
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{4,2000})\s*-->", re.IGNORECASE)
_LATIN = frozenset({"iso-8859-1", "latin1", "latin-1", "iso8859-1", "us-ascii", "ascii", "windows-1252"})
# Only dates that the page states: the extensive search takes seconds, and finds copyright years.
_STATED_DATES = {"original_date": True, "extensive_search": False}
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_page(path: Path, asked: ReadingChoices) -> Iterator[Found]:
    """Read a page saved as HTML."""
    yield page(read_content(path), name=path.name, forced=asked.encoding)


def read_archive(path: Path, asked: ReadingChoices) -> Iterator[Found]:
    """Read the first HTML part of a page saved as MHTML."""
    raw = read_content(path, FILE_LIMIT)
    try:
        part, url = _page_of(parse_letter(raw))
        content, declared = part.get_payload(decode=True), part.get_content_charset()
    except PARSER_ERRORS as error:
        raise Broken(str(error)) from None
    if not isinstance(content, bytes):
        raise Broken(QT_TRANSLATE_NOOP("Errors", "it contains no web page"))
    yield page(content, name=path.name, forced=asked.encoding, declared=declared, url=url)


def page(
    raw: bytes, *, name: str, forced: str | None = None, declared: str | None = None, url: str | None = None
) -> Draft:
    """Extract the article of a page.

    The user ``forced`` an encoding, or the server ``declared`` it, which outranks the one that the page states.
    ``name`` is for errors.

    Raises:
        TextError: ``text.…``; ``text.nothing`` if no article is found.
    """
    decoded = decode_page(raw, name=name, forced=forced, declared=declared)
    saved = _SAVED_FROM.search(decoded.text[:_HEAD])
    tree = parse_html(decoded.text)
    language = None if tree is None else language_of(tree.get("lang"))
    found = None if tree is None else _extract(tree, url or (saved[1] if saved else None))
    text = paragraphs_of(found.text or "") if found is not None else ""
    if found is None or not text:
        raise TextError("text.nothing", file=name)
    return Draft(
        text=headed(found.title, text),
        title=found.title,
        author=found.author,
        publisher=found.sitename,
        url=web_address(found.url),
        published=found.date if found.date and _DATE.fullmatch(found.date) else None,
        language=language,
        encoding=decoded.encoding,
        encoding_sure=decoded.sure,
    )


def decode_page(raw: bytes, *, name: str, forced: str | None = None, declared: str | None = None) -> Decoded:
    """Decode a page as browsers do: by the encoding sent with it, or the one it states, or a guess.

    Raises:
        TextError: As `encoding.decode`.
    """
    named = _DECLARED.search(raw[:_HEAD])
    for label in (declared, named[1].decode("ascii") if named else None):
        encoding = "cp1252" if (label or "").lower() in _LATIN else label
        if forced is None and encoding is not None and not encoding.lower().startswith("utf"):
            try:
                return Decoded(text=raw.decode(encoding), encoding=encoding.lower(), sure=True)
            except (LookupError, ValueError):  # an unknown encoding, or bytes that do not fit
                continue
    try:
        return decode(raw, name=name, forced=forced)
    except TextError as error:
        if forced is not None or error.code != "text.encoding":
            raise
    # A page has many sources: a few invalid bytes spoil a few characters, not the article.
    return Decoded(text=raw.decode("utf-8", "replace"), encoding="utf-8", sure=False)


def _page_of(message: EmailMessage) -> tuple[Any, str | None]:
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            location = message.get("Snapshot-Content-Location") or part.get("Content-Location")
            return part, str(location) if location else None
    raise Broken(QT_TRANSLATE_NOOP("Errors", "it contains no web page"))


def _extract(tree: Any, url: str | None) -> Any | None:
    """Return trafilatura's result for a page: an object with ``text``, ``title``, ``author`` and so on."""
    from trafilatura import bare_extraction

    return bare_extraction(
        tree, url=url, include_comments=False, with_metadata=True, date_extraction_params=_STATED_DATES
    )
