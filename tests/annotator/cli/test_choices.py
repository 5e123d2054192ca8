"""Choices on the command line for single labels of an export."""

import json
from contextlib import closing
from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.project.project import Project
from tests.annotator.made import add_article, claim, span


def test_choices_round_trip_through_json(ask, path, tmp_path):
    with closing(Project.open(path)) as project:
        document = project.read.find_document("Kürzlich")
        project.do(edits.add([span(document, "rzli", "MISC") for _ in range(2)]))
    file, asked = tmp_path / "choices.json", ("export", path, tmp_path / "out.conll", "--format", "conll")
    told = json.loads(ask(*asked, "--dry-run", "--json").out)
    inside = [loss for loss in told["losses"] if loss["label"] == "MISC"]
    assert [(loss["choice"], loss["choices"]) for loss in inside] == [(None, ["widen", "split_token", "leave_out"])] * 2
    inside[0]["choice"], inside[1]["choice"] = "widen", "leave_out"
    file.write_text(json.dumps(told), "utf-8")
    again = json.loads(ask(*asked, "--dry-run", "--json", "--choices", file).out)
    by_id = {loss["id"]: loss for loss in again["losses"]}
    assert by_id[inside[0]["id"]]["reason"] in {"expanded", "overlap"}
    assert by_id[inside[1]["id"]]["reason"] == "left_out"
    assert again["choices"] == {inside[0]["id"]: "widen", inside[1]["id"]: "leave_out"}
    file.write_text(json.dumps({**again, "choices": {**again["choices"], "gone": "keep"}}), "utf-8")
    wrote = ask(*asked, "--choices", file)
    assert "1 choice of" in wrote.err
    assert "no such label" in wrote.err
    assert wrote.out.startswith("Wrote 2 articles")


def test_label_before_a_full_stop_is_listed_and_written(ask, path, tmp_path):
    text = "Die Kreissparkasse sagt, der Umbau ende 2034. Danach ziehe sie ein."
    with closing(Project.open(path)) as project:
        project.do(edits.add([claim(add_article(project, "Umbau", text), "der Umbau ende 2034", text=text)]))
    asked = ("export", path, tmp_path / "out.conll", "--format", "conll", "--layer", "claims")
    said = ask(*asked, "--dry-run").out
    assert "CLAIM “der Umbau ende 2034” is widened by the full stop behind it." in said
    assert "0 left out." in said
    assert "is widened by the full stop behind it." in ask(*asked).out
    assert "\n2034. _ _ I-CLAIM\n" in (tmp_path / "out.conll").read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("nothing", "contains no choices"),
        ("[1]", "no list of losses"),
        ("[" * 100_000, "nested too deeply"),
        ('{"losses": [{"id": "a", "row": "span", "reason": "overlap", "choice": "widen"}]}', "keep, leave_out"),
        ('{"losses": [{"id": "a", "row": "relation", "reason": "relation", "choice": "keep"}]}', "is not a choice"),
        ('{"losses": [], "choices": {"a": ["keep"]}}', "is not a choice"),
    ],
)
def test_invalid_choices_file_is_refused(ask, path, tmp_path, content, words):
    file, out = tmp_path / "choices.json", tmp_path / "out.conll"
    file.write_text(content, "utf-8")
    assert words in ask("export", path, out, "--format", "conll", "--choices", file, code=1).err
    assert not out.exists()
    file.unlink()
    assert "could not be read" in ask("export", path, out, "--format", "conll", "--choices", file, code=1).err


def test_gaps_and_split_tokens_options_apply(ask, path, tmp_path):
    with closing(Project.open(path)) as project:
        document = project.read.find_document("Kürzlich")
        part = span(document, "rzli", "MISC")
        start = part.start
        gapped = replace(span(document, "rzli", "MISC"), parts=((start, start + 1), (start + 3, start + 4)))
        project.do(edits.add([part, gapped]))
    file, asked = tmp_path / "choices.json", ("export", path, tmp_path / "out.json", "--format", "gliner")

    def reasons(*more):
        told = json.loads(ask(*asked, "--dry-run", "--json", *more).out)
        assert told["written"] + told["changed"] + told["lost"] == told["spans"]
        return told, [{loss["reason"] for loss in told["losses"] if loss["id"] == one.id} for one in (part, gapped)]

    def fill_in(told, choice):
        for loss in told["losses"]:
            if loss["id"] == gapped.id:
                loss["choice"] = choice
        file.write_text(json.dumps(told), "utf-8")

    told, found = reasons()
    assert found == [{"token_edges"}, {"discontinuous"}]
    assert reasons("--split-tokens", "--gaps", "hull")[1] == [{"token_split"}, {"hull", "token_split"}]
    fill_in(told, "longest")
    told, found = reasons("--choices", file)
    assert found == [{"token_edges"}, {"token_edges"}], "its longest part is one letter"
    fill_in(told, "split_token")
    told, found = reasons("--choices", file)
    assert found == [{"token_edges"}, {"longest_part", "token_split"}]
    assert told["choices"] == {gapped.id: "split_token longest"}
    file.write_text(json.dumps(told), "utf-8")
    assert reasons("--choices", file)[1] == found
    assert "cannot be used together" in ask(*asked, "--expand", "--split-tokens", code=2).err
