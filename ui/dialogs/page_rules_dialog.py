"""Project → Rules That Exclude Paragraphs: the rules of all publishers, to try on the open article and to remove."""

from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QPushButton, QWidget

from annotator.corpus.furniture import PageRule, parts_by_rules
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import number
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import one_line, plain
from ui.base.rows.plain_table import Place, PlaceTable, PlainTable
from ui.base.rows.rows_model import RowsModel
from ui.base.widgets.dialog_parts import lay_out
from ui.base.widgets.empty_words import EmptyWords
from ui.base.widgets.inputs import fill, named
from ui.bridge.session import Session
from ui.commands.articles.page_rule_commands import PageRules

translate = QCoreApplication.translate
_LONGEST = 200  # shown characters of a paragraph
_SHARES = 3, 2  # shares of the height: the rules, and the selected rule's paragraphs

Column = IntEnum("Column", "PUBLISHER WORDS HERE", start=0)


class ExcludedParagraph(NamedTuple):
    """A paragraph that a rule excludes, in code points, end exclusive."""

    document: str
    start: int
    end: int
    words: str


class RuleModel(RowsModel[PageRule, Column]):
    """The rules, each with its publisher and the number of paragraphs that the rule excludes in the open article."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        headings = {
            Column.PUBLISHER: QT_TRANSLATE_NOOP("PageRules", "Publisher"),
            Column.WORDS: QT_TRANSLATE_NOOP("PageRules", "Paragraphs"),
            Column.HERE: QT_TRANSLATE_NOOP("PageRules", "In the open article"),
        }
        super().__init__("PageRules", headings, parent, numbers=(Column.HERE,))
        self._session = session

    def words(self, row: PageRule, column: Column) -> str:
        match column:
            case Column.PUBLISHER:
                return one_line(row.publisher, _LONGEST)
            case Column.WORDS:
                begins = translate("PageRules", "that begin with “{words}”")
                same = translate("PageRules", "like “{words}”")
                return (begins if row.beginning else same).format(words=one_line(row.words, _LONGEST))
            case Column.HERE:
                return number(len(found(self._session, row))) if is_for(self._session, row) else "–"


class RuleTable(PlainTable):
    """The table of rules; Delete removes the selected one."""

    turned = Signal()
    removing = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removing.emit()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: object, previous: object) -> None:
        super().currentChanged(current, previous)  # type: ignore[arg-type]
        self.turned.emit()


class ParagraphModel(RowsModel[ExcludedParagraph, Column]):
    """The paragraphs that a rule excludes."""

    def __init__(self, parent: QWidget) -> None:
        headings = {Column.WORDS: QT_TRANSLATE_NOOP("PageRules", "Excluded in the open article")}
        super().__init__("PageRules", headings, parent)

    def words(self, row: ExcludedParagraph, column: Column) -> str:
        del column
        return one_line(row.words, _LONGEST)


class ParagraphTable(PlaceTable):
    """The table of excluded paragraphs. A click or Return goes to the paragraph."""

    def __init__(self) -> None:
        super().__init__("pageRuleParagraphs", translate("PageRules", "What the rule excludes in the open article"))
        self.found = ParagraphModel(self)
        self.setModel(self.found)
        EmptyWords(self, translate("PageRules", "Nothing is excluded here."))
        self.share_width((0,))

    def place(self, row: int) -> Place:
        return self.found.shown[row]


class PageRulesDialog(QDialog):
    """A window beside the article that shows what each rule excludes in the open article."""

    jump_wanted = Signal(str, int, int)  # document, and code points, end exclusive

    def __init__(self, session: Session, rules: PageRules, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Rules That Exclude Paragraphs"))
        self._session = session
        self._rules = rules
        self._gone: list[PageRule] = []
        self.model = RuleModel(session, self)
        self.table = RuleTable("pageRules", self.tr("Rules for paragraphs"))
        self.table.setModel(self.model)
        EmptyWords(
            self.table, self.tr("No rule yet: place the caret in a paragraph to exclude, and press Ctrl+Shift+X.")
        )
        self.paragraphs = ParagraphTable()
        self.told = plain(role="muted", name="pageRulesTold", wraps=True)
        self.remove = self._button("pageRulesRemove", self.tr("&Remove"), self._on_remove)
        self.back = self._button("pageRulesBack", self.tr("Put &Back"), self._on_back)
        self._lay_out()
        self.table.turned.connect(self._show_paragraphs)
        self.table.removing.connect(self._on_remove)
        self.paragraphs.jump_wanted.connect(self.jump_wanted)
        rules.changed.connect(self._show)
        session.document_opened.connect(self._show)
        self._show()
        self.table.setFocus()

    # Inside

    def _button(self, name: str, words: str, slot: object) -> QPushButton:
        button = named(QPushButton(words, autoDefault=False), name)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        columns = self.table.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.share_width((Column.WORDS,))
        hint = plain(
            self.tr("They are excluded from new articles of the publisher. Case, spaces and numbers do not matter."),
            wraps=True,
        )
        close = self._button("pageRulesClose", self.tr("Close"), self.reject)
        foot = fill(QHBoxLayout(), self.remove, self.back, 1, close, spacing=8)
        lay_out(self, hint, (self.table, _SHARES[0]), (self.paragraphs, _SHARES[1]), self.told, foot)
        resize_within_screen(self, 760, 540)

    @property
    def _chosen(self) -> PageRule | None:
        row = self.table.currentIndex().row()
        return self.model.shown[row] if 0 <= row < len(self.model.shown) else None

    @Slot()
    def _show(self) -> None:
        """Show the rules. The selected rule stays selected; if it was removed, select the rule now in its place."""
        if self._session.project is None:
            return
        before, at = self._chosen, max(0, self.table.currentIndex().row())
        rules = sorted(self._rules.rules, key=lambda rule: (rule.publisher.casefold(), rule.words))
        self.model.show_rows(rules)
        if rules:
            self.table.selectRow(rules.index(before) if before in rules else min(at, len(rules) - 1))
        self._show_paragraphs()

    @Slot()
    def _show_paragraphs(self) -> None:
        rule, opened = self._chosen, self._session.opened
        self.paragraphs.found.show_rows(found(self._session, rule) if rule is not None else ())
        self.remove.setEnabled(rule is not None and self._session.writable)
        self.back.setEnabled(bool(self._gone) and self._session.writable)
        if rule is None:
            text = ""
        elif opened is None:
            text = self.tr("Open an article to try the rules on it.")
        elif is_for(self._session, rule):
            text = self.tr("Click a row to go to the paragraph.") if self.paragraphs.found.shown else ""
        else:
            text = self.tr("The open article is not from “{publisher}”: the rule does not apply to it.").format(
                publisher=one_line(rule.publisher)
            )
        self.told.setText(text)

    @Slot()
    def _on_remove(self) -> None:
        rule = self._chosen
        if rule is None or not self.remove.isEnabled():
            return
        self._gone.append(rule)
        if self._rules.put(tuple(known for known in self._rules.rules if known != rule)):
            self.told.setText(self.tr("Removed. Paragraphs excluded so far stay excluded."))
        else:
            self._gone.pop()

    @Slot()
    def _on_back(self) -> None:
        rule = self._gone.pop()
        if not self._rules.put((*self._rules.rules, rule)):
            self._gone.append(rule)


def is_for(session: Session, rule: PageRule) -> bool:
    """Return whether a rule applies to the open article's publisher."""
    return session.opened is not None and session.opened.document.publisher == rule.publisher


def found(session: Session, rule: PageRule) -> tuple[ExcludedParagraph, ...]:
    """Return the paragraphs of the open article that a rule excludes."""
    if session.opened is None:
        return ()
    document = session.opened.document
    parts = parts_by_rules(document.text, document.publisher, [rule])
    return tuple(ExcludedParagraph(document.id, start, end, document.text[start:end]) for start, end in parts)
