"""The tables of the sources: both models label by label, size, load and speed, and the claims of the gold articles.

The corpora are those that the recipes hold out. For English that is only WNUT dev: the shipped model has learnt EWT,
whose folds `tools.models.english --fold` scores.
"""

import contextlib
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.model.values import Document
from annotator.suggest.sources.pipeline import PipelineSource
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import SourceInfo, SourceKind, Speed
from annotator.suggest.tiers import SURE_FROM
from annotator.suggestions.reliability import binned, joined
from annotator.system.resources import resource_path
from tests.benchmarks import claims
from tests.benchmarks._figures import Goal
from tests.gold import gold_claims
from tools.models.english_corpora import wnut
from tools.models.german import Pair, _precision_recall, _sizes, evaluate, read
from tools.models.german_corpora import Article, is_smartdata

_ENGLISH = ("LOC", "ORG", "PER")
_SURE = "0.9"
_F = {"germeval": 80.0, "smartdata_news": 79.0}  # goals, in per cent


def tables(data: Path) -> tuple[dict[str, float], list[Goal]]:
    """Print the tables; return the figures with goals, and the goals."""
    figures, goals = _german(data)
    more, others = _english(data)
    for half in gold_claims.HALVES:
        print(f"\n{claims.table(half, 1)}")
    print(f"{claims.speed()}\n")
    return {**figures, **more}, [*goals, *others]


def print_scores(data: Path) -> int:
    """Print how often the names of the shipped models are right, by score, in the form of the module `measured`."""
    german = read(data).scored
    texts = {"de": [*german["germeval"], *german["smartdata"]], "en": wnut(data)}
    for info in available().sources:
        if info.kind is not SourceKind.MODEL or info.language not in texts:
            continue
        articles = texts[info.language]
        for one in _at_speeds(info):
            pairs = _suggested(one, articles, _labels_of(info.language))
            scored = [
                (score, name in gold)
                for article, (gold, found) in zip(articles, pairs, strict=True)
                for name, score in found.items()
                if name[2] != "MISC" or not is_smartdata(article)
            ]
            bins = binned(scored)
            rows = [(each.lowest, each.decided, each.accepted, round(each.mean, 4)) for each in bins]
            sure, whole = joined(bins, SURE_FROM), joined(bins)
            print(f'    ("{info.language}", Speed.{one.speed.name}): {rows},')
            if sure and whole:
                share, right = 100 * sure.decided / whole.decided, 100 * sure.share
                print(f"    # sure: {share:.1f} % of the names found, {right:.1f} % of them right", flush=True)
    return 0


def _at_speeds(info: SourceInfo) -> Iterable[SourceInfo]:
    """Return a source at both speeds."""
    return [replace(info, speed=speed) for speed in Speed]


def _labels_of(language: str) -> tuple[str, ...]:
    """Return the labels of names in the texts of a language."""
    return (*_ENGLISH, "MISC") if language == "de" else _ENGLISH


def _german(data: Path) -> tuple[dict[str, float], list[Goal]]:
    folder = resource_path("models", "de_news")
    sets = read(data).scored
    with contextlib.redirect_stdout(io.StringIO()):  # its own output repeats the tables
        found = evaluate(folder, sets)
    figures = {
        "German, packed, MB": _sizes(folder)["xz_bytes"] / 1e6,
        "German, load, s of processor time": found["load_seconds"],
        "German, words a second": found["speed"],
        "German, words a second, hardly a new one": found["speed_of_known"],
    }
    goals = [
        Goal(name="German, packed, MB", value=figures["German, packed, MB"], limit=15),
        Goal(name="German, load, s", value=found["load_seconds"], limit=0.5),
        Goal(name="German, seconds for 25,000 words", value=25_000 / found["speed"], limit=1),
    ]
    for name in sets:
        _print(f"German, {name}", found[name], found[name]["per_type"])
        sure, f = found[name]["tiers"][_SURE], 100 * found[name]["f"]
        print(f"sure: {100 * sure['share']:.1f} % of the names found, {100 * sure['p']:.1f} % of them right")
        figures[f"German, {name}, F"] = f
        if name in _F:
            goals.append(Goal(name=f"German, {name}, F missing", value=_F[name] - f, limit=0))
            goals.append(Goal(name=f"German, {name}, sure and wrong, %", value=100 * (1 - sure["p"]), limit=7))
            goals.append(Goal(name=f"German, {name}, not sure, %", value=100 * (1 - sure["share"]), limit=35))
    return figures, goals


def _english(data: Path) -> tuple[dict[str, float], list[Goal]]:
    """Score WNUT dev with the pipeline of spaCy's makers alone, and with the corrector."""
    info = next(info for info in available().sources if info.language == "en")
    articles = wnut(data)
    fs = []
    for name, source in (("alone", replace(info, correctors=())), ("as suggested", info)):
        pairs = _suggested(source, articles)
        rows = {label: _precision_recall(pairs, [label]) for label in _ENGLISH}
        whole = _precision_recall(pairs, list(_ENGLISH))
        _print(f"English, WNUT dev, {name}", whole, rows)
        fs.append(100 * whole["f"])
    gain = fs[1] - fs[0]
    return {"English, WNUT dev, F gained": gain}, [Goal(name="English, WNUT dev, F missing", value=5 - gain, limit=0)]


def _suggested(info: SourceInfo, articles: Sequence[Article], labels: Iterable[str] = _ENGLISH) -> list[Pair]:
    language = info.language or ""
    documents = [Document(id=a.id, title="", text=a.text, sha256="", language=language) for a in articles]
    source = PipelineSource(info=info, labels=frozenset(labels))
    return [
        (article.names, {(s.start, s.end, s.label): s.score or 0.0 for s in found})
        for article, found in zip(articles, source.suggest_each(documents), strict=True)
    ]


def _print(title: str, whole: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]]) -> None:
    print(f"\n{title:32}{'names':>7}{'P':>7}{'R':>7}{'F':>7}")
    every: Iterable[tuple[str, Mapping[str, Any]]] = (*rows.items(), ("all", whole))
    for label, row in every:
        print(f"{label:32}{row['names']:7}" + "".join(f"{100 * row[key]:7.1f}" for key in "prf"))
