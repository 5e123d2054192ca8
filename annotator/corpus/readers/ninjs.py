"""News agencies' JSON: ninjs, versions 1 to 3.

Source: IPTC, ninjs 1.5, 2.1 and 3.0. Version 1 has one headline and one ``body_…``, 2 and 3 have lists of both.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from annotator.corpus.dates import iso_date
from annotator.corpus.draft import Draft, headed, language_of
from annotator.corpus.readers.column_guess import no_text
from annotator.corpus.readers.tree import fragment_text
from annotator.system.errors import TextError

_BODIES = ("body_text", "body_xhtml", "body_html")
_SIGNS = ({"uri", "bodies"}, {"uri", "headlines"}, *({"uri", body} for body in _BODIES))
_DATE_KEYS = ("versioncreated", "versionCreated", "firstcreated", "firstCreated", "contentcreated", "contentCreated")


def is_ninjs(record: Mapping[str, Any]) -> bool:
    """Return whether an object is ninjs: it has a ``uri`` and one of the text fields of ninjs."""
    return any(keys <= record.keys() for keys in _SIGNS)


def draft(record: Mapping[str, Any], *, file: str, line: int) -> Draft | TextError:
    """Build a draft from a ninjs object, with its headline first.

    Args:
        record: The object.
        file: The file's name.
        line: Its number in the file, from 1.
    """
    text = _text(record)
    title = _string(record.get("headline")) or _first(record.get("headlines"))
    if not text:
        return no_text(file, line, entry=True)
    uri = _string(record.get("uri"))
    return Draft(
        text=headed(title, text),
        title=title,
        author=_string(record.get("byline")) or _first(record.get("by")) or _names(record.get("people"), "author"),
        publisher=_string(record.get("copyrightholder") or record.get("copyrightHolder"))
        or _names(record.get("organisations") or record.get("organisation"), "provider")
        or _string(record.get("located") and record.get("source")),
        url=uri if uri and uri.startswith(("http://", "https://")) else None,
        published=next((day for key in _DATE_KEYS if (day := iso_date(record.get(key)))), None),
        language=language_of(_string(record.get("language"))),
        id=uri,
        place=str(line),
    )


def _text(record: Mapping[str, Any]) -> str:
    for name in _BODIES:
        body_text = _string(record.get(name))
        if body_text:
            return body_text if name == "body_text" else fragment_text(body_text)
    bodies = [body for body in _objects(record.get("bodies")) if _string(body.get("value"))]
    if not bodies:
        return ""
    main = next((body for body in bodies if _string(body.get("role")) == "main"), bodies[0])
    kind = _string(main.get("contentType") or main.get("contenttype")) or ""
    body_text = _string(main.get("value")) or ""
    return fragment_text(body_text) if "html" in kind or "xml" in kind else body_text


def _string(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Sequence) and not isinstance(value, str):
        yield from (held for held in value if isinstance(held, Mapping))


def _first(value: Any) -> str | None:
    return next((text for held in _objects(value) if (text := _string(held.get("value")))), None)


def _names(value: Any, role: str) -> str | None:
    held = (one for one in _objects(value) if role in str(one.get("rel", "")) + str(one.get("role", "")))
    return ", ".join(name for one in held if (name := _string(one.get("name")))) or None
