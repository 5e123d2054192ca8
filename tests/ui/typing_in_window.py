"""A program that types into a window and stays there, to be killed.

``python -m tests.ui.typing_in_window PROJECT WINDOW WORDS NAME``; NAME is the application's name.
"""

import json
import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.suggest.llm.prompts import Prompts
from tests.ui.at_once import parse
from ui.base.settings import own_folder
from ui.bridge.session import Session
from ui.dialogs.document_dialog import DocumentDialog
from ui.dialogs.importing.paste_dialog import PasteDialog
from ui.dialogs.team.comments_window import CommentPlace, CommentsWindow
from ui.jobs.workers import JobProcess
from ui.schema.forms.part_forms import LabelForm
from ui.schema.schema_window import SchemaWindow
from ui.sources.language_model.prompt_dialog import PromptDialog

FILES = {
    "article": "articles",
    "comment": "comments",
    "details": "details",
    "guideline": "schemas",
    "prompt": "prompts",
}


def kept(name):
    """Return what a file of typed texts has, by project path."""
    file = own_folder() / f"{name}.json"
    return json.loads(file.read_text()) if file.exists() else {}


class Opened:
    """A project with its first article open, and one window over it."""

    def __init__(self, path, kind):
        self.session = Session()
        self.session.failed.connect(print)  # shown if a test fails
        assert self.session.open_project(Path(path))
        (document, text), *_ = self.session.required().read.texts()
        self.session.open_document(document)
        self.files = JobProcess("files", broken=print)
        self.place = CommentPlace(document, (0, 8), text[:8], None)
        self.window = getattr(self, f"_{kind}")()
        self.window.show()

    def _article(self):
        return PasteDialog(self.session, parse)

    def _comment(self):
        return CommentsWindow(self.session, self.files)

    def _details(self):
        return DocumentDialog(self.session)

    def _guideline(self):
        return SchemaWindow(self.session, self.files, ())

    def _prompt(self):
        project = self.session.required()
        return PromptDialog(Prompts(), project.schema, "en", project.path)

    def field(self):
        """Return the field to type into."""
        window = self.window
        if isinstance(window, SchemaWindow):
            return window.page.form(LabelForm).guidelines.fields["en"]
        if isinstance(window, DocumentDialog):
            return window.form.lines["author"]
        return window.text if isinstance(window, CommentsWindow | PasteDialog) else window.words

    def type(self, words):
        if isinstance(self.window, CommentsWindow):
            self.window.begin(self.place)
        self.field().setFocus()
        QTest.keyClicks(self.field(), words)

    def end(self):
        """End the program in an orderly way."""
        self.session.close_project()
        self.files.shut_down()


if __name__ == "__main__":
    application = QApplication([])
    project, kind, words, name = sys.argv[1:]
    application.setApplicationName(name)
    opened = Opened(project, kind)
    opened.type(words)
    print("typed", flush=True)
    application.exec()
