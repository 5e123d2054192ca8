"""A dialog for a range of days, open at either end."""

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDateEdit, QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from ui.base.i18n import locale
from ui.base.widgets.boxes import fill
from ui.base.widgets.button_names import name_buttons
from ui.base.widgets.named import named


class DateRange(QDialog):
    """Asks for the first and last day of publication, both included."""

    chosen = Signal(str, str)  # ISO dates, "" without a limit

    def __init__(self, since: str | None, until: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dateRange")
        self.setWindowTitle(self.tr("Date"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fields = (_Day("since", self.tr("&From"), since), _Day("until", self.tr("&Until"), until))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for row, field in enumerate(self._fields):
            grid.addWidget(field.box, row, 0)
            grid.addWidget(field.day, row, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        fill(QVBoxLayout(self), grid, buttons, spacing=16)
        name_buttons(self)

    @Slot()
    def accept(self) -> None:
        super().accept()
        since, until = (field.iso for field in self._fields)
        self.chosen.emit(*sorted((since, until)) if since and until else (since, until))


class _Day:
    """A check box for a limit, and its day."""

    def __init__(self, name: str, text: str, iso: str | None) -> None:
        self.box = named(QCheckBox(text), f"{name}Box", text.replace("&", ""))
        known = QDate.fromString((iso or "")[:10], Qt.DateFormat.ISODate)
        self.day = named(
            QDateEdit(known if known.isValid() else QDate.currentDate()), f"{name}Day", text.replace("&", "")
        )
        self.day.setCalendarPopup(True)
        self.day.setLocale(locale())
        self.box.setChecked(known.isValid())
        self.day.dateChanged.connect(self._on_day)

    @property
    def iso(self) -> str:
        """The day as an ISO date, empty without a limit."""
        return self.day.date().toString(Qt.DateFormat.ISODate) if self.box.isChecked() else ""

    def _on_day(self) -> None:
        self.box.setChecked(True)
