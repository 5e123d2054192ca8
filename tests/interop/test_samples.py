"""Files of other programs, imported and exported again.

The files are not part of the project; without their folder the tests are skipped.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.formats.fit import Options
from annotator.formats.registry import exporter, importer, importer_for
from annotator.formats.shared.vocabulary import Vocabulary
from tests.annotator.formats.reading import NEWS, SCHEMA, linked, read, said

SAMPLES = next((p / "shared/samples" for p in Path(__file__).parents if (p / "shared/samples").is_dir()), None)
LABELS = {"Person": "PER", "Organization": "ORG", "GPE": "LOC", "Money": "MONEY", "Transfer-money": "MISC"}
ROLES = ("Giver-Arg", "Money-Arg", "Beneficiary-Arg", "Recipient-Arg", "Origin", "Family")
RENAMED = {**LABELS, **dict.fromkeys(ROLES, "evidence"), "claimant_of": "claimant"}
OPTIONS = replace(NEWS, vocabulary=Vocabulary(schema=SCHEMA, renamed=RENAMED))
ODD = {"row.attribute", "row.cancelled", "row.end", "row.id", "row.label", "row.outside", "row.same"}  # made to be odd
FILES = {  # how many articles and spans, and of what kinds is that which is told
    "doccano/derived_server_export_1.8.4_p1.jsonl": ("doccano", 1, 3, set()),
    "doccano/derived_server_export_1.8.4_p2.jsonl": ("doccano", 1, 1, {"record.units"}),
    "doccano/derived_server_export_1.8.4_p3.jsonl": ("doccano", 2, 1, {"row.outside"}),
    "label-studio/derived_server_export_1.23.2.json": ("label-studio", 9, 64, ODD),
    "brat/000-introduction.ann": ("brat", 1, 7, set()),
    "brat/040-text_span_annotation.ann": ("brat", 1, 4, set()),
}


@pytest.mark.skipif(SAMPLES is None, reason="there are no samples beside the project")
@pytest.mark.parametrize("name", FILES)
def test_samples_of_other_programs_round_trip(tmp_path, name):
    format_name, articles, spans, told = FILES[name]
    path = SAMPLES / name
    assert importer_for(path) is importer(format_name)
    found, problems = read(format_name, path, OPTIONS)
    assert {problem.code for problem in problems} == told
    assert (len(found), sum(len(entry.spans) for entry in found)) == (articles, spans)
    out = exporter("doccano-relations" if format_name == "doccano" else format_name)
    target = tmp_path / f"again{out.suffix}"
    report = out.write(found, target, Options(schema=SCHEMA))
    assert (report.spans, report.lost) == (spans, 0)
    written = [target] if target.is_file() else sorted(target.glob("*.ann"))
    again = [entry for file in written for entry in read(format_name, file)[0]]
    assert [said(entry) for entry in again] == [said(entry) for entry in found]
    assert [linked(entry) for entry in again] == [linked(entry) for entry in found]
