"""Shows the state of the suggestions in the chip at the top and, while they are computed, at the foot of the window."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu

from ui.base.i18n import number
from ui.base.key_line import KeyLine
from ui.base.look.plain_text import tooltip
from ui.base.window_keys import OwnKeys
from ui.base.words.rule_names import has_release, licence_words, source_title
from ui.bridge.session import Session
from ui.jobs.adapter_learning import Learning
from ui.jobs.suggesting.suggestion_queue import Mood, Suggesting, SuggestionProgress
from ui.panels.top_bar import TopBar


class SourceChip(QObject):
    """Shows which sources are active. A click opens a list of them, with a way to the window of sources."""

    wanted = Signal()  # open the window of sources

    def __init__(
        self,
        session: Session,
        suggesting: Suggesting,
        learning: Learning,
        top_bar: TopBar,
        key_line: KeyLine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._suggesting = suggesting
        self._learning = learning
        self._learnt = 0  # progress of training, in per cent
        self._top_bar = top_bar
        self._key_line = key_line
        suggesting.progressed.connect(self._show)
        learning.progressed.connect(self._on_learning)
        session.document_opened.connect(self._refresh)
        session.tokens_arrived.connect(self._refresh)
        top_bar.sources.clicked.connect(self._show_sources)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self._show(self._suggesting.progress)

    @Slot(object)
    def _show(self, progress: SuggestionProgress) -> None:
        project = self._session.project
        name = source_title(progress.source.partition(" ")[0])
        if project is not None and project.read_only:
            words = self.tr("○ no new suggestions: read only")
        elif progress.mood is Mood.OFF:
            words = self.tr("○ suggestions off")
        elif not name:
            known = self._session.opened and self._suggesting.finder.found  # at the start they are not looked up yet
            words = self.tr("○ no model for this language") if known else self.tr("○ no suggestions yet")
        elif progress.mood is Mood.WORKING:
            words = self.tr("◐ {source} at work").format(source=name)
        else:
            words = self.tr("● {source} ready").format(source=name)
        sign = words[0]  # ●, ◐ or ○
        shorter = (f"{sign} {name}", sign) if name else (sign,)
        self._top_bar.show_sources(words, progress.source, shorter)
        self._key_line.show_progress(" · ".join(self._under_way(progress)))

    def _under_way(self, progress: SuggestionProgress) -> Iterator[str]:
        if self._learning.busy:
            yield self.tr("learning: {percent}%").format(percent=number(self._learnt))
        if progress.mood is Mood.WORKING and progress.total > 1:
            left = number(progress.total - max(0, progress.done))  # no “of {total}”: it counts only waiting articles
            yield self.tr("articles waiting for suggestions: {count}").format(count=left)

    @Slot(int, int)
    def _on_learning(self, done: int, total: int) -> None:
        self._learnt = 100 * done // total if total else 0
        self._refresh()

    @Slot()
    def _show_sources(self) -> None:
        menu = QMenu(self._top_bar)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        OwnKeys(menu)
        menu.setToolTipsVisible(True)
        for source in self._suggesting.sources:
            release = source.release if has_release(source.name) else ""
            words = (source_title(source.name), release, licence_words(source.licence))
            entry = menu.addAction(" · ".join(filter(None, words)).replace("&", "&&"))
            entry.setEnabled(False)
            entry.setToolTip(tooltip(f"{source.name} {source.release}"))
        menu.addSeparator()
        menu.addAction(self.tr("Sources of suggestions…"), self.wanted.emit).setEnabled(
            self._session.project is not None
        )
        menu.addAction(self.tr("Renew suggestions")).triggered.connect(self._suggesting.restart)
        if self._learning.busy:
            menu.addAction(self.tr("Stop learning")).triggered.connect(self._learning.stop)
        button = self._top_bar.sources
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
