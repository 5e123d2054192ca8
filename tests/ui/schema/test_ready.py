"""The window works with every schema that ships, even without claims or names."""

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.model import schema_file
from annotator.project.project import Project
from tests.ui.conftest import TEXT
from tests.ui.schema.conftest import span_of
from ui.base.widgets.chips import LabelChip
from ui.schema.schema_window import SchemaWindow


@pytest.mark.parametrize("name", sorted(schema_file.ready_schemas()))
def test_ready_schema_can_be_used_and_edited(name, make_window, tmp_path, qtbot):
    schema = schema_file.load(name)
    project = Project.create(tmp_path / name, schema=schema, annotator="anna")
    (document,) = project.add_articles([Article(title="Weifang", text=TEXT, language="de")]).ids
    project.close()
    window = make_window(project.path)
    first = next(label for label in schema.labels if label.active)
    window.session.do(edits.add(span_of(document, "Weifang", first.id, first.layer)))
    start = TEXT.index("Weifang")
    window.view.select(start, start, exact=True)
    chips = [chip.label for chip in window.panels.labels.findChildren(LabelChip) if not chip.isHidden()]
    qtbot.waitUntil(lambda: window.panels.labels.findChild(LabelChip).isVisible())
    assert chips == [label for label in schema.labels if label.active]
    window.windows.edit_schema()
    editor = window.findChild(SchemaWindow)
    qtbot.waitUntil(lambda: sum(editor.draft.usage.labels.values()) == 1, timeout=20_000)
    assert not editor.foot.apply.isEnabled()
