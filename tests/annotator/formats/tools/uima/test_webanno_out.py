"""Writing WebAnno TSV."""

from dataclasses import replace

from annotator.formats.fit import Options
from annotator.formats.registry import exporter
from annotator.model.values import Annotated, Relation
from tests.annotator.formats.reading import SCHEMA, linked, of_rows, quotes_of, read
from tests.annotator.formats.texts import document, hex_id, span

TEXT = "  🎈 Karla Wirth sagte:\n\n„Die Donaubrücke  hält.“ \n Bonn_x [ruht] | \\ fest.\n\n"


def of(*spans, relations=()):
    ordered = tuple(sorted(spans, key=lambda one: (one.start, one.end, one.id)))
    return Annotated(document=document(text=TEXT), spans=ordered, relations=tuple(relations))


def labelled(number, words, label="PER", **fields):
    return span(number, words, label=label, text=TEXT, **fields)


def lines(folder):
    (path,) = folder.glob("*.tsv")
    return path.read_text("utf-8").split("\n")


def put(folder, *articles):
    return exporter("webanno").write(articles, folder, Options(schema=SCHEMA))


def back(folder, annotated):
    report = put(folder, annotated)
    (path,) = folder.glob("*.tsv")
    (entry,), problems = read("webanno", path)
    assert [problem.sentence for problem in problems] == []
    return entry, report


def test_rows_are_tokens_with_utf16_offsets(tmp_path):
    put(tmp_path / "out", of(labelled(1, "Karla Wirth"), labelled(2, "Donau", "LOC")))
    found = lines(tmp_path / "out")
    assert found[0] == "#FORMAT=WebAnno TSV 3.3"
    assert found[1].startswith("#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value|")
    assert found[1].endswith("|fields|note|doubt|annotator")
    rows = [line.split("\t") for line in found if line[:1].isdecimal()]
    assert rows[2][:4] == ["1-3", "5-10", "Karla", "PER[1]"]
    assert rows[3][:4] == ["1-4", "11-16", "Wirth", "PER[1]"]
    (part,) = [row for row in rows if "." in row[0]]
    assert (part[2], part[3]) == ("Donau", "LOC")
    assert all(row[-1] == "" for row in rows)


def test_whole_text_comes_back(tmp_path):
    entry, _ = back(tmp_path / "out", of(labelled(1, "Bonn_x [ruht] | \\", "LOC")))
    assert entry.document.text == TEXT
    assert quotes_of(entry) == [("LOC", "Bonn_x [ruht] | \\")]


def test_stacked_nested_and_linked_labels_come_back(tmp_path):
    claim = labelled(1, "Die Donaubrücke  hält", "CLAIM", layer="claims", note="_", attributes={"topic": "a|b;[1]_*->"})
    spans = (
        claim,
        labelled(2, "Karla Wirth"),
        labelled(3, "Karla Wirth", "ORG", doubt=True, annotator="ben"),
        labelled(4, "Wirth"),
        labelled(5, "sagte", "CUE", layer="attribution"),
        labelled(6, "Donau", "LOC"),
    )
    ends = (("claimant", 1, 2), ("cue", 1, 5), ("claimant", 1, 3), ("repeats", 1, 1))
    relations = [
        Relation(id=hex_id(20 + n), label=label, head=hex_id(head), tail=hex_id(tail), annotator="ada")
        for n, (label, head, tail) in enumerate(ends)
    ]
    entry, report = back(tmp_path / "out", of(*spans, relations=relations))
    assert report.written == 6
    assert of_rows(report) == []
    assert sorted(quotes_of(entry)) == sorted((s.label, s.quote(TEXT)) for s in spans)
    assert linked(entry) == linked(of(*spans, relations=relations))
    (said,) = [one for one in entry.spans if one.label == "CLAIM"]
    assert (said.note, said.attributes["topic"], said.annotator) == ("_", "a|b;[1]_*->", "ada")
    (doubtful,) = [one for one in entry.spans if one.label == "ORG"]
    assert (doubtful.doubt, doubtful.annotator) == (True, "ben")


def test_label_across_sentences_comes_back(tmp_path):
    text = "Bonn ruht. Köln wächst."
    article = Annotated(document=document(text=text), spans=(span(1, "ruht. Köln", label="MISC", text=text),))
    entry, _ = back(tmp_path / "out", article)
    assert quotes_of(entry) == [("MISC", "ruht. Köln")]


def test_several_articles_are_several_files(tmp_path):
    first = replace(of(), document=document(1, "Bonn ruht.", title="Eins"))
    put(tmp_path / "two", first, first)
    assert sorted(path.name for path in (tmp_path / "two").iterdir()) == ["eins-2.tsv", "eins.tsv"]


def test_blank_lines_inside_sentence_are_read(tmp_path):
    path = tmp_path / "a.tsv"
    path.write_text("#FORMAT=WebAnno TSV 3.3\n\n\n#Text=Bonn\n#Text=\n#Text=ruht\n1-1\t0-4\tBonn\t\n", "utf-8")
    (entry,), _ = read("webanno", path)
    assert entry.document.text == "Bonn\n\nruht"
