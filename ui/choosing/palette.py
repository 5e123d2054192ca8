"""The command palette: it finds every action, label and article by letters of its name or by what it does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QElapsedTimer, QPoint, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from ui.actions.actions import ActionSpec, label_id, menu_name, why_not
from ui.actions.keymap import sign
from ui.actions.menus import Menus, submenu_names
from ui.base import i18n
from ui.base.look.plain_text import one_line
from ui.base.settings import Settings
from ui.bridge.session import Session
from ui.choosing import ranking
from ui.choosing.filter_list import ChoiceRow, FilterList
from ui.choosing.meaning import Meanings, Sense, meanings, sense
from ui.choosing.synonyms import synonyms
from ui.jobs.slice_runner import SLICE

_WIDTH = 640
_SHOWN = 12
_BELOW = 44  # pixels left free for the line that explains the keys
_ARTICLES = 20  # at most, in which words begin as typed; and as many in which the letters are elsewhere
_FIRM = 0.9  # points from which a command's words are those that were typed, and not only similar
_SLICE = 2_000  # articles scanned per event loop turn
_WAIT, _WAIT_LONG = 60, 250  # milliseconds after the last key; short texts match nearly everything
_SHORT = 3
_DOCUMENT = "document:"


class Palette(FilterList):
    """Finds and runs actions. Unavailable ones are grey, with the reason; recently used ones come first.

    While it is open it keeps the focus: what the program does later, such as showing the next article, must not send
    the letters that the user types to the article, where they are keys.
    """

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
        self._rows: list[ChoiceRow] = []
        self._specs: list[ActionSpec] = []
        self._places: dict[str, int] = {}  # of the rows' actions in `_specs`
        self._meanings: Meanings | None = None  # made after the list is painted
        self._search: _TitleSearch | None = None
        self._titles_at = [0, 0, 0]  # rows at which the next title comes, by how well titles fit
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look_for_articles)
        self.chosen.connect(self._do)
        self._unread: Iterator[ActionSpec] = iter(())  # actions whose meaning is yet to be read
        self._reading = QTimer(self, singleShot=True, interval=0)
        self._reading.timeout.connect(self._read_some)
        for timer in (self._timer, self._reading):
            self.closed.connect(timer.stop)
        self._is_robbed = False
        session.project_closed.connect(self.leave)
        session.document_opened.connect(self._on_document)
        menus.begun.connect(self._on_begun)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def open_palette(self) -> None:
        """Show the palette over the upper part of the window, or close it if it is open."""
        if self.isVisible():
            self.leave()
            return
        self._list_actions()
        room = self._window.rect()
        self.resize(min(_WIDTH, room.width() - 32), self.height())
        self.move(QPoint((room.width() - self.width()) // 2, max(8, room.height() // 9)))
        self.open_list(room.height() - self.y() - _BELOW)

    @Slot()
    def on_robbed(self) -> None:
        self._is_robbed = self.isVisible()

    def _list_actions(self) -> None:
        recent = {id_: place for place, id_ in enumerate(self._settings.recent_actions)}
        self._specs = [spec for spec in self._menus.specs if spec.id != "edit.palette"]
        rows = [self._row(spec) for spec in self._specs]
        self._rows = sorted(rows, key=lambda row: recent.get(row.id, len(recent)))
        self._places = {row.id: place for place, row in enumerate(rows)}
        self._meanings = None
        self._unread = iter(self._specs)
        self._reading.start()

    @Slot(QWidget, QWidget)
    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Take the focus back at once, before the next key; the widget that was to have it gets it at the end."""
        robbed, self._is_robbed = self._is_robbed, False
        if robbed and self.isVisible() and now is not None:
            self._before = now
            self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def _on_document(self) -> None:
        """List the actions again, because others are possible in the article that was just opened."""
        if self.isVisible():
            self._list_actions()
            self._filter(self.field.text())

    @Slot(str)
    def _on_begun(self, action: str) -> None:
        if action != "edit.palette":
            self.leave()

    def rows_for(self, typed: str) -> Sequence[ChoiceRow]:
        title = tuple(typed.split())
        self._search = _TitleSearch(title) if title and self._session.project is not None else None
        if self._search is not None:
            self._timer.start(_WAIT if len(typed.strip()) >= _SHORT else _WAIT_LONG)
        else:
            self._timer.stop()
        if not title:
            return self._rows
        scored = self._best(typed)
        firm = next((at for at, (points, _) in enumerate(scored) if points < _FIRM), len(scored))
        self._titles_at = [firm, firm, len(scored)]
        return [row for _, row in scored]

    def catch_up(self) -> None:
        if self._timer.isActive():
            self._look_for_articles()

    @Slot()
    def _look_for_articles(self) -> None:
        """Scan one more batch of article titles, and continue until enough are found or something else is typed.

        Titles in which words begin as typed stand below the commands that match firmly, other titles below all.
        """
        search, project = self._search, self._session.project
        if search is None or project is None or not self.isVisible():
            return
        from annotator.store.queries.searching import TitleQuery  # with SQLite: not before the window is painted

        query = TitleQuery(words=search.words, after=search.after, scanned=_SLICE, limit=search.limit)
        found = project.read.search.titled(query)
        detail = self.tr("Article")
        fitting: tuple[list[ChoiceRow], ...] = ([], [], [])
        for id_, title, published, fit in found.documents:
            fitting[fit].append(
                ChoiceRow(
                    id=_DOCUMENT + id_,
                    name=one_line(title, 120),
                    detail=" · ".join(filter(None, (detail, i18n.date(published)))),
                    names=ranking.names(""),
                )
            )
        untouched = self.list.currentIndex().row() <= 0
        begun, others = len(fitting[0]) + len(fitting[1]), fitting[2][: search.others]
        for kind, rows in enumerate((*fitting[:2], others)):
            self.model.add_rows(rows, self._titles_at[kind])
            self._titles_at = [at + len(rows) * (place >= kind) for place, at in enumerate(self._titles_at)]
        self.fit_height()
        if untouched:
            self._go(0)
        if found.reached is not None and begun < search.limit:
            self._search = _TitleSearch(search.words, found.reached, search.limit - begun, search.others - len(others))
            self._timer.start(0)

    @Slot(str)
    def _do(self, id_: str) -> None:
        if id_.startswith(_DOCUMENT):
            self._session.open_document(id_.removeprefix(_DOCUMENT))
            return
        self._settings.remember_action(id_)
        self._menus.actions_by_id[id_].trigger()

    def _best(self, typed: str) -> list[tuple[float, ChoiceRow]]:
        """Return the rows that match with their points, the best first; among equals, available actions come first.

        A match of a key comes before all others. A name that only has the typed letters in order counts if nothing else
        matches.
        """
        asked = ranking.wanted(typed)
        found = self._understand().find(typed)
        scored: list[tuple[float, ChoiceRow]] = []
        for row in self._rows:
            at = self._places[row.id]
            loose = ranking.score(asked, row.names)
            if loose == ranking.KEY:
                scored.append((loose, row))
            elif at in found:
                scored.append((round(found[at].points, 2), replace(row, why=found[at].why)))
            elif loose and (loose >= ranking.INITIALS or not found):
                scored.append((loose / ranking.KEY / 10, row))
        return sorted(scored, key=lambda pair: (-pair[0], bool(pair[1].reason)))

    @Slot()
    def _read_some(self) -> None:
        """Read the meanings of actions for a few milliseconds, and go on in the next turn of the event loop."""
        if self._meanings is not None:
            return  # something was typed, so that all were needed at once
        clock, named = QElapsedTimer(), {row.id: row for row in self._rows}
        clock.start()
        for spec in self._unread:
            self._sense(spec, named[spec.id])  # which keeps what it finds
            if clock.elapsed() >= SLICE:
                self._reading.start()
                return
        self._understand()

    def _understand(self) -> Meanings:
        """Return the index that finds the rows by meaning."""
        if self._meanings is None:
            named = {row.id: row for row in self._rows}
            self._meanings = meanings(tuple(self._sense(spec, named[spec.id]) for spec in self._specs))
        return self._meanings

    def _row(self, spec: ActionSpec) -> ChoiceRow:
        action = self._menus.actions_by_id[spec.id]
        name = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…").rstrip()
        below = submenu_names().get(spec.choice or spec.submenu, "").replace("&", "")
        menu = " › ".join(filter(None, (menu_name(spec.menu), below)))
        light, dark, aliases = self._label(spec)
        return ChoiceRow(
            id=spec.id,
            name=name,
            detail=menu,
            keys=tuple(map(sign, spec.shortcuts)),
            light=light,
            dark=dark,
            reason="" if action.isEnabled() else why_not(spec.when, self._session),
            names=ranking.names(name, aliases, spec.shortcuts, menu),
        )

    def _sense(self, spec: ActionSpec, row: ChoiceRow) -> Sense:
        titles = (_bare(i18n.text_in(language, "Actions", spec.text)) for language in i18n.LANGUAGES)
        _, _, aliases = self._label(spec)
        others = tuple(dict.fromkeys(title for title in (*titles, *aliases) if title != row.name))
        english, german = synonyms(spec.id)
        own, other = (german, english) if i18n.ui_language() == "de" else (english, german)
        return sense(row.name, others, (*own, *other), row.detail)

    def _label(self, spec: ActionSpec) -> tuple[str, str, tuple[str, ...]]:
        project = self._session.project
        if project is None or not spec.id.startswith("label."):
            return "", "", ()
        label = next(label for label in project.schema.labels if label_id(label) == spec.id)
        return label.light, label.dark, (*label.name.values(), label.id)


def _bare(text: str) -> str:
    """Return a menu text without mnemonic and ellipsis."""
    return text.replace("&", "").rstrip("…").rstrip()


@dataclass(frozen=True)
class _TitleSearch:
    """A running search for articles: words of the title, the last article scanned, how many more to find.

    ``limit`` is of titles in which words begin as typed, ``others`` of all others.
    """

    words: tuple[str, ...]
    after: int = 0
    limit: int = _ARTICLES
    others: int = _ARTICLES
