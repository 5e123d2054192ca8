"""The page about Python is true."""

import re

from tests.spanwright.page import PAGE, examples, run


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
