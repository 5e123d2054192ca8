"""A program that types into a field of a label and stays there, to be killed.

``python -m tests.ui.panels.span.typing_process PROJECT LABEL FIELD WORDS NAME``; NAME is the application's name.
"""

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.model.values import CLAIMS
from ui.bridge.session import Session
from ui.deciding.decisions import Decisions
from ui.panels.claim.claim_card import ClaimCard
from ui.panels.span.drafts import DRAFTS, Typed
from ui.panels.span.inspector import Inspector


def opened(project, label):
    """Return session and card of a label in the first article of a project."""
    session = Session()
    session.failed.connect(print)  # shown if a test fails
    assert session.open_project(Path(project))
    (document, _), *_ = session.required().read.texts()
    (span,) = session.required().read.spans_of([label])
    card = (ClaimCard if span.layer == CLAIMS else Inspector)(session, Decisions(session))
    card.show()
    session.open_document(document)
    card.set_active(label)
    QApplication.processEvents()  # drafts are restored in the turn after the opening, before anybody can type
    return session, card


def kept():
    """Return the kept drafts by project path."""
    return {path: Typed(*row) for path, row in DRAFTS.read().items()}


def type_into(card, field, words):
    """Press the key that opens a field, and type."""
    card.open_keyboard()
    QTest.keyClicks(card, field)
    line = next(line for line in card.findChildren(QLineEdit) if line.isVisible())
    QTest.keyClicks(line, words)


if __name__ == "__main__":
    application = QApplication([])
    project, label, field, words, name = sys.argv[1:]
    application.setApplicationName(name)
    held = opened(project, label)
    type_into(held[1], field, words)
    print("typed", flush=True)
    application.exec()
