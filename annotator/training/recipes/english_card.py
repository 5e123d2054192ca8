"""Writes what stands beside the English corrector: model card and notices."""

from collections.abc import Mapping
from pathlib import Path
from string import Template
from typing import Any

VERSION = "0.1.0"
_PAPERS = Path(__file__).with_name("papers")


def write_papers(out: Path, performance: Mapping[str, Mapping[str, Any]]) -> None:
    """Complete the folder; `performance` holds the scores before and after for each set of texts."""
    card = Template((_PAPERS / "english_card.md").read_text(encoding="utf-8"))
    size = sum(path.stat().st_size for path in out.iterdir()) / 1e6
    _write(out / "MODEL_CARD.md", card.substitute(version=VERSION, scores=_table(performance), size=f"{size:.1f}"))
    _write(out / "NOTICE.md", (_PAPERS / "english_notice.md").read_text(encoding="utf-8"))


def _table(performance: Mapping[str, Mapping[str, Any]]) -> str:
    lines = ["| texts | label | names | F before | P | R | F |", "|---|---|---|---|---|---|---|"]
    for name, scores in performance.items():
        before, after = scores["before"], scores["after"]
        rows = [("all", before, after)]
        rows += [(label, before["per_type"].get(label), row) for label, row in after["per_type"].items()]
        for label, old, new in rows:
            values = " | ".join(f"{100 * new[key]:.1f}" for key in "prf")
            lines.append(f"| {name} | {label} | {new['names']} | {100 * old['f'] if old else 0:.1f} | {values} |")
    return "\n".join(lines)


def _write(path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8", newline="\n")
