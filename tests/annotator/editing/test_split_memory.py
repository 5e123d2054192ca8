"""Storing the split of documents."""

from annotator.editing.edits import Change, EditKind
from annotator.editing.splitting import remember
from annotator.model.values import DocumentSplit


def test_only_changed_documents_are_stored():
    dealt = {"c": "train", "a": "train", "b": "dev", "gone": "test"}
    edit = remember({"a": None, "b": "dev", "c": "test"}, dealt, annotator="jana")
    assert edit is not None
    assert (edit.kind, edit.annotator) == (EditKind.DEAL, "jana")
    assert edit.changes == tuple(
        Change(before=DocumentSplit(document=id_, split=before), after=DocumentSplit(document=id_, split="train"))
        for id_, before in (("a", None), ("c", "test"))
    )
    assert edit.document_ids == {"a", "c"}


def test_without_a_change_there_is_no_edit():
    assert remember({"a": "dev"}, {"a": "dev"}, annotator="jana") is None
