"""The models that a project uses are those that it knows: the hash of each stands in the project file.

The checksums beside a model find what a disk has damaged. Whoever changes a model can change them as well, but by that
not the project file. A model that the project does not know yet is recorded when it is first used.
"""

import hashlib
import json
from collections.abc import Collection, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from annotator.project.project import Project
from annotator.suggest.adapter.shelf import Generation, shelf_of
from annotator.suggest.crf import checksums
from annotator.system.errors import ModelError, StoreError

#: The setting that holds the hashes as JSON: of adapters by generation and learner, of pipelines by their folder.
MODELS = "models"

_PIPELINE = "pipeline/"


class Checked(NamedTuple):
    """The adapters that may be used, None where there are none, and why others may not."""

    present: Generation | None
    problems: tuple[ModelError, ...] = ()


def checked(project: Project, *, whole: bool = False, without: Collection[Path] = ()) -> Checked:
    """Compare the adapters in use with what the project knows of them; record those that it does not know.

    Args:
        project: One that is open for reading records nothing.
        whole: Read each of them, which takes longer than a frame of the window.
        without: The folders of some that have shown to be spoilt.

    Raises:
        ModelError: ``adapter.broken`` if the folder of the adapters is damaged.
    """
    present, known = shelf_of(project.path).present(), _known(project)
    if present is None:
        _keep(project, _still(project, known))
        return Checked(None)
    seals: dict[str, str] = {}
    problems: list[ModelError] = []
    for learner in present.facts:
        folder, expected = present.of(learner), known.get(_key(present, learner))
        if folder in without:
            continue
        try:
            seals[learner] = checksums.seal(folder, expected)
            if whole:
                _read_whole(folder, seals[learner])
        except (OSError, ValueError) as error:
            seals.pop(learner, None)
            problems.append(ModelError("adapter.broken", folder=folder, reason=error))
    _keep(project, _still(project, known) | {_key(present, learner): seal for learner, seal in seals.items()})
    facts = {learner: present.facts[learner] for learner in seals}
    return Checked(replace(present, facts=facts, seals=seals), tuple(problems))


def record(project: Project) -> None:
    """Record the adapters in use as they are now: they were just learnt.

    Raises:
        ModelError: ``adapter.broken`` if the folder of the adapters is damaged.
    """
    present = shelf_of(project.path).present()
    stale = {_key(present, learner) for learner in present.facts} if present else set()
    _keep(project, {key: seal for key, seal in _known(project).items() if key not in stale})
    checked(project)


def check_pipeline(path: Path, folder: Path) -> None:
    """Compare a pipeline with what a project knows of it.

    Raises:
        ModelError: ``source.changed`` if it is another.
        StoreError: The project cannot be read.
    """
    with closing(Project.open(path, read_only=True)) as project:
        expected = _known(project).get(_key_of(folder))
    if expected is not None and expected != _hash_of(folder):
        raise ModelError("source.changed", folder=folder)


def record_pipeline(path: Path, folder: Path) -> None:
    """Record a pipeline as it is now, unless the project cannot be written or is open elsewhere."""
    with suppress(StoreError), closing(Project.open(path)) as project:
        _keep(project, _known(project) | {_key_of(folder): _hash_of(folder)})


def _read_whole(folder: Path, seal: str) -> None:
    from annotator.suggest.adapter.corrector import Corrector
    from annotator.suggest.crf import crfsuite

    crfsuite.check(Corrector.from_disk(folder, seal).model)


def _known(project: Project) -> dict[str, str]:
    try:
        value = json.loads(project.read.setting(MODELS) or "{}")
    except (ValueError, RecursionError):
        return {}
    return {str(key): str(seal) for key, seal in value.items()} if isinstance(value, dict) else {}


def _still(project: Project, known: Mapping[str, str]) -> dict[str, str]:
    """Leave out what was deleted: its number may be given again."""
    there = {f"{number:04}" for number in shelf_of(project.path).numbers()}
    return {key: seal for key, seal in known.items() if key.startswith(_PIPELINE) or key.partition("/")[0] in there}


def _keep(project: Project, fresh: Mapping[str, str]) -> None:
    if not project.read_only and fresh != _known(project):
        with suppress(StoreError):  # a long step is under way: there will be a next time
            project.keep(MODELS, json.dumps(fresh, sort_keys=True))


def _key(present: Generation, learner: str) -> str:
    return f"{present.number:04}/{learner}"


def _key_of(folder: Path) -> str:
    """Return a name that does not tell where on this computer it lies."""
    return _PIPELINE + hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _hash_of(folder: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        found.update(f"{path.relative_to(folder).as_posix()}\n{digest}\n".encode("utf-8", "surrogateescape"))
    return found.hexdigest()
