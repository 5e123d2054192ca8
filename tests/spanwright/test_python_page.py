"""The examples in docs/python.md run and print what the page says."""

import re
import runpy

import spanwright
from tests.spanwright.page import EXAMPLES, PAGE, examples, notebook_cells, run


def test_examples_print_what_the_page_says(news, monkeypatch):
    monkeypatch.chdir(news.parent)
    names: dict[str, object] = {}
    for code, printed in examples(tables=False):
        assert run(code, names) == printed, code


def test_page_has_twelve_examples_without_other_packages():
    numbers = re.findall(r"^(\d+)\. ", PAGE.read_text("utf-8"), re.M)
    assert [int(number) for number in numbers] == list(range(1, 15))
    assert (len(examples(tables=False)), len(examples(tables=True))) == (12, 2)


def test_table_examples_run_where_dev_interop_has_packages():
    assert "examples(tables=True)" in (PAGE.parents[1] / "tests/interop/write.py").read_text("utf-8")


def test_notebook_is_code_without_output():
    cells = notebook_cells()
    assert len(cells) == 5
    assert all(compile(cell, "cell", "exec") for cell in cells)
    assert '"output_type"' not in (EXAMPLES / "first_look.ipynb").read_text("utf-8")


def test_prodigy_recipe_asks_and_stores(news):
    recipe = runpy.run_path(str(EXAMPLES / "prodigy_recipe.py"))
    asked = list(recipe["questions"](str(news)))
    shown = [(each["text"][place["start"] : place["end"]], place["label"]) for each in asked for place in each["spans"]]
    assert shown == [("Nordwind", "ORG"), ("Kapitän", "LOC")]
    answers = [{**each, "answer": answer} for each, answer in zip(asked, ("accept", "reject"), strict=True)]
    recipe["store"](str(news), "anna", answers)
    with spanwright.open(news) as project:
        assert [each.quote for each in project.spans(label="ORG")] == ["Nordwind"]
        assert [each.state for each in project.suggestions(state=None)] == ["accepted", "rejected"]


def test_prodigy_recipe_passes_over_what_is_decided_meanwhile(news):
    recipe = runpy.run_path(str(EXAMPLES / "prodigy_recipe.py"))
    answers = [{**each, "answer": "accept"} for each in recipe["questions"](str(news))]
    recipe["store"](str(news), "anna", answers[:1])
    recipe["store"](str(news), "anna", answers)
    with spanwright.open(news) as project:
        assert [each.state for each in project.suggestions(state=None)] == ["accepted", "accepted"]
        assert [each.quote for each in project.spans(label="ORG")] == ["Nordwind"]
