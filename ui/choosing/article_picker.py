"""Picker for an article by its title: likely ones first, typing finds any."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from ui.base import i18n
from ui.base.look.plain_text import one_line
from ui.bridge.session import Session
from ui.choosing import ranking
from ui.choosing.filter_list import FilterList, Row

_WIDTH, _SHOWN, _FOUND = 560, 10, 20
_BELOW = 44  # pixels left free for the line that explains the keys
_LONGEST = 120


class ArticlePicker(FilterList):
    """Popup list of articles; ``chosen`` carries the id of one."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window, name="articlePicker", most=_SHOWN)
        self.setAccessibleName(self.tr("Articles"))
        self.list.setAccessibleName(self.tr("Articles"))
        self._session = session
        self._likely: Sequence[str] = ()
        self._without: frozenset[str] = frozenset()
        for signal in (session.document_opened, session.project_closed):
            signal.connect(self.leave)

    def offer(self, wanted: str, likely: Sequence[str], without: Collection[str]) -> None:
        """Show the list over the upper part of the window.

        Args:
            wanted: The prompt in the field.
            likely: Articles that come first.
            without: Articles that cannot be chosen.
        """
        self._likely, self._without = likely, frozenset(without)
        self.field.setPlaceholderText(wanted)
        self.field.setAccessibleName(wanted)
        room = self.window().rect()
        self.resize(min(_WIDTH, room.width() - 32), self.height())
        self.move(QPoint((room.width() - self.width()) // 2, max(8, room.height() // 9)))
        self.open_list(room.height() - self.y() - _BELOW)

    def rows_for(self, typed: str) -> Sequence[Row]:
        from annotator.model.query import Question  # with the store: not before the window is painted

        project, title = self._session.required(), " ".join(typed.split())
        if not title:
            return list(self._rows(self._likely))
        return list(self._rows(project.read.search.ids(Question(title=title), project.annotator, first=_FOUND)))

    def _rows(self, ids: Iterable[str]) -> Iterable[Row]:
        project = self._session.required()
        wanted = [id_ for id_ in ids if id_ not in self._without]
        for line in project.read.lines(wanted, project.annotator):
            facts = (line.publisher, i18n.date(line.published))
            yield Row(
                id=line.id,
                name=one_line(line.title, _LONGEST),
                detail=" · ".join(filter(None, facts)),
                names=ranking.names(line.title),
            )
