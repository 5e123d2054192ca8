"""How much the hand does for each name, here and in other tools, from the same suggestions to the same gold labels.

``python tests/benchmarks/effort.py [--data DIR] [--articles N] [--json FILE]``. The articles are the news texts of
SmartData that the German model has never seen. Suggestions come from ``main.py suggest``; keys and clicks go through
the real window, and what is in the file at the end is held against the gold.
"""

import argparse
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication

from annotator import schema_file
from annotator.corpus.article import Article
from annotator.project import Project
from annotator.training.recipes.german_corpora import frozen_news
from tests.benchmarks._effort import Effort, Name, cases, peers
from tests.benchmarks._effort_hand import Player
from tests.benchmarks._figures import Goal, finish
from tests.benchmarks._project import window

ROOT = Path(__file__).parents[2]
OURS = "Spanwright"
LABELS = {"PER", "ORG", "LOC"}  # those that the corpus knows
Gold = dict[str, frozenset[Name]]  # by text


def read_gold(folder: Path, most: int | None) -> Gold:
    """Read the articles that no training sees."""
    import spacy

    articles = frozen_news(folder, spacy.blank("de"))
    return {article.text: article.names for article in articles[:most]}


def make_project(gold: Gold, path: Path) -> Path:
    """Put the articles into a project of three labels, and ask for suggestions as anybody would."""
    news = schema_file.load("news")
    layers = tuple(
        replace(layer, labels=tuple(label for label in layer.labels if layer.id != "entities" or label.id in LABELS))
        for layer in news.layers
    )
    project = Project.create(path, schema=replace(news, layers=layers), language="de", annotator="bench")
    project.add_articles([Article(title=text[:40], text=text, language="de") for text in gold])
    project.close()
    names = ["--source", "de_news", "--source", "seen"]  # it is names that are played
    subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "suggest", str(path), *names], check=True, capture_output=True
    )
    return project.path


def play(path: Path, gold: Gold, folder: Path) -> Effort:
    """Play all articles."""
    made = window(folder)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    made.projects.open_path(path)
    made.view.setFocus()
    player = Player(made)
    for _ in gold:
        opened = made.session.required_opened()
        while made.desk.suggesting.is_asking_about(opened.document.id):  # a person looks longer than it takes
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        player.article(gold[opened.document.text])
    made.close()
    made.desk.close()
    return player.effort


def stored(path: Path, table: str) -> Gold:
    """Read the names of each article from the file."""
    with closing(sqlite3.connect(path)) as file:
        found: dict[str, set[Name]] = {text: set() for (text,) in file.execute("SELECT text FROM document_text")}
        rows = file.execute(f"SELECT text, start, end, label FROM {table} JOIN document_text USING (document)")
        for text, start, end, label in rows:
            found[text].add((start, end, label))
    return {text: frozenset(names) for text, names in found.items()}


def main() -> int:
    """Play, print, give the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data", help="folder with the corpora")
    parser.add_argument("--articles", type=int, help="no more than these")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    if not (options.data / "smartdata_de" / "v1_train.json.gz").is_file():
        print(f"There is no SmartData corpus in {options.data}: nothing was measured.")
        return 0
    gold = read_gold(options.data, options.articles)
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        path = make_project(gold, Path(folder, "effort.spanwright"))
        suggested = stored(path, "suggestion")
        efforts = {OURS: play(path, gold, Path(folder))}
        if stored(path, "span") != gold:
            sys.exit("what is in the file is not the gold")
    application.quit()
    for name, peer in peers():
        for text, names in gold.items():
            peer.article(text, cases(names, suggested[text]))
        efforts[name] = peer.effort
    return report(efforts, gold, suggested)


def report(efforts: dict[str, Effort], gold: Gold, suggested: Gold) -> int:
    """Hold what was counted against the goals; all figures are for one name."""
    total = sum(map(len, gold.values()))
    right = sum(len(names & suggested[text]) for text, names in gold.items())
    figures = {
        "articles": float(len(gold)),
        "names": float(total),
        "suggestions, F1": 200 * right / (total + sum(map(len, suggested.values()))),
    }
    for name, effort in efforts.items():
        figures |= {
            f"{name}: keys": effort.keys / total,
            f"{name}: clicks": effort.clicks / total,
            f"{name}: drags": effort.drags / total,
            f"{name}: operators": effort.operators / total,
            f"{name}: hand, s": effort.hand / total,
            f"{name}: mind, s": effort.mind / total,
        }
    for used, count in efforts[OURS].used.most_common():
        figures[f"{OURS}: used {used}"] = float(count)
    best = min(effort.hand for name, effort in efforts.items() if name != OURS)
    ours = efforts[OURS]
    return finish(
        figures,
        [
            Goal(name="operators for a name", value=ours.operators / total, limit=1.6),
            Goal(name="hand, ours / best of the others", value=ours.hand / best, limit=0.5),
        ],
    )


if __name__ == "__main__":
    sys.exit(main())
