"""The filter of a suggestion list: words, tier, label, source."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.schema import Schema, words
from annotator.model.values import ATTRIBUTION
from annotator.suggest.filtering import SuggestionFilter
from annotator.suggest.tiers import Tier
from ui.base.i18n import ui_language
from ui.base.words.rule_names import source_words
from ui.choosing.one_or_all import OneOrAll
from ui.panels.articles.left_list import SearchLine
from ui.panels.suggestions.suggestion_words import tier_words


class SuggestionFilters(QWidget):
    """A search field and three choices below it, or beside it if ``wide``."""

    changed = Signal()  # `wanted` changed
    left = Signal()  # the list wants the focus

    def __init__(self, name: str, *, wide: bool = False) -> None:
        super().__init__()
        self._words = SearchLine(f"{name}Words", self.tr("Words"))
        self._words.setAccessibleName(self.tr("Only suggestions with these words"))
        self._tiers = OneOrAll[Tier](f"{name}Tier", self.tr("How certain they are"), self.tr("Tier"))
        self._labels = OneOrAll[tuple[str, str]](f"{name}Label", self.tr("Label to show"), self.tr("Label"))
        self._sources = OneOrAll[str](f"{name}Source", self.tr("Source to show"), self.tr("Source"))
        self._offered: object = None
        self._lay_out(wide=wide)
        self._tiers.offer((tier_words(tier), tier) for tier in Tier)
        for choice in (self._tiers, self._labels, self._sources):
            choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click does not move the focus
            choice.currentIndexChanged.connect(self.changed)
        self._words.textChanged.connect(self.changed)
        self._words.left.connect(self.left)

    @property
    def wanted(self) -> SuggestionFilter:
        """The filter that is set."""
        return SuggestionFilter(
            source=self._sources.value,
            label=self._labels.value,
            tier=self._tiers.value,
            words=self._words.text().strip(),
        )

    def offer(self, schema: Schema | None, sources: Iterable[str]) -> None:
        """Set the labels and sources to choose from; the choices stay, even if they match nothing any more."""
        chosen = self.wanted
        named = sorted({*sources, *filter(None, [chosen.source])})
        if self._offered == (schema, named):
            return
        self._offered = schema, named
        labels = [
            (words(label.name, ui_language()) or label.id, (label.layer, label.id))
            for label in (schema.labels if schema is not None else ())
            if label.active and label.layer != ATTRIBUTION
        ]
        self._labels.offer(labels)
        self._sources.offer((source_words(source), source) for source in named)

    def clear(self) -> None:
        """Reset all filters."""
        if self.wanted.everything:
            return
        with QSignalBlocker(self):
            self._words.clear()
            for choice in (self._tiers, self._labels, self._sources):
                choice.setCurrentIndex(0)
        self.changed.emit()

    def take_keyboard(self) -> None:
        """Focus the search field."""
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()

    def _lay_out(self, *, wide: bool) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(8 if wide else 4)
        first.addWidget(self._words, 1)
        for choice in (self._tiers, self._labels, self._sources):
            (first if wide else second).addWidget(choice, 0 if wide else 1)
            choice.setProperty("role", "" if wide else "narrow")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(first)
        if not wide:
            layout.addLayout(second)
