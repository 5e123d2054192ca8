"""What a corpus costs beyond its models: a part against `prepare_many` and bare `nlp.pipe`, in turns in one process.

``python tests/benchmarks/prelabel.py [--articles N] [--sentences N] [--speed thorough] [--json FILE]``, with the extra
``scale``. Articles are read, suggested, sketched and written as in a run. CPU seconds count; each figure is the best of
three. The floor of the thorough speed is ``nlp.pipe`` with the encoder; no goal is set for it.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # for each matrix product, as in a run

from annotator.model.values import Document  # noqa: E402
from annotator.processes.worker import no_progress  # noqa: E402
from annotator.suggest.sources.source import Speed  # noqa: E402
from tests.benchmarks._figures import Goal, finish  # noqa: E402

PART, TURNS = 100, 3


def main() -> int:
    """Measure, print, return the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--sentences", type=int, default=8)
    parser.add_argument("--speed", type=Speed, default=Speed.FAST)
    parser.add_argument("--json")
    options = parser.parse_args()
    if find_spec("pyarrow") is None or find_spec("psutil") is None:
        print("The extra scale is not installed: nothing is measured.")
        return 0
    from annotator.scale import recipe
    from annotator.scale.part_work import Careful, prelabel
    from annotator.scale.parts import plan
    from annotator.scale.places import Folder
    from annotator.scale.reading import Taken, rows_of
    from annotator.suggest.sources.pipeline import load
    from annotator.suggest.work import prepare_many
    from tests.annotator.scale.corpora import asked, mixed, write_parquet

    texts = mixed(options.articles, options.sentences)
    with tempfile.TemporaryDirectory() as room:
        write_parquet(Path(room, "c/a.parquet"), [{"text": text} for text in texts], group=PART)
        parts, wanted = plan(str(Path(room, "c")), PART).parts, asked(PART, options.speed)
        written = recipe.write(wanted)
        taken = [row.article for part in parts for row in rows_of(part, None) if isinstance(row, Taken)]
        documents = [
            Document(id=str(n), title=a.title, text=a.text, sha256="", language=a.language or "de")
            for n, a in enumerate(taken)
        ]
        models = {
            info.language: load(
                info.name, info.folder, info.version, info.correctors, encoder=info.encoder if info.thorough else None
            )
            for info in wanted.sources
            if info.folder is not None
        }

        def pipe() -> None:
            for language, model in models.items():
                for _ in model.pipe([one.text for one in documents if one.language == language], batch_size=32):
                    pass

        def many() -> None:
            for start in range(0, len(documents), PART):
                pairs = [(one, one.language) for one in documents[start : start + PART]]
                prepare_many(pairs, wanted.labels, (), wanted.sources)

        turn = iter(range(100))

        def whole() -> None:
            out = Folder(str(Path(room, f"o{next(turn)}")))
            recipe.put(written, out)
            for part in parts:
                prelabel(part, out.address, written.fingerprint, Careful(), progress=no_progress)

        best = in_turns(pipe, many, whole)
    words = sum(len(one.text.split()) for one in documents)
    figures = {f"{name}, articles per CPU second": len(documents) / spent for name, spent in best.items()}
    figures["words per article"] = words / len(documents)
    ratios = {"a part, times prepare_many": ("many", 1 / 0.90), "a part, times bare nlp.pipe": ("pipe", 1 / 0.80)}
    if options.speed is Speed.THOROUGH:
        return finish(figures | {name: best["whole"] / best[floor] for name, (floor, _) in ratios.items()}, [])
    goals = [Goal(name=n, value=best["whole"] / best[floor], limit=limit) for n, (floor, limit) in ratios.items()]
    return finish(figures, goals)


def in_turns(*works: Callable[[], None]) -> dict[str, float]:
    """Return the least CPU seconds of each, after one round that is not counted."""
    spent: dict[str, list[float]] = {work.__name__: [] for work in works}
    for turn in range(TURNS + 1):
        for work in works:
            began = time.process_time()
            work()
            if turn:
                spent[work.__name__].append(time.process_time() - began)
    return {name: min(some) for name, some in spent.items()}


if __name__ == "__main__":
    sys.exit(main())
