"""The schema window over a real project, with a real files process."""

import pytest

from annotator.editing import edits
from annotator.model.values import CLAIMS, ENTITIES, Span, new_id
from tests.ui.conftest import TEXT


def span_of(document, words, label="LOC", layer=ENTITIES, **more):
    start = TEXT.index(words)
    parts = ((start, start + len(words)),)
    return Span(id=new_id(), document=document, layer=layer, label=label, parts=parts, annotator="anna", **more)


@pytest.fixture
def labelled(make_window, project_path, qtbot):
    """A window with an article in which two places, a firm, and a claim by the firm are labelled."""
    window = make_window(project_path)
    session = window.session
    document = session.opened.document.id
    firm = span_of(document, "HD Hyundai", "ORG")
    said = span_of(document, "das Schiff fahre", "CLAIM", CLAIMS)
    session.do(edits.add([span_of(document, "Weifang"), span_of(document, "Köln"), firm, said]))
    session.do(edits.relate(said, "claimant", firm, annotator="anna"))
    return window


@pytest.fixture
def editor(labelled, qtbot):
    """The schema window, once it has counted the labels."""
    from ui.schema.schema_window import SchemaWindow

    labelled.windows.edit_schema()
    found = labelled.findChild(SchemaWindow)
    qtbot.waitUntil(lambda: bool(found.draft.usage.labels), timeout=20_000)
    return found
