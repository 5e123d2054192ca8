"""Reads mails saved as EML, such as newsletters: the plain text of a mail, else the text of its HTML."""

from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path
from typing import Any

from annotator.corpus.article import Draft, Found, ReadingChoices
from annotator.corpus.byte_limits import FILE_LIMIT, read_content
from annotator.corpus.dates import iso_date
from annotator.corpus.encoding import decode
from annotator.corpus.line_breaks import unbroken
from annotator.corpus.readers.tree import fragment_text
from annotator.corpus.readers.web import PARSER_ERRORS, decode_page, parse_letter
from annotator.system.errors import TextError
from annotator.system.whole_files import Broken
from annotator.text.normalization import one_line

_LIST_HEADERS = ("List-Id", "List-Unsubscribe")  # mails to many readers have them


def read_mail(path: Path, asked: ReadingChoices) -> Iterator[Found]:
    """Read a mail. The sender of a newsletter is the publisher, any other sender the author."""
    raw = read_content(path, FILE_LIMIT)
    message = parse_letter(raw)
    try:
        part = message.get_body(("plain", "html"))
        text = "" if part is None else _text(part, path.name, asked.encoding)
        sender, address = parseaddr(_header(message, "From"))
        title, day = _header(message, "Subject"), _header(message, "Date")
        is_newsletter = bool(sender) and any(_header(message, name) for name in _LIST_HEADERS)
    except PARSER_ERRORS as error:
        raise Broken(str(error)) from None
    if not text.strip():
        raise TextError("text.empty", file=path.name)
    yield Draft(
        text=text,
        title=title or None,
        publisher=sender if is_newsletter else None,
        author=None if is_newsletter else sender or address or None,
        published=iso_date(day),
        id=_header(message, "Message-ID").strip("<>") or None,
    )


def _text(part: Any, name: str, forced: str | None) -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    declared = part.get_content_charset()
    if part.get_content_type() == "text/html":
        return fragment_text(decode_page(content, name=name, forced=forced, declared=declared).text)
    if forced is None and declared is not None:
        try:
            return unbroken(content.decode("cp1252" if declared in {"iso-8859-1", "us-ascii"} else declared))
        except (LookupError, ValueError):  # the mail declares a wrong encoding
            pass
    return unbroken(decode(content, name=name, forced=forced).text)


def _header(message: EmailMessage, name: str) -> str:
    """Return the value of a header on one line, empty if Python fails to parse it."""
    try:
        return one_line(str(message.get(name, "")))
    except PARSER_ERRORS:
        return ""
