"""The work of the hand per name, here and in other tools, from the same suggestions to the same gold labels.

``python tests/benchmarks/effort.py [--data DIR] [--articles N] [--json FILE]``. The articles are the news texts of
SmartData that the German model has never seen. Suggestions come from ``main.py suggest``; keys and clicks go through
the real window, and the file at the end is compared with the gold.

It is played twice: with the suggestions as they are, and with random errors corrected until they reach F1 85, as after
learning from the analyst.
"""

import argparse
import random
import shutil
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

from annotator.corpus.article import Article
from annotator.model import schema_file
from annotator.model.values import ENTITIES, Suggestion, SuggestionState, new_id
from annotator.project.project import Project
from tests.benchmarks._effort import Effort, Kind, Name, cases, peers
from tests.benchmarks._effort_hand import Player
from tests.benchmarks._figures import Goal, finish
from tests.benchmarks._project import window
from tools.models.german_corpora import frozen_news

ROOT = Path(__file__).parents[2]
OURS, TAUGHT = "Spanwright", "Spanwright, learnt"
PENDING = f"suggestion WHERE state = '{SuggestionState.PENDING}'"
LEARNT = 85.0  # F of suggestions, in per cent
LABELS = {"PER", "ORG", "LOC"}  # the labels of the corpus
Gold = dict[str, frozenset[Name]]  # by text


def read_gold(folder: Path, most: int | None) -> Gold:
    """Read the articles that no training sees."""
    import spacy

    articles = frozen_news(folder, spacy.blank("de"))
    return {article.text: article.names for article in articles[:most]}


def make_project(gold: Gold, path: Path) -> Path:
    """Import the articles into a project of three labels, and run suggestions by command."""
    news = schema_file.load("news")
    layers = tuple(
        replace(layer, labels=tuple(label for label in layer.labels if layer.id != "entities" or label.id in LABELS))
        for layer in news.layers
    )
    project = Project.create(path, schema=replace(news, layers=layers), language="de", annotator="bench")
    project.add_articles([Article(title=text[:40], text=text, language="de") for text in gold])
    project.close()
    names = ["--source", "de_news", "--source", "seen"]  # only names are played
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


def stored(path: Path, rows: str) -> Gold:
    """Read the names of each article from the file; ``rows`` is a table with its condition."""
    with closing(sqlite3.connect(path)) as file:
        found: dict[str, set[Name]] = {text: set() for (text,) in file.execute("SELECT text FROM document_text")}
        every = file.execute(f"SELECT document, start, end, label FROM {rows}")
        texts = dict(file.execute("SELECT document, text FROM document_text"))
        for document, start, end, label in every:
            found[texts[document]].add((start, end, label))
    return {text: frozenset(names) for text, names in found.items()}


def f1(gold: Gold, suggested: Gold) -> float:
    """Return the F1 of suggestions, in per cent."""
    right = sum(len(names & suggested[text]) for text, names in gold.items())
    return 200 * right / (sum(map(len, gold.values())) + sum(map(len, suggested.values())))


def mended(gold: Gold, suggested: Gold) -> Gold:
    """Correct randomly chosen errors until the suggestions are as good as those of a model that has learnt."""
    better = dict(suggested)
    wrong = [(text, case) for text in gold for case in cases(gold[text], suggested[text])]
    wrong = [(text, case) for text, case in wrong if case.kind is not Kind.RIGHT]
    random.Random(5).shuffle(wrong)
    while wrong and f1(gold, better) < LEARNT:
        text, case = wrong.pop()
        right = [name for name in (*better[text], case.name) if name is not None and name != case.suggested]
        better[text] = frozenset(right)
    return better


def suggest(path: Path, wanted: Gold) -> None:
    """Replace the model's suggestions by these names."""
    with closing(Project.open(path)) as project:
        for document, text in list(project.read.texts()):
            known = {(each.start, each.end, each.label): each.score for each in project.read.suggestions(document)}
            rows = [
                Suggestion(
                    id=new_id(),
                    document=document,
                    layer=ENTITIES,
                    label=label,
                    parts=((start, end),),
                    score=known.get((start, end, label), 0.8),
                    source="de_news",
                    version="mended",
                )
                for start, end, label in sorted(wanted[text])
            ]
            project.put_suggestions(document, "de_news", rows)


def main() -> int:
    """Play, print, return the exit code."""
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
        learnt = Path(shutil.copy(path, Path(folder, "learnt.spanwright")))
        suggested = stored(path, PENDING)
        suggest(learnt, mended(gold, suggested))
        better = stored(learnt, PENDING)
        efforts = {OURS: play(path, gold, Path(folder)), TAUGHT: play(learnt, gold, Path(folder))}
        if not stored(path, "span") == stored(learnt, "span") == gold:
            sys.exit("what is in the file is not the gold")
    application.quit()
    for name, peer in peers():
        for text, names in gold.items():
            peer.article(text, cases(names, suggested[text]))
        efforts[name] = peer.effort
    return report(efforts, gold, f1(gold, suggested), f1(gold, better))


def report(efforts: dict[str, Effort], gold: Gold, before: float, after: float) -> int:
    """Compare the counts with the goals; all figures are per name."""
    total = sum(map(len, gold.values()))
    figures = {
        "articles": float(len(gold)),
        "names": float(total),
        "suggestions, F1": before,
        "suggestions once they have learnt, F1": after,
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
    best = min(effort.hand for name, effort in efforts.items() if name not in (OURS, TAUGHT))
    ours = efforts[OURS]
    return finish(
        figures,
        [
            Goal(name="operators for a name", value=ours.operators / total, limit=1.5),
            Goal(name="operators for a name at F 85", value=efforts[TAUGHT].operators / total, limit=1.3),
            Goal(name="hand, ours / best of the others", value=ours.hand / best, limit=0.51),
        ],
    )


if __name__ == "__main__":
    sys.exit(main())
