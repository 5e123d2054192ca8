"""Typical work with projects, as steps that can be stopped, refused and repeated.

Each scenario has its own folder: `prepare` fills it, then the steps follow. Each is durable once it returned, and is
repeated after the program refused it. A step returns the ids of edits that must be there from then on.
"""

import shutil
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path

from annotator.corpus.article import Article
from annotator.editing import edits, identities
from annotator.editing.edits import Edit
from annotator.editing.schema_editing.changes import SchemaChange, remove_label
from annotator.formats.fit import Options
from annotator.jobs import bulk_edit, identify_mentions, schema_change
from annotator.jobs.exporting import export_files
from annotator.jobs.exporting.export_files import Request
from annotator.jobs.identify_mentions import IdentityMerge
from annotator.jobs.importing import import_store
from annotator.jobs.importing.import_read import Incoming
from annotator.jobs.learning import evaluate_models, learning
from annotator.jobs.merging import copies_merged
from annotator.jobs.team import adjudicating, packing
from annotator.model.values import State
from annotator.processes import slices
from annotator.processes.worker import no_progress
from annotator.project.project import Project, back_up_daily
from annotator.quality.strategies import parse
from annotator.store.reader import DocumentQuery
from annotator.suggest.sources.registry import available
from tests.annotator.made import TEXT, add_article, make_project, span, suggestion
from tests.annotator.store.old_files import old_file
from tests.annotator.trips import export
from tests.attack import teams

NAME = "Stadt.spanwright"
WHO = "anna"


@dataclass
class Stage:
    """The folder of a scenario, and the project that is open there.

    A step that makes one thing after the other durable calls ``mark`` after each.
    """

    folder: Path
    mark: Callable[[], None] = lambda: None
    opened: Project | None = None
    reading: ExitStack | None = None

    @property
    def project(self) -> Project:
        """The open project."""
        assert self.opened is not None
        return self.opened

    @property
    def documents(self) -> list[str]:
        """The articles, in order."""
        return self.project.read.document_ids(DocumentQuery(annotator=None))

    def do(self, edit: Edit | None) -> list[str]:
        """Store an edit."""
        assert edit is not None
        self.project.do(edit)
        return [edit.id]


Step = Callable[[Stage], Sequence[str] | None]


@dataclass(frozen=True)
class Scenario:
    """A name, the state before, and the steps. ``heavy`` scenarios take seconds.

    ``imports`` are the modules that the steps import late.
    """

    name: str
    steps: tuple[Step, ...]
    prepare: Callable[[Path], None]
    heavy: bool = False
    imports: tuple[str, ...] = ()


def three_articles(folder: Path) -> None:
    """Create a project with labels, suggestions and an identity."""
    project = make_project(folder)
    for number in range(3):
        text = TEXT.replace("Kürzlich", f"Kürzlich{number}")
        document = add_article(project, f"Artikel {number}", text)
        project.do(edits.add([span(document, "Köln", text=text), span(document, "EU-Kommission", "ORG", text=text)]))
        project.put_suggestions(document, "de_news", [suggestion(document, "Ce\u0301line", "PER", text=text)])
    named = [row for id_ in project.read.document_ids(DocumentQuery(annotator=None)) for row in _spans(project, id_)]
    for number in (0, 1):
        mentions = [row.id for row in named if row.label == "ORG"][number::2]
        fresh = identities.new_identity(f"Kommission {number}", "ORG")
        step = identify_mentions.uniting(project.read, [], mentions, annotator=WHO, fresh=fresh)
        slices.finish(project.timeline.doing(step))
    export(project, folder / "alt.jsonl")
    project.close()


def nothing(folder: Path) -> None:
    """Leave the folder empty."""


def older(folder: Path) -> None:
    """Put a file of an earlier version there."""
    old_file("m003", folder).rename(folder / NAME)


def copies_back(folder: Path) -> None:
    """Create a project, and two copies in which others have changed and removed labels."""
    three_articles(folder)
    for name in ("ben", "cleo"):
        copy = folder / f"{name}.spanwright"
        shutil.copyfile(folder / NAME, copy)
        with closing(Project.open(copy)) as project:
            project.set_annotator(name)
            (first, *_) = project.read.document_ids(DocumentQuery(annotator=None))
            (changed, removed) = _spans(project, first)[:2]
            project.do(edits.relabel(changed, "entities", "PER" if name == "ben" else "ORG", annotator=name))
            project.do(edits.remove([removed], project.read.relations_of([removed.id]), annotator=name))
    with closing(Project.open(folder / NAME)) as project:
        project.set_annotator(WHO)


def finished_articles(folder: Path) -> None:
    """Create a project that models can learn from."""
    project = make_project(folder)
    for name in "Nordstern Abendwind Möwe Seeadler Polarfuchs Albatros Wellenkamm Goldfisch Windrose Klabauter".split():
        text = f"Die Fähre {name} 🎈 legte am Montag in Köln ab.\n\nAn Bord war Petra Müller."
        document = add_article(project, name, text)
        places = [span(document, name, "ORG", text=text), span(document, "Köln", text=text)]
        project.do(edits.add([*places, span(document, "Petra Müller", "PER", text=text)]))
        project.do(edits.set_state(None, document, State.DONE, annotator=WHO))
    project.close()


