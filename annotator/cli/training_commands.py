"""Commands that train pipelines, and evaluate pipelines, sources and labelled files."""

from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from annotator.cli.gold_or_only import GoldOrOnlyOption, gold_or_only_in, gold_or_only_to, put_gold_or_only
from annotator.cli.output import (
    AsJson,
    DoneOnly,
    Layers,
    ProjectPath,
    counted,
    fields_of,
    opened,
    progress,
    put,
    put_json,
    put_table,
    refuse,
    say,
    say_rest,
    warn,
    warn_releases,
)
from annotator.editing.splitting import TEST, SplitCriterion
from annotator.formats.fit import Options
from annotator.formats.training_sets.spacy_folder import USUAL
from annotator.jobs.exporting.export_files import Request
from annotator.jobs.learning import evaluate_models, learning, model_hashes
from annotator.jobs.learning.evaluate_models import Growth, Trained
from annotator.jobs.learning.starting import Shipped
from annotator.jobs.suggesting.wanted_sources import sources_here
from annotator.model.values import GOLD
from annotator.processes import process_pool
from annotator.processes.worker import Progress
from annotator.suggest.adapter.shelf import shelf_of
from annotator.suggest.sources import own
from annotator.suggest.sources.registry import available
from annotator.system.disk import make_folder, reason
from annotator.system.errors import ModelError
from annotator.training import train as packaging
from annotator.training.evaluate import Evaluation, Label, Mistake, Score
from annotator.training.train import USUAL_STEPS

_MOST = 40  # mistakes printed


def train(
    project: ProjectPath,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to train in.")],
    annotator: Annotated[str | None, typer.Option(metavar="NAME", help="Whose labels to learn from.")] = None,
    gold: Annotated[bool, typer.Option("--gold", help="Learn from the gold labels of adjudication.")] = False,
    gold_or_only: GoldOrOnlyOption = False,
    done_only: DoneOnly = False,
    layer: Layers = None,
    split: Annotated[str, typer.Option(metavar="80/10/10", help="Shares of train, dev and test.")] = USUAL,
    seed: Annotated[int, typer.Option(help="Another number gives another split.")] = 0,
    split_by: Annotated[
        SplitCriterion, typer.Option(help="At random; the newest into test; each publisher in one.")
    ] = SplitCriterion.SEED,
    steps: Annotated[int, typer.Option(min=1, help="The maximum number of steps.")] = USUAL_STEPS,
    resume: Annotated[bool, typer.Option("--resume", help="Continue a stopped training in DIR.")] = False,
    start_from: Annotated[
        str, typer.Option(metavar="shipped|NAME|DIR", help="Continue the shipped model, a source or a pipeline.")
    ] = "",
    use: Annotated[str | None, typer.Option(metavar="NAME", help="Use it as a suggestion source of this name.")] = None,
    as_json: AsJson = False,
) -> None:
    """Train a spaCy pipeline for names and claims, and evaluate it on articles it has not seen.

    DIR then holds the corpus, the configuration, the pipeline and a data statement. With --start-from, the result is an
    existing model plus what it learnt about names from your articles, which needs far fewer articles.
    """
    _check_start(project, start_from, resume=resume)
    layers = tuple(layer or ())
    options = Options(
        layers=layers, split=split, seed=seed, split_by=split_by, split_languages=True, exclude_furniture=True
    )
    request = _request(annotator, options, gold=gold, gold_or_only=gold_or_only, done_only=done_only)
    mixed = gold_or_only_in(project) if gold_or_only else None
    with progress("Training") as on_progress:
        trained = evaluate_models.train(
            project, out, request, steps=steps, resume=resume, start_from=start_from, progress=on_progress
        )
    model_hashes.record_pipeline(project, evaluate_models.described(out).folder or out)
    taken = own.take_up(evaluate_models.described(out).folder or out, use) if use else None
    if not evaluate_models.held_back(out, TEST):
        warn("No article was left for the test, so its quality on new articles is unknown: label more first.")
    _warn_worth(trained.evaluation)
    if as_json:
        put_json({**_trained_to(trained), "source": taken.name if taken else None, **gold_or_only_to(mixed)})
        return
    say(", ".join(f"{name}: {size}" for name, size in trained.splits))
    if mixed is not None:
        put_gold_or_only(mixed)
    say(f"Dev score {_best(trained):.1f}. On {counted(trained.evaluation.documents, 'test article')}:")
    if trained.unread:
        warn(str(ModelError("train.languages")))
    else:
        _put_scores(trained.evaluation)
    if trained.shipped:
        _put_shipped(trained.shipped)
    if taken:
        say(f"{taken.name} is now a suggestion source, stored in {taken.folder}.")


