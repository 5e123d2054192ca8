"""The self-test: check that everything shipped with the program loads and works on this computer.

These checks need no Qt; `ui.shell.selftest` has those of the window.
"""

import multiprocessing
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.jobs.exporting import export_files
from annotator.jobs.importing import import_read
from annotator.jobs.suggesting.wanted_sources import wanted_labels
from annotator.model import schema_file
from annotator.model.values import ENTITIES, Span, new_id
from annotator.processes.limited import Patience
from annotator.processes.worker import Done, JobCall, no_progress, serve
from annotator.project.project import Project, check
from annotator.store import file
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import SourceKind
from annotator.suggest.work import prepare
from annotator.system.errors import AnnotatorError

TEXTS = {
    "de": "Die Stadt Köln 🎈 prüft nach Angaben von Petra Müller den Vertrag mit der Siemens AG in\u00a0München.",
    "en": "The city of London 🎈 is reviewing its contract with Siemens, said Mary Johnson in\u00a0Birmingham.",
}
_PAGE = "<html><head><title>Rathaus</title></head><body><article><p>{text}</p><p>{text}</p></article></body></html>"
_FEED = "<rss><channel><item><title>Rathaus</title><description>{text}</description></item></channel></rss>"
PATIENCE = 120  # seconds; a busy computer takes twenty to load a pipeline

Check = tuple[str, Callable[[], str]]


def run(checks: Iterable[Check]) -> int:
    """Run checks, print a line for each, and return the exit code: 1 if any failed, else 0."""
    failed = 0
    for name, check_ in checks:
        try:
            line = f"ok      {name}: {check_()}"
        except (AnnotatorError, OSError, ImportError, RuntimeError) as error:
            line = f"FAILED  {name}: {error}"
            failed = 1
        print(line, flush=True)  # noqa: T201
    return failed


def pipelines() -> str:
    """Load each shipped pipeline and check that it finds names in a sentence."""
    found = available()
    for problem in found.problems:
        raise problem
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        project, documents = _sample(Path(folder))
        try:
            labels = wanted_labels(project)
            for source in found.sources:
                if source.kind is SourceKind.MODEL and source.language is not None:
                    document = project.read.document(documents[source.language])
                    prepared = prepare(document, source.language, labels, (), (source,))
                    for problem in prepared.problems:
                        raise problem
                    count = sum(len(result.suggestions) for result in prepared.results)
                    if not count:
                        raise RuntimeError(f"{source.name} finds no name in a sentence with three")
                    lines.append(f"{source.name} {source.version} finds {count} names")
        finally:
            project.close()
    return ", ".join(lines)


def full_text_search() -> str:
    """Check that SQLite supports full-text search (FTS5)."""
    return f"SQLite {file.probe()} with FTS5"


def articles() -> str:
    """Check that an article can be read from each kind of file that needs its own library."""
    import openpyxl
    from pypdf import PdfWriter

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.html").write_text(_PAGE.format(text=TEXTS["de"]), "utf-8")
        (folder / "b.rss").write_text(_FEED.format(text=TEXTS["en"]), "utf-8")
        book = openpyxl.Workbook()
        for row in (["text"], [TEXTS["de"]]):
            book.active.append(row)
        book.save(folder / "c.xlsx")
        pages = PdfWriter()
        pages.add_blank_page(100, 100)
        pages.write(folder / "d.pdf")
        incoming = import_read.read([folder], patience=Patience())
    if len(incoming.articles) != 3 or [error.code for _, error in incoming.failures] != ["text.scan"]:
        raise RuntimeError(f"3 articles and an empty page expected, read: {incoming}")
    return "read a page, a feed, a workbook and a PDF"


def schemas() -> str:
    """Check that every ready schema loads."""
    names = sorted(schema_file.ready_schemas())
    if not names:
        raise RuntimeError("there is no schema")
    return ", ".join(f"{name} has {len(schema_file.load(name).labels)} labels" for name in names)


def project_file() -> str:
    """Check that a project can be created, labelled, undone and redone, verified, and exported."""
    with tempfile.TemporaryDirectory() as folder:
        project, documents = _sample(Path(folder))
        try:
            start = TEXTS["de"].index("Köln")
            span = Span(
                id=new_id(),
                document=documents["de"],
                layer=ENTITIES,
                label="LOC",
                parts=((start, start + 4),),
                annotator=project.annotator,
            )
            project.do(edits.add(span))
            project.undo(documents["de"])
            project.redo(documents["de"])
        finally:
            project.close()
        faults = check(project.path, progress=no_progress)
        report = export_files.export(project.path, Path(folder) / "out.spacy", export_files.Request(format="docbin"))
        if faults or report.spans != 1:
            raise RuntimeError(f"{faults or report}")
    return "created, labelled, undone, redone, verified, exported"


def worker_process() -> str:
    """Check that a job runs in its own process and answers."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    try:
        ours.send(JobCall(1, echo, ("Grüße 🎈",)))
        if not ours.poll(PATIENCE):
            raise RuntimeError(f"no answer within {PATIENCE} seconds")
        answer = ours.recv()
    except (EOFError, ConnectionResetError) as error:
        raise RuntimeError("it ended without an answer") from error
    finally:
        ours.close()
        process.join(timeout=PATIENCE)
    if answer != Done(1, "Grüße 🎈"):
        raise RuntimeError(f"answered {answer}")
    return f"process {process.pid} answered and ended"


def echo(words: str, *, progress: Callable[[int, int], None]) -> str:
    """Return the words unchanged; a job to test with."""
    del progress
    return words


CHECKS: tuple[Check, ...] = (
    ("schemas", schemas),
    ("search", full_text_search),
    ("articles", articles),
    ("project file", project_file),
    ("pipelines", pipelines),
    ("job process", worker_process),
)


def _sample(folder: Path) -> tuple[Project, dict[str, str]]:
    project = Project.create(folder / "test", schema=schema_file.load("news"))
    articles = [
        Article(name=language, title=language, text=text, language=language) for language, text in TEXTS.items()
    ]
    return project, dict(zip(TEXTS, project.add_articles(articles).ids, strict=True))
