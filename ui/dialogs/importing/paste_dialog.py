"""The paste dialog: the text above; below it the detected metadata, which the user can correct."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShortcut, QTextOption
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from annotator.corpus.article import Article
from annotator.model.json_rows import mapping_in
from annotator.project.project import AUTO, LANGUAGE_SET
from annotator.system.errors import AnnotatorError
from annotator.text.normalization import fingerprint
from ui.base.i18n import number
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import one_line, plain, set_role, within_quotes
from ui.base.messages import sentence
from ui.base.saving import Unsaved, ask_to_discard, typed_again
from ui.base.settings import ProjectRows
from ui.base.widgets.buttons import is_for_button
from ui.base.widgets.dialog_parts import CANCEL, button_box, lay_out
from ui.base.widgets.inputs import named
from ui.base.words.counted import counted
from ui.bridge.session import Session
from ui.dialogs.document_dialog import LANGUAGE, TITLE, DetailsForm
from ui.dialogs.importing.import_reading import Cancel, Parse

_PAUSE = 250  # milliseconds without a change before the text is parsed
_BREAK = re.compile(r"[ \t\n]")
_LONGEST_WORD = 10_000  # characters
_MOST_KEPT = 1_000_000  # characters: a longer text was pasted, and writing it after each key would take too long
_TYPED = ProjectRows("articles.json", private=True)
_PART = Qt.ItemDataRole.UserRole


class ArticleText(QPlainTextEdit):
    """The field for the text. Key presses meant for a button, which arrive here if it is disabled, do nothing.

    Pasting the text that the field already has does nothing: the dialog starts with the clipboard's text.
    """

    def insertFromMimeData(self, source: QMimeData) -> None:
        pasted = source.text().replace("\r\n", "\n").strip()
        if not pasted or pasted != self.words().strip():
            self._wrap_for(pasted)
            super().insertFromMimeData(source)

    def fill(self, words: str) -> None:
        """Show another text."""
        self._wrap_for(words)
        self.setPlainText(words)

    def _wrap_for(self, words: str) -> None:
        """Wrap inside words if one is endless: looking for its end, Qt (6.11) would take minutes."""
        if max(map(len, _BREAK.split(words))) > _LONGEST_WORD:
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)

    def words(self) -> str:
        """Return the text with its no-break spaces, which `toPlainText` would replace."""
        return self.document().toRawText().replace("\u2029", "\n")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_for_button(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class PasteDialog(QDialog):
    """The paste dialog. A job finds the metadata; its answer is ignored if the text has changed since."""

    added = Signal(str)  # id of the new document

    def __init__(self, session: Session, parse: Parse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pasteDialog")
        self.setWindowTitle(self.tr("Paste Article"))
        self._session = session
        self._project = session.required()
        self._parse = parse
        self._cancel: Cancel | None = None
        self._revision = 0
        self._article: Article | None = None
        self.text = named(ArticleText(), "pasteText", self.tr("Text of the article"))
        self.text.setPlaceholderText(self.tr("Paste or write the article here"))
        self.text.setTabChangesFocus(True)
        self.form = DetailsForm("paste")
        self.furniture = named(QListWidget(), "pasteFurniture", self.tr("Paragraphs that are not part of the article"))
        self.furniture.setMaximumHeight(96)
        self._furniture_words = plain(
            self.tr(
                "These look like captions, links, bylines or date lines. Ticked paragraphs get no labels, but stay in"
                " the text."
            ),
            "muted",
            wraps=True,
        )
        self._again = named(plain(typed_again(), "muted"), "pasteAgain")
        self.joined = named(plain(role="muted", wraps=True), "pasteJoined")
        self.unread = named(plain(role="warning", wraps=True), "pasteUnread")
        self._notice = plain(role="warning", name="pasteNotice", wraps=True)
        self.buttons = button_box(self, CANCEL, self._store)
        self.add = self.buttons.addButton(self.tr("&Add Article"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.add.setObjectName("pasteAdd")
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(Qt.Modifier.CTRL | key, self, self.add.click)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._parse_text)
        self.text.textChanged.connect(self._on_text)
        self.form.changed.connect(self._enable)
        self._lay_out()
        self._show_article(None)
        self._unsaved = Unsaved(_TYPED, self._project.path)
        self._restore()
        self.text.textChanged.connect(self._keep)
        self.form.changed.connect(self._keep)

    def paste_clipboard(self) -> None:
        """Fill the field with the text of the clipboard, unless it has one that was typed before."""
        words = QApplication.clipboard().text()
        if words and self.text.document().isEmpty():
            self.text.fill(words)

    def reject(self) -> None:
        """Close the dialog; ask first if the user edited the text, as the clipboard does not have the edits."""
        if self.text.document().isModified() and not self.text.document().isEmpty():
            words = self.tr("The article has not been added yet.")
            ask_to_discard(self, "pasteDiscardQuestion", words, self._discard)
        else:
            super().reject()

    @Slot()
    def _discard(self) -> None:
        self.done(QDialog.DialogCode.Rejected.value)

    def done(self, result: int) -> None:
        self._stop()
        if self._session.project is not None:
            self._unsaved.keep()
        super().done(result)

    def _lay_out(self) -> None:
        lay_out(
            self,
            (self.text, 1),
            self.joined,
            self._again,
            self.form,
            self._furniture_words,
            self.furniture,
            self.unread,
            self._notice,
            self.buttons,
            top=20,
        )
        resize_within_screen(self, 720, 760)

    def _restore(self) -> None:
        """Bring back the article that was neither added nor discarded."""
        typed = self._unsaved.restored(2)
        self._again.setVisible(bool(typed))
        if typed:
            words, written = typed
            self.form.restore({id_: each for id_, each in mapping_in(written).items() if isinstance(each, str)})
            self.text.fill(words)
            self.text.document().setModified(True)

    @Slot()
    def _keep(self) -> None:
        """Keep what was typed. The clipboard's text alone is not kept."""
        document, written = self.text.document(), self.form.written()
        typed = (document.isModified() and not document.isEmpty()) or written
        if not typed:
            self._again.hide()
        is_short = document.characterCount() <= _MOST_KEPT
        self._unsaved.keep(*((self.text.words(), json.dumps(written)) if typed and is_short else ()))

    @Slot()
    def _on_text(self) -> None:
        self._article = None
        self._enable()
        self._timer.start()

    def _stop(self) -> None:
        self._timer.stop()
        cancel, self._cancel = self._cancel, None
        if cancel is not None:
            cancel()

    @Slot()
    def _parse_text(self) -> None:
        if self._cancel is not None:
            return  # the pending answer starts another parse
        words = self.text.words()
        if words.strip():
            self._revision = self.text.document().revision()
            self._show_notice(self.tr("Checking the text…"), "muted")
            self._cancel = self._parse(words, done=self._on_parsed, failed=self._on_failed)
        else:
            self._show_article(None)

    def _on_parsed(self, article: Article) -> None:
        if self._is_current():
            self._show_article(article)

    def _on_failed(self, error: AnnotatorError) -> None:
        if self._is_current():
            self._show_article(None)
            self._show_notice(sentence(error))

    def _is_current(self) -> bool:
        """Return whether the answer is for the current text; if not, parse the text again."""
        self._cancel = None
        current = self._revision == self.text.document().revision()
        if not current and not self._timer.isActive():
            self._parse_text()
        return current

    def _show_article(self, article: Article | None) -> None:
        self._article = article
        project = self._project
        if article is not None:
            found = {name: getattr(article, name) for name in ("title", "published", "publisher", "author", "url")}
            language = article.language if project.language == AUTO else project.language
            self.form.show_values({**found, LANGUAGE: language or project.fallback_language})
        self.form.setEnabled(article is not None)
        self._show_furniture(article)
        self._show_joined(article)
        self._show_unread(article.unread if article is not None else ())
        self._show_notice(self._duplicate_notice(article) if article is not None else "")
        self._enable()

    def _show_furniture(self, article: Article | None) -> None:
        self.furniture.clear()
        for start, end in article.furniture if article is not None else ():
            row = QListWidgetItem(one_line(article.text[start:end]) if article is not None else "")
            row.setData(_PART, (start, end))
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Checked)
            self.furniture.addItem(row)
        for widget in (self.furniture, self._furniture_words):
            widget.setVisible(self.furniture.count() > 0)

    def _show_joined(self, article: Article | None) -> None:
        """Show that broken lines will be joined, which makes a line of the article longer than any in the field."""
        lines = article.text.splitlines() if article is not None else []
        longest = max(len(line.strip()) for line in self.text.words().splitlines() or [""])
        self.joined.setVisible(any(len(line) > longest for line in lines))
        one = self.tr("Lines that end in the middle of a sentence will be joined into one paragraph.")
        many = self.tr("Lines that end in the middle of a sentence will be joined into {count} paragraphs.")
        self.joined.setText(counted(sum(bool(line.strip()) for line in lines), one, many))

    def _show_unread(self, lines: Sequence[str]) -> None:
        words = self.tr(
            "Lines of the front matter that could not be read: {count}. They are kept as a detail: “{line}”"
        )
        self.unread.setText(words.format(count=number(len(lines)), line=one_line(lines[0])) if lines else "")
        self.unread.setVisible(bool(lines))

    def _duplicate_notice(self, article: Article) -> str:
        read = self._project.read
        known = read.documents_with_text([fingerprint(article.text)])
        titles = [read.document(id_).title for id_ in known.values()]
        return (
            self.tr("This text is already in the project: “{title}”.").format(title=within_quotes(one_line(titles[0])))
            if titles
            else ""
        )

    def _show_notice(self, words: str, role: str = "warning") -> None:
        set_role(self._notice, role)
        self._notice.setText(words)
        self._notice.setVisible(bool(words))

    @Slot()
    def _enable(self) -> None:
        free = not self._notice.text()  # the notice says what is wrong
        self.add.setEnabled(self._article is not None and self.form.valid and free)

    @Slot()
    def _store(self) -> None:
        article = self._article
        if article is None:
            return
        values = self.form.values()
        rows = (self.furniture.item(row) for row in range(self.furniture.count()))
        kept = tuple(tuple(row.data(_PART)) for row in rows if row.checkState() is Qt.CheckState.Checked)
        corrected = replace(
            article,
            title=values[TITLE] or article.title,
            language=values[LANGUAGE],
            published=values["published"],
            publisher=values["publisher"],
            author=values["author"],
            url=values["url"],
            furniture=kept,
            meta={**article.meta, LANGUAGE_SET: "yes"} if self.form.language_written else article.meta,
        )
        taken = self._session.add_articles([corrected], exclude_furniture=True)
        if taken is not None:
            self.accept()
            for id_ in taken.ids:
                self.added.emit(id_)