def _best(trained: Trained) -> float:
    return max((point.score for point in trained.points), default=0.0)


def _trained_to(trained: Trained) -> dict[str, Any]:
    return {
        "portions": dict(trained.splits),
        "steps": trained.points[-1].step if trained.points else 0,
        "score": _best(trained),
        "test": _evaluation_to(trained.evaluation),
        "shipped": asdict(trained.shipped) if trained.shipped else None,
    }


def _check_start(project: Path, start_from: str, *, resume: bool) -> None:
    """Reject --start-from together with --resume, and pipelines made by others, because they may run code."""
    refuse(bool(start_from) and resume, "--start-from and --resume cannot be used together")
    if start_from and Path(start_from).is_dir():
        _refuse_unknown(project, Path(start_from), trust=False)


def _put_shipped(compared: Shipped) -> None:
    """Print how the pipeline compares with the shipped models."""
    same = counted(compared.documents, "article")
    say(f"F1: yours {compared.yours:.1f}, shipped {compared.shipped:.1f} on the same {same}.")
    if compared.flattered:
        warn("Many of these labels were accepted from the shipped models, so their scores look better than they are.")
    if compared.worse:
        warn("The shipped models are better here; --start-from shipped continues them.")


def evaluate(
    project: ProjectPath,
    model: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A pipeline, or the folder of its training.")
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A suggestion source; can be repeated. See: sources.")
    ] = None,
    file: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="A labelled file of the same texts; can be repeated.")
    ] = None,
    annotator: Annotated[str | None, typer.Option(metavar="NAME", help="Whose labels count.")] = None,
    gold: Annotated[bool, typer.Option("--gold", help="The gold labels of adjudication count.")] = False,
    gold_or_only: GoldOrOnlyOption = False,
    done_only: DoneOnly = False,
    layer: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A layer; can be repeated. By default all that can be found."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Include articles it was trained on.")] = False,
    trust: Annotated[bool, typer.Option("--trust", help="Load a pipeline made by others.")] = False,
    as_json: AsJson = False,
) -> None:
    """Evaluate a pipeline, suggestion sources or labelled files on your labels.

    A pipeline trained here is evaluated on its test articles. Any other pipeline may run code and is loaded only with
    --trust.
    """
    refuse(sum(map(bool, (model, source, file))) != 1, "one of --model, --source and --file is needed")
    options = Options(layers=tuple(layer or ()))
    request = _request(annotator, options, gold=gold, gold_or_only=gold_or_only, done_only=done_only)
    if annotator is not None:
        with opened(project, read_only=True) as target:
            target.read.people.require(annotator)
    if model:
        _refuse_unknown(project, model, trust=trust)
    with progress("Comparing") as on_progress:
        if file:
            evaluation = evaluate_models.judge_files(project, file, request, progress=on_progress)
        elif model:
            evaluation = _judged_apart(project, model, request, every, on_progress)
        else:
            found = available(own.folders()).named(source or ())
            warn_releases(found)
            evaluation = evaluate_models.judge(project, found, request, progress=on_progress)
    if model:
        model_hashes.record_pipeline(project, evaluate_models.described(model).folder or model)
    _warn_worth(evaluation)
    if as_json:
        put_json(_evaluation_to(evaluation))
        return
    _put_scores(evaluation)
    put_table(("article", "mistake", "words", "gold", "found"), map(_mistake_row, evaluation.mistakes[:_MOST]))
    say_rest(len(evaluation.mistakes), _MOST)


