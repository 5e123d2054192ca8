"""Checks with other programs that they read what ``write.py`` wrote.

``python tests/interop/judge.py FOLDER [FORMAT…]``, with the Python of an environment made from ``requirements.lock``
next to this file, without Spanwright. brat's files are read by bioc and, line by line, by brat's grammar; both kinds
of UIMA CAS by dkpro-cassis; CoNLL by seqeval (strict IOB2); Hugging Face datasets by ``datasets`` 5, by version 3 of
``datasets-3.lock``, and by ``transformers`` as in its scripts; Label Studio's tasks by its SDK with the labeling
config next to them; REFI-QDA by pyrefiqda and by the standard's own schema; JSON-LD by jsonschema with schemas that we
wrote from the rules of W3C and schema.org.
"""

import json
import os
import re
import sys
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

Found: TypeAlias = tuple[list[list[str]], int | None]
"""Label and words of each span, and how many relations there are; None where the format has none."""

_NER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
_SCHEMAS = Path(__file__).parent / "schemas"
_IGNORED = -100  # the class of pieces that a model is not to learn from
_NAME = r"[A-Za-z0-9_-]+"
_BRAT = (  # what brat's own parser takes; source: https://brat.nlplab.org/standoff.html
    rf"T\d+\t{_NAME} \d+ \d+(?:;\d+ \d+)*\t[^\t]+",
    rf"R\d+\t{_NAME} Arg1:T\d+ Arg2:T\d+\t?",
    rf"A\d+\t{_NAME} [TR]\d+(?: \S+)?",
    r"N\d+\tReference T\d+ [^\s:]+:\S+\t.+",
    rf"#\d+\t{_NAME} [TRAN]\d+\t.*",
)
_LAYERS = (_NER, "webanno.custom.Claims", "webanno.custom.Attribution")
_CODES = ("entities", "claims", "attribution")


def brat(folder: Path, text: str) -> Found:
    from bioc import brat as reader

    (annotations,) = (folder / "brat").glob("*.ann")
    words = annotations.with_suffix(".txt").read_bytes().decode()
    if words != text:
        raise ValueError("another text")
    for line in annotations.read_bytes().decode().removesuffix("\n").split("\n"):
        if not any(re.fullmatch(pattern, line) for pattern in _BRAT):
            raise ValueError(f"not of brat's grammar: {line}")
    document = reader.loads(words, annotations.read_bytes().decode())
    return [[e.type, " ".join(_at(words, e.locations))] for e in document.entities], len(document.relations)


def bioc(folder: Path, text: str, name: str) -> Found:
    from bioc import biocjson, biocxml

    with (folder / f"{name}.{name[5:]}").open(encoding="utf-8") as file:
        collection = (biocxml if name == "bioc-xml" else biocjson).load(file)
    (passage,) = collection.documents[0].passages
    if passage.text != text:
        raise ValueError("another text")
    spans = [
        [one.infons["type"], " ".join(text[at.offset : at.offset + at.length] for at in one.locations)]
        for one in passage.annotations
    ]
    return spans, len(passage.relations)


def _at(text: str, locations: Any) -> Iterator[str]:
    return (text[place.begin : place.end] for place in sorted(locations))


def cas_xmi(folder: Path, text: str) -> Found:
    import cassis

    with (folder / "cas-xmi/TypeSystem.xml").open("rb") as file:
        types = cassis.load_typesystem(file)
    (path,) = (folder / "cas-xmi").glob("*.xmi")
    with path.open("rb") as file:
        return _of_cas(cassis.load_cas_from_xmi(file, typesystem=types), text)


def cas_json(folder: Path, text: str) -> Found:
    import cassis

    (path,) = (folder / "cas-json").glob("*.json")
    with path.open("rb") as file:
        return _of_cas(cassis.load_cas_from_json(file), text)


def _of_cas(cas: Any, text: str) -> Found:
    if cas.sofa_string != text:
        raise ValueError("another text")
    spans = [[a.get("value"), a.get_covered_text()] for layer in _LAYERS for a in cas.select(layer)]
    relations = [r for r in cas.select("webanno.custom.Relation") if r.Governor and r.Dependent]
    return spans, len(relations)


