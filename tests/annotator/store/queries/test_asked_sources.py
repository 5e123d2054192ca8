"""The documents that a source has not read yet, found in slices."""

from annotator.editing import edits
from annotator.model.values import State
from annotator.store.queries import pending
from tests.annotator.made import add_article

SOURCES = [("rules", "1", None), ("german", "2", "de"), ("english", "2", "en")]


def test_slices_find_the_same_as_one_query(project, monkeypatch):
    ids = [add_article(project, f"A{i}", f"Köln 🎈 {i}") for i in range(30)]
    asked = [("rules", "1"), ("german", "2")]
    project._store.put_suggestions([], ids[3], annotator="anna", asked=asked)
    project._store.put_suggestions([], ids[4], annotator="anna", asked=[("german", "1")])
    project._store.put_suggestions([], ids[5], annotator="anna", asked=[("rules", "0")])
    project.do(edits.set_state(None, ids[5], State.DONE, annotator="anna", note=""))
    project.do(edits.set_state(None, ids[6], State.DONE, annotator="anna", note=""))
    project.delete_documents(ids[10:20])
    expected = [id_ for id_ in ids if id_ not in {ids[3], ids[5], *ids[10:20]}]
    whole = project.read.asking.documents(SOURCES, finished_by="anna")
    assert whole == expected
    for scanned in (1, 7):
        monkeypatch.setattr(pending, "_SCANNED", scanned)
        assert project.read.asking.documents(SOURCES, finished_by="anna") == expected


def test_empty_project_has_no_documents_to_ask_about(project):
    assert project.read.asking.documents(SOURCES) == []
