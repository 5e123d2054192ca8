import pytest

from annotator.editing import edits
from annotator.jobs.snapshots import reading
from annotator.system.errors import StoreError
from tests.annotator.made import span


def test_reading_sees_one_moment(project, document):
    with reading(project.path) as beside:
        before = beside.read.annotated(document, None).spans
        project.do(edits.add(span(document, "Köln")))
        assert beside.read.annotated(document, None).spans == before == ()
    with reading(project.path) as beside:
        assert len(beside.read.annotated(document, None).spans) == 1


def test_reading_an_invalid_project_is_refused(tmp_path):
    with pytest.raises(StoreError), reading(tmp_path / "fehlt.spanwright"):
        pass
