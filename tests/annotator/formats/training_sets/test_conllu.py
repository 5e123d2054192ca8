"""Reading and writing CoNLL-U, the format of Universal Dependencies."""

from annotator.model.values import Annotated
from tests.annotator.formats.reading import codes, quotes_of, read, written
from tests.annotator.formats.texts import document, span

TREEBANK = """# newdoc id = weather-1
# sent_id = 1
# text = Im Dorf Au regnet's.
1-2\tIm\t_\t_\t_\t_\t_\t_\t_\t_
1\tIn\tin\tADP\t_\t_\t0\troot\t_\t_
2\tdem\tder\tDET\t_\t_\t1\tdet\t_\t_
3\tDorf\tDorf\tNOUN\t_\t_\t1\tobj\t_\t_
4\tAu\tAu\tPROPN\t_\t_\t3\tappos\t_\tNE=B-LOC
5\tregnet\tregnen\tVERB\t_\t_\t1\tx\t_\tSpaceAfter=No
6\t's\tes\tPRON\t_\t_\t5\tx\t_\tSpaceAfter=No
6.1\tnull\t_\t_\t_\t_\t_\t_\t_\t_
7\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_

# sent_id = 2
1\tAu\tAu\tPROPN\t_\t_\t0\troot\t_\tNE=I-LOC

# newdoc id = weather-2
1\tSonne\tSonne\tNOUN\t_\t_\t0\troot\t_\t_
broken
"""


def test_text_tokens_and_labels_of_a_treebank(tmp_path):
    path = tmp_path / "a.conllu"
    path.write_text(TREEBANK, "utf-8")
    (first, second), problems = read("conllu", path)
    assert (first.document.text, second.document.text) == ("Im Dorf Au regnet's.\nAu", "Sonne")
    assert first.document.meta["external_id"] == "weather-1"
    assert quotes_of(first) == [("LOC", "Au"), ("LOC", "Au")]
    assert codes(problems) == [(19, "", "line.unknown")]


def test_tokens_and_sentences_survive_a_round_trip(tmp_path):
    path = tmp_path / "a.conllu"
    path.write_text(TREEBANK, "utf-8")
    (first, _), _ = read("conllu", path)
    (again,), problems, _ = written("conllu", tmp_path / "b.conllu", first)
    assert (again.document.text, quotes_of(again), problems) == (first.document.text, quotes_of(first), [])
    words = [line.split("\t")[1] for line in (tmp_path / "b.conllu").read_text("utf-8").splitlines() if "\t" in line]
    assert words == ["Im", "Dorf", "Au", "regnet", "'s", ".", "Au"]


def test_any_text_is_rebuilt_exactly(tmp_path):
    text = "Zoë  aus „Köln“.\n\nBonn\twächst."
    spans = (span(1, "Köln", text=text, label="LOC"), span(2, "Bonn", text=text, label="LOC"))
    (again,), problems, _ = written(
        "conllu", tmp_path / "a.conllu", Annotated(document=document(text=text), spans=spans)
    )
    assert (again.document.text, quotes_of(again), problems) == (text, [("LOC", "Köln"), ("LOC", "Bonn")], [])


def test_ranges_that_fit_no_words_are_told(tmp_path):
    path = tmp_path / "a.conllu"
    rows = ["2-1\tIm", "1\tIn", "2-9\tzum", "2\tzu", "", "1-2\tam", "1\tan", "2\tdem", "3-99\tbeim", "3\tbei"]
    path.write_text("\n".join(rows) + "\n", "utf-8")
    (entry,), problems = read("conllu", path)
    assert entry.document.text == "In zum\nam beim"
    assert codes(problems) == [(number, "", "line.range") for number in (1, 3, 9)]
    assert "The range 2-1 does not fit" in problems[0].sentence
