"""A pipeline as a Python package, to be installed with pip."""

import json
from pathlib import Path

from annotator.processes.worker import Progress, no_progress
from annotator.system.disk import reason
from annotator.system.errors import ModelError
from annotator.system.whole_files import replacing

_VERSION = "0.1.0"


def package(folder: Path, out: Path, name: str, *, progress: Progress = no_progress) -> Path:
    """Write a folder that pip can install, and return it.

    Args:
        folder: The pipeline.
        out: The existing parent of the folder.
        name: The package's name, after its language.
        progress: Receives only the start.

    Raises:
        ModelError: ``train.no_model``, or ``train.unwritable``.
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
