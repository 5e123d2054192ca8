"""What importers and exporters tell, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from annotator.formats.loss import REASONS, REMEDIES, Loss
from annotator.formats.problem import PROBLEMS, Problem
from annotator.jobs.intake import TOLD, Told
from ui.panels.chips import one_line

translate = QCoreApplication.translate
_PHRASES = {"field": "Fields", "expected": "Formats", "reason": "Formats"}  # details that may be words of ours


def loss_reason(loss: Loss) -> str:
    """Say what became of a row."""
    return translate("Formats", REASONS[loss.reason]).format(label=loss.label, quote=one_line(loss.quote, 80))


def loss_remedy(loss: Loss) -> str:
    """Say what helps."""
    return translate("Formats", REMEDIES[loss.remedy])


def problem_sentence(problem: Problem) -> str:
    """Say where something in a file could not be taken as it is."""
    details = {
        name: translate(_PHRASES[name], words) if name in _PHRASES else words for name, words in problem.details.items()
    }
    what = translate("Formats", PROBLEMS[problem.code]).format(**details)
    if problem.line == 0:
        return f"{problem.file}: {what}"
    where = translate("Formats", "{file}, line {line}").format(file=problem.file, line=problem.line)
    return f"{where}: {what}"


def exchange_sentence(told: Told) -> str:
    """Say what happened to an article on its way in."""
    return translate("Exchange", TOLD[told.code]).format(**told.details)
