"""Time of drawing links and cards of claims in the real window, in an article of 1M characters with 20,000 rows.

``python tests/benchmarks/drawn_claims.py [--json FILE]``. CPU milliseconds of the window's thread until the article is
painted: going to a claim with six links, against going to a name (the cost of the ring alone); scrolling past the
links of a claim and past cards, against scrolling with neither; removing a link, against doubting the claim.
"""

import random
import sys
import tempfile
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtWidgets import QApplication

from annotator.editing.edits import Change, Edit, EditKind
from annotator.model.values import CLAIMS, ENTITIES, Relation, Span, new_id
from tests.benchmarks._corpus import article
from tests.benchmarks._figures import Goal, finish, percentile
from tests.benchmarks._project import store, window
from tests.benchmarks._stopwatch import Stopwatch
from ui.shell.main_window import MainWindow

LABELS = ("claimant", "cue", "object", "evidence", "repeats", "contradicts")
ROUNDS = 60
FRAME = 16.0  # milliseconds


def relate_all(made: MainWindow) -> int:
    """Add six links to spans nearby to each claim of the open article, in one edit; return the number of links."""
    spans = list(made.session.required_opened().spans)
    links: list[Relation] = []
    for place, claim in enumerate(spans):
        if claim.layer == CLAIMS:
            near = [span for span in spans[max(0, place - 12) : place + 12] if span.layer == ENTITIES]
            for label, name in zip(LABELS, near, strict=False):
                links.append(Relation(id=new_id(), label=label, head=claim.id, tail=name.id, annotator="bench"))
    changes = tuple(Change(after=link) for link in links)
    made.session.do(Edit(kind=EditKind.RELATE, annotator="bench", changes=changes, about=frozenset({"0"})))
    return len(links)


def go(made: MainWindow, span: Span) -> None:
    """Put the ring around a visible span."""
    made.aim.activate(span.id)


def visit(made: MainWindow, watch: Stopwatch) -> None:
    """Go to claims and to names, scrolled to beforehand, so that only ring, links and card are painted."""
    chance = random.Random(5)
    spans = list(made.session.required_opened().spans)
    claims = [span for span in spans if span.layer == CLAIMS]
    names = [span for span in spans if span.layer == ENTITIES]
    for kind, pool in (("name", names), ("claim", claims)):
        for span in chance.sample(pool, ROUNDS):
            made.aim.activate(None)
            made.aim.go(span.start, span.end)
            watch.rest()
            watch.measure(f"go to a {kind}", partial(go, made, span))


def scroll(made: MainWindow, watch: Stopwatch) -> None:
    """Scroll with neither cards nor links, with cards, and with the links of a claim near."""
    spans = made.session.required_opened().spans
    claims = [span for span in spans if span.layer == CLAIMS]
    cards = made.actions_by_id["view.cards"]
    for kind, shown, linked in (("bare", False, False), ("cards", True, False), ("cards and links", True, True)):
        if cards.isChecked() != shown:
            cards.trigger()
        claim = claims[len(claims) // 2]
        made.aim.go(claim.start, claim.end)
        made.aim.activate(claim.id if linked else None)
        watch.rest()
        bar = made.view.verticalScrollBar()
        for _ in range(ROUNDS):
            watch.measure(f"scroll, {kind}", partial(bar.setValue, bar.value() + 20))


def unlink(made: MainWindow, watch: Stopwatch) -> None:
    """Doubt a claim, which does not affect its links, then remove one of them."""
    spans = made.session.required_opened().spans
    claims = [span for span in spans if span.layer == CLAIMS]
    for claim in claims[100 : 100 + ROUNDS // 2]:
        made.aim.go(claim.start, claim.end)
        made.aim.activate(claim.id)
        watch.rest()
        watch.measure("doubt", partial(made.decisions.change, claim.id, doubt=True))
        links = made.session.required_opened().relations.of_head(claim.id, LABELS[0])
        watch.measure("take a link away", partial(made.decisions.unrelate, claim, links))


def main() -> int:
    """Measure, print, return the exit code."""
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        made = window(Path(folder))
        made.resize(1600, 900)
        made.show()
        made.projects.open_path(store(article(1_000_000, 20_000), Path(folder, "claims.spanwright")))
        figures = {"links": float(relate_all(made))}
        watch = Stopwatch(made, made.view.viewport())
        watch.rest()
        visit(made, watch)
        scroll(made, watch)
        unlink(made, watch)
        made.close()
        made.desk.close()
    application.quit()
    return report(watch, figures)


def report(watch: Stopwatch, figures: dict[str, float]) -> int:
    """Compare the figures with the goals."""
    for name in watch.cpu:
        figures[f"{name} p50, CPU ms"] = percentile(watch.cpu[name], 50)
        figures[f"{name} p99, CPU ms"] = percentile(watch.cpu[name], 99)
        figures[f"{name} turn p50, CPU ms"] = percentile(watch.turn[name], 50)
    bare, doubt = figures["scroll, bare p50, CPU ms"], figures["doubt p50, CPU ms"]
    goals = [
        Goal(name="go to a claim p99, CPU ms", value=figures["go to a claim p99, CPU ms"], limit=FRAME),
        Goal(name="scroll, cards and links p99", value=figures["scroll, cards and links p99, CPU ms"], limit=FRAME),
        Goal(name="scroll, cards / bare", value=figures["scroll, cards p50, CPU ms"] / bare, limit=1.5),
        Goal(name="take a link away / doubt", value=figures["take a link away p50, CPU ms"] / doubt, limit=2.0),
    ]
    return finish(figures, goals)


if __name__ == "__main__":
    sys.exit(main())
