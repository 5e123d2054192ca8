"""The cards above the charts: articles, open articles, labels, time spent, time left."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.jobs.numbers import LEAST_FINISHED, Numbers
from ui.base.i18n import number
from ui.base.look.plain_text import plain, tooltip
from ui.base.look.sizes import APART, NEAR
from ui.base.widgets.inputs import fill
from ui.numbers.scales import HOUR, rough_duration

_LOW = 450  # pixels: a window on a screen of 1280 × 720 at 200%


class Facts(QWidget):
    """A row of cards, each with a number and what the number counts."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("numbersFacts")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(APART)
        self._cards = {name: Card(name) for name in ("articles", "left", "labels", "spent", "forecast")}
        for card in self._cards.values():
            layout.addWidget(card, 1)

    def show_numbers(self, found: Numbers) -> None:
        """Show these numbers on the cards."""
        show = {name: card.show_fact for name, card in self._cards.items()}
        show["articles"](number(found.documents), self.tr("article") if found.documents == 1 else self.tr("articles"))
        left = self.tr("open")
        show["left"](number(found.left), "\n".join((left, *self._team(found))), left)
        show["labels"](number(found.spans), self.tr("label") if found.spans == 1 else self.tr("labels"))
        worked = each = self.tr("of work so far")
        if found.article is not None:
            time = rough_duration(found.article.middle)
            each = self.tr("of work on all articles; a finished one usually takes {time}").format(time=time)
        show["spent"](rough_duration(found.spent), each, worked)
        if found.documents and not found.left:
            show["forecast"]("–", self.tr("time left: no article is open"), self.tr("time left"))
        elif found.forecast is None:
            least = self.tr("time left (shown after {count} finished articles)").format(count=LEAST_FINISHED)
            show["forecast"]("–", least, self.tr("time left"))
        else:
            left = self.tr("left, {low} to {high}")
            low, middle, high = (rough_duration(hours * HOUR) for hours in found.forecast[1:])
            show["forecast"](middle, left.format(low=low, high=high))

    def _team(self, found: Numbers) -> list[str]:
        stages = found.stages
        threads = stages.open_threads
        told = (
            (stages.reviewed, self.tr("{count} reviewed")),
            (stages.adjudicated, self.tr("{count} adjudicated")),
            (threads, self.tr("1 open comment") if threads == 1 else self.tr("{count} open comments")),
        )
        return [words.format(count=number(count)) for count, words in told if count]


class Card(QFrame):
    """A card: a number, and below it what the number counts."""

    def __init__(self, name: str, prefix: str = "numbers") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._value, self._words = plain("–", "headline"), plain("", "muted")
        self._value.setObjectName(f"{prefix}Fact.{name}")
        self._full = self._short = ""
        self._words.setObjectName(f"{prefix}FactWords.{name}")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        fill(QVBoxLayout(self), self._value, (self._words, 1), margins=(APART, NEAR, APART, NEAR), spacing=0)

    def show_fact(self, value: str, words: str, short: str = "") -> None:
        """Show a number, and the text that says what it counts; a low window shows only the short text."""
        self._value.setText(value)
        self._value.setAccessibleName(f"{value} {words}")
        self._full, self._short = words, short or words
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self._short if self.window().height() < _LOW else self._full
        self._words.setText(shown)
        self.setToolTip(tooltip(self._full if shown != self._full else ""))
