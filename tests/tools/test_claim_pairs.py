import json
from pathlib import Path

from annotator.jobs.searching.contrasts import FILE, Wording, signs
from annotator.system.resources import resource_path
from tools.models import claim_pairs
from tools.models.claim_pairs import Table, learnt

TABLE = """\
= de Die Miete steigt um 5 Prozent.
+ en Rent rises by 5 percent.
- number de Die Miete steigt um 9 Prozent.
- denied de Die Miete steigt nicht um 5 Prozent.
= en The mayor of Bonn resigns in May.
+ de Im Mai tritt der Bonner Bürgermeister zurück.
- place en The mayor of Vienna resigns in May.
- time en The mayor of Bonn resigns in June.
"""


def test_head_puts_true_pairs_first(tmp_path, monkeypatch):
    path: Path = tmp_path / "pairs.txt"
    path.write_text(TABLE, encoding="utf-8")
    monkeypatch.setattr(claim_pairs, "_TABLE", path)
    table = Table(resource_path("models", "encoder"))
    assert table.first(table.families, learnt(table, table.families)) == (4, 4)


def test_shipped_head_knows_all_signs():
    names = {name for tongue in ("de", "en") for name in signs(Wording("de", ""), Wording(tongue, ""), 0.0)}
    assert set(json.loads(resource_path("models", "claims", FILE).read_bytes())) == names
