"""Printing the list of articles, also a long one."""

import json

from rich.cells import cell_len

from annotator.cli import output
from annotator.store import reader
from tests.annotator.made import add_article, make_project


def test_long_list_is_printed_in_portions_with_one_width(ask, tmp_path, monkeypatch):
    monkeypatch.setattr(output, "_PORTION", 3)
    monkeypatch.setattr(reader, "_LINES_AT_ONCE", 2)
    project = make_project(tmp_path)
    titles = ["kurz", "日本 🎈", "", "x" * 40, "y" * 1000, "lang" * 20, "Ende"]
    ids = [add_article(project, title, f"Text {number}.") for number, title in enumerate(titles)]
    project.close()
    found = json.loads(ask("list", project.path, "--json").out)["documents"]
    assert [(each["id"], each["title"]) for each in found] == list(zip(ids, titles, strict=True))
    lines = ask("list", project.path).out.splitlines()
    assert [line.split()[0] for line in lines] == ["id", *ids]
    states = [cell_len(line[: line.rindex("open")]) for line in lines[1:]]
    assert states.count(min(states)) == len(titles) - 1  # but for the monstrous one
    lines = ask("list", project.path, "--replaced").out.splitlines()
    assert len(lines) == len(titles) + 1


def test_empty_list_has_its_head(ask, tmp_path):
    project = make_project(tmp_path)
    project.close()
    assert ask("list", project.path, "--json").out == '{"documents": []}\n'
    (line,) = ask("list", project.path).out.splitlines()
    assert line.split()[:3] == ["id", "title", "language"]
