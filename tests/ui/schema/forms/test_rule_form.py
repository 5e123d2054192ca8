"""Rules are added, changed and removed in the window, which counts the labels that break them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from annotator.model.schema import Comparison, Condition, Subject
from tests.ui.schema.test_schema_window import apply, press
from ui.schema.forms.rule_form import RuleForm
from ui.schema.schema_draft import PartKind, PartPlace


def choose(choice, found):
    choice.setCurrentIndex(choice.findData(found))
    choice.activated.emit(choice.currentIndex())


def choose_test(row, test):
    choose(row.test, test)


def choose_what(row, subject, id_):
    every = [row.what.itemData(at) for at in range(row.what.count())]
    row.what.setCurrentIndex(every.index((subject, id_)))
    row.what.activated.emit(row.what.currentIndex())


def tick(ticks, *ids, on=True):
    for at in range(ticks.count()):
        if ticks.item(at).data(Qt.ItemDataRole.UserRole) in ids:
            ticks.item(at).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


def new_rule(editor):
    editor.tree.choose(PartPlace(PartKind.LAYER, ("claims",)))
    editor.editing.add(PartKind.RULE, editor.tree.place)
    return editor.page.form(RuleForm)


def test_new_rule_counts_breaches(qtbot, labelled, editor):
    form = new_rule(editor)
    assert form.of.ends == ("claims",)
    assert "not finished" in editor.foot.words.text()
    assert not editor.foot.apply.isEnabled()
    choose_what(form.then, Subject.ATTRIBUTE, "kind")
    assert "needs a wording" in editor.foot.words.text()
    form.words.fields["en"].setPlainText("Each claim has a kind.")
    form.words.fields["de"].setPlainText("Jede Behauptung hat eine Art.")
    assert "New rule: “Each claim has a kind.”." in editor.foot.words.text()
    qtbot.waitUntil(lambda: "Labels that break it: 1." in editor.foot.words.text(), timeout=20_000)
    apply(qtbot, editor)
    made = labelled.session.project.schema.rules[-1]
    assert made.then == Condition(subject=Subject.ATTRIBUTE, id="kind", test=Comparison.PRESENT)
    assert made.words == {"en": "Each claim has a kind.", "de": "Jede Behauptung hat eine Art."}
    press(qtbot, editor, "schemaBack")
    qtbot.waitUntil(lambda: not editor.applying.busy, timeout=20_000)
    assert made.id not in [rule.id for rule in labelled.session.project.schema.rules]


def test_conditions_are_added_and_removed(qtbot, editor):
    form = new_rule(editor)
    form.words.fields["en"].setPlainText("Named claimants are persons.")
    form.more.setFocus()
    qtbot.keyClick(form.more, Qt.Key.Key_Space)
    (row,) = form.when
    choose_what(row, Subject.ATTRIBUTE, "claimant_kind")
    choose_test(row, Comparison.IN)
    assert "not finished" in editor.foot.words.text()
    row.values.setFocus()
    row.values.setCurrentRow(0)
    qtbot.keyClick(row.values, Qt.Key.Key_Space)
    choose_what(form.then, Subject.RELATION, "claimant")
    choose_test(form.then, Comparison.IN)
    tick(form.then.values, "entities.PER")
    rule = editor.draft.schema.rules[-1]
    first = editor.draft.schema.attribute("claims", "claimant_kind").values[0].id
    assert rule.when == (Condition(subject=Subject.ATTRIBUTE, id="claimant_kind", test=Comparison.IN, values=(first,)),)
    assert rule.then.values == ("entities.PER",)
    assert editor.foot.apply.isEnabled()
    gone = form.findChild(QPushButton, "schemaRuleWhen.0Remove")
    gone.setFocus()
    qtbot.keyClick(gone, Qt.Key.Key_Space)
    assert editor.draft.schema.rules[-1].when == ()


def test_rule_with_missing_field_is_refused(editor):
    rule = editor.draft.schema.rules[0]
    editor.tree.choose(PartPlace(PartKind.RULE, (rule.id,)))
    form = editor.page.form(RuleForm)
    tick(form.of, "claims", on=False)
    assert "needs labels to apply to" in editor.foot.words.text()
    tick(form.of, "entities.PER")
    assert "refers to something that its labels lack" in editor.foot.words.text()
    assert f"{rule.then.id} (missing)" in form.then.what.currentText()
    assert not editor.foot.apply.isEnabled()


def test_counts_conflicting_rules_not_reworded_ones(qtbot, editor):
    rule = editor.draft.schema.rules[0]
    editor.tree.choose(PartPlace(PartKind.RULE, (rule.id,)))
    form = editor.page.form(RuleForm)
    form.words.fields["en"].setPlainText("Said otherwise.")
    assert editor.foot.words.text() == "Existing labels do not change."
    choose_what(form.then, Subject.ATTRIBUTE, "topic")
    assert "changes what it requires" in editor.foot.words.text()
    qtbot.waitUntil(lambda: "Labels that break it: 0." in editor.foot.words.text(), timeout=20_000)


def test_rules_move_by_keys(qtbot, editor):
    first, second, *_ = editor.draft.schema.rules
    editor.tree.choose(PartPlace(PartKind.RULE, (second.id,)))
    qtbot.keyClick(editor.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [rule.id for rule in editor.draft.schema.rules[:2]] == [second.id, first.id]
