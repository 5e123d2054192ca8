"""The command palette: every action, label and article by a few letters of its name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QPoint, QTimer, Slot
from PySide6.QtWidgets import QMainWindow

from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.actions.actions import ActionSpec, label_id, menu_name, why_not
from ui.actions.keymap import sign
from ui.actions.menus import Menus
from ui.base import i18n
from ui.base.look.plain_text import one_line
from ui.base.settings import Settings
from ui.bridge.session import Session
from ui.choosing import ranking
from ui.choosing.filter_list import FilterList, Row
from ui.choosing.picker import best

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


_WIDTH = 640
_SHOWN = 12
_BELOW = 44  # pixels left free for the line that explains the keys
_ARTICLES = 20
_SLICE = 2_000  # articles scanned per event loop turn
_WAIT, _WAIT_LONG = 60, 250  # milliseconds after the last key; short texts match nearly everything
_SHORT = 3
_DOCUMENT = "document:"


class Palette(FilterList):
    """Finds and runs actions; unavailable ones are grey with the reason. Recent actions come first."""

    def __init__(self, menus: Menus, session: Session, settings: Settings, window: QMainWindow) -> None:
        super().__init__(window, name="palette", most=_SHOWN)
        self.setAccessibleName(self.tr("Command palette"))
        self.field.setAccessibleName(self.tr("Find an action, label or article"))
        self.field.setPlaceholderText(self.tr("Action, label or article"))
        self.list.setAccessibleName(self.tr("Actions, labels and articles"))
        self._menus = menus
        self._session = session
        self._settings = settings
        self._window = window
        self._rows: list[Row] = []
        self._search: _TitleSearch | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look_for_articles)
        self.chosen.connect(self._do)
        self.closed.connect(self._timer.stop)
        for signal in (session.document_opened, session.project_closed):
            signal.connect(self.leave)

    def open_palette(self) -> None:
        """Show the palette over the upper part of the window, or close it if it is open."""
        if self.isVisible():
            self.leave()
            return
        recent = {id_: place for place, id_ in enumerate(self._settings.recent_actions)}
        rows = [row for spec in self._menus.specs if (row := self._row(spec)) is not None]
        self._rows = sorted(rows, key=lambda row: recent.get(row.id, len(recent)))
        room = self._window.rect()
        self.resize(min(_WIDTH, room.width() - 32), self.height())
        self.move(QPoint((room.width() - self.width()) // 2, max(8, room.height() // 9)))
        self.open_list(room.height() - self.y() - _BELOW)

    def rows_for(self, typed: str) -> Sequence[Row]:
        title = tuple(typed.split())
        self._search = _TitleSearch(title, 0, _ARTICLES) if title and self._session.project is not None else None
        if self._search is not None:
            self._timer.start(_WAIT if len(typed.strip()) >= _SHORT else _WAIT_LONG)
        else:
            self._timer.stop()
        return best(self._rows, typed)

    @Slot()
    def _look_for_articles(self) -> None:
        """Scan one more batch of articles, and go on while there are more and nothing else was typed."""
        search, project = self._search, self._session.project
        if search is None or project is None or not self.isVisible():
            return
        from annotator.store.queries.searching import TitleQuery  # with SQLite: not before the window is painted

        query = TitleQuery(words=search.words, after=search.after, scanned=_SLICE, limit=search.limit)
        found = project.read.search.titled(query)
        detail = self.tr("Article")
        self.model.add_rows(
            [
                Row(
                    id=_DOCUMENT + id_,
                    name=one_line(title, 120),
                    detail=" · ".join(filter(None, (detail, i18n.date(published)))),
                    names=ranking.names(""),
                )
                for id_, title, published in found.documents
            ]
        )
        self.fit_height()
        left = search.limit - len(found.documents)
        if found.reached is not None and left > 0:
            self._search = _TitleSearch(search.words, found.reached, left)
            self._timer.start(0)

    @Slot(str)
    def _do(self, id_: str) -> None:
        if id_.startswith(_DOCUMENT):
            self._session.open_document(id_.removeprefix(_DOCUMENT))
            return
        self._settings.remember_action(id_)
        self._menus.actions_by_id[id_].trigger()

    def _row(self, spec: ActionSpec) -> Row | None:
        action = self._menus.actions_by_id[spec.id]
        if spec.id == "edit.palette":
            return None
        name = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")
        menu = menu_name(spec.menu)
        keys = tuple(map(sign, spec.shortcuts))
        light, dark, aliases = self._label(spec)
        reason = "" if action.isEnabled() else why_not(spec.when, self._session)
        others = (spec.text.replace("&", ""), *aliases, *synonyms(spec.id))
        return Row(
            id=spec.id,
            name=name,
            detail=menu,
            keys=keys,
            light=light,
            dark=dark,
            reason=reason,
            names=ranking.names(name, others, spec.shortcuts, menu),
        )

    def _label(self, spec: ActionSpec) -> tuple[str, str, tuple[str, ...]]:
        project = self._session.project
        if project is None or not spec.id.startswith("label."):
            return "", "", ()
        label = next(label for label in project.schema.labels if label_id(label) == spec.id)
        return label.light, label.dark, (*label.name.values(), label.id)


@dataclass(frozen=True)
class _TitleSearch:
    """A running search for articles: words of the title, the last article scanned, how many more to find."""

    words: tuple[str, ...]
    after: int
    limit: int
