"""WebAnno TSV."""

from dataclasses import replace

import pytest

from annotator.formats.registry import importer, importer_for
from annotator.formats.shared.vocabulary import Vocabulary
from annotator.system.errors import FormatError
from tests.annotator.formats.reading import NEWS, SCHEMA, codes, linked, read

NER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
CLAIM = "webanno.custom.Claim"
HEAD = [
    "#FORMAT=WebAnno TSV 3.3",
    f"#T_SP={NER}|identifier|value",
    f"#T_SP={CLAIM}|kind|note",
    f"#T_RL=webanno.custom.Says|role|BT_{NER}",
    "",
    "",
]
# Zoë 🤗 Müller [said] it. / Bonn grew.
ROWS = [
    "#Text=Zoë 🤗 Müller [said] it.",
    "1-1\t0-3\tZoë\t_|Q42[1]\t_|PER[1]\tCLAIM[2]\tx\\_y[2]\t_\t_\t",
    "1-2\t4-6\t🤗\t*[1]\tPER[1]\t*[2]\t*[2]\t_\t_\t",
    "1-3\t7-13\tMüller\t*[1]|*[3]\tPER[1]|MISC[3]\t*[2]\t*[2]\t_\t_\t",
    "1-3.1\t7-10\tMül\t*\tLOC\t_\t_\t_\t_\t",
    "1-4\t14-15\t[\t_\t_\t_\t_\t_\t_\t",
    "",
    "#Text=Bonn grew.",
    "2-1\t25-29\tBonn\t_\tLOC\t_\t_\tclaimant|*\t1-1[1_0]|2-1\t",
    "2-2\t30-34\tgrew\t_\t_\t_\t_\t_\t_\t",
]


def put(path, *lines):
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="")
    return path


def quotes(entry):
    return sorted((s.label, s.quote(entry.document.text)) for s in entry.spans)


def test_reads_multi_row_and_stacked_spans_and_relations(tmp_path):
    options = replace(NEWS, vocabulary=Vocabulary(schema=SCHEMA, renamed={"Says": "repeats"}))
    path = put(tmp_path / "a.tsv", *HEAD, *ROWS)
    assert importer_for(path) is importer("webanno")
    (entry,), problems = read("webanno", path, options)
    assert problems == []
    assert entry.document.text == "Zoë 🤗 Müller [said] it.\nBonn grew."
    assert quotes(entry) == [
        ("CLAIM", "Zoë 🤗 Müller"),
        ("LOC", "Bonn"),
        ("LOC", "Mül"),
        ("MISC", "Müller"),
        ("PER", "Zoë 🤗 Müller"),
    ]
    (claim,) = [s for s in entry.spans if s.label == "CLAIM"]
    assert dict(claim.attributes) == {"note": "x_y"}
    (per,) = [s for s in entry.spans if s.label == "PER"]
    assert dict(per.attributes) == {"identifier": "Q42"}
    assert [(label, head[0], tail[0]) for label, head, tail in linked(entry)] == [
        ("claimant", "PER", "LOC"),
        ("repeats", "LOC", "LOC"),
    ]


def test_reads_slots_and_chains(tmp_path):
    head = [
        "#FORMAT=WebAnno TSV 3.3",
        f"#T_SP={NER}|value",
        f"#T_SP={CLAIM}|value|ROLE_{CLAIM}:roles_webanno.custom.Link|{NER}",
        "#T_CH=de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink|referenceType|referenceRelation",
        "",
    ]
    rows = [
        "#Text=He said",
        "1-1\t0-2\tHe\tPER\t_\t_\t_\tPER->1-1\t*->1-1\t",
        "1-2\t3-7\tsaid\tMISC\tCLAIM\tclaimant;*\t1-1;1-2\t_\t_\t",
    ]
    options = replace(NEWS, vocabulary=Vocabulary(schema=SCHEMA, renamed={"roles": "object"}))
    (entry,), problems = read("webanno", put(tmp_path / "a.tsv", *head, *rows), options)
    assert problems == []
    assert [(label, tail[0]) for label, _, tail in linked(entry)] == [("claimant", "PER"), ("object", "MISC")]
    assert sorted(len(s.attributes) for s in entry.spans if s.label == "PER") == [0, 1]
    assert {"chain": "1"} in [dict(s.attributes) for s in entry.spans]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("2-3\t30-99\tgrew\t_\t_\t_\t_\t_\t_\t", ["row.outside"]),
        ("2-3\t9-3\tgrew\t_\t_\t_\t_\t_\t_\t", ["row.outside"]),
        ("2-3\t30-34\tg\t_\t_\t_\t_\t_\t_\t", ["row.quote"]),
        ("2-3\tx-34\tgrew\t_", ["line.unknown"]),
        ("what is this", ["line.unknown"]),
        ("2-3\t30-34\tgrew\t_\t=TREE/x y\t_\t_\t_\t_\t", ["row.label"]),
        ("2-3\t30-34\tgrew\t_\tLOC\t_\t_\tclaimant\t9-9\t", ["row.end"]),
        ("#T_XX=a", ["line.unknown"]),
    ],
)
def test_broken_line_is_reported_with_number(tmp_path, line, told):
    (entry,), problems = read("webanno", put(tmp_path / "a.tsv", *HEAD, *ROWS[:7], *ROWS[7:8], ROWS[9], line))
    assert codes(problems) == [(16, "", code) for code in told]
    assert len(entry.spans) >= 4


def test_other_file_raises(tmp_path):
    with pytest.raises(FormatError, match="does not say WebAnno TSV 3"):
        read("webanno", put(tmp_path / "a.tsv", "#FORMAT=WebAnno TSV 2"))


def test_cut_row_is_reported(tmp_path):
    cut = ROWS[0], "1-1\t0-3\tZoë\t_\tPER", *ROWS[2:6]
    (_,), problems = read("webanno", put(tmp_path / "a.tsv", *HEAD, *cut))
    assert "row.cut" in [problem.code for problem in problems]


def test_offset_outside_names_the_length_of_the_text(tmp_path):
    (_,), problems = read("webanno", put(tmp_path / "a.tsv", *HEAD, *ROWS[:2], "1-2\t4-900\t🤗\t_\t_\t_\t_\t_\t_\t"))
    assert [problem.details["length"] for problem in problems if problem.code == "row.outside"] == ["23"]


def test_layer_named_like_a_label_is_that_label(tmp_path):
    head = [*HEAD[:1], "#T_SP=webanno.custom.Claim|checked|by", "", "", "#Text=Bonn liegt da."]
    rows = ["1-1\t0-4\tBonn\tyes\tEva\t", "1-2\t5-10\tliegt\t*\t*\t", "1-3\t11-13\tda\t_\t_\t"]
    (entry,), problems = read("webanno", put(tmp_path / "a.tsv", *head, *rows))
    assert problems == []
    assert [(span.label, dict(span.attributes)) for span in entry.spans] == [
        ("CLAIM", {"checked": "yes", "by": "Eva"}),
        ("CLAIM", {}),
    ]


def test_layers_are_chosen_and_mapped(tmp_path):
    renamed = {"NamedEntity.MISC": "ORG", "Claim.*": ""}
    vocabulary = Vocabulary(schema=SCHEMA, renamed=renamed)
    found, _ = read("webanno", put(tmp_path / "a.tsv", *HEAD, *ROWS), replace(NEWS, vocabulary=vocabulary))
    assert {span.label for span in found[0].spans} == {"PER", "LOC", "ORG"}
