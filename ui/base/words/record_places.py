"""The place of an article in a file of many articles, in words."""

from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import translate

_PATTERNS = {
    "row": QT_TRANSLATE_NOOP("RecordPlaces", "{file}, row {number}"),
    "line": QT_TRANSLATE_NOOP("RecordPlaces", "{file}, line {number}"),
    "entry": QT_TRANSLATE_NOOP("RecordPlaces", "{file}, entry {number}"),
}


def record_words(name: str, unit: str) -> str:
    """Return an article's name with the unit of its number, such as "wire.csv, row 5"; see `Article`."""
    file, _, number = name.rpartition(", ")
    return translate("RecordPlaces", _PATTERNS[unit]).format(file=file, number=number) if unit else name