def conll(folder: Path, text: str) -> Found:
    sentences = [part.split("\n") for part in (folder / "conll.conll").read_text("utf-8").strip().split("\n\n")]
    rows = [[line.split(" ") for line in lines] for lines in sentences if not lines[0].startswith("-DOCSTART-")]
    spans = []
    for sentence in rows:
        spans += _chunks([cells[0] for cells in sentence], [cells[-1] for cells in sentence], text)
    return spans, None


def _chunks(words: list[str], column: list[str], text: str) -> list[list[str]]:
    """Find chunks as seqeval does in strict mode."""
    from seqeval.scheme import IOB2, Entities

    (found,) = Entities([column], IOB2).entities
    return [[chunk.tag, _spaced(words[chunk.start : chunk.end], text)] for chunk in found]


def _spaced(words: list[str], text: str) -> str:
    """Return words with the spaces of the text."""
    start = text.index(words[0])
    while True:
        end = start
        for word in words:
            at = text.index(word, end)
            if text[end:at].strip():
                break
            end = at + len(word)
        else:
            return text[start:end]
        start = text.index(words[0], start + 1)


def gate(folder: Path, text: str, name: str, form: str | None) -> Found:
    from gatenlp import Document

    (file,) = (folder / name).iterdir()
    document = Document.load(str(file), **({"fmt": form} if form else {}))
    if document.text != text:
        raise ValueError("another text")
    every = [one for of in document.annset_names() for one in document.annset(of)]
    return [[one.type, text[one.start : one.end]] for one in every], None  # it reads no relations


def huggingface(folder: Path, text: str, name: str = "huggingface") -> Found:
    import datasets

    loaded = datasets.load_dataset(str(folder / name), cache_dir=str(folder / ".cache"))
    (row,) = loaded["train"]
    names = loaded["train"].features["ner_tags"].feature.names
    if row["text"] != text or names[0] != "O" or max(row["ner_tags"]) >= len(names):
        raise ValueError("another text, or other classes")
    return [[s["label"], text[s["start"] : s["end"]]] for s in row["spans"]], len(row["relations"])


def transformers(folder: Path, text: str) -> Found:
    """Align chunks with subwords as the token classification scripts do, and find the chunks again in a batch."""
    import datasets
    from transformers import DataCollatorForTokenClassification

    loaded = datasets.load_dataset(str(folder / "huggingface"), cache_dir=str(folder / ".cache"))["train"]
    names = loaded.features["ner_tags"].feature.names
    tokenizer = _tokenizer(loaded[0]["tokens"])

    def aligned(rows: dict[str, Any]) -> Any:
        pieces = tokenizer(rows["tokens"], truncation=True, is_split_into_words=True)
        pieces["labels"] = [_labels(pieces.word_ids(at), classes) for at, classes in enumerate(rows["ner_tags"])]
        return pieces

    ready = loaded.map(aligned, batched=True, remove_columns=loaded.column_names)
    batch = DataCollatorForTokenClassification(tokenizer, return_tensors="np")(list(ready))
    found = [names[label] for label in batch["labels"][0] if label != _IGNORED]
    (words,) = loaded["tokens"]
    if len(found) != len(words) or batch["labels"].shape[1] <= len(words) + 2:
        raise ValueError("words without pieces, or none of several")
    return _chunks(words, found, text), None


def _tokenizer(words: list[str]) -> Any:
    """Build a tokenizer like BERT's with a vocabulary so small that most words are split."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers
    from transformers import PreTrainedTokenizerFast

    marks = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    made = Tokenizer(models.WordPiece(unk_token=marks["unk_token"]))
    made.normalizer = normalizers.BertNormalizer(lowercase=False)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.train_from_iterator(words, trainers.WordPieceTrainer(vocab_size=60, special_tokens=[*marks.values()]))
    ends = [(mark, made.token_to_id(mark)) for mark in (marks["cls_token"], marks["sep_token"])]
    made.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=ends)
    return PreTrainedTokenizerFast(tokenizer_object=made, model_max_length=512, **marks)


def _labels(words: list[int | None], classes: list[int]) -> list[int]:
    """Assign each word's class to its first subword."""
    before = [None, *words[:-1]]
    return [_IGNORED if at in {None, last} else classes[at] for at, last in zip(words, before, strict=True)]


