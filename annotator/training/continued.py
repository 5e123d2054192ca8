"""A pipeline that continues another, the base: the unchanged base, plus a corrector trained on the analyst's labels.

The base's own network is not trained further: ten articles would make it forget more than they teach. The corrector's
features include the base's labels, and it also trains on sentences that the base labelled.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.model.values import ENTITIES, Annotated
from annotator.processes.worker import Progress
from annotator.suggest.adapter.corrector import Corrector, lexicon_of
from annotator.suggest.crf import checksums
from annotator.suggest.sources.pipeline import load
from annotator.suggest.sources.pipeline_folder import CORRECTORS, META, correctors_in, read_meta
from annotator.suggest.sources.source import SourceInfo
from annotator.system.disk import make_folder
from annotator.system.errors import ModelError
from annotator.system.whole_files import put, replacing
from annotator.training import adapter
from annotator.training.adapter import ITERATIONS
from annotator.training.lessons import Lesson, lesson, rehearsal
from annotator.training.train import BEST, LAST, POINTS, Point

if TYPE_CHECKING:
    from spacy.language import Language

_NAME = "continued"


def continue_from(
    base: SourceInfo, articles: Sequence[Annotated], judged: Sequence[Annotated], out: Path, *, progress: Progress
) -> list[Point]:
    """Write a pipeline that continues a base to ``out`` / `BEST`; return two points, before and after training.

    It learns names from ``articles`` in the base's language; the points have the F1 on the names of ``judged``, which
    are other articles. Progress is in iterations.

    Raises:
        ModelError: ``adapter.empty`` if no article has a name, ``source.missing`` or ``source.broken`` for the base.
        OSError: The pipeline cannot be written.
    """
    if base.folder is None:
        raise ModelError("source.missing", name=base.name, file="")
    pipeline = load(base.name, base.folder, base.version, base.correctors, base.seals)
    lessons = _lessons(articles, pipeline)
    if not any(one.counts.names for one in lessons):
        raise ModelError("adapter.empty", count=len(lessons))
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        progress(min(done, ITERATIONS), ITERATIONS)

    rehearsed = rehearsal(base.language or "", pipeline)
    corrector = adapter.train(lessons, lessons, rehearsed, lexicon_of(pipeline), step)
    unseen = _lessons(judged, pipeline)
    before = adapter.score(unseen, lambda _, sentence: [reading.label for reading in sentence.readings])
    after = adapter.score(unseen, adapter.labeller(corrector, lexicon_of(pipeline), frozenset()))
    reached = [Point(step=0, loss=0.0, score=before.f), Point(step=ITERATIONS, loss=0.0, score=after.f)]
    make_folder(out)
    _write(base, base.folder, corrector, out)
    put(out / POINTS, "".join(json.dumps(asdict(each)) + "\n" for each in reached).encode())
    return reached


def _lessons(articles: Iterable[Annotated], pipeline: Language) -> list[Lesson]:
    return [lesson(one.document, [span for span in one.spans if span.layer == ENTITIES], pipeline) for one in articles]


def _write(base: SourceInfo, folder: Path, corrector: Corrector, out: Path) -> None:
    shutil.rmtree(out / LAST, ignore_errors=True)  # left by a training from scratch, which cannot be resumed from here
    with replacing(out / BEST) as made:
        shutil.copytree(folder, made, ignore=shutil.ignore_patterns("by_others"))
        (made / checksums.FILE).unlink(missing_ok=True)  # lists only the base's files, not the corrector
        for below in base.correctors:
            shutil.copytree(below, _next(made))
        target = _next(made)
        target.mkdir(parents=True)
        corrector.to_disk(target)
        meta = read_meta(made)
        labels = {_NAME: sorted({*base.labels, *corrector.labels})}
        described = {**meta, "name": _NAME, "labels": labels, "description": f"Continues {base.name} {base.version}"}
        (made / META).write_text(json.dumps(described, ensure_ascii=False, indent=1), encoding="utf-8", newline="\n")


def _next(folder: Path) -> Path:
    return folder / CORRECTORS / f"{len(correctors_in(folder)):02}"
