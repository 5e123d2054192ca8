"""A real project with one open article, for tests of panels."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.corpus.article import Article
from annotator.model import schema_file
from annotator.model.values import ATTRIBUTION, CLAIMS, ENTITIES, DraftRelation, Suggestion, new_id
from annotator.project.project import Project
from annotator.store.copies import SUFFIX
from ui.bridge.session import Session
from ui.deciding.decisions import Decisions

TEXT = (
    "Kürzlich 🎈 traf Ce\u0301line Dahl in\u00a0Köln ein.\n\n"
    "Die EU-Kommission sagt, die Stadt spare jährlich viel. Greifsund wächst, warnt Jörg Süß."
)


def part(words, text=TEXT):
    start = text.index(words)
    return start, start + len(words)


def suggestion(document, words, label="LOC", layer=ENTITIES, text=TEXT, **more):
    given = {"source": "de_news", "version": "1.0", "score": 0.97, **more}
    return Suggestion(id=new_id(), document=document, layer=layer, label=label, parts=(part(words, text),), **given)


@cache
def empty_project(**given):
    """Return the bytes of an empty project; making it takes longer than most tests of panels."""
    with TemporaryDirectory() as folder:
        project = Project.create(Path(folder, "made"), schema=schema_file.load("news"), **given)
        project.close()
        return project.path.read_bytes()


def new_project(path):
    """Put an empty project of anna's there, and open it."""
    path = path.with_name(path.name + SUFFIX)
    path.write_bytes(empty_project(annotator="anna"))
    return Project.open(path)


def open_article(folder, *suggested, text=TEXT):
    """Return session and decisions; ``suggested`` are (words, label) pairs."""
    session = Session()
    path = folder / f"Stadt{SUFFIX}"
    path.write_bytes(empty_project(language="de"))
    assert session.open_project(path)
    article = Article(name="Kürzlich", title="Kürzlich 🎈", text=text, language="de")
    added = session.add_articles([article], exclude_furniture=False)
    assert added is not None
    (document,) = added.ids
    rows = [suggestion(document, words, label, text=text) for words, label in suggested]
    session.required().put_suggestions(document, "de_news", rows)
    session.open_document(document)
    return session, Decisions(session)


def suggest_claim(session, words, attributes, cue):
    """Store a claim with its cue as the suggestion of a source."""
    document = session.opened.document.id
    draft = DraftRelation(label="cue", layer=ATTRIBUTION, tail_label="CUE", parts=(part(cue),))
    row = suggestion(
        document, words, "CLAIM", CLAIMS, source="rules", attributes=attributes, relations=(draft,), score=None
    )
    session.required().put_suggestions(document, "rules", [row])
    session.open_document(document)
    return session.opened.suggestions_at(*part(words))[0]
