"""A summary of losses by reason, with buttons for options that prevent them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from annotator.formats.loss import Loss
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import number
from ui.base.look.plain_text import plain
from ui.base.widgets.inputs import named

translate = QCoreApplication.translate

EXPAND, SPLIT_TOKENS, LEAVE_OUT = "expand", "split_tokens", "leave_out"  # for labels that end inside a token
HULL, LONGEST, LEAVE_GAPS = "hull", "longest", "leave_gaps"  # for labels with gaps
OVERLAP, LAYERS, FURNITURE, ONLY_CLAIMS, REACH = "overlap", "layers", "furniture", "only_claims", "reach"

_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "annotator": QT_TRANSLATE_NOOP("LossRemedies", "without the annotator’s name"),
        "attributes": QT_TRANSLATE_NOOP("LossRemedies", "without fields and note"),
        "batch": QT_TRANSLATE_NOOP("LossRemedies", "left out: batches of articles"),
        "cell_cut": QT_TRANSLATE_NOOP("LossRemedies", "cut: too long for a cell of Excel"),
        "claim_needs": QT_TRANSLATE_NOOP("LossRemedies", "left out: claims without verdict, check-worthiness or cue"),
        "controls": QT_TRANSLATE_NOOP("LossRemedies", "with control characters replaced"),
        "detail": QT_TRANSLATE_NOOP("LossRemedies", "left out: kinds of article details"),
        "discontinuous": QT_TRANSLATE_NOOP("LossRemedies", "left out: they have gaps"),
        "document_label": QT_TRANSLATE_NOOP("LossRemedies", "left out: labels of whole articles"),
        "document_note": QT_TRANSLATE_NOOP("LossRemedies", "left out: notes about articles"),
        "document_state": QT_TRANSLATE_NOOP("LossRemedies", "left out: states and notes of articles"),
        "document_state_only": QT_TRANSLATE_NOOP("LossRemedies", "left out: states of articles"),
        "expanded": QT_TRANSLATE_NOOP("LossRemedies", "widened to whole tokens"),
        "fields": QT_TRANSLATE_NOOP("LossRemedies", "without some of their fields"),
        "flat_view": QT_TRANSLATE_NOOP("LossRemedies", "among the spans only: they overlap"),
        "full_stop": QT_TRANSLATE_NOOP("LossRemedies", "widened by the full stop behind them"),
        "furniture": QT_TRANSLATE_NOOP("LossRemedies", "left out: page furniture"),
        "hull": QT_TRANSLATE_NOOP("LossRemedies", "with the words in their gaps"),
        "identity": QT_TRANSLATE_NOOP("LossRemedies", "with only one name of the person or organisation"),
        "layer": QT_TRANSLATE_NOOP("LossRemedies", "without their layer, though several layers have the label"),
        "left_out": QT_TRANSLATE_NOOP("LossRemedies", "left out by choice"),
        "longest_part": QT_TRANSLATE_NOOP("LossRemedies", "only their longest part"),
        "no_claim": QT_TRANSLATE_NOOP("LossRemedies", "left out: not claims"),
        "note_controls": QT_TRANSLATE_NOOP("LossRemedies", "with control characters replaced in their notes"),
        "overlap": QT_TRANSLATE_NOOP("LossRemedies", "left out: they overlap"),
        "pieces": QT_TRANSLATE_NOOP("LossRemedies", "written in pieces: articles"),
        "priority": QT_TRANSLATE_NOOP("LossRemedies", "left out: priorities of articles"),
        "relation": QT_TRANSLATE_NOOP("LossRemedies", "left out: relations"),
        "relation_across": QT_TRANSLATE_NOOP("LossRemedies", "left out: relations to other articles"),
        "relation_annotator": QT_TRANSLATE_NOOP("LossRemedies", "without the annotator’s name: relations"),
        "relation_annotators": QT_TRANSLATE_NOOP(
            "LossRemedies", "left out: relations between labels of different annotators"
        ),
        "relation_attributes": QT_TRANSLATE_NOOP("LossRemedies", "without their fields: relations"),
        "relation_claim": QT_TRANSLATE_NOOP("LossRemedies", "left out with their claims: relations"),
        "relation_end": QT_TRANSLATE_NOOP("LossRemedies", "left out: relations with an end that is left out"),
        "relation_kind": QT_TRANSLATE_NOOP("LossRemedies", "left out: relations that the format has no place for"),
        "relation_piece": QT_TRANSLATE_NOOP("LossRemedies", "left out: relations between pieces"),
        "sentence_mark": QT_TRANSLATE_NOOP("LossRemedies", "left out: sentences read and empty"),
        "served": QT_TRANSLATE_NOOP("LossRemedies", "only as words of their claims"),
        "suggestion": QT_TRANSLATE_NOOP("LossRemedies", "left out: suggestions"),
        "suggestion_fields": QT_TRANSLATE_NOOP("LossRemedies", "without their fields: suggestions"),
        "suggestion_relations": QT_TRANSLATE_NOOP("LossRemedies", "without their relations: suggestions"),
        "title_controls": QT_TRANSLATE_NOOP("LossRemedies", "with control characters replaced in their titles"),
        "token_edges": QT_TRANSLATE_NOOP("LossRemedies", "left out: a boundary inside a token"),
        "token_split": QT_TRANSLATE_NOOP("LossRemedies", "as they are, with a token split"),
        "too_far": QT_TRANSLATE_NOOP("LossRemedies", "too far into the article for models"),
        "too_long": QT_TRANSLATE_NOOP("LossRemedies", "too long or too short for training"),
        "too_wide": QT_TRANSLATE_NOOP("LossRemedies", "with too many words for training"),
        "white_space": QT_TRANSLATE_NOOP("LossRemedies", "without the white space around them"),
        "white_space_only": QT_TRANSLATE_NOOP("LossRemedies", "left out: nothing but white space"),
    }
)
_CAUSES: Mapping[str, str] = MappingProxyType(  # why an end of a relation is left out → text about the relation
    {
        "discontinuous": QT_TRANSLATE_NOOP("LossRemedies", "left out: relations with an end that has gaps"),
        "furniture": QT_TRANSLATE_NOOP("LossRemedies", "left out: relations with an end in page furniture"),
        "left_out": QT_TRANSLATE_NOOP("LossRemedies", "left out: relations with an end that is left out by choice"),
        "overlap": QT_TRANSLATE_NOOP("LossRemedies", "left out: relations with an end that overlaps"),
        "token_edges": QT_TRANSLATE_NOOP("LossRemedies", "left out: relations with an end inside a token"),
        "white_space_only": QT_TRANSLATE_NOOP("LossRemedies", "left out: relations with an end of white space"),
    }
)
_LEAVE = QT_TRANSLATE_NOOP("LossRemedies", "Leave all out")
_WINS = QT_TRANSLATE_NOOP("LossRemedies", "Which wins…")
_CLAIMS = QT_TRANSLATE_NOOP("LossRemedies", "Claims only")
_REACH = QT_TRANSLATE_NOOP("LossRemedies", "Train on these, too")
_SPLIT = QT_TRANSLATE_NOOP("LossRemedies", "Split tokens")
_REMEDIES: Mapping[str, Mapping[str, str]] = MappingProxyType(  # reason → remedy → text of its button
    {
        "token_edges": {EXPAND: QT_TRANSLATE_NOOP("LossRemedies", "Widen all"), SPLIT_TOKENS: _SPLIT},
        "full_stop": {SPLIT_TOKENS: _SPLIT},
        "expanded": {LEAVE_OUT: _LEAVE},
        "token_split": {LEAVE_OUT: _LEAVE},
        "discontinuous": {
            HULL: QT_TRANSLATE_NOOP("LossRemedies", "As one piece"),
            LONGEST: QT_TRANSLATE_NOOP("LossRemedies", "Longest part"),
        },
        "hull": {LEAVE_GAPS: _LEAVE},
        "longest_part": {LEAVE_GAPS: _LEAVE},
        "overlap": {OVERLAP: _WINS},
        "flat_view": {OVERLAP: _WINS},
        "no_claim": {ONLY_CLAIMS: _CLAIMS},
        "served": {ONLY_CLAIMS: _CLAIMS},
        "relation_end": {LAYERS: QT_TRANSLATE_NOOP("LossRemedies", "Include all layers")},
        "furniture": {FURNITURE: QT_TRANSLATE_NOOP("LossRemedies", "Include all")},
        "too_far": {REACH: _REACH},
        "too_long": {REACH: _REACH},
    }
)
_LAST = frozenset(  # least important
    {"sentence_mark", "document_note", "document_state", "document_state_only", "batch", "priority", "detail"}
)
_WIDE = 3  # the last column of the grid; a reason has at most two remedies, in those before it
_MOST = 6  # reasons listed, at most; the table has all losses


def reason_words(reason: str, cause: str = "") -> str:
    """Return the text for labels lost for a reason.

    With ``cause``, it is about relations lost because one of their labels is lost for that reason.
    """
    return translate("LossRemedies", _CAUSES[cause] if cause in _CAUSES else _REASONS[reason])


class LossRemedies(QWidget):
    """A line for each reason of losses, and below it a button for each remedy."""

    wanted = Signal(str)  # the chosen remedy, such as EXPAND

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lossRemedies")
        self._shown: list[QWidget] = []
        self._order: list[tuple[str, str]] = []  # reasons and causes, as listed
        self._asked = False  # whether the user chose a remedy: then the lines keep their places
        self._lines = QGridLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(8)
        self._lines.setVerticalSpacing(4)
        self._lines.setColumnStretch(_WIDE, 1)

    def show_losses(self, losses: Sequence[Loss]) -> None:
        """Summarise losses by reason, most frequent first; reasons that do not concern labels come last.

        After a remedy, lines keep their places, and new reasons take the places of settled ones. The list never
        gets shorter, so that nothing below it moves.
        """
        focused = next((button.objectName() for button in self.findChildren(QPushButton) if button.hasFocus()), "")
        if focused:
            self.setFocus()  # otherwise Qt passes the focus on, and the dialog scrolls to the next widget
        for widget in self._shown:
            self._lines.removeWidget(widget)
            widget.setParent(None)
            widget.deleteLater()
        self._shown.clear()
        counts = Counter((loss.reason, loss.cause) for loss in losses)
        reasons = sorted(counts, key=lambda reason: (reason[0] in _LAST, -counts[reason]))
        self._order = _in_place(self._order, reasons) if self._asked else reasons
        self._asked = False
        for row, (reason, cause) in enumerate(self._order[:_MOST]):
            self._put(row, reason, cause, counts[reason, cause], focused)
        self.setMinimumHeight(max(self.minimumHeight(), self.sizeHint().height()))

    def _put(self, row: int, reason: str, cause: str, count: int, focused: str) -> None:
        counted = plain(number(count), "title")
        counted.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        name = f"{reason}.{cause}" if cause else reason
        words = plain(reason_words(reason, cause), name=f"lossReason.{name}", wraps=True)
        self._lines.addWidget(counted, 2 * row, 0)
        self._lines.addWidget(words, 2 * row, 1, 1, _WIDE)
        self._shown += [counted, words]
        for column, (remedy, shown) in enumerate(_REMEDIES.get(cause or reason, {}).items(), 1):
            button = QPushButton(translate("LossRemedies", shown), autoDefault=False)
            named(button, f"lossRemedy.{name}.{remedy}", f"{words.text()}: {button.text()}", role="link")
            button.clicked.connect(partial(self._ask, remedy))
            self._lines.addWidget(button, 2 * row + 1, column, Qt.AlignmentFlag.AlignLeft)
            self._shown.append(button)
            if button.objectName() == focused:
                button.setFocus()

    def _ask(self, remedy: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # what Qt passes
        self._asked = True
        self.wanted.emit(remedy)


def _in_place(before: Sequence[tuple[str, str]], now: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the reasons of ``now`` in the order of ``before``; new reasons take the places of missing ones."""
    new = iter([reason for reason in now if reason not in before])
    kept = (reason if reason in now else next(new, None) for reason in before)
    return [*(reason for reason in kept if reason is not None), *new]
