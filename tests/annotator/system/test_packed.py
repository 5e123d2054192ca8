"""Text files packed with gzip are read like those that are not."""

import gzip
import json

import pytest

from annotator.formats.base import ReadOptions
from annotator.formats.shared.vocabulary import Vocabulary
from annotator.jobs.importing import import_read
from annotator.model import schema_file
from annotator.system import packed
from annotator.system.errors import FormatError, TextError

NEWS = ReadOptions(vocabulary=Vocabulary(schema=schema_file.load("news")))
TEXT = "Der Kreistag in Lüneburg hat am Dienstag den Haushalt beschlossen, sagt Imke Brandt."
LABELLED = json.dumps({"text": TEXT, "entities": [[16, 24, "LOC"]]}, ensure_ascii=False)
FILES = {
    "a.txt": TEXT,
    "a.html": f"<html><head><title>Haushalt</title></head><body><article><p>{TEXT}</p></article></body></html>",
    "a.csv": f'title,text\nHaushalt,"{TEXT}"\n',
    "a.jsonl": json.dumps({"title": "Haushalt", "text": TEXT}) + "\n",
    "a.json": json.dumps([{"title": "Haushalt", "text": TEXT}]),
    "a.eml": f"Subject: Haushalt\nContent-Type: text/plain; charset=utf-8\n\n{TEXT}\n",
    "a.rss": f"<rss><channel><item><title>Haushalt</title><description>{TEXT}</description></item></channel></rss>",
    "b.jsonl": LABELLED + "\n",
    "b.json": f"[{LABELLED}]",
    "b.conll": "Der O\nKreistag O\nin O\nLüneburg B-LOC\n",
    "b.conllu": "1\tin\tin\tADP\t_\t_\t0\troot\t_\t_\n2\tKöln\tKöln\tPROPN\t_\t_\t1\tobl\t_\tEntity=B-LOC\n\n",
    "b.tsv": "#FORMAT=WebAnno TSV 3.3\n#T_SP=x.NamedEntity|value\n\n#Text=Köln\n1-1\t0-4\tKöln\tLOC\t\n",
    "b.xml": "<GateDocument><TextWithNodes><Node id='0'/>Köln<Node id='4'/></TextWithNodes><AnnotationSet>"
    "<Annotation Id='1' Type='LOC' StartNode='0' EndNode='4'/></AnnotationSet></GateDocument>",
}


@pytest.mark.parametrize("name", FILES)
def test_packed_file_is_read_like_the_plain_one(tmp_path, name):
    content = FILES[name].encode()
    plain, zipped = tmp_path / "plain" / name, tmp_path / "packed" / f"{name}.gz"
    for path, written in ((plain, content), (zipped, gzip.compress(content))):
        path.parent.mkdir()
        path.write_bytes(written)
    one, other = import_read.read([plain.parent], options=NEWS), import_read.read([zipped.parent], options=NEWS)
    assert [article.text for article in other.articles] == [article.text for article in one.articles]
    assert [article.title for article in other.articles] == [article.title for article in one.articles]
    kept = [
        [(a.document.title, a.document.text, [*map(_bare, a.spans)]) for a in read.annotated] for read in (one, other)
    ]
    assert kept[0] == kept[1]
    assert one.articles or one.annotated
    assert (other.failures, other.notices) == ((), one.notices)
    assert other.articles or other.labelled[0].format == one.labelled[0].format


def _bare(span):
    return span.layer, span.label, span.parts


def test_packed_companions_are_read_along(tmp_path):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    (tmp_path / "a.ann.gz").write_bytes(gzip.compress(b"T1\tLOC 16 24\tL\xc3\xbcneburg\n"))
    incoming = import_read.read([tmp_path], options=NEWS)
    assert (incoming.articles, incoming.failures) == ((), ())
    assert [span.parts for span in incoming.annotated[0].spans] == [((16, 24),)]


@pytest.mark.parametrize("kind", ["cut", "damaged", "no gzip"])
@pytest.mark.parametrize("name", ["a.txt.gz", "b.jsonl.gz", "b.conll.gz"])
def test_broken_packed_file_is_named_and_stops_no_other(tmp_path, kind, name):
    whole = gzip.compress(FILES[name.removesuffix(".gz")].encode() * 50)
    damaged = whole[:30] + bytes(20) + whole[50:]
    (tmp_path / name).write_bytes({"cut": whole[:-20], "damaged": damaged, "no gzip": b"words"}[kind])
    (tmp_path / "z.txt").write_text(TEXT, "utf-8")
    incoming = import_read.read([tmp_path])
    assert [(path.name, error.code) for path, error in incoming.failures] == [(name, "format.broken")]
    assert name in str(incoming.failures[0][1])
    assert [article.text for article in incoming.articles] == [TEXT]


def test_packed_bomb_is_refused(tmp_path):
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(bytes(21_000_000), 1))
    failures = import_read.read([path]).failures
    assert [type(error) for _, error in failures] == [TextError]
    with packed.opened(path, most=3) as file, pytest.raises(FormatError, match="larger than 3 MB"):
        packed.read_some(file, 21_000_000)


@pytest.mark.parametrize("name", ["a.pdf.gz", "a.tar.gz", "a.gz", "a.txt.gz.gz", "a.spacy.gz"])
def test_packed_files_without_text_are_left_alone(tmp_path, name):
    path = tmp_path / name
    assert (packed.is_packed(path), packed.bare(path), packed.suffix_of(path)) == (False, path, ".gz")