def package(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A pipeline, or the folder of its training.")],
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder to put the package into.")],
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="Its name after the language code; its own by default.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Build a Python package from a trained pipeline, to install with pip."""
    info = evaluate_models.described(folder)
    _make_folder(out)
    called = own.file_name(name or info.name.partition("_")[2])
    with progress("Writing") as on_progress:
        made = packaging.package(info.folder or folder, out, called, progress=on_progress)
    put({"package": str(made)}, f"Wrote {made}. Install it with: pip install {made}", as_json=as_json)


def _make_folder(folder: Path) -> None:
    try:
        make_folder(folder)
    except OSError as error:
        raise ModelError("train.unwritable", folder=folder, reason=reason(error)) from error


def _judged_apart(project: Path, model: Path, request: Request, every: bool, on_progress: Progress) -> Evaluation:
    """Evaluate a model in its own process, because native code reads it and a damaged model may crash the process."""
    judge = partial(evaluate_models.judge_trial, every=every)
    try:
        evaluation: Evaluation = process_pool.run_isolated(judge, project, model, request, progress=on_progress)
    except process_pool.ProcessEnded as ended:
        raise ModelError("source.crashed", folder=model) from ended
    return evaluation


def _refuse_unknown(project: Path, folder: Path, *, trust: bool) -> None:
    """Reject pipelines made by others, which may run code, unless ``trust``; warn about models for another spaCy."""
    info = evaluate_models.described(folder)
    if not trust and not evaluate_models.is_known(project, info.folder or folder):
        raise ModelError("source.unknown_maker", folder=folder)
    if not trust:
        model_hashes.check_pipeline(project, info.folder or folder)
    warn_releases((info,))


def _warn_worth(evaluation: Evaluation) -> None:
    if evaluation.few:
        judged = counted(evaluation.documents, "article")
        warn(f"Evaluated on only {judged}: the scores say little about others.")
    if evaluation.flatters:
        taken = counted(evaluation.taken_over, "label")
        warn(f"It found {taken} that had been accepted from its own suggestions, which says little.")


def forecast(
    project: ProjectPath,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder of a training.")],
    annotator: Annotated[str | None, typer.Option(metavar="NAME", help="Whose labels count.")] = None,
    gain: Annotated[float, typer.Option(min=0.1, help="The gain in F1 points.")] = 2.0,
    steps: Annotated[
        int, typer.Option(min=1, help="The maximum number of steps of each of the four trainings.")
    ] = USUAL_STEPS,
    as_json: AsJson = False,
) -> None:
    """Train on 25, 50, 75 and 100 per cent of the articles, and estimate what more articles would add."""
    request = _request(annotator, Options())
    with progress("Training") as on_progress:
        growth = evaluate_models.grow(project, out, request, steps=steps, progress=on_progress)
    labels: list[Label | None] = [*growth.steps[-1][1].scores, None]
    if as_json:
        put_json({"pace": growth.pace, "labels": {_name(label): _growth_to(growth, label, gain) for label in labels}})
        return
    columns = ("label", *(f"#{articles} articles" for articles, _ in growth.steps), f"for +{gain:g} F1")
    put_table(columns, [_growth_row(growth, label, gain) for label in labels])


def _name(label: Label | None) -> str:
    return ".".join(label) if label else "all"


def _growth_to(growth: Growth, label: Label | None, gain: float) -> dict[str, Any]:
    articles = growth.forecast(label, gain)
    hours = None if articles is None else articles * growth.pace / 3600
    return {"f": [f for _, f in growth.points(label)], "articles": articles, "hours": hours}


def _growth_row(growth: Growth, label: Label | None, gain: float) -> tuple[str, ...]:
    known = _growth_to(growth, label, gain)
    figures = [f"{f:.1f}" for f in known["f"]]
    if known["articles"] is None:
        return (_name(label), *figures, "cannot be estimated")
    hours = f", {known['hours']:.1f} hours" if growth.pace else ""
    return (_name(label), *figures, f"about {counted(known['articles'], 'more article')}{hours}")


def _request(
    annotator: str | None, options: Options, *, gold: bool = False, gold_or_only: bool = False, done_only: bool = False
) -> Request:
    refuse(gold and annotator is not None, "--gold and --annotator cannot be used together")
    refuse(gold_or_only and (gold or annotator is not None), "--gold-or-only cannot be used with --gold or --annotator")
    return Request(
        format=evaluate_models.FORMAT,
        options=options,
        annotator=GOLD if gold else annotator,
        gold_or_only=gold_or_only,
        done_only=done_only,
    )


def _put_scores(evaluation: Evaluation) -> None:
    columns = ("label", "#gold", "#found", "#P", "#R", "#F1", "#P partial", "#R partial", "#F1 partial")
    rows = [(f"{layer}.{label}", score) for (layer, label), score in evaluation.scores.items()]
    put_table(columns, [_score_row(name, score) for name, score in (*rows, ("all", evaluation.total))])


def _score_row(name: str, score: Score) -> tuple[object, ...]:
    figures = [
        f"{figure(partial=partial):.1f}"
        for partial in (False, True)
        for figure in (score.precision, score.recall, score.f)
    ]
    return (name, score.gold, score.found, *figures)


def _mistake_row(mistake: Mistake) -> tuple[str, ...]:
    found = f"{mistake.found} “{mistake.other}”" if mistake.other else mistake.found
    return mistake.title, str(mistake.fault), mistake.words, mistake.gold, found


def _evaluation_to(evaluation: Evaluation) -> dict[str, Any]:
    scores = {f"{layer}.{label}": _score_to(score) for (layer, label), score in evaluation.scores.items()}
    return {
        "documents": evaluation.documents,
        "labels": scores,
        "all": _score_to(evaluation.total),
        "matrix": [
            {"layer": layer, "gold": gold or None, "found": found or None, "count": count}
            for (layer, gold, found), count in sorted(evaluation.matrix.items())
        ],
        "mistakes": [
            {
                **fields_of(mistake, "fault document layer start end words"),
                "gold": mistake.gold or None,
                "found": mistake.found or None,
            }
            for mistake in evaluation.mistakes
        ],
    }


def _score_to(score: Score) -> dict[str, Any]:
    return {
        **asdict(score),
        **{
            name: {"p": score.precision(partial=half), "r": score.recall(partial=half), "f": score.f(partial=half)}
            for name, half in (("strict", False), ("partial", True))
        },
    }


def adapt(
    project: ProjectPath,
    back: Annotated[bool, typer.Option("--back", help="Undo what was learnt last.")] = False,
    as_json: AsJson = False,
) -> None:
    """Let the models learn from all finished articles, and use the result if it is better.

    Quality is measured on held-out articles. What was learnt is stored in NAME.models beside the project.
    """
    with opened(project, read_only=False) as target:
        path = target.path
        if back:
            _go_back(path, as_json=as_json)
            return
        here = sources_here(target, available(own.folders()).sources)
        with progress("Learning") as on_progress:
            learnt = learning.learn(path, here.asked, progress=on_progress)
        if learnt.taken:
            model_hashes.record(target)
    figures = f"F1 {learnt.before:.0f} → {learnt.after:.0f} on held-out articles"
    articles = counted(learnt.articles, "article")
    better = f"Learnt from {articles}: {figures}."
    other = f"Nothing changed: what was learnt from {articles} is not better ({figures})."
    put(fields_of(learnt, "articles taken before after"), better if learnt.taken else other, as_json=as_json)


def _go_back(path: Path, *, as_json: bool) -> None:
    if not shelf_of(path).go_back():
        raise ModelError("adapter.none", file=path.name)
    present = shelf_of(path).present()
    number = present.number if present else 0
    restored = f"the previous models (generation {number})" if present else "the original models"
    put({"generation": number}, f"Restored {restored}.", as_json=as_json)
