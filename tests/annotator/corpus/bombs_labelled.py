"""Bombs for the readers of labelled files. ``BOMBS`` return the name and content of a file."""

import json
import zlib
from collections.abc import Callable
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from tests.annotator.corpus.files_made import packed, put

TEXT = "Köln wächst, sagt Marta Öztürk."


def times(count: float, scale: float, least: int = 20) -> int:
    """Return a number of repetitions at a scale."""
    return max(least, int(count * scale))


def _one(value):
    return json.dumps(value, ensure_ascii=False) + "\n"


def _many(head, row, count, tail):
    return head + ",".join([row] * count) + tail


def _project(layer):
    """Return a project of INCEpTION with one annotator's file."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        archive.writestr("exportedproject.json", "{}")
        archive.writestr("annotation/a.txt/ada.xmi", layer)
    return content.getvalue()


XMI = (
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:t="http:///x/ner/type.ecore">'
    '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="Köln wächst."/>{}</xmi:XMI>'
)
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
SPAN = '{"start":0,"end":4,"label":"LOC","token_start":0,"token_end":0}'
FAR = "1000000000000000000"
WEBANNO = "#FORMAT=WebAnno TSV 3.3\n"
NER = "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value\n"

BOMBS: dict[str, Callable[[float], tuple[str, str | bytes]]] = {
    "spanwright, spans": lambda s: (
        "a.jsonl",
        _many(f'{{"format":"spanwright/1","text":"{TEXT}","spans":[', SPAN, times(1e6, s), "]}\n"),
    ),
    "spanwright, nested": lambda s: ("a.jsonl", '{"format":"spanwright/1","text":"x","meta":' + "[" * times(5e7, s)),
    "spanwright, far spans": lambda s: (
        "a.jsonl",
        _many(
            f'{{"format":"spanwright/1","text":"{TEXT}","spans":[',
            f'{{"layer":"entities","label":"LOC","start":0,"end":{FAR}}}',
            times(5e5, s),
            "]}\n",
        ),
    ),
    "spanwright, parts": lambda s: (
        "a.jsonl",
        _many(
            f'{{"format":"spanwright/1","text":"{TEXT}","spans":[{{"layer":"entities","label":"LOC","parts":[',
            "[0,4]",
            times(2e6, s),
            "]}]}\n",
        ),
    ),
    "spanwright, records": lambda s: (
        "a.jsonl",
        "".join(f'{{"format":"spanwright/1","text":"{n}"}}\n' for n in range(times(1e6, s))),
    ),
    "prodigy, spans": lambda s: (
        "a.jsonl",
        _many(f'{{"_view_id":"spans_manual","text":"{TEXT}","spans":[', SPAN, times(1e6, s), "]}\n"),
    ),
    "prodigy, relations": lambda s: (
        "a.jsonl",
        _many(f'{{"_view_id":"relations","text":"{TEXT}","spans":[', SPAN, times(5000, s), "],")
        + _many('"relations":[', '{"head":9,"child":9,"label":"x"}', times(5000, s), "]}\n"),
    ),
    "prodigy, options": lambda s: (
        "a.jsonl",
        _one({"_view_id": "choice", "text": TEXT, "options": [{"id": str(n)} for n in range(times(5e5, s))]}),
    ),
    "doccano, far labels": lambda s: (
        "a.jsonl",
        _many(f'{{"id":1,"text":"{TEXT}","label":[', f'[0,{FAR},"LOC"]', times(1e6, s), "]}\n"),
    ),
    "doccano, long numbers": lambda s: ("a.jsonl", f'{{"text":"x","label":[[0,{"9" * times(5e6, s)},"LOC"]]}}\n'),
    "label studio, open list": lambda s: ("a.json", '[{"data":{"text":"x"},"annotations":[' + "{}," * times(2e7, s)),
    "label studio, results": lambda s: (
        "a.json",
        _many(
            '[{"data":{"text":"Köln wächst."},"annotations":[{"result":[',
            '{"type":"labels","value":{"start":0,"end":4,"labels":["LOC"]},"from_name":"l","to_name":"t","id":"a"}',
            times(3e5, s),
            "]}]}]",
        ),
    ),
    "label studio, relations": lambda s: (
        "a.json",
        _many(
            '[{"data":{"text":"Köln wächst."},"annotations":[{"result":[',
            '{"type":"relation","from_id":"a","to_id":"a","labels":["x"]}',
            times(3e5, s),
            "]}]}]",
        ),
    ),
    "label studio, spaces": lambda s: ("a.json", '[{"data":[' + " " * 70_000 + '"x"'),
    "gliner, tokens": lambda s: (
        "a.json",
        _many('[{"tokenized_text":[', '"x"', times(3e6, s), '],"ner":[[0,1000000000000,"LOC"]]}]'),
    ),
    "gliner, spans": lambda s: (
        "a.json",
        _many('[{"tokenized_text":["x"],"ner":[', '[0,0,"LOC"]', times(1e6, s), "]}]"),
    ),
    "hugging face, tags": lambda s: (
        "a.jsonl",
        _many('{"tokens":[', '"x"', times(1e6, s), "],") + _many('"ner_tags":[', "1", times(1e6, s), "]}\n"),
    ),
    "hugging face, words": lambda s: (
        "a.jsonl",
        _many('{"tokens":[', '"x"', times(1e6, s), "],") + _many('"ner_tags":[', '"B-LOC"', times(1e6, s), "]}\n"),
    ),
    "conll, no blank line": lambda s: ("a.conll", "Köln _ _ B-LOC\n" * times(3e6, s)),
    "conll, long line": lambda s: ("a.conll", "x " * times(5e7, s)),
    "conll, articles": lambda s: ("a.conll", "-DOCSTART- -X- -X- O\n\nKöln O\n\n" * times(1e6, s)),
    "webanno, layers": lambda s: (
        "a.tsv",
        WEBANNO
        + "".join(f"#T_SP=a.b.L{n}|value\n" for n in range(times(1e5, s)))
        + "\n#Text=Köln\n1-1\t0-4\tKöln\tx\n",
    ),
    "webanno, stacked": lambda s: (
        "a.tsv",
        f"{WEBANNO}{NER}\n#Text=Köln\n1-1\t0-4\tKöln\t" + "|".join(f"LOC[{n}]" for n in range(times(1e6, s))) + "\n",
    ),
    "webanno, far": lambda s: ("a.tsv", f"{WEBANNO}{NER}\n#Text=Köln\n1-1\t{FAR}-{FAR}9\tKöln\tLOC\n"),
    "webanno, a gap": lambda s: ("a.tsv", f"{WEBANNO}{NER}\n#Text=x\n1-1\t199999999-200000000\tx\tLOC\n"),
    "webanno, sentences": lambda s: ("a.tsv", f"{WEBANNO}{NER}\n" + "#Text=x\n" * times(3e6, s)),
    "xmi, elements": lambda s: ("a.xmi", XMI.format('<t:X xmi:id="2" sofa="1" begin="0" end="4"/>' * times(3e6, s))),
    "xmi, nested": lambda s: ("a.xmi", XMI.format("<x>" * times(1e6, s, 300))),
    "xmi, laughs": lambda s: ("a.xmi", LAUGHS + XMI.format("<x>&c;</x>")),
    "xmi, attributes": lambda s: (
        "a.xmi",
        XMI.format("<t:X " + " ".join(f'a{n}="x"' for n in range(times(5e5, s))) + "/>"),
    ),
    "xmi, links": lambda s: (
        "a.xmi",
        XMI.format(f'<t:X xmi:id="2" sofa="1" begin="0" end="4" a="{"2 " * times(2e6, s)}"/>'),
    ),
    "cas json, nested": lambda s: ("a.json", '{"%FEATURE_STRUCTURES":' + "[" * times(5e7, s)),
    "cas json, structures": lambda s: (
        "a.json",
        _many(
            '{"%TYPES":{},"%FEATURE_STRUCTURES":[{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaString":"Köln"},',
            f'{{"%ID":2,"%TYPE":"x.y","@sofa":1,"begin":0,"end":{FAR}}}',
            times(1e6, s),
            '],"%VIEWS":{}}',
        ),
    ),
    "bioc xml, annotations": lambda s: (
        "a.xml",
        "<collection><source/><document><id>1</id><passage><offset>0</offset><text>Köln</text>"
        + '<annotation id="a"><location offset="0" length="4"/><text>Köln</text></annotation>' * times(5e5, s)
        + "</passage></document></collection>",
    ),
    "bioc xml, laughs": lambda s: ("a.xml", LAUGHS.replace("x [", "collection [") + "<collection>&c;</collection>"),
    "bioc json, passages": lambda s: (
        "a.json",
        _many('{"documents":[{"passages":[', f'{{"offset":{FAR},"text":"ö"}}', times(2e5, s), "]}]}"),
    ),
    "bioc json, nested": lambda s: ("a.json", '{"passages":' + "[" * times(5e7, s)),
    "pubannotation, far": lambda s: (
        "a.json",
        _many(
            '[{"text":"Köln","denotations":[',
            f'{{"id":"T1","span":{{"begin":0,"end":{FAR}}},"obj":"LOC"}}',
            times(5e5, s),
            "]}]",
        ),
    ),
    "gate xml, nodes": lambda s: (
        "a.xml",
        "<GateDocument><TextWithNodes>" + '<Node id="0"/>ö' * times(2e6, s) + "</TextWithNodes></GateDocument>",
    ),
    "gate bdoc, annotations": lambda s: (
        "a.bdocjs",
        _many(
            '{"text":"Köln","annotation_sets":{"":{"annotations":[',
            f'{{"type":"LOC","start":0,"end":{FAR},"id":0}}',
            times(1e6, s),
            "]}}}",
        ),
    ),
    "argilla, answers": lambda s: (
        "a.json",
        _many(
            '[{"fields":{"text":"Köln"},"responses":{"q":[',
            '{"value":[{"label":"LOC","start":0,"end":4}],"user_id":"u"}',
            times(5e5, s),
            "]}}]",
        ),
    ),
    "web annotation, nested": lambda s: (
        "a.jsonld",
        '{"@context":"http://www.w3.org/ns/anno.jsonld","items":' + "[" * times(5e7, s),
    ),
    "inception, zeros": lambda s: ("a.zip", _project(bytes(times(3e8, s)))),
    "docbin, zeros": lambda s: ("a.spacy", zlib.compress(bytes(times(5e8, s)), 9)),
    "docbin, zeros in a map": lambda s: ("a.spacy", zlib.compress(b"\x81\xa1a\xc6" + bytes(times(5e8, s)), 9)),
    "docbin, list of a billion": lambda s: ("a.spacy", zlib.compress(b"\x81\xa1a\xdd\xff\xff\xff\xff" + bytes(99))),
    "docbin, list of nulls": lambda s: (
        "a.spacy",
        zlib.compress(b"\x81\xa1a\xdd" + times(3e8, s).to_bytes(4, "big") + b"\xc0" * times(3e8, s), 9),
    ),
    "docbin, nested": lambda s: ("a.spacy", zlib.compress(b"\x81\xa1a" + b"\x91" * times(1e7, s), 9)),
    "docbin, lengths": lambda s: ("a.spacy", _docbin(b"\xff\xff\xff\x7f" * times(1e6, s))),
    "docbin, empty documents": lambda s: ("a.spacy", _docbin(bytes(4 * times(1e6, s)))),
}


def _docbin(lengths):
    import srsly

    message = {
        "attrs": [65],
        "tokens": b"",
        "spaces": b"",
        "lengths": lengths,
        "strings": [],
        "cats": [],
        "user_data": [],
    }
    return zlib.compress(srsly.msgpack_dumps({**message, "span_groups": []}))


def _brat(folder: Path, annotations: str) -> Path:
    put(folder, "a.txt", TEXT)
    path: Path = put(folder, "a.ann", annotations)
    return path


def _table(folder: Path, rows: str, texts: str = "1,Köln wächst.\n") -> Path:
    put(folder, "a.texts.csv", "document,text\n" + texts)
    path: Path = put(folder, "a.csv", "document,layer,label,start,end,text\n" + rows)
    return path


def _qdpx(folder: Path, project: str, **more: str) -> Path:
    path: Path = packed(folder / "a.qdpx", **{"Project.qde": project, **more})
    return path


_QDA = '<Project name="x" xmlns="urn:QDA-XML:project:1.0">{}</Project>'
_SOURCE = '<Sources><TextSource guid="s" name="x" plainTextPath="internal://t.txt">{}</TextSource></Sources>'


def _parquet(folder: Path, scale: float) -> Path:
    import pyarrow as pa
    from pyarrow import parquet

    path = folder / "a.parquet"
    count = times(1e8, scale)
    words = pa.DictionaryArray.from_arrays(pa.repeat(pa.scalar(0, pa.int32()), count), ["x" * 1000])
    parquet.write_table(pa.table({"text": words, "tokens": words, "ner_tags": words}), path)
    return path


PACKED: dict[str, Callable[[Path, float], Path]] = {
    "brat, far labels": lambda f, s: _brat(f, "".join(f"T{n}\tLOC 0 {FAR}\tKöln\n" for n in range(times(1e6, s)))),
    "brat, labels": lambda f, s: _brat(f, "".join(f"T{n}\tLOC 0 4\tKöln\n" for n in range(times(1e6, s)))),
    "brat, parts": lambda f, s: _brat(f, "T1\tLOC " + ";".join(["0 4"] * times(1e6, s)) + "\tKöln\n"),
    "brat, events": lambda f, s: _brat(f, "".join(f"E{n}\tx:E{n + 1} y:E{n}\n" for n in range(times(1e6, s)))),
    "brat, relations in a ring": lambda f, s: _brat(
        f, "".join(f"R{n}\tx Arg1:R{n + 1} Arg2:R{n}\n" for n in range(times(1e6, s)))
    ),
    "brat, one line": lambda f, s: _brat(f, "T1\tLOC 0 4\t" + "x" * times(5e7, s)),
    "csv of spans, one field": lambda f, s: _table(f, '1,entities,LOC,0,4,"' + "x" * times(1e8, s)),
    "csv of spans, rows": lambda f, s: _table(f, f"1,entities,LOC,0,{FAR},x\n" * times(2e6, s)),
    "csv of spans, one text": lambda f, s: _table(f, "1,entities,LOC,0,4,x\n", '1,"' + "x" * times(1e8, s)),
    "qdpx, spaces": lambda f, s: _qdpx(f, " " * times(1e9, s)),
    "qdpx, laughs": lambda f, s: _qdpx(f, LAUGHS + _QDA.format("&c;")),
    "qdpx, nested codes": lambda f, s: _qdpx(
        f, _QDA.format("<CodeBook><Codes>" + '<Code guid="c" name="x">' * times(1e5, s, 300))
    ),
    "qdpx, selections": lambda f, s: _qdpx(
        f,
        _QDA.format(
            _SOURCE.format(
                f'<PlainTextSelection guid="p" startPosition="0" endPosition="{FAR}"><Coding guid="k"><CodeRef'
                ' targetGUID="c"/></Coding></PlainTextSelection>' * times(5e5, s)
            )
        ),
        **{"Sources/t.txt": TEXT},
    ),
    "qdpx, sources": lambda f, s: _qdpx(
        f,
        _QDA.format(
            "<Sources>"
            + '<TextSource guid="s" name="x" plainTextPath="internal://t.txt"/>' * times(2e4, s)
            + "</Sources>"
        ),
        **{"Sources/t.txt": "x" * times(1e7, s)},
    ),
    **({"parquet, one value": _parquet} if find_spec("pyarrow") else {}),
}
