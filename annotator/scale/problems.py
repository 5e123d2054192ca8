"""Reasons why a row of a corpus has no suggestions: a code for the row, and words for people."""

from collections.abc import Mapping
from types import MappingProxyType

from annotator.system.errors import QT_TRANSLATE_NOOP

SHARD_BROKEN, COLUMN_MISSING = "shard.broken", "column.missing"
ROW_JSON, ROW_NO_OBJECT, ROW_REPEATS = "row.json", "row.no_object", "row.repeats"
TEXT_EMPTY, TEXT_ENCODING, TEXT_LONG = "text.empty", "text.encoding", "text.long"
PROCESS_DIED = "process.died"

WORDS: Mapping[str, str] = MappingProxyType(
    {
        SHARD_BROKEN: QT_TRANSLATE_NOOP("Corpus", "the file is damaged from here on"),
        COLUMN_MISSING: QT_TRANSLATE_NOOP("Corpus", "no column with the text was found"),
        ROW_JSON: QT_TRANSLATE_NOOP("Corpus", "the line is not valid JSON"),
        ROW_NO_OBJECT: QT_TRANSLATE_NOOP("Corpus", "the line is not a JSON object"),
        ROW_REPEATS: QT_TRANSLATE_NOOP("Corpus", "a field is there twice in the same object"),
        TEXT_EMPTY: QT_TRANSLATE_NOOP("Corpus", "there is no text"),
        TEXT_ENCODING: QT_TRANSLATE_NOOP("Corpus", "the text is not valid UTF-8"),
        TEXT_LONG: QT_TRANSLATE_NOOP("Corpus", "the text is too long for an article"),
        "text.nul": QT_TRANSLATE_NOOP("Corpus", "the text contains a NUL character"),
        "text.surrogate": QT_TRANSLATE_NOOP("Corpus", "the text contains half a character"),
        "text.nothing": QT_TRANSLATE_NOOP("Corpus", "the file contains no article"),
        "text.scan": QT_TRANSLATE_NOOP("Corpus", "the file contains only pictures of text"),
        "text.encrypted": QT_TRANSLATE_NOOP("Corpus", "the file is protected by a password"),
        "text.binary": QT_TRANSLATE_NOOP("Corpus", "the file contains no text that can be read"),
        "text.xml": QT_TRANSLATE_NOOP("Corpus", "the file is not valid XML"),
        "text.too_large": QT_TRANSLATE_NOOP("Corpus", "the file is too large"),
        "text.missing": QT_TRANSLATE_NOOP("Corpus", "the file could not be read"),
        "format.broken": QT_TRANSLATE_NOOP("Corpus", "the file is damaged, or not what its name says"),
        "text.entry": QT_TRANSLATE_NOOP("Corpus", "an entry of the file is not an article"),
        "text.row": QT_TRANSLATE_NOOP("Corpus", "a row of the file is not an article"),
        "format.record": QT_TRANSLATE_NOOP("Corpus", "a row of the file is not an article"),
        PROCESS_DIED: QT_TRANSLATE_NOOP("Corpus", "the process that read it ended"),
    }
)


def words_for(code: str) -> str:
    """Return the English words for a problem; a code without words is returned as it is."""
    return WORDS.get(code, code)
