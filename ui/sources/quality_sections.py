"""Sections of the quality page: rules that are off after many rejections, and the effect of suggestions."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from annotator.jobs.learning.source_quality import RefusedRule
from annotator.suggestions.reliability import FEW
from annotator.suggestions.suggestion_effect import Influence, SentenceCounts
from ui.base.i18n import number, translate
from ui.base.look.plain_text import plain
from ui.base.rows.plain_table import FigureTable
from ui.base.widgets.inputs import fill, named
from ui.base.words.rule_names import rule_words
from ui.sources.source_list import NOTHING, percent

_NAME = "refusedRule."  # prefix of a check box's object name


class RefusedRules(QWidget):
    """A check box for each rule that was turned off, to turn it on again. Hidden if there is no such rule."""

    turned = Signal(str, bool)  # name of a rule; whether it is turned on

    def __init__(self, before: QWidget, *, writable: bool) -> None:
        """Build the section; ``before`` is the widget to which Tab leads from the last check box."""
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
            name="refusedRules",
            wraps=True,
        )
        self._rows = fill(QVBoxLayout(self), note, margins=0, spacing=4)
        self.hide()

    def show_rules(self, rules: Sequence[RefusedRule]) -> None:
        """Show these rules. A check box that stays keeps the focus."""
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
        box = named(QCheckBox(words.replace("&", "&&")), f"{_NAME}{rule.name}", words)
        box.setEnabled(self._writable)
        box.clicked.connect(self._on_clicked)
        self._rows.addWidget(box)
        return box

    @Slot(bool)
    def _on_clicked(self, on: bool) -> None:  # noqa: FBT001
        self.turned.emit(self.sender().objectName().removeprefix(_NAME), on)


def _ahead_of(widget: QWidget) -> QWidget:
    """Return the widget from which Tab leads to this one."""
    found = widget.previousInFocusChain()
    while found is not None and found.focusPolicy() == Qt.FocusPolicy.NoFocus:
        found = found.previousInFocusChain()
    return found or widget


class InfluencePage(QWidget):
    """The page on the effect of suggestions: a switch to hold some back, and figures with and without suggestions."""

    holding_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, writable: bool) -> None:
        super().__init__(parent)
        self.switch = named(QCheckBox(self.tr("&Hold suggestions back in 5% of sentences"), self), "holdBack")
        self.switch.setAccessibleName(self.switch.text().replace("&", ""))
        self.switch.setEnabled(writable)
        self.switch.clicked.connect(self.holding_wanted)
        self.note = plain(role="muted", name="truthNote.influence", wraps=True)
        self.verdict = plain(name="influenceVerdict", wraps=True)
        self.table = FigureTable(
            "truthInfluence",
            self.tr("Effect of suggestions"),
            (self.tr("In articles that are done"), self.tr("With suggestions"), self.tr("Held back")),
            self,
        )
        fill(QVBoxLayout(self), self.note, self.switch, self.verdict, (self.table, 1), margins=0, spacing=8)
        self.note.setText(
            self.tr(
                "People who see a suggestion tend to agree with it, and to look less for what it"
                " leaves out. To measure how much, suggestions can be held back in randomly chosen"
                " sentences; you are not told which."
            )
        )

    def show_choice(self, *, on: bool) -> None:
        """Show whether suggestions are held back in this project."""
        self.switch.setChecked(on)

    def show_influence(self, found: Influence) -> None:
        """Show the figures so far."""
        self.verdict.setText(verdict_words(found))
        self.table.figures.show(_rows(found))


def verdict_words(found: Influence) -> str:
    """Return the sentence about the effect of suggestions, or one that says there are not enough data."""
    if not found.is_known:
        text = translate(
            "Influence",
            "Not enough data yet: {count} of its suggestions were held back in done articles; {few} are needed.",
        )
        return text.format(count=number(found.held.suggested), few=number(FEW))
    text = translate(
        "Influence",
        "Of its suggestions, {shown} got a label where they were shown and {held} where they were"
        " not; {shown_same} and {held_same} of these labels have the suggested boundaries.",
    )
    words = text.format(
        shown=percent(found.shown.share_taken),
        held=percent(found.held.share_taken),
        shown_same=percent(found.shown.share_same),
        held_same=percent(found.held.share_same),
    )
    if found.is_significant:
        return words
    return translate("Influence", "{words} So small a difference may be chance.").format(words=words)


def _rows(found: Influence) -> list[list[str]]:
    sides = (found.shown, found.held)
    return [
        [translate("Influence", "Words"), *(number(side.words) for side in sides)],
        [translate("Influence", "Its suggestions"), *(number(side.suggested) for side in sides)],
        [translate("Influence", "of these labelled"), *(_share(side.share_taken, side.taken) for side in sides)],
        [
            translate("Influence", "with the suggested boundaries"),
            *(_share(side.share_same, side.same) for side in sides),
        ],
        [translate("Influence", "accepted by sight"), *(number(side.sight) for side in sides)],
        [translate("Influence", "Labels per 100 words"), *(_rate(side, side.labels) for side in sides)],
        [translate("Influence", "of these not suggested"), *(_rate(side, side.own) for side in sides)],
    ]


def _share(share: float | None, count: int) -> str:
    if share is None:
        return NOTHING
    return translate("Influence", "{share} ({count})").format(share=percent(share), count=number(count))


def _rate(side: SentenceCounts, count: int) -> str:
    rate = side.per_hundred_words(count)
    return NOTHING if rate is None else number(rate, 1)
