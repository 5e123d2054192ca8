"""`import`: what each option does, and for each problem a sentence with file, line and remedy."""

import json
import zipfile

import pytest

from tests.annotator.corpus.bombs import BOMBS
from tests.annotator.made import TEXT

GOOD = json.dumps({"text": "Die EU-Kommission sitzt in Brüssel.", "label": [[4, 17, "ORG"]]}, ensure_ascii=False)
QDE = (
    '<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="x"><Sources>'
    '<TextSource name="a" guid="aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa" plainTextPath="internal://../b.txt"/>'
    "</Sources></Project>"
)


def qdpx(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.qde", QDE)
        archive.writestr("../b.txt", "Text")


def table(path):
    path.write_text("document\tlayer\tlabel\tstart\tend\n1\tentities\tLOC\t0\t3\n9\tentities\tLOC\t0\t3\n")
    texts = "document\ttext\n1\t\n2\tDie Stadt wächst\n2\tDer Fluss steigt\n"
    path.with_suffix(".texts.tsv").write_text(texts, "utf-8")


BROKEN = {
    "encoding.jsonl": (GOOD.encode("latin-1") + b"\n", "line 1: The line is not UTF-8 (byte 39)"),
    "cut.jsonl": (f'{GOOD}\n{{"text": "Zwei", "la'.encode(), "line 2: The line is incomplete"),
    "no.jsonl": (f"{GOOD[:-1]},, 3}}\n".encode(), "The line is not valid JSON from character"),
    "number.jsonl": (f'{GOOD[:-1]}, "x": NaN}}\n'.encode(), "a number that JSON does not allow (NaN)"),
    "bom.jsonl": (f"{GOOD}\n\ufeff{GOOD}\n".encode(), "line 2: There is a byte order mark at character 1"),
    "bom.json": (f"[{GOOD},\n\ufeff{GOOD}]\n".encode(), "line 2: From here on the file is broken or cut off (a byte"),
    "long.jsonl": (f"{GOOD}\n".encode() + b" " * (65 << 20) + b"{}\n", "line 2: The line has more than 64 MB"),
    "far.jsonl": (GOOD.replace("17", "1700").encode(), "line 1, spans 1: 4–1700 is not a range"),
    "names.qdpx": (qdpx, "Export it with its texts."),
    "table.tsv": (table, "table.texts.tsv, line 2: The article has no text"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_file_exits_1_with_a_remedy(ask, path, tmp_path, name):
    written, sentence = BROKEN[name]
    file = tmp_path / name
    if callable(written):
        written(file)
    else:
        file.write_bytes(written)
    form = ("--format", "doccano") if "json" in name else ()
    said = ask("import", path, file, *form, "--annotator", "bea", code=1)
    assert sentence in said.out
    assert "could not be read" in said.err
    told = json.loads(ask("import", path, file, *form, "--json", code=1).out)["problems"]
    assert told
    assert not any("char 0" in problem["sentence"] for problem in told)


def test_table_lists_each_line_in_order(ask, path, tmp_path):
    table(tmp_path / "a.tsv")
    told = json.loads(ask("import", path, tmp_path / "a.tsv", "--json", code=1).out)["problems"]
    assert [(one["file"], one["line"], one["code"]) for one in told] == [
        ("a.texts.tsv", 2, "record.text"),
        ("a.texts.tsv", 4, "record.again"),
        ("a.tsv", 3, "row.end"),
    ]


def test_intact_files_exit_0(ask, path, tmp_path):
    (tmp_path / "a.jsonl").write_text(GOOD.replace("ORG", "TREE"), "utf-8")
    said = ask("import", path, tmp_path / "a.jsonl", "--annotator", "bea")
    assert "no label TREE" in said.out
    assert said.err.strip() == ""


@pytest.mark.parametrize("name", ["doccano", "prodigy", "gliner", "jsonl"])
def test_id_that_occurs_twice_is_reported(ask, path, tmp_path, name):
    texts = ("Die Stadt wächst", "Der Fluss steigt", "Die Stadt wächst weiter")
    places: dict[str, dict[str, list[str]]] = {"gliner": {"tokenized_text": ["Die", "Stadt"], "ner": []}}
    extra = places.get(name, {"label" if name == "doccano" else "spans": []})
    entries = [{"text": text, "id": min(number, 1), **extra} for number, text in enumerate(texts)]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(entry) + "\n" for entry in entries), "utf-8")
    told = json.loads(ask("import", path, tmp_path / "a.jsonl", "--format", name, "--json").out)["problems"]
    twice = [one for one in told if one["code"] == "record.twice"]
    assert [one["line"] for one in twice] == [3]
    assert "Line 2 already has the id 1" in twice[0]["sentence"]


def test_relations_with_one_id_are_both_imported(ask, path, tmp_path):
    spans = [{"id": 1, "layer": "entities", "label": "ORG", "start": 4, "end": 17}]
    relations = [{"id": 7, "head": 1, "tail": 1, "label": label} for label in ("evidence", "claimant")]
    record = {"text": "Die EU-Kommission sitzt in Brüssel.", "spans": spans, "relations": relations}
    (tmp_path / "a.jsonl").write_text(json.dumps(record), "utf-8")
    told = json.loads(ask("import", path, tmp_path / "a.jsonl", "--format", "jsonl", "--json").out)["problems"]
    assert [one["place"] for one in told if one["code"] == "row.id"] == ["relations 2"]


def test_a_guessed_encoding_is_said(ask, path, tmp_path):
    for name, encoding in (("alt.txt", "cp1252"), ("neu.txt", "utf-8")):
        (tmp_path / name).write_bytes(f"{name}: Die Bürgermeisterin von Köln grüßt.".encode(encoding))
    said = ask("import", path, tmp_path / "alt.txt", tmp_path / "neu.txt").out
    assert "Read as cp1252, which is a guess: alt.txt; to change it, use --encoding." in said
    (tmp_path / "alt.txt").write_bytes("Über den Fluß.".encode("cp1252"))
    assert json.loads(ask("import", path, tmp_path / "alt.txt", "--json").out)["guessed"] == {"cp1252": ["alt.txt"]}
    (tmp_path / "alt.txt").write_bytes("Über die Brücke.".encode("cp1252"))
    chosen = ask("import", path, tmp_path / "alt.txt", "--encoding", "cp1252", "--json").out
    assert json.loads(chosen)["guessed"] == {}


@pytest.mark.parametrize("options", [(), ("--exclude-furniture",)])
def test_page_furniture_is_excluded_where_that_is_asked_for(ask, path, tmp_path, options):
    text = (
        "Der Rat hat gestern über den Haushalt beraten und vertagt.\n\nLesen Sie auch: Mehr zum Thema\n\nMorgen mehr."
    )
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (id_,) = json.loads(ask("import", path, tmp_path / "a.txt", *options, "--json").out)["added"]
    found = json.loads(ask("show", path, id_, "--json").out)
    assert bool(found["excluded"]) is bool(options)
    assert bool(found["meta"].get("furniture")) is not bool(options)


def test_file_that_is_given_up_costs_no_other_file(ask, path, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    BOMBS["xlsx, far row"](folder, 1)
    BOMBS["docbin, nested"](folder, 0.01)
    for name in ("0.txt", "zz.txt"):
        (folder / name).write_text(f"Der Rat von {name} tagt am Montag in Köln.", "utf-8")
    said = ask("import", path, folder, "--patience", "5", "--json", code=1)
    told = json.loads(said.out)
    assert len(told["added"]) == 2
    codes = {failure["file"]: failure["code"] for failure in told["failures"]}
    assert codes == {"a.xlsx": "text.slow", "a.spacy": "format.broken"}
    assert "Reading a.xlsx was stopped: no article was finished within 5 seconds." in said.err
    assert "--patience SECONDS and --memory MB" in said.err
    assert "Traceback" not in said.err


def test_import_reports_and_exits_1_on_unreadable_file(ask, path, tmp_path):
    (tmp_path / "again.txt").write_text(TEXT, "utf-8")
    (tmp_path / "new.txt").write_text("Neues aus Köln.", "utf-8")
    (tmp_path / "bad.jsonl").write_text("kein JSON\n", "utf-8")
    files = tmp_path / "again.txt", tmp_path / "new.txt", tmp_path / "bad.jsonl"
    said = ask("import", path, *files, code=1).out.splitlines()
    assert said[0] == "Added 1 article."
    assert "word for word" in said[1]
    assert "bad.jsonl, line 1" in said[2]
    failed = ask("import", path, tmp_path / "nowhere.txt", *files, "--json", code=1)
    told = json.loads(failed.out)
    assert told["added"] == []
    assert [failure["file"] for failure in told["failures"]] == ["nowhere.txt"]
    assert [problem["line"] for problem in told["problems"]] == [1]
    assert [(entry["code"], entry["count"]) for entry in told["told"]] == [("known", "2")]
    assert "nowhere.txt" in failed.err


def test_repeated_notices_are_cut(ask, path, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(23):
        (folder / f"{number}.txt").write_text(f"Köln 😀 hat {number} Brücken.", "utf-8")
    assert "23 articles too short to detect the language: taken as de." in ask("import", path, folder).out
    for file in folder.iterdir():
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())  # other bytes, the same text
    (folder / "kaputt.jsonl").write_text("kein JSON\n", "utf-8")
    said = ask("import", path, folder, code=1).out.splitlines()
    assert sum("word for word" in line for line in said) == 20
    assert "… and 3 more like this; --json lists all." in said
    assert "kaputt.jsonl, line 1" in said[-1]
    whole = json.loads(ask("import", path, folder, "--json", code=1).out)
    assert whole["too_short_for_language"] == 0
    assert [(entry["code"], entry["count"]) for entry in whole["told"]] == [("known", "23")]


def test_import_takes_annotator_format_and_labels_as_suggestions(ask, path, tmp_path):
    start = TEXT.index("Köln")
    spans = [{"layer": "entities", "label": "LOC", "start": start, "end": start + 4}]
    corpus = tmp_path / "corpus.data"
    corpus.write_text(json.dumps({"text": TEXT + "!", "spans": spans}) + "\n", "utf-8")
    (added,) = json.loads(ask("import", path, corpus, "--format", "jsonl", "--annotator", "carla", "--json").out)[
        "added"
    ]
    shown = json.loads(ask("show", path, added, "--json").out)
    assert [s["annotator"] for s in shown["spans"]] == ["carla"]
    corpus.write_text(json.dumps({"text": TEXT + "?", "spans": spans}) + "\n", "utf-8")
    told = json.loads(ask("import", path, corpus, "--format", "jsonl", "--as", "suggestions", "--json").out)
    assert told["suggestions"] == 1
    assert "no format called xml" in ask("import", path, corpus, "--format", "xml", code=2).err


def test_import_is_told_which_column_is_the_text(ask, path, tmp_path):
    table = tmp_path / "a.csv"
    table.write_text("eins;zwei;text\nÜberschrift;Der Text;x\n", "utf-8")
    columns = ("--column", "text=zwei", "--column", "title=eins", "--encoding", "utf-8")
    (added,) = json.loads(ask("import", path, table, *columns, "--json").out)["added"]
    shown = json.loads(ask("show", path, added, "--json").out)
    assert (shown["text"], shown["title"]) == ("Der Text", "Überschrift")
    assert "one: eins, zwei, text" in ask("import", path, table, "--column", "text=drei", code=1).err
    assert "kind is not one of text, title" in ask("import", path, table, "--column", "kind=eins", code=2).err


def test_import_can_leave_out_near_duplicates(ask, path, tmp_path):
    text = " ".join(f"Wort{number} steht hier." for number in range(60))
    for name, words in (("a", text), ("b", f"Neu: {text}")):
        (tmp_path / f"{name}.txt").write_text(words, "utf-8")
    files = (tmp_path / "a.txt", tmp_path / "b.txt")
    assert len(json.loads(ask("import", path, *files, "--near", "leave-out", "--json").out)["added"]) == 1
    told = json.loads(ask("import", path, *files, "--near", "carry", "--json").out)
    assert len(told["added"]) == 1
    assert sorted(entry["code"] for entry in told["told"]) == ["known", "near"]


def test_import_maps_labels_and_reads_utf16_offsets(ask, path, tmp_path):
    corpus = tmp_path / "corpus.jsonl"
    spans = [{"label": label, "start": 3, "end": 7} for label in ("city", "place=x")]
    corpus.write_text(json.dumps({"text": "🤗 Köln wächst.", "spans": spans}) + "\n", "utf-8")
    maps = ("--map", "city=LOC", "--map", "place=x=entities.ORG")
    told = json.loads(ask("import", path, corpus, *maps, "--offsets", "utf16", "--json").out)
    assert told["problems"] == []
    shown = json.loads(ask("show", path, *told["added"], "--json").out)
    assert sorted((s["label"], s["quote"]) for s in shown["spans"]) == [("LOC", "Köln"), ("ORG", "Köln")]
    assert "is not of the form Person=PER" in ask("import", path, corpus, "--map", "city", code=2).err


def test_import_makes_labels_that_are_asked_for_and_used(ask, path, tmp_path):
    corpus = tmp_path / "corpus.jsonl"
    spans = [{"label": label, "start": 2, "end": 6} for label in ("Stadt/Ort", "Thema", "LOC")]
    corpus.write_text(json.dumps({"text": "🤗 Köln wächst.", "spans": spans}) + "\n", "utf-8")
    maps = ("--map", "Stadt/Ort=new", "--map", "Thema=claims.new", "--map", "Nie=new")
    told = json.loads(ask("import", path, corpus, *maps, "--json").out)
    assert (told["problems"], told["new_labels"]) == ([], ["entities.Stadt_Ort", "claims.Thema"])
    shown = json.loads(ask("show", path, *told["added"], "--json").out)
    assert sorted((s["layer"], s["label"]) for s in shown["spans"]) == [
        ("claims", "Thema"),
        ("entities", "LOC"),
        ("entities", "Stadt_Ort"),
    ]
    corpus.write_text(json.dumps({"text": "🤗 Bonn wächst.", "spans": spans}) + "\n", "utf-8")
    assert "New in the schema" not in ask("import", path, corpus, *maps).out  # it has them
    corpus.write_text(json.dumps({"text": "🤗 Wien wächst.", "spans": [{**spans[0], "label": "Nie"}]}) + "\n", "utf-8")
    assert "New in the schema: entities.Nie." in ask("import", path, corpus, *maps).out
    assert "no layer names" in ask("import", path, corpus, "--map", "X=names.new", code=2).err
