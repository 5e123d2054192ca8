"""The words in an agreement window that has no figures yet: what it is for, and how to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.base.look.plain_text import plain
from ui.base.look.sizes import NEAR
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.inputs import fill

_WIDEST = 460  # pixels of a line that is easy to read


class NoAgreement(QWidget):
    """A few words in the middle of the window, with a button that leads to a colleague's labels."""

    merge_wanted = Signal()

    def __init__(self, *, writable: bool) -> None:
        super().__init__()
        self.setObjectName("agreementNothing")
        self.title = plain(role="title", name="agreementNothingTitle", wraps=True)
        purpose = self.tr(
            "Here you see how far people agree and where they differ. For this, two people mark the same articles as"
            " done, each in a copy of the project. Then merge the colleague’s copy into yours."
        )
        self.purpose = plain(purpose, role="muted", name="agreementPurpose", wraps=True)
        self.merge = dialog_button("agreementMerge", self.tr("&Merge Copies…"))
        self.merge.setVisible(writable)
        self.merge.clicked.connect(self.merge_wanted)
        for words in (self.title, self.purpose):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = QWidget()
        middle.setFixedWidth(_WIDEST)
        column = fill(QVBoxLayout(middle), 1, self.title, self.purpose, margins=0, spacing=NEAR)
        column.addSpacing(NEAR)
        column.addWidget(self.merge, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        fill(QHBoxLayout(self), 1, middle, 1, margins=0)
