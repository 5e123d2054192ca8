"""The claim rules that are off because everything they found was rejected."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from annotator.jobs.learning.source_quality import RefusedRule
from ui.base.i18n import number
from ui.base.look.plain_text import plain
from ui.base.words.rule_names import rule_words

_NAME = "refusedRule."  # prefix of a box's object name


class RefusedRules(QWidget):
    """A check box for each rule that turns it on again; hidden if there is none."""

    turned = Signal(str, bool)  # name of a rule, on

    def __init__(self, before: QWidget, *, writable: bool) -> None:
        """Tab leads from the boxes to ``before``."""
        super().__init__()
        self._before = before
        self._writable = writable
        self._shown: Sequence[RefusedRule] = ()
        self.boxes: list[QCheckBox] = []
        note = plain(
            self.tr(
                "These rules are off in this project: what they found was rejected time and again,"
                " and never accepted. Tick a rule to turn it on again."
            ),
            "muted",
        )
        note.setObjectName("refusedRules")
        note.setWordWrap(True)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._rows.addWidget(note)
        self.hide()

    def show_rules(self, rules: Sequence[RefusedRule]) -> None:
        """Show rules. A box that stays keeps the focus."""
        if [(rule.name, rule.rejected) for rule in rules] != [(rule.name, rule.rejected) for rule in self._shown]:
            for box in self.boxes:
                self._rows.removeWidget(box)
                box.deleteLater()
            self.boxes = [self._box(rule) for rule in rules]
            for one, other in pairwise((_ahead_of(self._before), *self.boxes)):
                QWidget.setTabOrder(one, other)
        self._shown = tuple(rules)
        for box, rule in zip(self.boxes, rules, strict=True):
            box.setChecked(rule.followed)
        self.setVisible(bool(rules))

    def _box(self, rule: RefusedRule) -> QCheckBox:
        words = self.tr("{rule}: {count} rejected").format(rule=rule_words(rule.name), count=number(rule.rejected))
        box = QCheckBox(words.replace("&", "&&"))
        box.setObjectName(f"{_NAME}{rule.name}")
        box.setAccessibleName(words)
        box.setEnabled(self._writable)
        box.clicked.connect(self._on_clicked)
        self._rows.addWidget(box)
        return box

    @Slot(bool)
    def _on_clicked(self, on: bool) -> None:  # noqa: FBT001
        self.turned.emit(self.sender().objectName().removeprefix(_NAME), on)


def _ahead_of(widget: QWidget) -> QWidget:
    """Return the widget that Tab leaves for this one."""
    found = widget.previousInFocusChain()
    while found is not None and found.focusPolicy() == Qt.FocusPolicy.NoFocus:
        found = found.previousInFocusChain()
    return found or widget
