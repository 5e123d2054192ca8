"""Labels of the whole article, such as topic or relevance, as the schema defines them."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QWidget

from annotator.editing import edits
from annotator.model.schema import Value, words
from ui.article.view import ArticleView
from ui.base.i18n import ui_language
from ui.bridge.opened import Opened
from ui.bridge.session import Session
from ui.commands.keys.hints import byline
from ui.deciding.aim import Aim
from ui.deciding.edit_names import shortened
from ui.panels.claim.choice_help import Choice
from ui.panels.claim.choice_popup import ChoicePopup

_TOP = 48  # pixels below the upper edge of the article
_PART = "\n"  # between the ids of label and value: no id holds a line break


class ArticleLabels(QObject):
    """Offers the labels in a popup above the article; choosing a set label again removes it."""

    def __init__(self, session: Session, view: ArticleView, aim: Aim, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._view = view
        self._aim = aim
        self._window = window

    def choose(self) -> None:
        """Open the popup with the labels of the schema."""
        choices = list(self._choices(self._session.required_opened()))
        if not choices:
            self._aim.told.emit(self.tr("This project’s schema has no labels for whole articles."), False)
            return
        popup = ChoicePopup(choices, None, "", self._window)  # a child of the article would lose its keys to it
        popup.setAccessibleName(self.tr("Labels of the article"))
        popup.chosen.connect(self._on_chosen)
        popup.open_at(self._view)
        popup.resize(popup.sizeHint())
        left = max(0, (self._view.width() - popup.width()) // 2)
        popup.move(self._view.mapToGlobal(QPoint(left, _TOP)))

    def byline(self, opened: Opened) -> str:
        """Return the open article's versions, metadata and labels in one line."""
        fields = self._session.required().schema.document_labels
        chosen = {(label.label, label.value) for label in opened.labels}
        names = (_name(value) for field in fields for value in field.values if (field.id, value.id) in chosen)
        return "   ".join((*self._versions(opened.document.id), byline(opened.document), *names))

    # Inside

    def _versions(self, id_: str) -> Iterator[str]:
        """Yield which newer version replaces an article, and which older ones it replaces."""
        read = self._session.required().read
        newer = read.replaced.newer(id_)
        if newer is not None:
            yield self.tr("Replaced by “{title}”").format(title=shortened(read.document(newer).title))
        for older in read.replaced.older(id_):
            yield self.tr("Replaces “{title}”").format(title=shortened(read.document(older).title))

    def _choices(self, opened: Opened) -> Iterator[Choice]:
        chosen = {(label.label, label.value) for label in opened.labels}
        for field in (field for field in self._session.required().schema.document_labels if field.shown):
            title = words(field.name, ui_language())
            for value in field.values:
                sign = "✓  " if (field.id, value.id) in chosen else ""
                yield Choice(
                    id=f"{field.id}{_PART}{value.id}",
                    name=f"{sign}{title}: {_name(value)}",
                    key=value.key or "",
                    help=words(value.help, ui_language()),
                )

    @Slot(object)
    def _on_chosen(self, choice: str) -> None:
        opened, annotator = self._session.required_opened(), self._session.required().annotator
        label, _, value = choice.partition(_PART)
        there = any((own.label, own.value) == (label, value) for own in opened.labels)
        wanted = None if there else value
        self._session.do(edits.classify(opened.document.id, opened.labels, label, wanted, annotator=annotator))
        self._view.setFocus()


def _name(value: Value) -> str:
    return words(value.name, ui_language()) or value.id
