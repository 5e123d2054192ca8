"""Facts about an article in an untrusted record."""

import re
from datetime import date
from typing import Any

from annotator.editing.splitting import SPLITS
from annotator.formats.base import ReadOptions
from annotator.formats.shared.json_fields import Fields
from annotator.text.language import LANGUAGES, OTHER, detect

_LANGUAGES = frozenset({*LANGUAGES, OTHER})


def language_of(fields: Fields, meta: dict[str, Any], text: str, options: ReadOptions) -> str:
    """Return the language of an article; the name of an unknown language is kept in ``meta``."""
    given = fields.optional_text("language")
    if given is None:
        return detect(text, options.language)
    language = re.split("[-_]", given, maxsplit=1)[0].lower()
    if language in _LANGUAGES:
        return language
    meta.setdefault("language", given)
    return OTHER


def published_of(fields: Fields) -> str | None:
    """Return the publication date of an article, or None if it is missing or not a date."""
    given = fields.optional_text("published")
    if given is None:
        return None
    try:
        return date.fromisoformat(given[:10]).isoformat()
    except ValueError:
        fields.report("record.published", value=given)
        return None


def split_of(fields: Fields) -> str | None:
    """Return the split of an article, or None if it is missing or unknown."""
    given = fields.optional_text("split")
    if given is None or given in SPLITS:
        return given
    fields.report("record.split", split=given)
    return None
