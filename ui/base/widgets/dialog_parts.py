"""Parts that many dialogs share: layout, button box, forms, and questions with one button besides Cancel.

Single buttons and dialogs for one value are in `buttons`.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QMessageBox, QVBoxLayout, QWidget

from ui.base.look.sizes import NEAR, WIDE
from ui.base.widgets.buttons import name_buttons
from ui.base.widgets.inputs import Part, fill

CANCEL = QDialogButtonBox.StandardButton.Cancel
CLOSE = QDialogButtonBox.StandardButton.Close
OK_CANCEL = QDialogButtonBox.StandardButton.Ok | CANCEL


def button_box(
    dialog: QDialog, buttons: QDialogButtonBox.StandardButton = OK_CANCEL, accept: Callable[[], object] | None = None
) -> QDialogButtonBox:
    """Build a button box: OK calls ``accept``, by default the dialog's own method; Cancel and Close reject it."""
    box = QDialogButtonBox(buttons)
    box.accepted.connect(accept or dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


def form_layout(widget: QWidget | None = None, *, down: int = NEAR) -> QFormLayout:
    """Build a form whose fields grow; on a widget it has no margins. ``down`` is the space between rows in pixels."""
    form = QFormLayout(widget)
    if widget is not None:
        form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(WIDE)
    form.setVerticalSpacing(down)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def open_question(
    question: QMessageBox,
    text: str,
    act: Callable[[], object],
    role: QMessageBox.ButtonRole = QMessageBox.ButtonRole.AcceptRole,
) -> None:
    """Open a question. Only its button, with this text, calls ``act``; Return and Escape cancel."""
    button = question.addButton(text, role)
    stay = question.addButton(QMessageBox.StandardButton.Cancel)
    question.setDefaultButton(stay)
    question.setEscapeButton(stay)
    button.clicked.connect(act)
    name_buttons(question)
    question.open()


def lay_out(dialog: QDialog, *parts: Part, top: int = 16, spacing: int = 12) -> QVBoxLayout:
    """Lay out the parts of a dialog (see `fill`) below each other; ``top``, the upper margin, is in pixels."""
    return fill(QVBoxLayout(dialog), *parts, margins=(20, top, 20, 16), spacing=spacing)
