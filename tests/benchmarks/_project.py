"""Projects for the benchmarks, and the window over one, without sources unless requested."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from annotator.model import schema_file
from annotator.model.values import Annotated, Document
from annotator.project.project import Project
from annotator.suggest.prepared import Prepared, Tokenised
from annotator.text.normalization import fingerprint
from annotator.text.tokens import provisional
from tests.benchmarks._corpus import Article
from ui.app_services import Desk
from ui.base.crashes import Crashes
from ui.base.settings import Settings
from ui.jobs.suggesting.source_finder import Work
from ui.shell.main_window import MainWindow


def store(made: Article, path: Path) -> Path:
    """Write a new project with an article, its spans, suggestions and tokens."""
    return store_all([made], path)


def store_all(articles: Sequence[Article], path: Path) -> Path:
    """Write a new project with articles, their spans, suggestions and tokens; the id of an article is its number."""
    project = Project.create(path, schema=schema_file.load("news"), language="de", annotator="bench")
    for number, made in enumerate(articles):
        id_ = str(number)
        document = replace(made.document, id=id_, title=f"Benchmark {id_}", sha256=fingerprint(made.document.text))
        spans = [replace(span, id=f"{id_}-{span.id}", document=id_) for span in made.spans]
        project.add_annotated([Annotated(document=document, spans=tuple(spans))])
        project.put_tokens(id_, made.tokens)
        by_source = defaultdict(list)
        for row in made.suggestions:
            by_source[row.source].append(replace(row, id=f"{id_}-{row.id}", document=id_))
        for source, suggestions in by_source.items():
            project.put_suggestions(id_, source, suggestions, version="1")
    project.close()
    return project.path


def window(folder: Path, *, find_work: Callable[[], Work] | None = None) -> MainWindow:
    """Build the program's main window."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("there is no application")
    idle = Work(draw_tokens=draw_tokens, prepare=prepare, sources=())
    desk = Desk(application, Settings(), Crashes(folder / "log"), find_work=find_work or (lambda: idle))
    made = MainWindow(desk)
    made.equip()
    return made


def draw_tokens(document: Document, language: str, *, progress: object) -> Tokenised:
    """Replace the process's tokenising by one that is done at once."""
    tokens = replace(provisional(document.text), tokenizer="words")
    return Tokenised(document=document.id, sha256=document.sha256, language=language, tokens=tokens)


def prepare(document: Document, language: str, *_others: Any, progress: object) -> Prepared:
    """Replace the process's work by an answer without suggestions."""
    drawn = draw_tokens(document, language, progress=progress)
    return Prepared(document=document.id, sha256=document.sha256, language=language, tokens=drawn.tokens, results=())