def label_studio(folder: Path, text: str) -> Found:
    from label_studio_sdk.label_interface import LabelInterface

    interface = LabelInterface((folder / "label-studio.config.xml").read_text("utf-8"))
    interface.validate()
    (task,) = json.loads((folder / "label-studio.json").read_text("utf-8"))
    if task["data"]["text"] != text:
        raise ValueError("another text")
    if not all(interface.validate_annotation(annotation) for annotation in task["annotations"]):
        raise ValueError("an annotation that the config does not allow")
    regions = [region for annotation in task["annotations"] for region in annotation["result"]]
    values = [region["value"] for region in regions if region["type"] == "labels"]
    spans = [[label, text[value["start"] : value["end"]]] for value in values for label in value["labels"]]
    return spans, sum(region["type"] == "relation" for region in regions)


def web_annotation(folder: Path, text: str) -> Found:
    page = _validated(folder / "web-annotation.jsonld", "web_annotation.json")
    spans, relations = [], 0
    for entry in page["items"]:
        relations += entry["motivation"] == "linking"
        if entry["motivation"] == "tagging":
            label = next(body["value"] for body in entry["body"] if body["purpose"] == "tagging")
            places = [target["selector"][0] for target in entry["target"]]
            spans.append([label, " ".join(text[place["start"] : place["end"]] for place in places)])
    return spans, relations


def claim_review(folder: Path, text: str) -> Found:
    del text  # such a file has none
    graph = _validated(folder / "claim-review.jsonld", "claim_review.json")
    return [["CLAIM", review["claimReviewed"]] for review in graph["@graph"]], None


def _validated(path: Path, schema: str) -> Any:
    import jsonschema

    found = json.loads(path.read_text("utf-8"))
    jsonschema.Draft202012Validator(json.loads((_SCHEMAS / schema).read_text("utf-8"))).validate(found)
    return found


def qdpx(folder: Path, text: str) -> Found:
    from lxml import etree
    from pyrefiqda import RefiProject

    with zipfile.ZipFile(folder / "qdpx.qdpx") as archive:
        etree.XMLSchema(etree.parse(_SCHEMAS / "refi_qda_project.xsd")).assertValid(
            etree.fromstring(archive.read("project.qde"))
        )
    project = RefiProject.load(folder / "qdpx.qdpx", extract_dir=str(folder / "unpacked"))
    (source,) = project.sources.text_source
    layers = [code for code in project.code_book.codes.code if code.name in _CODES]  # the others are of attributes
    names = {code.guid: code.name for layer in layers for code in layer.code}
    spans = []
    for selection in source.plain_text_selection:
        quote = text[selection.start_position : selection.end_position]
        codes = [coding.code_ref.target_guid for coding in selection.coding]
        spans += [[names[code], quote] for code in codes if code in names]
    return spans, len(project.links.link)


JUDGES: dict[str, Callable[[Path, str], Found]] = {
    "bioc-json": partial(bioc, name="bioc-json"),
    "bioc-xml": partial(bioc, name="bioc-xml"),
    "brat": brat,
    "cas-json": cas_json,
    "cas-xmi": cas_xmi,
    "claim-review": claim_review,
    "conll": conll,
    "gate-bdoc": partial(gate, name="gate-bdoc", form=None),
    "gate-xml": partial(gate, name="gate-xml", form="gatexml"),
    "huggingface": huggingface,
    "huggingface-parquet": partial(huggingface, name="huggingface-parquet"),
    "label-studio": label_studio,
    "qdpx": qdpx,
    "transformers": transformers,
    "web-annotation": web_annotation,
}


def main(folder: Path, *names: str) -> int:
    """Check these formats or all; return the exit code, 1 if one is read differently."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    failed = 0
    for name in names or JUDGES:
        spans, relations = JUDGES[name](folder, expected[name]["text"])
        wanted = expected[name]["spans"]
        spans, wanted = (sorted([label, " ".join(words.split())] for label, words in s) for s in (spans, wanted))
        same = spans == wanted and relations in {None, expected[name]["relations"]}
        print(f"{'read   ' if same else 'DIFFERS'} {name}: {len(spans)} spans, {relations or 'no'} relations")
        if not same:
            print(f"        {spans}\n        {wanted}, {expected[name]['relations']}")
        failed += not same
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