# Steps


def create(stage: Stage) -> None:
    stage.opened = make_project(stage.folder)


def open_(stage: Stage) -> None:
    stage.opened = Project.open(stage.folder / NAME)


def close(stage: Stage) -> None:
    if stage.opened is not None:
        stage.opened.close()
        stage.opened = None


def add_label(number: int) -> Step:
    def add(stage: Stage) -> list[str]:
        document = stage.documents[number % 3]
        text = stage.project.read.text(document)
        words = ("sagt", "spare", "viel", "traf", "sie")[number % 5]
        return stage.do(edits.add(span(document, words, "MISC", text=text)))

    return add


def relabel(stage: Stage) -> list[str]:
    return stage.do(edits.relabel(_spans(stage.project, stage.documents[0])[0], "entities", "MISC", annotator=WHO))


def accept(stage: Stage) -> list[str]:
    here = stage.project.read.annotated(stage.documents[1], WHO, suggestions=True)
    return stage.do(edits.accept(here.suggestions, here.spans, annotator=WHO))


def relate(stage: Stage) -> list[str]:
    first, second, *_ = _spans(stage.project, stage.documents[1])
    return stage.do(edits.relate(first, "repeats", second, annotator=WHO))


def remove(stage: Stage) -> list[str]:
    gone = _spans(stage.project, stage.documents[2])[:2]
    relations = stage.project.read.relations_of(row.id for row in gone)
    return stage.do(edits.remove(gone, relations, annotator=WHO))


def undo(stage: Stage) -> list[str]:
    return _ids(stage.project.undo(stage.documents[0]))


def redo(stage: Stage) -> list[str]:
    return _ids(stage.project.redo(stage.documents[0]))


def undo_merge(stage: Stage) -> list[str]:
    return _ids(stage.project.undo(stage.documents[1]))


def suggest(stage: Stage) -> None:
    document = stage.documents[0]
    stage.project.put_suggestions(document, "seen", [suggestion(document, "Köln", "LOC", "seen")], version="2")


def finish(stage: Stage) -> list[str]:
    return stage.do(edits.set_state(None, stage.documents[0], State.DONE, annotator=WHO))


def label_everywhere(stage: Stage) -> list[str]:
    """Accept all suggestions of the project in one edit, made in slices."""
    read = stage.project.read
    waiting = {id_: [row.id for row in read.suggestions(id_)] for id_ in stage.documents}
    make = bulk_edit.settling(read, waiting, accepted=True, annotator=WHO)
    return _ids(slices.finish(stage.project.timeline.doing(make)))


def import_texts(stage: Stage) -> None:
    articles = [Article(name=str(n), title=str(n), text=f"Der Rat {n} tagt. " * 40, language="de") for n in range(8)]
    import_store.take_in(stage.project, Incoming(articles=tuple(articles)))


def import_labelled(stage: Stage) -> None:
    """Import labels for known articles, and new articles with labels."""
    here = [stage.project.read.annotated(id_, None) for id_ in stage.documents]
    moved = [replace(one, spans=tuple(replace(row, label="LOC") for row in one.spans), relations=()) for one in here]
    import_store.take_in(stage.project, Incoming(annotated=tuple(moved)))


def merge_identities(stage: Stage) -> list[str]:
    known = [identity.id for identity in stage.project.read.who.identities()]
    assert len(known) > 1
    make = identify_mentions.uniting_all(stage.project.read, [IdentityMerge(tuple(known), ())], annotator=WHO)
    return _ids(slices.finish(stage.project.timeline.doing(make)))


def merge_copies(stage: Stage) -> list[str]:
    """Merge what others have done in copies; all their edits are there, or none."""
    known = set(stage.project.read.log.ids())
    told = copies_merged.merge(stage.project, [stage.folder / "ben.spanwright", stage.folder / "cleo.spanwright"])
    assert told.refused == []
    return [id_ for id_ in stage.project.read.log.ids() if id_ not in known]


def merge_packages(stage: Stage) -> list[str]:
    """Merge what others have done in packages; all their edits are there, or none."""
    known = set(stage.project.read.log.ids())
    told = copies_merged.merge(stage.project, copies_merged.files_in([stage.folder / teams.PACKAGES]))
    assert told.refused == []
    assert told.edits
    return [id_ for id_ in stage.project.read.log.ids() if id_ not in known]


def deal(stage: Stage) -> list[str]:
    return teams.deal(stage.project)


def write_packages(stage: Stage) -> list[str]:
    """Write a package for each person, and record them once they are there."""
    written = packing.write(stage.project, stage.folder / teams.PACKAGES)
    assert len(written) == len(teams.PEOPLE)
    packing.record(stage.project, written)
    return stage.project.read.log.ids()[-1:]


