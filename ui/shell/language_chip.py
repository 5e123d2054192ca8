"""The chip at the top that shows the language of the open article, and changes it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from ui.base.i18n import LANGUAGES, language_name
from ui.base.widgets.inputs import named
from ui.base.window_keys import OwnKeys
from ui.bridge.session import Session
from ui.panels.top_bar import TopBar

OTHER = "other"


class LanguageChip(QObject):
    """Opens a menu of languages. Choosing one is an undoable step; then suggestions are computed again."""

    details_wanted = Signal()

    def __init__(self, session: Session, top_bar: TopBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._top_bar = top_bar
        top_bar.language.clicked.connect(self._offer)

    def choose(self, language: str) -> None:
        """Set the language of the open article. It is not detected again, even if the same language is chosen."""
        from annotator.project.project import LANGUAGE_SET  # imports the store, so only after the first paint

        document = self._session.required_opened().document
        if document.language != language or not document.meta.get(LANGUAGE_SET):
            self._session.describe(replace(document, language=language, meta={**document.meta, LANGUAGE_SET: True}))

    @Slot()
    def _offer(self) -> None:
        opened = self._session.opened
        if opened is None:
            return
        menu = named(QMenu(self._top_bar), "languageMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        OwnKeys(menu)
        group = QActionGroup(menu)
        known = opened.document.language
        for language in (*LANGUAGES, OTHER):
            action = menu.addAction(language_name(language), partial(self.choose, language))
            action.setCheckable(True)
            action.setChecked(language == known or (language == OTHER and known not in LANGUAGES))
            action.setEnabled(self._session.writable)
            group.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Details of the article…"), self.details_wanted.emit)
        button = self._top_bar.language
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
