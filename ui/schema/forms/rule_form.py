"""The form of a rule: its text, its labels, its conditions, and what it requires."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.schema import Comparison, Condition, Rule, Schema, Subject
from ui.base.widgets.button_names import dialog_button
from ui.schema.forms.condition_row import ConditionRow
from ui.schema.forms.field_forms import Ends
from ui.schema.forms.part_forms import lay_out
from ui.schema.forms.small_fields import BothTexts

NOTHING = Condition(subject=Subject.ATTRIBUTE, id="", test=Comparison.PRESENT)


class RuleForm(QWidget):
    """A rule: if all conditions hold, the last one should."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule: Rule | None = None
        self._schema: Schema | None = None
        self.words = BothTexts("schemaRuleWords", self.tr("Wording of the rule"), 3)
        self.of = Ends("schemaRuleOf", self.tr("Labels that the rule is about"))
        self.when: list[ConditionRow] = []
        self.then = ConditionRow("schemaRuleThen", self.tr("what should be the case"))
        self.more = dialog_button("schemaRuleMore", self.tr("Add a &Condition"))
        self._conditions = QVBoxLayout()
        self._conditions.setSpacing(8)
        conditions = QWidget()
        conditions.setLayout(self._conditions)
        self._conditions.setContentsMargins(0, 0, 0, 0)
        self._conditions.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        lay_out(
            self,
            (
                (self.tr("&Wording"), self.words),
                (self.tr("A&bout"), self.of),
                (self.tr("Wherever"), conditions),
                (self.tr("Should &be"), self.then),
            ),
        )
        self.words.edited.connect(self._emit_part)
        self.of.edited.connect(self._on_about)
        self.then.edited.connect(self._emit_part)
        self.more.clicked.connect(self._add)

    def show_part(self, rule: Rule, schema: Schema) -> None:
        """Show a rule."""
        self._rule, self._schema = rule, schema
        self.words.show_words(rule.words)
        self.of.show_ends(rule.of, schema)
        self._show_conditions(rule.when)
        self.then.show_condition(rule.then, rule.of, schema)

    def _show_conditions(self, when: Sequence[Condition]) -> None:
        while len(self.when) > len(when):
            row = self.when.pop()
            self._conditions.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.when) < len(when):
            at = len(self.when)
            row = ConditionRow(f"schemaRuleWhen.{at}", self.tr("condition {number}").format(number=at + 1))
            row.edited.connect(self._emit_part)
            row.offer_removal().connect(partial(self._remove, at))
            self._conditions.insertWidget(at, row)
            self.when.append(row)
        for row, condition in zip(self.when, when, strict=True):
            if self._rule is not None and self._schema is not None:
                row.show_condition(condition, self._rule.of, self._schema)

    @Slot()
    def _add(self) -> None:
        self._show_conditions((*(row.condition for row in self.when), NOTHING))
        self._emit_part()
        self.when[-1].what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, at: int) -> None:
        left = [row.condition for row in self.when]
        del left[at]
        self._show_conditions(left)
        self._emit_part()
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_about(self) -> None:
        """Show the conditions again, as other labels have other fields."""
        self._emit_part()
        if self._rule is not None and self._schema is not None:
            for row in (*self.when, self.then):
                row.show_condition(row.condition, self._rule.of, self._schema)

    @Slot()
    def _emit_part(self) -> None:
        if self._rule is not None:
            self._rule = replace(
                self._rule,
                words=self.words.words(self._rule.words),
                of=self.of.ends,
                when=tuple(row.condition for row in self.when),
                then=self.then.condition,
            )
            self.edited.emit(self._rule)
