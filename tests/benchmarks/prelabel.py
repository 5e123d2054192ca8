"""The cost of a corpus beyond its models: a part against `prepare_many` and bare `nlp.pipe`, in turns in one process.

``python tests/benchmarks/prelabel.py [--articles N] [--sentences N] [--rows N] [--speed thorough] [--json FILE]``, with
the extra ``scale``. Articles are read, suggested, sketched and written as in a run. CPU seconds count; each figure is
the best of three. The floor of the thorough speed is ``nlp.pipe`` with the encoder; no goal is set for it.
"""

import argparse
import itertools
import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # for each matrix product, as in a run

from annotator.model.values import Document  # noqa: E402
from annotator.processes.worker import no_progress  # noqa: E402
from annotator.suggest.sources.source import Speed  # noqa: E402
from tests.benchmarks._figures import Goal, finish  # noqa: E402

TOGETHER, TURNS = 100, 3


def main() -> int:
    """Measure, print, return the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--sentences", type=int, default=8)
    parser.add_argument("--rows", type=int, default=100)
    parser.add_argument("--speed", type=Speed, default=Speed.FAST)
    parser.add_argument("--json")
    options = parser.parse_args()
    if find_spec("pyarrow") is None or find_spec("psutil") is None:
        print("The extra scale is not installed: nothing is measured.")
        return 0
    from annotator.scale import recipe
    from annotator.scale.part_work import Careful, prelabel
    from annotator.scale.parts import Part, plan
    from annotator.scale.places import Folder
    from annotator.scale.reading import TakenArticle, rows_of
    from annotator.suggest.sources.pipeline import load
    from annotator.suggest.work import prepare_many
    from tests.annotator.scale.corpora import asked, mixed, write_parquet

    texts = mixed(options.articles, options.sentences)
    with tempfile.TemporaryDirectory() as room:
        wanted = asked(options.rows, options.speed)
        written = recipe.write(wanted)
        models = {
            info.language: load(
                info.name, info.folder, info.version, info.correctors, encoder=info.encoder if info.thorough else None
            )
            for info in wanted.sources
            if info.folder is not None
        }
        number = itertools.count()

        def corpus() -> tuple[Part, ...]:
            """Write texts that no model has read before, since the encoder keeps its answers; return the parts."""
            place = Path(room, f"c{next(number)}")
            records = [{"text": f"{text}\nNr. {place.name}."} for text in texts]
            write_parquet(place / "a.parquet", records, group=options.rows)
            return plan(str(place), options.rows).parts

        def documents() -> list[Document]:
            rows = [row for part in corpus() for row in rows_of(part, None)]
            found = [(row.row, row.article) for row in rows if isinstance(row, TakenArticle)]
            return [
                Document(id=str(n), title=a.title, text=a.text, sha256="", language=a.language or "de")
                for n, a in found
            ]

        def pipe(some: list[Document]) -> None:
            for language, model in models.items():
                for _ in model.pipe([one.text for one in some if one.language == language], batch_size=32):
                    pass

        def many(some: list[Document]) -> None:
            for start in range(0, len(some), TOGETHER):
                pairs = [(one, one.language) for one in some[start : start + TOGETHER]]
                prepare_many(pairs, wanted.labels, (), wanted.sources)

        def whole(parts: tuple[Part, ...]) -> None:
            out = Folder(str(Path(room, f"o{next(number)}")))
            recipe.put(written, out)
            for part in parts:
                prelabel(part, out.address, written.fingerprint, Careful(), progress=no_progress)

        best = in_turns({"pipe": (documents, pipe), "many": (documents, many), "whole": (corpus, whole)})
    words = sum(len(text.split()) for text in texts)
    figures = {f"{name}, articles per CPU second": len(texts) / spent for name, spent in best.items()}
    figures["words per article"] = words / len(texts)
    ratios = {"a part, times prepare_many": ("many", 1 / 0.90), "a part, times bare nlp.pipe": ("pipe", 1 / 0.80)}
    if options.speed is Speed.THOROUGH:
        return finish(figures | {name: best["whole"] / best[floor] for name, (floor, _) in ratios.items()}, [])
    goals = [Goal(name=n, value=best["whole"] / best[floor], limit=limit) for n, (floor, limit) in ratios.items()]
    return finish(figures, goals)


def in_turns(works: Mapping[str, tuple[Callable[[], Any], Callable[[Any], None]]]) -> dict[str, float]:
    """Return the least CPU seconds of each work, after one round that is not counted; what is before it is free."""
    spent: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(TURNS + 1):
        for name, (before, work) in works.items():
            given = before()
            began = time.process_time()
            work(given)
            if turn:
                spent[name].append(time.process_time() - began)
    return {name: min(some) for name, some in spent.items()}


if __name__ == "__main__":
    sys.exit(main())
