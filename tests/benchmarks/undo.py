"""Time to undo a step of 190,000 labels, against the step itself, and how long the window freezes.

``python tests/benchmarks/undo.py [--json FILE]``. The labels are in 1,000 articles. The step is undone right after it
was made, and from the log after the project was closed and opened again. The beat's gaps count as CPU of the window's
thread.
"""

import sys
import tempfile
import time
from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtWidgets import QApplication

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.editing.edits import Edit
from annotator.model import schema_file
from annotator.model.values import ENTITIES, Span, new_id
from annotator.project.project import Project
from tests.benchmarks._figures import Goal, finish
from tests.benchmarks._project import window
from tests.benchmarks.occurrences import beaten
from ui.jobs.bulk_edits import Asker

ARTICLES, LABELS = 1_000, 190  # labels per article
WORD = "Köln "


def project(path: Path) -> tuple[Path, list[Span]]:
    """Write articles of one word, and build the labels for all of them."""
    texts = [WORD * LABELS + str(number) for number in range(ARTICLES)]
    with closing(Project.create(path, schema=schema_file.load("news"), language="de", annotator="bench")) as made:
        ids = made.add_articles([Article(title=text[-3:], text=text, language="de") for text in texts]).ids
    size = len(WORD)
    places = [((place * size, place * size + size - 1),) for place in range(LABELS)]
    spans = [
        Span(id=new_id(), document=id_, layer=ENTITIES, label="LOC", parts=parts, annotator="bench")
        for id_ in ids
        for parts in places
    ]
    return path, spans


def making(spans: Sequence[Span]) -> Generator[None, None, Edit]:
    """Build a step that pauses after each label, as the search for occurrences does."""
    for _ in spans:
        yield
    return edits.add(spans)


def main() -> int:
    """Measure, print, return the exit code."""
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        path, spans = project(Path(folder, "undo.spanwright"))
        made = window(Path(folder))
        made.resize(1440, 900)
        made.show()
        made.projects.open_path(path)
        ended = made.everywhere.ended
        found = {
            "edit": beaten(lambda: made.everywhere.make(Asker(), making(spans), len(spans)), ended),
            "undo": beaten(made.steps.undo, ended),
            "redo": beaten(made.steps.redo, ended),
        }
        made.session.close_project()
        begun = time.thread_time()
        made.projects.open_path(path)
        opening = (time.thread_time() - begun) * 1e3
        found["undo after a restart"] = beaten(made.steps.undo, ended)
        made.close()
        made.desk.close()
    application.quit()
    figures = {"labels": float(len(spans)), "open, CPU ms": opening}
    figures |= {f"{name}, s": seconds for name, (seconds, _) in found.items()}
    figures |= {f"most CPU in a gap, {name}, ms": gap for name, (_, gap) in found.items()}
    edit, _ = found.pop("edit")
    goals = [Goal(name=f"{name} / edit", value=seconds / edit, limit=3.0) for name, (seconds, _) in found.items()]
    goals += [Goal(name=f"most CPU in a gap, {name}, ms", value=gap, limit=100.0) for name, (_, gap) in found.items()]
    return finish(figures, goals)


if __name__ == "__main__":
    sys.exit(main())
