"""Text of any origin is shown literally."""

import pytest
from PySide6.QtGui import QTextDocument

from ui.base.look.plain_text import tooltip, unbroken, within_quotes


def test_tooltip_keeps_lines_and_escapes_markup(qapp):
    shown = QTextDocument()
    shown.setHtml(tooltip("eins <b>Ökostrom</b>\nzwei 🎈"))
    assert shown.toPlainText() == "eins <b>Ökostrom</b>\nzwei 🎈"
    assert tooltip("") == ""


def test_per_cent_sign_stays_with_number():
    assert unbroken("davon 10 % oder 5 % der Ära") == "davon 10\u00a0% oder 5\u00a0% der Ära"


@pytest.mark.parametrize(
    ("title", "inner"),
    [
        ("„Der Boden vergisst nichts“", "‚Der Boden vergisst nichts‘"),
        ("Mayor “did not act”", "Mayor ‘did not act’"),
        ('Minister: "Nein" zum 15" breiten Rohr', 'Minister: "Nein" zum 15" breiten Rohr'),
        ("»Nein« ist die Antwort", "›Nein‹ ist die Antwort"),
    ],
)
def test_curved_marks_within_quotes_become_single(title, inner):
    assert within_quotes(title) == inner
