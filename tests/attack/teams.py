"""Projects of teams, as the state before scenarios: dealt out, packed and labelled, or finished by several people."""

from contextlib import closing
from pathlib import Path

from annotator.editing import edits
from annotator.jobs.team import dealing, packing
from annotator.model.values import State
from annotator.project.project import Project
from annotator.quality.assigning import Wish
from tests.annotator.made import TEXT, add_article, make_project, span

PEOPLE = ("ben", "cleo")
WISH = Wish(people=PEOPLE, overlap=40)
PACKAGES = "Pakete"
_ARTICLES = 4


def deal(project: Project) -> list[str]:
    """Deal all articles; return the id of the edit."""
    edit = dealing.step(dealing.plan(project, WISH), annotator=project.annotator)
    assert edit is not None
    project.do(edit)
    return [edit.id]


def undealt(folder: Path) -> None:
    """Create a project with some articles that nobody has begun."""
    project = make_project(folder)
    for number in range(_ARTICLES):
        add_article(project, f"Artikel {number}", TEXT.replace("Kürzlich", f"Kürzlich{number}"))
    project.close()


def packages_back(folder: Path) -> None:
    """Create a project, and the packages of two people who labelled and finished their articles."""
    undealt(folder)
    (path,) = folder.glob("*.spanwright")
    with closing(Project.open(path)) as project:
        deal(project)
        written = packing.write(project, folder / PACKAGES)
        packing.record(project, written)
    for each in written:
        with closing(Project.open(each.path)) as package:
            _label_all(package)


def several_done(folder: Path) -> None:
    """Create a project in which two people finished the same articles, and disagree on one label in each."""
    undealt(folder)
    (path,) = folder.glob("*.spanwright")
    with closing(Project.open(path)) as project:
        known = project.annotator
        for person in PEOPLE:
            project.set_annotator(person)
            _label_all(project)
        project.set_annotator(known)


def _label_all(project: Project) -> None:
    """Label and finish each article as the project's annotator, whose name decides on one of the labels."""
    who = project.annotator
    for document, text in list(project.read.texts()):
        label = "ORG" if who == PEOPLE[0] else "LOC"
        rows = [
            span(document, "EU-Kommission", "ORG", annotator=who, text=text),
            span(document, "Köln", label, annotator=who, text=text),
        ]
        project.do(edits.add(rows))
        project.do(edits.set_state(None, document, State.DONE, annotator=who))
