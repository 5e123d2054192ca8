"""The user's own pipelines, each in its own folder among the user's files.

A pipeline whose folder is deleted is no longer used.
"""

import json
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from platformdirs import user_data_path

from annotator.model.source_choices import SourceChoices
from annotator.processes.worker import Progress, no_progress
from annotator.suggest.crf import checksums
from annotator.suggest.sources.pipeline_folder import describe
from annotator.suggest.sources.source import SourceInfo, SourceKind
from annotator.system import staging
from annotator.system.disk import make_folder, reason
from annotator.system.errors import ModelError
from annotator.system.whole_files import replacing
from annotator.text.ascii_names import in_ascii

_UNFINISHED = ".new"  # suffix of folders that older versions left when they were killed
_BY_OTHERS = "by_others"  # a file that marks a pipeline not trained here
_LONGEST = 40  # characters of a name


def shelf() -> Path:
    """Return the folder of the user's own pipelines, which may not exist."""
    return user_data_path("Spanwright", appauthor=False) / "pipelines"


def folders() -> list[Path]:
    """Return the folders of the user's own pipelines, sorted by name; damage is found only when they are loaded."""
    staging.clear(shelf())
    _finish()
    found = shelf().iterdir() if shelf().is_dir() else ()
    return [folder for folder in sorted(found) if folder.suffix != _UNFINISHED and (folder / checksums.FILE).is_file()]


def _finish() -> None:
    """Move complete pipelines into place if the pipeline that they replace is gone; remove all other leftovers.

    A pipeline is complete if it has its list of checksums, which is written last.
    """
    for left in shelf().glob(f"*{_UNFINISHED}"):
        target = left.with_suffix("")
        if target.exists() or not (left / checksums.FILE).is_file():
            shutil.rmtree(left, ignore_errors=True)
        else:
            with suppress(OSError):
                left.replace(target)


def in_force(choices: SourceChoices, sources: Iterable[SourceInfo]) -> SourceChoices:
    """Return the choices with the user's own pipelines and zero-shot models off, unless the project turned them on."""
    names = {info.name for info in sources if is_own(info.folder) or info.kind is SourceKind.ZERO_SHOT}
    return replace(choices, off=choices.off | (names - choices.on))


def is_own(folder: Path | None) -> bool:
    """Return whether a folder is one of the user's own pipelines."""
    return folder is not None and folder.parent == shelf()


def remove(folder: Path, *, progress: Progress = no_progress) -> None:
    """Delete one of the user's own pipelines. It is no longer used even if some of its files cannot be deleted.

    Raises:
        ModelError: ``train.unwritable`` if a file cannot be deleted.
        ValueError: if the folder is not one of the user's own pipelines.
    """
    progress(0, 1)
    if not is_own(folder):
        raise ValueError(f"{folder} is not one of the user's own pipelines")
    try:
        (folder / checksums.FILE).unlink(missing_ok=True)
        shutil.rmtree(folder)
    except FileNotFoundError:
        return  # deleted in the meantime
    except OSError as error:
        raise ModelError("train.unwritable", folder=folder, reason=reason(error)) from error


def is_by_others(folder: Path | None) -> bool:
    """Return whether a pipeline was added as other people's work; nothing is trained on top of such a pipeline."""
    return folder is not None and (folder / _BY_OTHERS).is_file()


def take_up(folder: Path, name: str, *, by_others: bool = False, progress: Progress = no_progress) -> SourceInfo:
    """Copy a pipeline to the user's own pipelines, replacing any pipeline of the same name.

    ``name`` is the new name without the language before it; `file_name` makes it valid. For ``by_others`` see
    `is_by_others`. ``progress`` receives only the start.

    Raises:
        ModelError: ``source.missing``, ``source.broken`` (also if it has too many files), ``train.unwritable``.
    """
    progress(0, 1)
    describe(folder)
    target = shelf() / file_name(name)
    try:
        make_folder(shelf())
        with replacing(target) as made:
            shutil.copytree(folder, made)
            _rename(made, target.name)
            (made / _BY_OTHERS).unlink(missing_ok=True)
            if by_others:
                (made / _BY_OTHERS).touch()
            checksums.write(made, _files(made))
    except ValueError as error:
        raise ModelError("source.broken", name=target.name, reason=error) from error
    except OSError as error:
        raise ModelError("train.unwritable", folder=target, reason=reason(error)) from error
    return describe(target)


def _files(folder: Path) -> list[str]:
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return [name for name in names if name != checksums.FILE]


def file_name(name: str) -> str:
    """Return a name that is valid for a folder on any system and for a Python package: a-z, digits, underscores."""
    return re.sub(r"[^a-z0-9]+", "_", in_ascii(name).lower()).strip("_")[:_LONGEST] or "own"


def _rename(folder: Path, name: str) -> None:
    """Set the pipeline's name in its description; training gives all pipelines the same name."""
    path = folder / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**meta, "name": name}, ensure_ascii=False, indent=1), encoding="utf-8", newline="\n")
