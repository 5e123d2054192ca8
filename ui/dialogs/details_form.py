"""What is known about an article beside its text, to be corrected: title, date, where it appeared, who wrote it."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from ui.panels.chips import plain
from ui.panels.fields import is_date

TITLE, PUBLISHED, PUBLISHER, AUTHOR, LANGUAGE, URL = "title", "published", "publisher", "author", "language", "url"
_LONGEST = 500


class DetailsForm(QWidget):
    """One line for each. What somebody wrote is not overwritten by a later guess."""

    changed = Signal()

    def __init__(self, prefix: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._written: set[str] = set()
        names = {
            TITLE: self.tr("&Title"),
            PUBLISHED: self.tr("Pu&blished"),
            PUBLISHER: self.tr("Publis&her"),
            AUTHOR: self.tr("A&uthor"),
            URL: self.tr("Add&ress"),
        }
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.lines: dict[str, QLineEdit] = {}
        for id_, name in names.items():
            line = QLineEdit()
            line.setMaxLength(_LONGEST)
            line.setObjectName(f"{prefix}.{id_}")
            line.setAccessibleName(name.replace("&", ""))
            line.textEdited.connect(self._on_written)
            layout.addRow(name, line)
            self.lines[id_] = line
        self.lines[PUBLISHED].setPlaceholderText(self.tr("YYYY-MM-DD, or empty"))
        self.language = QComboBox()
        self.language.setObjectName(f"{prefix}.language")
        self.language.setAccessibleName(self.tr("Language"))
        for code, name in (("de", self.tr("German")), ("en", self.tr("English")), ("other", self.tr("another"))):
            self.language.addItem(name, code)
        self.language.activated.connect(self._on_language)
        layout.insertRow(2, self.tr("&Language"), self.language)
        self._warning = plain(role="warning")
        self._warning.setWordWrap(True)
        self._warning.hide()
        layout.insertRow(2, "", self._warning)

    def show_values(self, values: Mapping[str, str | None]) -> None:
        """Show what is known; lines that somebody has written in stay as they are."""
        for id_, line in self.lines.items():
            if id_ not in self._written:
                line.setText(values.get(id_) or "")
                line.setCursorPosition(0)
        if LANGUAGE not in self._written:
            with QSignalBlocker(self.language):
                self.language.setCurrentIndex(max(0, self.language.findData(values.get(LANGUAGE) or "other")))
        self._check()

    def values(self) -> dict[str, str | None]:
        """Give what stands in the form; an empty line is None."""
        found: dict[str, str | None] = {id_: line.text().strip() or None for id_, line in self.lines.items()}
        return {**found, LANGUAGE: str(self.language.currentData())}

    @property
    def language_written(self) -> bool:
        """Tell whether somebody chose the language."""
        return LANGUAGE in self._written

    @property
    def valid(self) -> bool:
        """Tell whether there is a title, and the date is one."""
        return bool(self.lines[TITLE].text().strip()) and self._date_valid()

    def _date_valid(self) -> bool:
        published = self.lines[PUBLISHED].text().strip()
        return not published or is_date(published)

    def _check(self) -> None:
        self._warning.setVisible(not self._date_valid())
        self._warning.setText(self.tr("Write the date as year-month-day, such as 2026-03-09."))
        self.changed.emit()

    @Slot(str)
    def _on_written(self, _text: str) -> None:
        line = self.sender()
        self._written.update(id_ for id_, own in self.lines.items() if own is line)
        self._check()

    @Slot(int)
    def _on_language(self, _index: int) -> None:
        self._written.add(LANGUAGE)
        self._check()
