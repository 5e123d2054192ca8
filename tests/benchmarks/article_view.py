"""Speed of the article view when opening, showing a new span and scrolling: CPU milliseconds, and ratios to bare Qt.

``python tests/benchmarks/article_view.py [--json FILE]``. The floor of opening is a bare layout and drawing of the
words that fit one page, that of a repaint is drawing them again; both in the same process, in turn.
"""

import json
import random
import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QCoreApplication, QPoint, QPointF
from PySide6.QtGui import QImage, QPainter, QTextLayout
from PySide6.QtWidgets import QApplication

from annotator.editing.edits import Change
from annotator.model import schema_file
from tests.benchmarks._corpus import Article, article, span
from tests.benchmarks._figures import cpu, percentile
from ui.article.view import ArticleView
from ui.base.look import look

SIZES = {"typical": (3_000, 60), "long": (100_000, 2_000), "huge": (1_000_000, 20_000)}
ROUNDS = 200


class Floor:
    """Bare Qt: the words of one page, laid out and drawn with nothing around them."""

    def __init__(self, view: ArticleView, text: str) -> None:
        self._view = view
        self._text = text
        self._image = QImage(view.viewport().size(), QImage.Format.Format_ARGB32_Premultiplied)
        self._layouts: list[QTextLayout] = []

    def lay(self) -> None:
        """Lay out and draw."""
        style = next(iter(self._view.page.layout.measures.styles.values()))
        self._layouts = []
        room = 0
        for paragraph in self._text.split("\n"):
            layout = QTextLayout(paragraph, style.font)
            layout.setCacheEnabled(True)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(style.width)
                line.setPosition(QPointF(0, room))
                room += style.line
            layout.endLayout()
            self._layouts.append(layout)
            if room > self._image.height():
                break
        self.draw()

    def draw(self) -> None:
        """Draw the layout."""
        with QPainter(self._image) as painter:
            painter.fillRect(self._image.rect(), self._view.display.look.ground)
            for layout in self._layouts:
                layout.draw(painter, QPointF(0, 0))


def measure(made: Article) -> dict[str, float]:
    """Measure one article."""
    view = ArticleView()
    view.set_look(look.light(look.label_colours(schema_file.load("news"), dark=False)))
    view.resize(1000, 800)
    view.show()
    _deliver()
    floor = Floor(view, made.document.text)
    opening, bare_opening = [], []
    for _ in range(7):
        view.clear()
        _deliver()
        bare_opening.append(cpu(floor.lay))
        opening.append(cpu(partial(_open, view, made), _deliver))
    adding, bare_drawing = _adding(view, made, floor)
    scrolling = _scrolling(view)
    exchanging = [cpu(partial(view.update_rows, made.spans[k:], made.suggestions), _deliver) for k in (1, 0) * 10]
    view.close()
    floor_open, floor_draw = percentile(bare_opening, 50), percentile(bare_drawing, 50)
    return {
        "open p50 ms": percentile(opening, 50),
        "open / bare layout": percentile(opening, 50) / floor_open,
        "add p50 ms": percentile(adding, 50),
        "add p99 ms": percentile(adding, 99),
        "add p50 / bare drawing": percentile(adding, 50) / floor_draw,
        "exchange p50 ms": percentile(exchanging, 50),
        "scroll p50 ms": percentile(scrolling, 50),
        "scroll p99 ms": percentile(scrolling, 99),
        "scroll p50 / bare drawing": percentile(scrolling, 50) / floor_draw,
        "bare layout ms": floor_open,
        "bare drawing ms": floor_draw,
    }


def _adding(view: ArticleView, made: Article, floor: Floor) -> tuple[list[float], list[float]]:
    chance = random.Random(7)
    adding, bare = [], []
    for number in range(ROUNDS):
        if number % 20 == 0:
            view.verticalScrollBar().setValue(chance.randint(0, view.verticalScrollBar().maximum()))
            _deliver()
        offset = view.offset_at(QPoint(chance.randint(150, 850), chance.randint(50, 750))) or 0
        part = made.tokens.snap(offset, offset + 14) or (offset, offset + 14)
        added = Change(before=None, after=span(part, layer="entities", label="ORG", number=1_000_000 + number))
        bare.append(cpu(floor.draw))
        adding.append(cpu(partial(view.apply, [added]), _deliver))
    return adding, bare


def _scrolling(view: ArticleView) -> list[float]:
    bar = view.verticalScrollBar()
    bar.setValue(0)
    _deliver()
    times = []
    for _ in range(ROUNDS):
        if bar.value() + 60 > bar.maximum():
            bar.setValue(0)
            _deliver()
        times.append(cpu(partial(bar.setValue, bar.value() + 60), _deliver))
    return times


def _open(view: ArticleView, made: Article) -> None:
    view.show_document(made.document, made.spans, made.suggestions, made.tokens, byline="Küstenbote")


def _deliver() -> None:
    QCoreApplication.processEvents()


def main() -> None:
    """Measure all sizes, print a table."""
    application = QApplication(sys.argv[:1])
    found = {name: measure(article(*size)) for name, size in SIZES.items()}
    for row in next(iter(found.values())):
        print(f"{row:28}", *(f"{name} {values[row]:8.2f}  " for name, values in found.items()))
    if "--json" in sys.argv:
        Path(sys.argv[sys.argv.index("--json") + 1]).write_text(json.dumps(found, indent=1), "utf-8")
    application.quit()


if __name__ == "__main__":
    main()
