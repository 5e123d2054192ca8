"""CoNLL files of other tools: which columns they have, and that an export keeps them."""

import re
from dataclasses import replace

import pytest

from annotator.formats.fit import Options
from annotator.formats.registry import exporter, importer, importer_for
from annotator.system.errors import FormatError
from tests.annotator.formats.reading import NEWS, codes, of_rows, quotes_of, read, written

GERMEVAL = (
    "#\thttp://example.org/1 [2014-01-01]\n"
    "1\tDie\tO\tO\n2\tUni\tB-ORG\tO\n3\tBonn\tI-ORG\tB-LOC\n4\twächst\tO\tO\n5\t.\tO\tO\n\n"
    "#\thttp://example.org/2 [2014-01-01]\n"
    "1\tBonner\tB-LOCderiv\tO\n2\tOscar-Feier\tB-OTHpart\tO\n3\tMusical\tB-OTH\tO\n"
)


def put(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def test_germeval_has_index_comments_and_two_levels(tmp_path):
    (entry,), problems = read("conll", put(tmp_path / "a.conll", GERMEVAL))
    assert entry.document.text == "Die Uni Bonn wächst .\nBonner Oscar-Feier Musical"
    assert quotes_of(entry) == [
        *(("ORG", "Uni Bonn"), ("LOC", "Bonn"), ("LOC", "Bonner")),
        *(("MISC", "Oscar-Feier"), ("MISC", "Musical")),
    ]
    assert [s.attributes.get("part_of_word") for s in entry.spans] == [None, None, "deriv", "part", None]
    assert {s.layer for s in entry.spans} == {"entities"}
    assert problems == []


def test_two_levels_are_written_back_as_columns(tmp_path):
    (entry,), _ = read("conll", put(tmp_path / "a.conll", GERMEVAL))
    _, _, report = written("conll", tmp_path / "b.conll", entry)
    lines = (tmp_path / "b.conll").read_text("utf-8").splitlines()
    assert lines[2:8] == ["1\tDie\tO\tO", "2\tUni\tB-ORG\tO", "3\tBonn\tI-ORG\tB-LOC", *GERMEVAL.splitlines()[4:6], ""]
    assert [loss.kind for loss in of_rows(report) if loss.reason == "overlap"] == []


def test_hash_with_label_is_a_token(tmp_path):
    rows = "# newdoc id = a-1\n# newpar\n#\tO\nBonn\tB-LOC\n#a=b\tO\n\n#\tO\n#\n# id = 7\nUlm\tB-LOC\n"
    (entry,), problems = read("conll", put(tmp_path / "a.conll", rows))
    assert entry.document.text == "# Bonn #a=b\n# Ulm"
    assert problems == []
    written("conll", tmp_path / "b.conll", entry)
    tokens = (line.split(" ")[0] for line in (tmp_path / "b.conll").read_text("utf-8").splitlines()[2:])
    assert [*tokens] == ["#", "Bonn", "#a=b", "", "#", "Ulm", ""]


def test_uner_index_and_comments(tmp_path):
    content = "# sent_id = 1\n# text = Bonn wächst\n1\tBonn\tB-LOC\t-\tanna\n2\twächst\tO\t-\tanna\n\n# sent_id = 2\n"
    (entry,), problems = read("conll", put(tmp_path / "a.iob2", content + "1\tKöln\tB-LOC\t-\tanna\n"))
    assert (entry.document.text, quotes_of(entry)) == ("Bonn wächst\nKöln", [("LOC", "Bonn"), ("LOC", "Köln")])
    assert problems == []


def test_phrases_are_not_labels(tmp_path):
    content = "Bonn NNP B-NP I-LOC\nsays VBZ B-VP O\nso RB B-ADVP O\n"
    (entry,), _ = read("conll", put(tmp_path / "a.conll", content))
    assert quotes_of(entry) == [("LOC", "Bonn")]


def test_space_inside_tab_separated_token_stays(tmp_path):
    (entry,), problems = read("conll", put(tmp_path / "a.conll", "in\tO\nNew York\tB-LOC\nCity\tI-LOC\n"))
    assert (entry.document.text, quotes_of(entry), problems) == ("in New York City", [("LOC", "New York City")], [])
    written("conll", tmp_path / "b.conll", entry)
    assert "in\t_\t_\tO\nNew York\t_\t_\tB-LOC\nCity\t_\t_\tI-LOC\n" in (tmp_path / "b.conll").read_text("utf-8")


def test_entities_end_with_their_sentence(tmp_path):
    (entry,), _ = read("conll", put(tmp_path / "a.iob", "in O\nBonn I-LOC\n\nKöln I-LOC\nRhein I-LOC\n"))
    assert quotes_of(entry) == [("LOC", "Bonn"), ("LOC", "Köln Rhein")]


def test_export_keeps_tokens_and_sentences_of_the_file(tmp_path):
    content = "@anna:) O\n's O\nBonn. B-LOC\n. O\n\nu.s.w… O\n\nok O\n"
    (entry,), _ = read("conll", put(tmp_path / "a.conll", content))
    written("conll", tmp_path / "b.conll", entry)
    found = [line.split(" ") for line in (tmp_path / "b.conll").read_text("utf-8").splitlines()[2:]]
    assert [f"{cells[0]} {cells[-1]}" if cells[0] else "" for cells in found] == content.split("\n")


WIKIGOLD = '-DOCSTART- O\n\n1848 I-MISC\nist O\nBonn I-LOC\nKöln B-LOC\n. O\n\n" O\nDie O\nAlte I-ORG\nPost I-ORG\n\n'
WNUT = (
    "@ida\tO\r\n#bonn\tB-location\r\n:-)\tO\r\nhttp://x.de/a=b\tO\r\n\t\r\n&amp;\tO\r\nu.s.\tB-location\r\n…\tO\r\n\r\n"
)


@pytest.mark.parametrize("content", [WIKIGOLD * 3, WNUT * 3])
def test_files_like_wikigold_and_wnut_come_back_whole(tmp_path, content):
    found, problems = read("conll", put(tmp_path / "a.conll", content))
    exporter("conll").write(found, tmp_path / "b.conll", Options())
    before, after = (_sentences((tmp_path / name).read_text("utf-8")) for name in ("a.conll", "b.conll"))
    assert (problems, after) == ([], before)
    assert len(before) == 6


def _sentences(content):
    blocks = re.split(r"\n\s*\n", content.replace("\r\n", "\n"))
    lines = [[line for line in block.split("\n") if line.strip() and "-DOCSTART-" not in line] for block in blocks]
    return [[re.split(r"[ \t]", line)[0] for line in sentence] for sentence in lines if sentence]


def test_chosen_columns_win(tmp_path):
    path = put(tmp_path / "a.conll", "B-PER Bonn LOC x\nO am O y\nO Rhein LOC z\n")
    (entry,), _ = read("conll", path, replace(NEWS, columns=((1, "token"), (2, "label"))))
    assert (entry.document.text, quotes_of(entry)) == ("Bonn am Rhein", [("LOC", "Bonn"), ("LOC", "Rhein")])


def test_unclear_columns_are_asked_with_three_rows(tmp_path):
    path = put(tmp_path / "a.conll", "Bonn Ort NN\nam Wort APPR\nRhein Fluss NE\nfließt Wort VV\n")
    with pytest.raises(FormatError) as caught:
        read("conll", path)
    assert caught.value.code == "format.columns"
    assert "“1 Bonn | 2 Ort | 3 NN”; “1 am | 2 Wort | 3 APPR”; “1 Rhein" in str(caught.value)
    assert "fließt" not in str(caught.value)
    assert "--columns" in str(caught.value)


def test_latin_1_keeps_its_words_and_says_so(tmp_path):
    content = "Nach O\nKöln B-LOC\n".encode("latin-1")
    (entry,), problems = read("conll", put(tmp_path / "a.conll", content))
    assert (entry.document.text, quotes_of(entry)) == ("Nach Köln", [("LOC", "Köln")])
    assert codes(problems) == [(2, "", "file.encoding")]


@pytest.mark.parametrize("own", [[], 7, {"inside": "x", "glued": [-1, 10**9, None], "levels": 10**9}])
def test_hostile_tokens_in_an_article_are_ignored(tmp_path, own):
    (entry,), _ = read("conll", put(tmp_path / "a.conll", GERMEVAL))
    entry = replace(entry, document=replace(entry.document, meta={"own_tokens": own}))
    written("conll", tmp_path / "b.conll", entry)
    assert "\nUni" in (tmp_path / "b.conll").read_text("utf-8")


@pytest.mark.parametrize("head", ["", "\ufeff", "#\thttp://news.example [2026]\n"])
def test_table_of_tokens_is_not_a_table_of_articles(tmp_path, head):
    rows = "1\tAnna\tB-PER\tO\r\n2\tLee\tI-PER\tO\r\n\r\n1\tschwieg\tO\tO\r\n2\t.\tO\tO\r\n"
    path = put(tmp_path / "dev.tsv", head + rows)
    assert importer_for(path) is importer("conll")
    (entry,), problems = read("conll", path)
    assert (quotes_of(entry), problems) == ([("PER", "Anna Lee")], [])


CONLL_2003 = """-DOCSTART- -X- -X- O

Anna NNP B-NP B-PER
Lee NNP I-NP I-PER
schwieg VBD B-VP O
. . O O

"""


@pytest.mark.parametrize("name", ["train.txt", "eng.testa", "deu.train", "test.txt"])
def test_text_file_of_tokens_is_not_an_article(tmp_path, name):
    path = put(tmp_path / name, CONLL_2003)
    assert importer_for(path) is importer("conll")
    (entry,), problems = read("conll", path)
    assert (quotes_of(entry), problems) == ([("PER", "Anna Lee")], [])


@pytest.mark.parametrize(
    "text",
    [
        "Anna Lee schwieg.\n\nVitamin B-12 hilft.\n\nSie trug die Nummer O\n",
        "Plan O\nPlan B-1\nPlan O\nSie wählten den vierten.\n",
        "O\nO\nO\nO\nO\n",
        "Mitte S-Bahn\nZoo U-Bahn\nWedding U-Bahn\nPankow S-Bahn\nBuch S-Bahn\n",
        "Gruppe: Müller O\nMeier O\nSchulz O\nWeber O\nKlein O\n",
    ],
)
def test_text_file_of_sentences_stays_an_article(tmp_path, text):
    assert importer_for(put(tmp_path / "a.txt", text)) is None


@pytest.mark.parametrize("table", ["title\ttext\nA\tO\nB\tO\nC\tO\nD\tO\n", "Anna\tB-PER\nund so weiter\tBonn\n" * 3])
def test_other_tables_stay_tables(tmp_path, table):
    assert importer_for(put(tmp_path / "a.tsv", table)) is not importer("conll")


def test_webanno_with_tags_in_its_last_column_stays_webanno(tmp_path):
    rows = "".join(f"1-{number}\t0-4\tAnna\tB-PER\n" for number in range(1, 6))
    path = put(tmp_path / "a.tsv", f"#FORMAT=WebAnno TSV 3.3\n#T_SP=x|value\n\n\n#Text=Anna\n{rows}")
    assert importer_for(path) is importer("webanno")


def test_utf_16_is_named(tmp_path):
    (tmp_path / "a.conll").write_bytes("Anna B-PER\nLee I-PER\n".encode("utf-16"))
    found, problems = read("conll", tmp_path / "a.conll")
    assert (found, codes(problems)) == ([], [(1, "", "line.wide")])
