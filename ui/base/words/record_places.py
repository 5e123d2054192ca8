"""The place of an article in a file of many articles, in words."""

from pathlib import PurePath

from ui.base.i18n import translate

_ROWS = {".csv", ".tsv", ".tab", ".xlsx"}
_LINES = {".jsonl", ".ndjson"}
_ENTRIES = {".json", ".xml", ".rss", ".atom", ".rdf"}
_PACKED = {".gz", ".bz2", ".xz"}


def record_words(name: str) -> str:
    """Return the name of an article's file with the article's place in it, from a name such as "wire.csv, 5"."""
    file, _, place = name.rpartition(", ")
    suffixes = [suffix.lower() for suffix in PurePath(file).suffixes if suffix.lower() not in _PACKED]
    kind = suffixes[-1] if suffixes else ""
    if not place.isdecimal() or kind not in _ROWS | _LINES | _ENTRIES:
        return name
    if kind in _ROWS:
        pattern = translate("RecordPlaces", "{file}, row {number}")
    elif kind in _LINES:
        pattern = translate("RecordPlaces", "{file}, line {number}")
    else:
        pattern = translate("RecordPlaces", "{file}, entry {number}")
    return pattern.format(file=file, number=place)
