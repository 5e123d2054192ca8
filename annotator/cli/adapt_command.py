"""The command that adapts models to the labels of a project."""

from pathlib import Path
from typing import Annotated

import typer

from annotator.cli.options import AsJson, ProjectPath, opened
from annotator.cli.output import counted, progress, put_json, say
from annotator.jobs.learning import learning, model_hashes
from annotator.jobs.suggesting.project_sources import sources_here
from annotator.suggest.adapter.shelf import shelf_of
from annotator.suggest.sources import own
from annotator.suggest.sources.registry import available
from annotator.system.errors import ModelError


def adapt(
    project: ProjectPath,
    back: Annotated[bool, typer.Option("--back", help="Undo what was learnt last.")] = False,
    as_json: AsJson = False,
) -> None:
    """Let the models learn from all finished articles, and use the result if it is better.

    Quality is measured on held-out articles. The learnt models are stored in NAME.models beside the project.
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
    if as_json:
        put_json({"articles": learnt.articles, "taken": learnt.taken, "before": learnt.before, "after": learnt.after})
        return
    figures = f"F1 {learnt.before:.0f} → {learnt.after:.0f} on held-out articles"
    if learnt.taken:
        say(f"Learnt from {counted(learnt.articles, 'article')}: {figures}.")
    else:
        say(f"Nothing changed: what was learnt from {counted(learnt.articles, 'article')} is not better ({figures}).")


def _go_back(path: Path, *, as_json: bool) -> None:
    if not shelf_of(path).go_back():
        raise ModelError("adapter.none", file=path.name)
    present = shelf_of(path).present()
    if as_json:
        put_json({"generation": present.number if present else 0})
    elif present:
        say(f"Restored the previous models (generation {present.number}).")
    else:
        say("Restored the original models.")
