"""Synonyms of actions, so that the palette finds them by the terms of other programs."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from annotator.system.errors import QT_TRANSLATE_NOOP

_SETTINGS = QT_TRANSLATE_NOOP("Synonyms", "settings, preferences, options")
_LOOK = QT_TRANSLATE_NOOP("Synonyms", "settings, preferences, dark mode, colours, appearance")
_SIZE = QT_TRANSLATE_NOOP("Synonyms", "font size, text size, zoom, settings")
_FONT = QT_TRANSLATE_NOOP("Synonyms", "font, typeface, settings")
_LANGUAGE = QT_TRANSLATE_NOOP("Synonyms", "language, settings")

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "edit.keys": QT_TRANSLATE_NOOP("Synonyms", "shortcuts, hotkeys, change keys, settings, preferences"),
        "edit.find": QT_TRANSLATE_NOOP("Synonyms", "search"),
        "occurrences.open": QT_TRANSLATE_NOOP("Synonyms", "replace all, label everywhere, batch"),
        "file.copy": QT_TRANSLATE_NOOP("Synonyms", "backup, save as"),
        "file.export": QT_TRANSLATE_NOOP("Synonyms", "save as, training data, dataset"),
        "help.keyboard": QT_TRANSLATE_NOOP("Synonyms", "shortcuts, hotkeys, cheat sheet, help"),
        "help.about": QT_TRANSLATE_NOOP("Synonyms", "version, licence"),
        "project.board": QT_TRANSLATE_NOOP("Synonyms", "claimants, quotes, board"),
        "project.identities": QT_TRANSLATE_NOOP("Synonyms", "entities, coreference, aliases, merge"),
        "project.numbers": QT_TRANSLATE_NOOP("Synonyms", "statistics, charts, progress, report"),
        "project.schema": QT_TRANSLATE_NOOP("Synonyms", "tags, categories, guidelines, settings"),
        "suggestion.sources": QT_TRANSLATE_NOOP("Synonyms", "models, spaCy, settings"),
        "model.train": QT_TRANSLATE_NOOP("Synonyms", "machine learning, spaCy, score"),
        "article.delete": QT_TRANSLATE_NOOP("Synonyms", "remove, discard"),
        "article.describe": QT_TRANSLATE_NOOP("Synonyms", "metadata, date, publisher, author"),
        "span.note": QT_TRANSLATE_NOOP("Synonyms", "comment"),
        "article.note": QT_TRANSLATE_NOOP("Synonyms", "comment"),
        "view.zoom_in": _SIZE,
        "view.zoom_out": _SIZE,
        "view.zoom_reset": _SIZE,
    }
)
_FAMILIES: Mapping[str, str] = MappingProxyType(
    {
        "theme": _LOOK,
        "face": _FONT,
        "leading": _SETTINGS,
        "measure": _SETTINGS,
        "language": _LANGUAGE,
    }
)


def synonyms(action: str) -> tuple[str, ...]:
    """Return the synonyms of an action, in the window's language."""
    found = _WORDS.get(action) or _FAMILIES.get(action.partition(".")[0], "")
    return tuple(QCoreApplication.translate("Synonyms", found).split(", ")) if found else ()
