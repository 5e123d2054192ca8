"""The options of the export dialog: format, annotator, layers, articles, and what to do with labels that do not fit."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.formats import overlap
from annotator.formats.base import Exporter, FileLayout
from annotator.formats.capabilities import SpanChoice
from annotator.formats.fit import Options
from annotator.jobs.exporting.export_files import LOSSLESS, Request
from annotator.model.schema import words
from annotator.model.values import CLAIMS
from annotator.project.project import Project
from ui.base.i18n import number, ui_language
from ui.base.look.plain_text import plain, tooltip
from ui.base.widgets.inputs import fill, named
from ui.dialogs.exporting.format_chooser import WIDTH, FormatChooser
from ui.dialogs.exporting.loss_remedies import (
    EXPAND,
    FURNITURE,
    HULL,
    LAYERS,
    LEAVE_GAPS,
    LEAVE_OUT,
    LONGEST,
    ONLY_CLAIMS,
    OVERLAP,
    REACH,
    SPLIT_TOKENS,
)
from ui.dialogs.exporting.split_options import SplitOptions
from ui.dialogs.exporting.whose_chooser import WhoseChooser
from ui.jobs.workers import JobProcess

_CSV = ".csv"
_LEFT_OUT = ""  # data of the item "leave out"
_EDGES = {EXPAND: SpanChoice.WIDEN.value, SPLIT_TOKENS: SpanChoice.SPLIT_TOKEN.value, LEAVE_OUT: _LEFT_OUT}
_GAPS = {HULL: SpanChoice.HULL.value, LONGEST: SpanChoice.LONGEST.value, LEAVE_GAPS: _LEFT_OUT}


class ExportOptions(QWidget):
    """The form of export options; only those that the chosen format can use are shown."""

    changed = Signal()

    def __init__(self, project: Project, files: JobProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._format = FormatChooser(self)
        self._layers = [
            (layer.id, self._check(f"exportLayer.{layer.id}", words(layer.name, ui_language()), checked=True))
            for layer in project.schema.layers
        ]
        self.whose = WhoseChooser(project, files, "export", self, characters=WIDTH)
        self._done = self._check("exportDone", self.tr("Only finished articles"), checked=True)
        why = self.tr("Fixed for gold: an unfinished article would look as if it had no labels.")
        self._why_done = plain(why, "muted", name="exportDoneWhy", wraps=True)
        self._why_done.setMinimumWidth(WIDTH * self.fontMetrics().averageCharWidth())
        self._why_done.hide()
        self._replaced = self._made_replaced()
        self._overlap = self._combo("exportOverlap", self.tr("Overlapping labels"), self._policies())
        self._edges = self._combo("exportEdges", self.tr("Labels of parts of words"), self._ways_with_edges())
        self._gaps = self._combo("exportGaps", self.tr("Labels with gaps"), self._ways_with_gaps())
        self._reach = self._check(
            "exportReach", self.tr("Also train on labels that are very long or far into the article")
        )
        self._furniture = self._check("exportFurniture", self.tr("Leave out labels in page furniture"))
        self._furniture.setToolTip(tooltip(self.tr("Captions, related articles and the like")))
        self._only_read = self._check("exportOnlyRead", self.tr("Treat unread sentences as not annotated"))
        self._suggestions = self._check("exportSuggestions", self.tr("Also pending suggestions"))
        german = ui_language() == "de"  # German Excel separates columns by semicolons: its decimal sign is a comma
        self._semicolons = self._check("exportSemicolons", self.tr("Separate columns with semicolons"), checked=german)
        self.parts = SplitOptions(project, self)
        self._form = QFormLayout(self)
        self._lay_out()
        self._connect()
        self._on_format()

    @property
    def exporter(self) -> Exporter:
        """The chosen format."""
        return self._format.exporter

    @property
    def into_folder(self) -> bool:
        """Return whether the export writes several files."""
        return self.exporter.layout is not FileLayout.FILE or self.parts.wanted

    def problem(self) -> str:
        """Return what is wrong with the options, or "" if nothing is."""
        if not any(box.isChecked() for _, box in self._layers):
            return self.tr("Choose at least one kind of label to export.")
        if self.whose.is_open:
            return self.tr("You have no labels here. Choose whose labels to export.")
        return self.parts.problem()

    def request(self) -> Request:
        chosen = [layer for layer, box in self._layers if box.isChecked()]
        holds = self.exporter.holds
        options = Options(
            layers=() if len(chosen) == len(self._layers) else tuple(chosen),
            overlap=self._overlap.currentData(),
            edges=_chosen(self._edges) if holds.tokens else None,
            gaps=None if holds.discontinuous else _chosen(self._gaps),
            reach=self._has_reach_limit and self._reach.isChecked(),
            suggestions=holds.suggestions and self._suggestions.isChecked(),
            exclude_furniture=self._furniture.isChecked(),
            only_read=holds.unknown and self._only_read.isChecked(),
            semicolons=self.exporter.suffix == _CSV and self._semicolons.isChecked(),
            **self.parts.options(),
        )
        return Request(
            format=self.exporter.name,
            options=options,
            annotator=self.whose.annotator,
            gold_or_only=self.whose.is_mixed,
            done_only=self._done.isChecked(),
            replaced=self._replaced.isChecked(),
        )

    def choice(self) -> dict[str, Any]:
        """Return the options as settings to remember."""
        return {
            "format": self.exporter.name,
            "annotator": self.whose.choice,
            "overlap": self._overlap.currentData(),
            "edges": self._edges.currentData(),
            "gaps": self._gaps.currentData(),
            "boxes": {box.objectName(): box.isChecked() for box in self._boxes},
            **self.parts.choice(),
        }

    def choose(self, choice: Mapping[str, Any]) -> None:
        """Restore the options from settings made by `choice`; invalid ones are ignored."""
        self._format.choose(str(choice.get("format")))
        named = {"overlap": self._overlap, "edges": self._edges, "gaps": self._gaps}
        if (wish := choice.get("annotator")) is None or isinstance(wish, str):
            self.whose.choose(wish)
        for name, combo in named.items():
            found = combo.findData(choice[name]) if name in choice else -1
            if found >= 0:
                combo.setCurrentIndex(found)
        self.parts.choose(choice)
        boxes = choice.get("boxes")
        known: dict[str, Any] = boxes if isinstance(boxes, dict) else {}
        for box in self._boxes:
            box.setChecked(known.get(box.objectName(), box.isChecked()) is True)
        self._show_whose()

    @Slot(str)
    def remedy(self, wanted: str) -> None:
        """Set the option that applies a remedy to all labels; the remedy for overlaps opens the list of policies."""
        if wanted in _EDGES:
            self._edges.setCurrentIndex(self._edges.findData(_EDGES[wanted]))
        elif wanted in _GAPS:
            self._gaps.setCurrentIndex(self._gaps.findData(_GAPS[wanted]))
        elif wanted == REACH:
            self._reach.setChecked(True)
        elif wanted == FURNITURE:
            self._furniture.setChecked(False)
        elif wanted in {LAYERS, ONLY_CLAIMS}:
            for layer, box in self._layers:
                box.setChecked(wanted == LAYERS or layer == CLAIMS)
        elif wanted == OVERLAP:
            self._overlap.setFocus()
            self._overlap.showPopup()

    # Inside

    @property
    def _boxes(self) -> tuple[QCheckBox, ...]:
        layers = (box for _, box in self._layers)
        besides = (self._furniture, self._only_read, self._suggestions, self._reach, self._semicolons)
        return (self._done, self._replaced, *besides, *layers)

    @property
    def _has_reach_limit(self) -> bool:
        """Return whether there is a limit on what training can reach in this format."""
        return self.exporter.split is not None or self.exporter.holds.reach is not None

    @Slot()
    def _show_whose(self) -> None:
        """Show how many articles the chosen annotator has finished. Gold exists only in adjudicated articles."""
        self._form.setRowVisible(self.whose, self.whose.is_needed)
        if not self.whose.counted:
            return
        done, every = self.whose.count_done()
        sentence = self.tr("Only finished articles ({done} of {all})")
        self._done.setText(sentence.format(done=number(done), all=number(every)))
        fixed = self.whose.is_fixed
        if not done or fixed:
            self._done.setChecked(bool(done))
        self._done.setEnabled(not fixed)
        self._why_done.setVisible(fixed)
        self._done.setAccessibleDescription(self._why_done.text() if fixed else "")

    def _made_replaced(self) -> QCheckBox:
        """Return the check box “also replaced articles”, hidden if there are none."""
        count = self._project.read.replaced.count()
        sentence = self.tr("Also articles replaced by a newer version ({count})")
        made = self._check("exportReplaced", sentence.format(count=number(count)))
        made.setHidden(count == 0)
        return made

    def _check(self, name: str, shown: str, *, checked: bool = False) -> QCheckBox:
        box = named(QCheckBox(shown.replace("&", "&&"), self), name)
        box.setChecked(checked)
        box.setAccessibleName(shown)
        return box

    def _combo(self, name: str, accessible: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
        combo = named(QComboBox(self), name, accessible)
        for shown, value in choices:
            combo.addItem(shown, value)
        return combo

    def _policies(self) -> list[tuple[str, str]]:
        """Return the overlap policies.

        The policies that prefer a layer come first, so that by default no name is lost to the claim around it.
        """
        layer = self.tr("a label of “{layer}” wins")
        return [
            *(
                (layer.format(layer=words(entry.name, ui_language())), overlap.LAYER + entry.id)
                for entry in self._project.schema.layers
            ),
            (self.tr("the longest wins"), overlap.LONGEST),
            (self.tr("the shortest wins"), overlap.SHORTEST),
            (self.tr("the first wins"), overlap.FIRST),
        ]

    def _ways_with_edges(self) -> list[tuple[str, str]]:
        return [
            (self.tr("leave them out"), _LEFT_OUT),
            (self.tr("widen them to whole tokens"), SpanChoice.WIDEN.value),
            (self.tr("split the tokens"), SpanChoice.SPLIT_TOKEN.value),
        ]

    def _ways_with_gaps(self) -> list[tuple[str, str]]:
        return [
            (self.tr("leave them out"), _LEFT_OUT),
            (self.tr("write them as one piece"), SpanChoice.HULL.value),
            (self.tr("write their longest part"), SpanChoice.LONGEST.value),
        ]

    def _lay_out(self) -> None:
        form = self._form
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        besides = _column([self._reach, self._furniture, self._only_read, self._suggestions, self._semicolons])
        captions = []
        box, combo = self._done, self.whose.combo
        for name, field, first in (
            (self.tr("Format"), self._format, combo),
            (self.tr("Labels"), _row([box for _, box in self._layers]), box),
            (self.tr("Annotated by"), self.whose, combo),
            (self.tr("Articles"), _column([self._done, self._why_done, self._replaced]), box),
            (self.tr("Overlap"), self._overlap, combo),
            (self.tr("Parts of words"), self._edges, combo),
            (self.tr("With gaps"), self._gaps, combo),
            (self.tr("Options"), besides, box),
            (self.tr("Split"), self.parts, combo),
        ):
            caption = plain(name, "muted")
            captions.append(caption)
            form.addRow(caption, field)
            for each in (caption, first):
                each.ensurePolished()
            caption.setFixedHeight(first.sizeHint().height())  # aligns it with the field's first line
        _widen_alike((self._overlap, self._edges, self._gaps))
        captions[0].setMinimumWidth(max(caption.sizeHint().width() for caption in captions))  # counting hidden rows

    def _connect(self) -> None:
        self._format.changed.connect(self._on_format)
        self.whose.changed.connect(self._show_whose)
        self.whose.changed.connect(self.changed)
        self._replaced.toggled.connect(self.whose.count_replaced)
        for combo in (self._overlap, self._edges, self._gaps):
            combo.currentIndexChanged.connect(self.changed)
        for box in self._boxes:
            box.toggled.connect(self.changed)
        self.parts.changed.connect(self.changed)

    @Slot()
    def _on_format(self) -> None:
        self.whose.offer_everyone(wanted=self.exporter.name == LOSSLESS)  # it keeps annotators apart
        self._show_whose()
        self._adapt()

    def _adapt(self) -> None:
        """Show the options that the format can use."""
        holds = self.exporter.holds
        self._form.setRowVisible(self._overlap, not holds.overlap or holds.flat is not None)
        self._form.setRowVisible(self._edges, holds.tokens)
        self._form.setRowVisible(self._gaps, not holds.discontinuous)
        self._reach.setVisible(self._has_reach_limit)
        self._only_read.setVisible(holds.unknown)
        self._semicolons.setVisible(self.exporter.suffix == _CSV)
        self._suggestions.setVisible(holds.suggestions)
        self.parts.require(required=self.exporter.split is not None)
        self.changed.emit()


def _chosen(combo: QComboBox) -> SpanChoice | None:
    found = combo.currentData()
    return SpanChoice(found) if found else None


def _widen_alike(combos: Sequence[QComboBox]) -> None:
    for combo in combos:
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.ensurePolished()
    widest = max(combo.sizeHint().width() for combo in combos)
    for combo in combos:
        combo.setMinimumWidth(widest)


def _row(widgets: Sequence[QWidget]) -> QHBoxLayout:
    return fill(QHBoxLayout(), *widgets, 1, margins=0, spacing=12)


def _column(widgets: Sequence[QWidget]) -> QVBoxLayout:
    return fill(QVBoxLayout(), *widgets, margins=0, spacing=8)
