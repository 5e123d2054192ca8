"""Training a pipeline from a folder that `annotator.formats.training_sets.spacy_folder` has written.

The pipeline is saved at every evaluation, so stopping loses only the steps since the last one.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.processes.worker import Progress, no_progress
from annotator.system import staging
from annotator.system.disk import make_folder, reason
from annotator.system.errors import ModelError
from annotator.system.whole_files import put, replacing

if TYPE_CHECKING:
    from spacy.language import Language
    from thinc.api import Config

BEST, LAST = "model-best", "model-last"
POINTS = "points.jsonl"
USUAL_STEPS = 2000
_EVALUATIONS = 40  # the most evaluations in a training of the usual length
_PATIENCE = 12  # stop after this many evaluations without a better score
_PERFECT = 100.0  # the best possible score
_FEWEST = 200  # never stop before this many steps without a better score


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """An evaluation during training: the loss since the previous evaluation, and the score in per cent."""

    step: int
    loss: float
    score: float


def train(
    folder: Path,
    out: Path,
    *,
    steps: int = USUAL_STEPS,
    resume: bool = False,
    progress: Progress = no_progress,
) -> list[Point]:
    """Train until the score stops improving, or for ``steps`` steps; return all points, including earlier ones.

    ``folder`` has the configuration and the corpus; ``out`` is used by this training alone. From the first evaluation
    on, it contains `BEST`, `LAST` and `POINTS`. ``steps`` does not count those of an earlier run. The optimizer's
    momentum is not saved: after resuming, the first steps are as cautious as those of a new training. Progress is in
    steps.

    Raises:
        ModelError: ``train.nothing`` if there is no configuration, ``train.broken`` if spaCy rejects the corpus.
        OSError: ``out`` cannot be written to.
    """
    if not (folder / "config.cfg").is_file():
        raise ModelError("train.nothing", folder=folder)
    make_folder(out)
    staging.clear(out)
    resuming = resume and (out / LAST / "config.cfg").is_file()
    if not resuming:
        _clear(out)
    known = points(out)
    try:
        for point in _evaluations(folder, out, steps, known, resuming=resuming, progress=progress):
            known.append(point)
    except ValueError as error:  # spaCy's message about the corpus
        raise ModelError("train.broken", folder=folder, reason=str(error).splitlines()[0]) from error
    progress(steps, steps)
    return known


def points(out: Path) -> list[Point]:
    """Read the points of a training, which may still be running; half-written lines are skipped.

    Folders that a killed training had moved aside are moved back first.
    """
    staging.clear(out)
    try:
        lines = (out / POINTS).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return []
    found = []
    for line in lines:
        try:
            known = json.loads(line)
            found.append(Point(step=int(known["step"]), loss=float(known["loss"]), score=float(known["score"])))
        except (ValueError, KeyError, TypeError):
            continue
    return found


def _clear(out: Path) -> None:
    for name in (BEST, LAST):
        shutil.rmtree(out / name, ignore_errors=True)
    (out / POINTS).unlink(missing_ok=True)


def _evaluations(
    folder: Path, out: Path, steps: int, known: list[Point], *, resuming: bool, progress: Progress
) -> Iterator[Point]:
    """Train, and yield the point of each evaluation as soon as the pipeline and the point are saved."""
    from spacy.training.loop import create_evaluation_callback, create_train_batches, train_while_improving, update_meta
    from spacy.util import registry, resolve_dot_names
    from thinc.api import fix_random_seed

    nlp = _pipeline(folder, out, resuming=resuming)
    config = _located(nlp.config, folder).interpolate()
    fix_random_seed(config["training"]["seed"])
    settings = registry.resolve(config["training"])
    train_corpus, dev_corpus = resolve_dot_names(config, ["corpora.train", "corpora.dev"])
    batches = create_train_batches(nlp, train_corpus, settings["batcher"], 0)
    before = known[-1].step + 1 if known else 0
    best = max((point.score for point in known), default=-1.0)
    every = max(1, min(steps, USUAL_STEPS) // _EVALUATIONS)
    loop = train_while_improving(
        nlp,
        settings["optimizer"],
        batches,
        create_evaluation_callback(nlp, dev_corpus, settings["score_weights"]),
        dropout=settings["dropout"],
        accumulate_gradient=1,
        patience=max(_FEWEST, every * _PATIENCE),
        max_steps=steps,
        eval_frequency=every,
        exclude=[],
        annotating_components=[],
        before_update=None,
    )
    for _, info, is_best_checkpoint in loop:
        progress(min(info["step"], steps), steps)
        if is_best_checkpoint is None:
            continue
        update_meta(settings, nlp, info)
        point = Point(
            step=before + info["step"], loss=float(sum(info["losses"].values())), score=100 * float(info["score"])
        )
        _save(nlp, out, [*known, point], is_best=point.score > best)
        best = max(best, point.score)
        yield point
        if best >= _PERFECT:
            return


def _pipeline(folder: Path, out: Path, *, resuming: bool) -> Language:
    import spacy
    from spacy.training.initialize import init_nlp
    from spacy.util import load_config

    if not resuming:
        config = load_config(folder / "config.cfg")
        nlp = init_nlp(_located(config, folder))
        nlp.config["paths"].update(config["paths"])  # the saved model names no folder of this computer
        return nlp
    nlp = spacy.load(out / LAST)
    nlp.resume_training()
    return nlp


def _located(config: Config, folder: Path) -> Config:
    """Return a copy of a configuration in which the corpus paths are absolute; relative ones start at ``folder``."""
    whole: Config = config.copy()
    for name in ("train", "dev"):
        path = Path(str(whole["paths"][name]))
        whole["paths"][name] = str(path if path.is_absolute() else folder.resolve() / path)
    return whole


def _save(nlp: Language, out: Path, reached: Sequence[Point], *, is_best: bool) -> None:
    """Save the pipeline, then the points, so that a kill in between leaves no point without its pipeline."""
    for name in (LAST, *((BEST,) if is_best else ())):
        with replacing(out / name) as made:
            nlp.to_disk(made)
    lines = "".join(json.dumps(asdict(each)) + "\n" for each in reached)
    put(out / POINTS, lines.encode())


_VERSION = "0.1.0"


def package(folder: Path, out: Path, name: str, *, progress: Progress = no_progress) -> Path:
    """Write a trained pipeline as a Python package that pip can install; return the package's folder.

    The package's folder is made in ``out``, which exists. ``name`` is the package's name, without the language before
    it.

    Raises:
        ModelError: ``train.no_model`` if there is no pipeline, ``train.unwritable`` if the package cannot be written.
    """
    from spacy.cli.package import package as write

    progress(0, 1)
    if not (folder / "meta.json").is_file():
        raise ModelError("train.no_model", folder=folder)
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        target = out / f"{meta['lang']}_{name}-{_VERSION}"
        with replacing(target) as made:
            write(folder, made.parent, name=name, version=_VERSION, create_sdist=False, silent=True)
    except OSError as error:
        raise ModelError("train.unwritable", folder=out, reason=reason(error)) from error
    except SystemExit as error:  # spaCy exits on errors
        raise ModelError("train.unwritable", folder=out, reason=error) from error
    return target