def adjudicate(stage: Stage) -> list[str]:
    """Settle by a rule what two people disagree on, in all articles or in none."""
    known = set(stage.project.read.log.ids())
    told = adjudicating.adjudicate(stage.project, parse("person:ben"))
    assert told.settles == len(stage.documents)
    return [id_ for id_ in stage.project.read.log.ids() if id_ not in known]


def export_as(name: str, target: str) -> Step:
    def write(stage: Stage) -> None:
        options = Options(split="50/25/25") if name == "spacy-folder" else Options()
        export_files.export(stage.folder / NAME, stage.folder / target, Request(format=name, options=options))

    return write


def change_schema(stage: Stage) -> list[str]:
    schema = stage.project.schema
    change = remove_label(SchemaChange(before=schema, after=schema), ("entities", "ORG"), "MISC")
    edit, _ = schema_change.remodel(stage.project, change)
    return _ids(edit)


def take_schema_back(stage: Stage) -> list[str]:
    return _ids(schema_change.take_back(stage.project))


def daily_backup(stage: Stage) -> None:
    back_up_daily(stage.folder / NAME, progress=no_progress)


def backup(stage: Stage) -> None:
    stage.project._store.back_up(reason="schema")


def save_copy(stage: Stage) -> None:
    stage.project.copy_to(stage.folder / "Kopie.spanwright")


def delete(stage: Stage) -> None:
    stage.project.delete_documents(stage.documents[:1])


def checkpoint(stage: Stage) -> None:
    stage.project.checkpoint()


def begin_reading(stage: Stage) -> None:
    """Open a reader, which keeps checkpoints from copying what is labelled from now on."""
    with ExitStack() as stack:
        reader = stack.enter_context(closing(Project.open(stage.folder / NAME, read_only=True)))
        stack.enter_context(reader.snapshot())
        assert reader.read.document_ids(DocumentQuery(annotator=None))
        stage.reading = stack.pop_all()


def end_reading(stage: Stage) -> None:
    if stage.reading is not None:
        stage.reading.close()
        stage.reading = None


def learn(stage: Stage) -> None:
    learning.learn(stage.folder / NAME, available().sources)


def train(stage: Stage) -> None:
    """Train a pipeline for a moment: its folder, scores and evaluation."""
    asked = Request(format=evaluate_models.FORMAT, options=Options(split="50/25/25"), done_only=True)
    out = stage.folder / "Stadt.training"
    evaluate_models.train(stage.folder / NAME, out, asked, steps=5, progress=lambda *_: stage.mark())


def _spans(project: Project, document: str):
    return project.read.annotated(document, WHO).spans


def _ids(edit: Edit | None) -> list[str]:
    assert edit is not None
    return [edit.id]


_LABELLING = (open_, add_label(0), relabel, accept, relate, add_label(1), remove, suggest, finish, close)
_BESIDE_A_READER = (add_label(1), begin_reading, add_label(2), checkpoint, add_label(3), checkpoint, end_reading)
_UNDOING = (open_, add_label(0), add_label(3), undo, undo, redo, redo, undo, close)

SCENARIOS = {
    each.name: each
    for each in (
        Scenario("new", (create, close, open_, close), nothing),
        Scenario("label", _LABELLING, three_articles),
        Scenario("undo", _UNDOING, three_articles),
        Scenario("import", (open_, import_texts, close), three_articles),
        Scenario("import labelled", (open_, import_labelled, close), three_articles),
        Scenario("merge identities", (open_, merge_identities, undo_merge, close), three_articles),
        Scenario("merge copies", (open_, merge_copies, close), copies_back),
        Scenario("deal and pack", (open_, deal, undo, redo, write_packages, close), teams.undealt),
        Scenario("merge packages", (open_, merge_packages, close), teams.packages_back),
        Scenario("adjudicate", (open_, adjudicate, undo, redo, close), teams.several_done),
        Scenario("settle everywhere", (open_, label_everywhere, close), three_articles),
        Scenario(
            "export",
            (
                export_as("jsonl", "alt.jsonl"),
                export_as("csv", "neu.csv"),
                export_as("brat", "brat"),
                export_as("spacy-folder", "ordner"),
                export_as("spacy-folder", "ordner"),
            ),
            three_articles,
            imports=("spacy.lang.de", "spacy.training"),
        ),
        Scenario("schema", (open_, change_schema, take_schema_back, close), three_articles),
        Scenario("migrate", (open_, close), older),
        Scenario("backup", (daily_backup, open_, *(backup,) * 7, close), three_articles),
        Scenario("copy", (open_, add_label(0), save_copy, add_label(1), close), three_articles),
        Scenario("delete", (open_, delete, add_label(0), close), three_articles),
        Scenario(
            "checkpoint",
            (open_, add_label(0), checkpoint, add_label(1), add_label(2), checkpoint, add_label(3), close),
            three_articles,
        ),
        Scenario(
            "checkpoint beside a reader",
            (open_, add_label(0), *_BESIDE_A_READER, checkpoint, add_label(4), *_BESIDE_A_READER, close),
            three_articles,
        ),
        Scenario("learn", (learn,), finished_articles, heavy=True),
        Scenario("train", (train,), finished_articles, heavy=True),
    )
}
