"""Reading the description in a pipeline's folder, without importing spaCy."""

import hashlib
import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from annotator.suggest.sources import categories
from annotator.suggest.sources.source import SourceInfo, SourceKind
from annotator.suggestions.label_roles import LABELS
from annotator.system.errors import QT_TRANSLATE_NOOP, ModelError
from annotator.text.language import LANGUAGES, OTHER

META = "meta.json"
CORRECTORS = "correctors"  # the folder in a continued pipeline that has a numbered folder for each corrector
#: The components that are not needed to find names.
GRAMMAR = ("tagger", "parser", "attribute_ruler", "lemmatizer", "senter", "morphologizer")
_LARGEST_META = 1_000_000
_LARGEST_FOLDER = 20 << 30  # bytes
_LONGEST_REASON = 200  # characters


def describe(folder: Path) -> SourceInfo:
    """Describe the pipeline in a folder.

    The version is the pipeline's own, plus a fingerprint of its description and file sizes, because a retrained
    pipeline may keep its version.

    Raises:
        ModelError: ``source.missing`` if there is no pipeline, ``source.broken`` if its description is damaged.
    """
    meta = read_meta(folder)
    language = str(meta["lang"])
    sorting = categories.categorisers_in(folder)
    own_labels = _own_labels(meta, lambda component: component not in sorting)
    return SourceInfo(
        name=f"{language}_{meta['name']}",
        version=f"{meta['version']}+{_fingerprint(folder, meta)}",
        language=language if language in LANGUAGES else OTHER,
        kind=SourceKind.MODEL,
        labels=tuple(sorted({LABELS.get(label, label) for label in own_labels})),
        own_labels=own_labels,
        categories=_own_labels(meta, lambda component: component in sorting),
        licence=str(meta.get("license") or "") or None,
        folder=folder,
    )


def correctors_in(folder: Path) -> tuple[Path, ...]:
    """Return the folders of the correctors inside a pipeline's folder, in order."""
    room = folder / CORRECTORS
    return tuple(sorted(path for path in room.iterdir() if path.is_dir())) if room.is_dir() else ()


def other_release(info: SourceInfo) -> ModelError | None:
    """Return the error ``source.other_release`` if a pipeline was made for other spaCy releases, otherwise None.

    Raises:
        ModelError: As for `describe`.
    """
    releases = None if info.folder is None else other_releases(info.folder)
    if releases is None:
        return None
    return ModelError("source.other_release", name=info.name, wanted=releases[0], present=releases[1])


def read_meta(folder: Path) -> dict[str, Any]:
    """Read a pipeline's meta.json, and check that it has the strings lang, name and version.

    Raises:
        ModelError: As for `describe`.
    """
    path = folder / META
    if not path.is_file():
        raise ModelError("source.missing", name=folder.name, file=folder)
    try:
        with path.open("rb") as file:
            meta = json.loads(file.read(_LARGEST_META))
    except (OSError, ValueError, RecursionError) as error:
        raise broken(folder.name, error) from error
    if not isinstance(meta, dict) or not all(isinstance(meta.get(key), str) for key in ("lang", "name", "version")):
        raise ModelError("source.broken", name=folder.name, reason=f"{META} names no lang, name and version")
    return meta


def refuse_odd_files(folder: Path) -> None:
    """Refuse a pipeline's folder with a link that leads to no file, or with a pipe or device: reading might never end.

    Raises:
        ModelError: ``source.odd_file``, or ``source.broken`` if the files are too large.
    """
    left = _LARGEST_FOLDER
    for path in sorted(folder.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            continue
        if not path.is_file():
            raise ModelError("source.odd_file", name=folder.name, file=path)
        left -= path.stat().st_size
    if left < 0:
        reason = QT_TRANSLATE_NOOP("Errors", "it is too large for a pipeline")
        raise ModelError("source.broken", name=folder.name, reason=reason)


@cache
def spacy_release() -> str:
    """Return the installed release of spaCy; finding it takes 10 ms."""
    from importlib.metadata import version

    return version("spacy")


def other_releases(folder: Path) -> tuple[str, str] | None:
    """Return the spaCy releases that a pipeline needs, and the installed release; None if that one fits."""
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    made_for, present = str(read_meta(folder).get("spacy_version") or ""), spacy_release()
    try:
        fits = SpecifierSet(f"=={made_for}" if made_for[:1].isdigit() else made_for)
    except InvalidSpecifier:
        return None
    return None if fits.contains(present, prereleases=True) else (made_for, present)


def broken(name: str, error: BaseException) -> ModelError:
    """Return the error ``source.broken``, with another error as its reason."""
    return ModelError("source.broken", name=name, reason=first_line(error))


def first_line(error: BaseException) -> str:
    """Return the first line of an error's message without its full stop; the type's name if there is no message.

    A message may quote a whole file, so a long line is cut off.
    """
    line = (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
    return line if len(line) <= _LONGEST_REASON else f"{line[:_LONGEST_REASON]}…"


def _own_labels(meta: Mapping[str, Any], wanted: Callable[[str], bool]) -> tuple[str, ...]:
    stated = meta.get("labels")
    if not isinstance(stated, dict):
        return ()
    found = {
        label
        for component, labels in stated.items()
        if component not in GRAMMAR and wanted(component) and isinstance(labels, list)
        for label in labels
        if isinstance(label, str)
    }
    return tuple(sorted(found))


def _fingerprint(folder: Path, meta: Mapping[str, Any]) -> str:
    files = sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file())
    sizes = [(name, path.stat().st_size) for name, path in files if name != META and path.suffix != ".md"]
    known = json.dumps([meta, sizes], sort_keys=True)
    return hashlib.sha256(known.encode()).hexdigest()[:8]
