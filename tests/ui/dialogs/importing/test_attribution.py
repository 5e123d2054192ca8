"""Imported labels without an annotator are assigned to one."""

from annotator.model.values import IMPORTED, Annotated, Document, DocumentState, State, new_id
from annotator.text.normalization import fingerprint
from tests.annotator.made import TEXT, span
from ui.dialogs.importing.import_contents import ascribe


def test_ascribe_changes_unowned_rows_only():
    document = Document(id=new_id(), title="Über 🎈", text=TEXT, sha256=fingerprint(TEXT), language="de")
    nobodys, boris = span(document.id, "Köln", annotator=IMPORTED), span(document.id, "EU", "ORG", annotator="boris")
    state = DocumentState(document=document.id, annotator=IMPORTED, state=State.DONE)
    found = ascribe(Annotated(document=document, spans=(nobodys, boris), states=(state,)), "anna")
    assert [row.annotator for row in found.spans] == ["anna", "boris"]
    assert found.spans[0].parts == nobodys.parts
    assert found.states[0].annotator == "anna"
