"""Values that tests of the core share."""

from dataclasses import replace

from annotator.corpus.article import Article
from annotator.editing.schema_editing.changes import SchemaChange, put_label
from annotator.model import schema_file
from annotator.model.values import CLAIMS, ENTITIES, Span, State, Suggestion, new_id
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery

TEXT = "Kürzlich 🎈 traf Ce\u0301line in\u00a0Köln ein.\n\nDie EU-Kommission sagt, sie spare viel."
OTHER = "Die EU-Kommission sitzt in Brüssel 🎈."


def make_project(folder, name="Stadt", annotator="anna"):
    return Project.create(folder / name, schema=schema_file.load("news"), annotator=annotator)


def add_article(project, title="Kürzlich", text=TEXT, **details):
    (id_,) = project.add_articles([Article(name=title, title=title, text=text, language="de", **details)]).ids
    return id_


def every_annotated(read, annotator, *, done_only=False, suggestions=False):
    """Return every document of a project as an export reads it."""
    query = DocumentQuery(annotator=annotator, state=State.DONE if done_only else None)
    return read.gathering.each(read.document_ids(query), annotator, suggestions=suggestions)


def span(document, words, label="LOC", layer=ENTITIES, annotator="anna", text=TEXT, **more):
    start = text.index(words)
    parts = ((start, start + len(words)),)
    return Span(id=new_id(), document=document, layer=layer, label=label, parts=parts, annotator=annotator, **more)


def claim(document, words, annotator="anna", text=TEXT, **more):
    return span(document, words, "CLAIM", CLAIMS, annotator, text, **more)


def suggestion(document, words, label="LOC", source="de_news", text=TEXT, **more):
    start = text.index(words)
    return Suggestion(
        id=new_id(),
        document=document,
        layer=ENTITIES,
        label=label,
        parts=((start, start + len(words)),),
        source=source,
        version="1",
        **more,
    )


def renamed(schema, **names):
    """Return a schema whose labels of names have other ids, which are also their words: ``PER="Mensch"``."""
    change = SchemaChange(before=schema, after=schema)
    for id_, name in names.items():
        label = schema.label(ENTITIES, id_)
        change = put_label(change, id_, replace(label, id=name, name={"de": name, "en": name}))
    return change.after


OWN_NAMES = {"PER": "Person", "ORG": "Organisation", "LOC": "Ort", "MISC": "Sonstiges"}
