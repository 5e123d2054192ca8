"""The table of claim cards."""

import csv
import json
from dataclasses import replace

from annotator.formats.fit import Options
from annotator.formats.registry import exporter
from tests.annotator.formats.checked import checked
from tests.annotator.formats.reading import SCHEMA


def rows(path, annotated, schema=SCHEMA):
    exporter("claim-cards").write([annotated], path, Options(schema=schema))
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "Excel knows UTF-8 by it"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {int(row["id"], 16): row for row in csv.DictReader(file)}


def test_each_claim_is_a_complete_row(tmp_path):
    row = rows(tmp_path / "a.csv", checked())[13]
    assert (row["claim"], row["claimant"], row["cue"]) == ("Die Steuern | fallen 🎈 bald", "Zoë Müller", "sagte")
    assert (row["verdict"], row["verdict_date"], row["worthiness"]) == ("refuted", "2022-12-01", "CFS")
    assert row["evidence"].split("\n")[1] == "refutes: “Nichts steht” (Bote, =Artikel 2, 2021-01-02)"


def test_address_without_quote_has_no_empty_quotes(tmp_path):
    cited = {"citations": [{"role": "supports", "url": "https://example.org/a"}, {"url": "www.example.org"}]}
    spans = tuple(replace(s, attributes=cited) if s.layer == "claims" else s for s in checked().spans)
    row = rows(tmp_path / "a.csv", replace(checked(), spans=spans))[13]
    assert row["evidence"].split("\n")[-2:] == ["supports: https://example.org/a", "www.example.org"]


def test_field_unknown_to_schema_is_kept(tmp_path):
    fields = {"mine": [1, "🎈"]}
    spans = tuple(replace(s, attributes=fields) if s.layer == "claims" else s for s in checked().spans)
    row = rows(tmp_path / "a.csv", replace(checked(), spans=spans), schema=None)[13]
    assert json.loads(row["more"]) == fields


def test_no_cell_is_a_formula(tmp_path):
    spans = tuple(replace(s, note="=1+1", attributes={"topic": "@x"}) for s in checked().spans)
    row = rows(tmp_path / "a.csv", replace(checked(), spans=spans))[13]
    assert (row["note"], row["topic"]) == ("'=1+1", "'@x")
