"""Edits the metadata of the open article. The text cannot be changed here."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from annotator.corpus.dates import whole_date
from annotator.project.project import LANGUAGE_SET
from ui.base import i18n
from ui.base.look.plain_text import plain
from ui.base.saving import Unsaved, typed_again
from ui.base.settings import ProjectRows
from ui.base.widgets.buttons import is_for_button
from ui.base.widgets.dialog_parts import CANCEL, button_box, form_layout, lay_out
from ui.base.widgets.inputs import fill, named
from ui.bridge.session import Session

TITLE, PUBLISHED, PUBLISHER, AUTHOR, LANGUAGE, URL = "title", "published", "publisher", "author", "language", "url"
_LONGEST = 500
_TYPED = ProjectRows("details.json", private=True)
_DATE = 24  # width of the date field in characters


class DetailLine(QLineEdit):
    """A line edit that leaves key presses meant for a button to the dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_for_button(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class DetailsForm(QWidget):
    """The metadata form, with a line for each field. Later guesses do not overwrite fields that the user edited."""

    changed = Signal()

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self._written: set[str] = set()
        names = {
            TITLE: self.tr("&Title"),
            PUBLISHED: self.tr("Pu&blished"),
            PUBLISHER: self.tr("Publis&her"),
            AUTHOR: self.tr("A&uthor"),
            URL: self.tr("Add&ress"),
        }
        layout = form_layout(self)
        self.lines: dict[str, QLineEdit] = {}
        for id_, name in names.items():
            line = DetailLine()
            line.setMaxLength(_LONGEST)
            named(line, f"{prefix}.{id_}", name.replace("&", ""))
            line.textEdited.connect(self._on_written)
            self.lines[id_] = line
            if id_ != PUBLISHED:
                layout.addRow(name, line)
        date = self.lines[PUBLISHED]
        date.setPlaceholderText(self.tr("such as 9 Mar 2026"))
        date.setFixedWidth(_DATE * date.fontMetrics().averageCharWidth())
        date.editingFinished.connect(self._spell_date)
        self._warning = plain(self.tr("This is not a date."), "warning")
        self._warning.hide()
        row = fill(QHBoxLayout(), date, (self._warning, 1), 0, spacing=12)
        label = QLabel(names[PUBLISHED])
        label.setBuddy(date)
        layout.insertRow(1, label, row)
        self.language = named(QComboBox(), f"{prefix}.language", self.tr("Language"))
        for code, name in (("de", self.tr("German")), ("en", self.tr("English")), ("other", self.tr("other"))):
            self.language.addItem(name, code)
        self.language.activated.connect(self._on_language)
        layout.insertRow(2, self.tr("&Language"), self.language)
        for one, following in pairwise([self.lines[TITLE], date, self.language, self.lines[PUBLISHER]]):
            self.setTabOrder(one, following)

    def show_values(self, values: Mapping[str, str | None]) -> None:
        """Show values, except in fields that the user has edited."""
        for id_, line in self.lines.items():
            if id_ not in self._written:
                value = values.get(id_) or ""
                line.setText(i18n.date(value) if id_ == PUBLISHED else value)
                line.setCursorPosition(0)
        if LANGUAGE not in self._written:
            with QSignalBlocker(self.language):
                self.language.setCurrentIndex(max(0, self.language.findData(values.get(LANGUAGE) or "other")))
        self._check()

    def values(self) -> dict[str, str | None]:
        """Return the values by field, None for an empty line."""
        found: dict[str, str | None] = {id_: line.text().strip() or None for id_, line in self.lines.items()}
        found[PUBLISHED] = whole_date(found[PUBLISHED] or "") or found[PUBLISHED]
        return {**found, LANGUAGE: str(self.language.currentData())}

    def texts(self) -> dict[str, str]:
        """Return the values by field, "" for an empty line."""
        return {id_: value or "" for id_, value in self.values().items()}

    def written(self) -> dict[str, str]:
        """Return the texts of the fields that the user edited."""
        return {id_: words for id_, words in self.texts().items() if id_ in self._written}

    def restore(self, written: Mapping[str, str]) -> None:
        """Show texts that the user wrote in an earlier form."""
        self.show_values(written)
        self._written.update(written)

    @property
    def language_written(self) -> bool:
        """Return whether the user chose the language."""
        return LANGUAGE in self._written

    @property
    def valid(self) -> bool:
        """Return whether there is a title, and the date is valid or empty."""
        return bool(self.lines[TITLE].text().strip()) and self._date_valid()

    def _date_valid(self) -> bool:
        published = self.lines[PUBLISHED].text().strip()
        return not published or whole_date(published) is not None

    def _check(self) -> None:
        self._warning.setVisible(not self._date_valid())
        self.changed.emit()

    @Slot()
    def _spell_date(self) -> None:
        """Rewrite the date in full, to show how it was understood."""
        line = self.lines[PUBLISHED]
        line.setText(i18n.date(whole_date(line.text().strip())) or line.text())

    @Slot(str)
    def _on_written(self, _text: str) -> None:
        line = self.sender()
        self._written.update(id_ for id_, own in self.lines.items() if own is line)
        self._check()

    @Slot(int)
    def _on_language(self, _index: int) -> None:
        self._written.add(LANGUAGE)
        self._check()


class DocumentDialog(QDialog):
    """The metadata form in a dialog; all changes are stored in one step."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentDialog")
        self.setWindowTitle(self.tr("Article"))
        self._session = session
        self._document = document = session.required_opened().document
        self.form = DetailsForm("document")
        self.buttons = button_box(self, QDialogButtonBox.StandardButton.Save | CANCEL, self._store)
        self._again = named(plain(typed_again(), "muted"), "documentAgain")
        lay_out(self, self.form, self._again, self.buttons, top=20, spacing=16)
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
        self._before = self.form.texts()
        self._unsaved = Unsaved(_TYPED, session.required().path, document.id, *self._before.values())
        typed = self._unsaved.restored(len(self._before)) if session.writable else ()
        self._again.setVisible(bool(typed))
        if typed:
            self.form.show_values(dict(zip(self._before, typed, strict=True)))
        self.form.changed.connect(self._keep)
        self.form.setEnabled(session.writable)
        self.setMinimumWidth(480)

    def done(self, result: int) -> None:
        if self._session.project is not None:
            self._unsaved.keep()
        super().done(result)

    @Slot()
    def _keep(self) -> None:
        typed = self.form.texts()
        self._unsaved.keep(*(typed.values() if typed != self._before else ()))

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
