"""Edits the metadata of the open article; its text stays."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from annotator.project.project import LANGUAGE_SET
from ui.base.widgets.boxes import fill
from ui.bridge.session import Session
from ui.dialogs.details_form import LANGUAGE, TITLE, DetailsForm


class DocumentDialog(QDialog):
    """A form whose changes are stored in one step."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentDialog")
        self.setWindowTitle(self.tr("Article"))
        self._session = session
        self._document = document = session.required_opened().document
        self.form = DetailsForm("document")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self._store)
        self.buttons.rejected.connect(self.reject)
        fill(QVBoxLayout(self), self.form, self.buttons, margins=(20, 20, 20, 16), spacing=16)
        self.form.changed.connect(self._enable)
        self.form.show_values(
            {
                TITLE: document.title,
                "published": document.published,
                "publisher": document.publisher,
                "author": document.author,
                "url": document.url,
                LANGUAGE: document.language,
            }
        )
        self.form.setEnabled(session.writable)
        self.setMinimumWidth(480)

    @Slot()
    def _enable(self) -> None:
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(self.form.valid and self._session.writable)

    @Slot()
    def _store(self) -> None:
        opened = self._session.opened
        if opened is None or opened.document.id != self._document.id:
            self.reject()
            return
        values, before = self.form.values(), opened.document
        language = values[LANGUAGE] or before.language
        meta = {**before.meta, LANGUAGE_SET: True} if language != before.language else before.meta
        after = replace(
            before,
            title=values[TITLE] or before.title,
            published=values["published"],
            publisher=values["publisher"],
            author=values["author"],
            url=values["url"],
            language=language,
            meta=meta,
        )
        if after == before or self._session.describe(after):
            self.accept()
