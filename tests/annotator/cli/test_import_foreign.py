"""`import` of labels as other tools understand them: events, hierarchies, layers, and fields of any name."""

import json
import sqlite3
import zipfile
from contextlib import closing

from annotator.project.project import Project

EVENTS = (
    "T1\tPER 0 3\tIda",
    "T2\tPER 16 19\tOle",
    "T3\tHochzeit 4 13\theiratete",
    "T4\tOrt 23 28\tPlön.",
    "E1\tHochzeit:T3 Partner:T1 Partner2:T2 Wo:T4",
)
TEXT = "Ida heiratete   Ole in Plön."


def brat(folder, *rows, conf=""):
    folder.mkdir(exist_ok=True)
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "a.ann").write_text("".join(f"{row}\n" for row in rows), "utf-8")
    (folder / "annotation.conf").write_text(conf, "utf-8")
    return folder


def query(path, sql):
    with closing(sqlite3.connect(path)) as base:
        return base.execute(sql).fetchall()


def parents(path):
    with closing(Project.open(path)) as project:
        return {label.id: label.parent for label in project.schema.labels}


def test_event_types_become_new_labels_and_relations(ask, path, tmp_path):
    folder = brat(tmp_path / "in", *EVENTS)
    new = [word for name in ("Hochzeit", "Partner", "Wo") for word in ("--map", f"{name}=new")]
    said = json.loads(ask("import", path, folder, *new, "--map", "Ort=LOC", "--annotator", "bea", "--json").out)
    assert said["new_labels"] == ["entities.Hochzeit", "Partner", "Wo"]
    rows = query(path, "SELECT span.label, relation.label FROM relation JOIN span ON span.id = relation.head")
    assert sorted(row for row in rows if row[0] == "Hochzeit") == [
        *(("Hochzeit", "Partner"), ("Hochzeit", "Partner")),
        ("Hochzeit", "Wo"),
    ]


def test_arguments_of_events_without_relation_are_reported(ask, path, tmp_path):
    folder = brat(tmp_path / "in", *EVENTS)
    said = ask("import", path, folder, "--map", "Hochzeit=new", "--map", "Ort=LOC", "--annotator", "bea")
    assert "no relation Partner" in said.out
    assert "Partner2" not in said.out
    assert "Wo" in said.out


def test_broader_types_of_brat_become_parents(ask, path, tmp_path):
    conf = "[entities]\n# Orte\n!Ding\n\tWeiler | Weiler\n\tPER\n\n[events]\nFeier\n    Hochzeit\tPartner:PER\n"
    folder = brat(tmp_path / "in", "T1\tWeiler 23 27\tPlön", "T2\tHochzeit 4 13\theiratete", conf=conf)
    said = ask("import", path, folder, "--map", "Weiler=new", "--map", "Hochzeit=new", "--annotator", "bea")
    assert "entities.Ding" in said.out
    found = parents(path)
    assert (found["Weiler"], found["Ding"], found["Hochzeit"]) == ("Ding", None, "Feier")
    assert found["PER"] is None  # the project's own labels stay as they are


def test_broader_codes_of_qda_become_parents(ask, path, tmp_path):
    guids = [f"{n}" * 8 + "-0000-4000-8000-000000000000" for n in range(5)]
    codes = "".join(f'<Code guid="{guids[at]}" name="{name}">' for at, name in enumerate(("Natur", "Wasser", "Fluss")))
    qde = (
        f'<Project xmlns="urn:QDA-XML:project:1.0"><CodeBook><Codes>{codes}{"</Code>" * 3}</Codes></CodeBook><Sources>'
        f'<TextSource guid="{guids[3]}" name="a"><PlainTextContent>Die Eider</PlainTextContent>'
        f'<PlainTextSelection guid="{guids[4]}" name="Eider" startPosition="4" endPosition="9">'
        f'<Coding><CodeRef targetGUID="{guids[2]}"/></Coding></PlainTextSelection></TextSource></Sources></Project>'
    )
    with zipfile.ZipFile(tmp_path / "a.qdpx", "w") as archive:
        archive.writestr("project.qde", qde)
    ask("import", path, tmp_path / "a.qdpx", "--map", "Fluss=new", "--annotator", "bea")
    found = parents(path)
    assert (found["Fluss"], found["Wasser"], found["Natur"]) == ("Wasser", "Natur", None)


def test_circle_of_broader_labels_is_cut(ask, path, tmp_path):
    conf = "[entities]\nWeiler\n\tDorf\n[events]\nDorf\n\tWeiler\n"
    folder = brat(tmp_path / "in", "T1\tWeiler 23 27\tPlön", "T2\tDorf 23 27\tPlön", conf=conf)
    ask("import", path, folder, "--map", "Weiler=new", "--map", "Dorf=new", "--annotator", "bea")
    assert sorted(filter(None, parents(path).values())) in (["Dorf"], ["Weiler"])


def test_fields_are_named_on_the_command_line(ask, path, tmp_path):
    row = {"page": TEXT, "marks": [{"from": 0, "to": 3, "kind": "PER"}]}
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    said = ask("import", path, tmp_path / "a.jsonl", "--json", code=1)
    assert [problem["code"] for problem in json.loads(said.out)["problems"]] == ["column.labels"]
    (tmp_path / "b.jsonl").write_text(json.dumps({**row, "page": TEXT + " Ja."}) + "\n", "utf-8")
    fields = ("text=page", "start=marks.from", "end=marks.to", "label=marks.kind")
    given = [word for field in fields for word in ("--column", field)]
    ask("import", path, tmp_path / "b.jsonl", *given, "--annotator", "bea")
    assert query(path, "SELECT label FROM span WHERE annotator = 'bea'") == [("PER",)]
    said = ask("import", path, tmp_path / "b.jsonl", *given[:6], code=2)
    assert "label" in said.err
