"""The form of a rule: its text, its labels, its conditions, and what it requires."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.model.schema import Comparison, Condition, Rule, Schema, Subject
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.inputs import Choice, named
from ui.schema.forms.part_forms import Ends, lay_out
from ui.schema.forms.small_fields import BothTexts, Ticks, ends_of
from ui.schema.schema_draft import called

_NARROW = 104  # least width of a combo box in pixels
_LISTING = {Comparison.IN, Comparison.NOT_IN}


class ConditionRow(QWidget):
    """The row of a condition: a field or relation, a test, and check boxes for values if the test compares with values.

    `edited` is emitted on each choice.
    """

    edited = Signal()

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        self._name, self._schema = name, Schema(id="", name={}, layers=())
        self.condition = Condition(subject=Subject.ATTRIBUTE, id="", test=Comparison.PRESENT)
        self.what = self._choice("What", self.tr("Field or relation, {place}").format(place=spoken))
        self.test = self._choice("Test", self.tr("Test, {place}").format(place=spoken))
        self.values = Ticks(f"{name}Values", self.tr("Values that count, {place}").format(place=spoken))
        self._spoken = spoken
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(8)
        self._layout.setVerticalSpacing(8)
        self._layout.setColumnStretch(0, 3)
        self._layout.setColumnStretch(1, 2)
        self._layout.addWidget(self.what, 0, 0)
        self._layout.addWidget(self.test, 0, 1)
        self._layout.addWidget(self.values, 1, 0, 1, 2)
        self.setFocusProxy(self.what)
        self.what.activated.connect(self._on_what)
        self.test.activated.connect(self._on_test)
        self.values.edited.connect(self._on_values)

    def offer_removal(self) -> SignalInstance:
        """Add a button that removes the condition, and return its signal."""
        button = dialog_button(f"{self._name}Remove", "✕")
        button.setAccessibleName(self.tr("Remove {place}").format(place=self._spoken))
        button.setToolTip(self.tr("Remove the condition"))
        button.setProperty("role", "tab")
        self._layout.addWidget(button, 0, 2)
        return button.clicked

    def show_condition(self, condition: Condition, of: Sequence[str], schema: Schema) -> None:
        """Show a condition of a rule; ``of`` lists the layers and labels (``layer.LABEL``) that the rule is about."""
        self._schema, self.condition = schema, condition
        self.what.clear()
        self.what.addItem(self.tr("choose…"), None)
        for subject, id_, words in _subjects(of, schema):
            self.what.addItem(words, (subject, id_))
        at = self._at(condition)
        if at < 0 and condition.id:  # the rule's labels lack it
            self.what.addItem(self.tr("{name} (missing)").format(name=condition.id), (condition.subject, condition.id))
            at = self.what.count() - 1
        self.what.setCurrentIndex(max(0, at))
        self._show_tests()
        self._show_values()

    # Inside

    def _choice(self, name: str, spoken: str) -> Choice:
        choice = named(Choice(), f"{self._name}{name}", spoken)
        choice.setMinimumContentsLength(8)
        choice.setMinimumWidth(_NARROW)  # in a window of 640 pixels
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return choice

    def _at(self, condition: Condition) -> int:
        every = (self.what.itemData(row) for row in range(self.what.count()))
        return next((row for row, known in enumerate(every) if known == (condition.subject, condition.id)), -1)

    def _show_tests(self) -> None:
        link, lists = self.condition.subject is Subject.RELATION, bool(self._offered() or self.condition.values)
        self.test.clear()
        for test, words in (
            (Comparison.PRESENT, self.tr("is present")),
            (Comparison.ABSENT, self.tr("is absent")),
            (Comparison.IN, self.tr("leads to") if link else self.tr("is one of")),
            (Comparison.NOT_IN, self.tr("does not lead to") if link else self.tr("is not one of")),
        ):
            if lists or test not in _LISTING:
                self.test.addItem(words, test)
        self.test.setCurrentIndex(max(0, self.test.findData(self.condition.test)))
        self.test.setEnabled(bool(self.condition.id))

    def _show_values(self) -> None:
        listed, offered = self.condition.test in _LISTING, dict(self._offered())
        others = [(value, value) for value in self.condition.values if value not in offered]
        self.values.setVisible(listed)
        if listed:
            self.values.show_rows([*offered.items(), *others], self.condition.values)

    def _offered(self) -> list[tuple[str, str]]:
        """Return ids and names of the values to tick: ends of a relation, or values of a field."""
        if self.condition.subject is Subject.RELATION:
            relation = self._schema.relation(self.condition.id)
            return ends_of(self._schema) if relation is not None else []
        fields = [field for field in self._schema.attributes if field.id == self.condition.id]
        return list({value.id: called(value) for field in fields for value in field.values}.items())

    @Slot()
    def _on_what(self) -> None:
        subject, id_ = self.what.currentData() or (Subject.ATTRIBUTE, "")
        if (subject, id_) != (self.condition.subject, self.condition.id):
            self.condition = Condition(subject=subject, id=id_, test=Comparison.PRESENT)
            self._show_tests()
            self._show_values()
            self.edited.emit()

    @Slot()
    def _on_test(self) -> None:
        test = Comparison(self.test.currentData())
        self._put(test, self.condition.values if test in _LISTING else ())
        self._show_values()

    @Slot()
    def _on_values(self) -> None:
        self._put(self.condition.test, self.values.ticked)

    def _put(self, test: Comparison, values: tuple[str, ...]) -> None:
        made = Condition(subject=self.condition.subject, id=self.condition.id, test=test, values=values)
        if made != self.condition:
            self.condition = made
            self.edited.emit()


def _subjects(of: Sequence[str], schema: Schema) -> Iterator[tuple[Subject, str, str]]:
    """Yield kind, id and name of each field of the layers in ``of``, and of each relation that starts there."""
    layers = list(dict.fromkeys(end.partition(".")[0] for end in of))
    fields = {field.id: called(field) for layer in layers for field in schema.attributes_of(layer)}
    for id_, words in fields.items():
        yield Subject.ATTRIBUTE, id_, words
    for relation in schema.relations:
        if any(head.partition(".")[0] in layers for head in relation.head):
            yield Subject.RELATION, relation.id, f"→ {called(relation)}"


NOTHING = Condition(subject=Subject.ATTRIBUTE, id="", test=Comparison.PRESENT)


class RuleForm(QWidget):
    """The form of a rule: if all its conditions hold, its requirement must hold, too."""

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
                (self.tr("Applie&s to"), self.of),
                (self.tr("Wherever"), conditions),
                (self.tr("Should &be"), self.then),
            ),
        )
        self.words.edited.connect(self._emit_part)
        self.of.edited.connect(self._on_about)
        self.then.edited.connect(self._emit_part)
        self.more.clicked.connect(self._add)

    def show_part(self, rule: Rule, schema: Schema) -> None:
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
        """Show the conditions again, because other labels have other fields."""
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
