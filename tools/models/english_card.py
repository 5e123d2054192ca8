"""Writes the papers of the English corrector: model card and notices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

from tools.models.german import Pair, name_scores
from tools.models.german_card import write_text

VERSION = "0.3.0"
_PAPERS = Path(__file__).with_name("papers")


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """The gold names of texts, the names found by the pipeline alone, and the names found with the corrector."""

    before: list[Pair]
    after: list[Pair]

    def scores(self) -> dict[str, dict[str, Any]]:
        """Score whole names: place and label must be right."""
        return {"before": name_scores(self.before), "after": name_scores(self.after)}


def write_papers(out: Path, unseen: Comparison, folds: Sequence[Comparison]) -> None:
    """Write the papers into the corrector's folder.

    ``unseen`` are the names found in WNUT, ``folds`` those found in each fifth of EWT, trained without it.
    """
    card = Template((_PAPERS / "english_card.md").read_text(encoding="utf-8"))
    size = sum(path.stat().st_size for path in out.iterdir()) / 1e6
    every = Comparison(
        before=[pair for fold in folds for pair in fold.before], after=[pair for fold in folds for pair in fold.after]
    )
    filled = {
        "version": VERSION,
        "scores": _table({"WNUT dev": unseen.scores(), "EWT dev, all folds": every.scores()}),
        "folds": _table_of_folds(folds),
        "size": f"{size:.1f}",
    }
    write_text(out / "MODEL_CARD.md", card.substitute(filled))
    write_text(out / "NOTICE.md", (_PAPERS / "english_notice.md").read_text(encoding="utf-8"))


def _table(performance: Mapping[str, Mapping[str, Any]]) -> str:
    lines = ["| texts | label | names | F before | P | R | F |", "|---|---|---|---|---|---|---|"]
    for name, scores in performance.items():
        before, after = scores["before"], scores["after"]
        rows = [("all", before, after)]
        rows += [(label, before["per_type"].get(label), row) for label, row in after["per_type"].items()]
        lines += [f"| {name} | {label} | {_values(old, new)} |" for label, old, new in rows]
    return "\n".join(lines)


def _table_of_folds(folds: Sequence[Comparison]) -> str:
    lines = ["| fold of EWT dev | names | F before | P | R | F |", "|---|---|---|---|---|---|"]
    for number, fold in enumerate(folds):
        scores = fold.scores()
        lines.append(f"| {number} | {_values(scores['before'], scores['after'])} |")
    return "\n".join(lines)


def _values(old: Mapping[str, Any] | None, new: Mapping[str, Any]) -> str:
    values = " | ".join(f"{100 * new[key]:.1f}" for key in "prf")
    return f"{new['names']} | {100 * old['f'] if old else 0:.1f} | {values}"
