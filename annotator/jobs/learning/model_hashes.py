"""Checking models against their hashes in the project file.

The checksums beside a model detect damage on disk. Whoever tampers with a model can change these checksums, too, but
not the hashes in the project file. The hash of a model that the project does not know is recorded on first use.
"""

import hashlib
import json
from collections.abc import Collection, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from annotator.jobs.snapshots import opening
from annotator.project.project import Project
from annotator.suggest.adapter.shelf import Generation, shelf_of
from annotator.suggest.crf import checksums
from annotator.system.errors import ModelError, StoreError
from annotator.system.whole_files import sha256_of

#: The setting that holds the hashes as JSON: adapters by generation and learner, pipelines by a hash of their folder.
MODELS = "models"

_PIPELINE = "pipeline/"


class UsableAdapters(NamedTuple):
    """The adapters that may be used, None if there are none, and the errors of damaged adapters."""

    present: Generation | None
    problems: tuple[ModelError, ...] = ()


def checked(project: Project, *, whole: bool = False, without: Collection[Path] = ()) -> UsableAdapters:
    """Check the adapters in use against their recorded hashes, and record those of new adapters.

    Nothing is recorded in a read-only project. With ``whole``, each adapter is read completely, which takes longer than
    a frame of the window. ``without`` are folders of adapters known to be damaged.

    Raises:
        ModelError: ``adapter.broken`` if the folder of the adapters is damaged.
    """
    present, known = shelf_of(project.path).present(), _recorded(project)
    if present is None:
        _store(project, _existing(project, known))
        return UsableAdapters(None)
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
    _store(project, _existing(project, known) | {_key(present, learner): seal for learner, seal in seals.items()})
    facts = {learner: present.facts[learner] for learner in seals}
    return UsableAdapters(replace(present, facts=facts, seals=seals), tuple(problems))


def record(project: Project) -> None:
    """Record the hashes of the adapters in use, replacing the old ones; called after learning.

    Raises:
        ModelError: ``adapter.broken`` if the folder of the adapters is damaged.
    """
    present = shelf_of(project.path).present()
    stale = {_key(present, learner) for learner in present.facts} if present else set()
    _store(project, {key: seal for key, seal in _recorded(project).items() if key not in stale})
    checked(project)


def check_pipeline(path: Path, folder: Path) -> None:
    """Check a pipeline against its recorded hash; without a recorded hash, accept it.

    Raises:
        ModelError: ``source.changed`` if the hashes differ.
    """
    with opening(path) as project:
        expected = _recorded(project).get(_key_of(folder))
    if expected is not None and expected != _hash_of(folder):
        raise ModelError("source.changed", folder=folder)


def record_pipeline(path: Path, folder: Path) -> None:
    """Record the hash of a pipeline, unless the project is read-only or open elsewhere."""
    with suppress(StoreError), closing(Project.open(path)) as project:
        _store(project, _recorded(project) | {_key_of(folder): _hash_of(folder)})


def _read_whole(folder: Path, seal: str) -> None:
    from annotator.suggest.adapter.corrector import Corrector
    from annotator.suggest.crf import crfsuite

    crfsuite.check(Corrector.from_disk(folder, seal).model)


def _recorded(project: Project) -> dict[str, str]:
    try:
        value = json.loads(project.read.setting(MODELS) or "{}")
    except (ValueError, RecursionError):
        return {}
    return {str(key): str(seal) for key, seal in value.items()} if isinstance(value, dict) else {}


def _existing(project: Project, known: Mapping[str, str]) -> dict[str, str]:
    """Drop the hashes of deleted generations, because their numbers may be reused."""
    there = {f"{number:04}" for number in shelf_of(project.path).numbers()}
    return {key: seal for key, seal in known.items() if key.startswith(_PIPELINE) or key.partition("/")[0] in there}


def _store(project: Project, fresh: Mapping[str, str]) -> None:
    if not project.read_only and fresh != _recorded(project):
        with suppress(StoreError):  # while a long step is running, nothing is recorded until next time
            project.keep(MODELS, json.dumps(fresh, sort_keys=True))


def _key(present: Generation, learner: str) -> str:
    return f"{present.number:04}/{learner}"


def _key_of(folder: Path) -> str:
    """Return the key of a pipeline; it doesn't reveal where the pipeline is on this computer."""
    return _PIPELINE + hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _hash_of(folder: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        found.update(f"{path.relative_to(folder).as_posix()}\n{sha256_of(path)}\n".encode("utf-8", "surrogateescape"))
    return found.hexdigest()
