"""The agreement tables of a project's report."""

from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.jobs.exporting.report import write_project
from annotator.model.values import State
from tests.annotator.made import add_article, make_project, span


@pytest.fixture
def project(tmp_path):
    made = make_project(tmp_path)
    document = add_article(made)
    rows = [span(document, "Köln"), span(document, "EU-Kommission", "ORG")]
    made.do(edits.add(rows))
    made.do(edits.set_state(None, document, State.DONE, annotator="anna"))
    made.set_annotator("ben & <b>")
    made.do(edits.add(replace(span(document, "Köln"), annotator="ben & <b>")))
    yield made, document
    made.close()


def page(project, folder, language):
    out = folder / "r.html"
    write_project(project, None, out, language)
    return out.read_text("utf-8")


def test_report_has_agreement_of_finished_articles(project, tmp_path):
    made, document = project
    assert "Agreement" not in page(made, tmp_path, "en")
    made.do(edits.set_state(None, document, State.DONE, annotator="ben & <b>"))
    said = page(made, tmp_path, "en")
    assert "<h2>Agreement (articles that at least two people finished: 1)</h2>" in said
    assert '<td class="n">3</td><td class="n">67</td>' in said
    assert "anna, ben &amp; &lt;b&gt;" in said
    assert "Übereinstimmung je Label" in page(made, tmp_path, "de")
