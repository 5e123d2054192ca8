"""The source GLiNER: a model that finds names of any kind, asked for with words such as "company".

GLiNER needs torch, so it runs in a Python that the user chooses (`gliner_process`). The choice of Python and model is
kept in a file of the user, never in a project.
"""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from annotator.model.values import Document, Part, Suggestion, new_id
from annotator.processes.worker import Progress, no_progress
from annotator.suggest.passages import paragraphs
from annotator.suggest.sources import own
from annotator.suggest.sources.gliner_process import GlinerProcess, nothing
from annotator.suggest.sources.patterns import placed
from annotator.suggest.sources.source import Cancelled, DescribedSource, SourceInfo, SourceKind
from annotator.suggest.sources.word_forms import PIECE
from annotator.system.disk import make_folder, reason
from annotator.system.errors import QT_TRANSLATE_NOOP, ModelError
from annotator.system.whole_files import put
from annotator.text import sentences
from annotator.text.tokens import trim

NAME = "gliner"
WEIGHTS, CONFIG = "model.safetensors", "gliner_config.json"

_FILE = "gliner.json"
_LARGEST = 1 << 20  # bytes of our file, and of a model's description
_MOST_FILES = 200
_WORDS = 220  # in a window; models read up to 384, including the labels
_OVERLAP = 40  # words shared by two neighbouring windows of a long sentence
_TEXTS = 4  # windows in a request
_LOADING, _READING, _FETCHING = 100.0, 100.0, 4 * 3600.0  # seconds
_NO_WEIGHTS = QT_TRANSLATE_NOOP("Errors", "it has no model.safetensors, and other weights may contain code")
_NO_CONFIG = QT_TRANSLATE_NOOP("Errors", "it has no gliner_config.json")
_CHANGED = QT_TRANSLATE_NOOP("Errors", "its files have changed since it was set up. Set it up again")
_NO_ANSWER = QT_TRANSLATE_NOOP("Errors", "the answer makes no sense")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """The Python and the model that the user chose.

    ``sha256`` is the hash of the model's files; ``stamp`` changes when a file does (see `_stamp`).
    """

    python: str
    folder: str
    sha256: str
    stamp: str
    licence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlinerOffer:
    """A model on huggingface.co that can be downloaded; ``size`` is in bytes."""

    name: str
    size: int
    licence: str
    revision: str


def setup_file() -> Path:
    """Return the path of the file with the user's choice, which may not exist."""
    return own.shelf().parent / _FILE


def chosen() -> Setup | None:
    """Return the user's choice, None if there is none or its file is damaged."""
    try:
        with setup_file().open("rb") as file:
            value = json.loads(file.read(_LARGEST))
        return Setup(**{name: str(value[name]) for name in Setup.__dataclass_fields__})
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def forget() -> None:
    """Delete the user's choice; the model's files stay."""
    setup_file().unlink(missing_ok=True)


def describe(setup: Setup, wordings: Sequence[tuple[str, str]], threshold: int) -> SourceInfo:
    """Describe the source without starting it.

    Args:
        setup: The Python and the model.
        wordings: Pairs of words that the model is asked for, and the project's label for them.
        threshold: The lowest score of a suggestion, in per cent.
    """
    mark = hashlib.sha256(json.dumps([sorted(wordings), threshold]).encode()).hexdigest()[:6]
    return SourceInfo(
        name=NAME,
        version=f"{setup.sha256[:8]}~{mark}",
        language=None,
        kind=SourceKind.ZERO_SHOT,
        labels=tuple(sorted({label for _, label in wordings if label})),
        licence=setup.licence or None,
        model=setup.folder,
        own_labels=tuple(wording for wording, _ in wordings),
        labels_as=tuple(sorted(wordings)),
        python=setup.python,
        threshold=threshold,
        stamp=setup.stamp,
    )


def set_up(python: str, folder: Path, *, progress: Progress = no_progress) -> Setup:
    """Check that a Python can load a model, then store both as the user's choice.

    Raises:
        ModelError: ``gliner.python``, ``gliner.package``, ``gliner.folder``, ``gliner.broken`` or ``gliner.silent`` if
            the model cannot be loaded, ``train.unwritable`` if the choice cannot be stored.
    """
    progress(0, 3)
    folder = folder.expanduser().absolute()
    found = _stamp(folder)
    process = GlinerProcess(python)
    try:
        process.ask({"do": "load", "folder": str(folder)}, patience=_LOADING, waiting=lambda: progress(1, 3))
    finally:
        process.close()
    progress(2, 3)
    made = Setup(python=python, folder=str(folder), sha256=_sha256(folder), stamp=found, licence=licence_of(folder))
    try:
        make_folder(setup_file().parent)
        put(setup_file(), json.dumps(asdict(made), indent=1).encode())
    except OSError as error:
        raise ModelError("train.unwritable", folder=setup_file(), reason=reason(error)) from error
    return made


def look_up(python: str, name: str, *, progress: Progress = no_progress) -> GlinerOffer:
    """Ask huggingface.co about a model; its files are not downloaded yet.

    Raises:
        ModelError: ``gliner.address`` if the name is not valid, ``gliner.python``, ``gliner.unreachable``, or
            ``gliner.folder`` if the model has no safe weights.
    """
    progress(0, 1)
    if not _is_name(name):
        raise ModelError("gliner.address", name=name)
    answer = _from_the_web(python, name, {"do": "look_up", "name": name}, _LOADING)
    if answer.get("safe") is not True:
        raise ModelError("gliner.folder", folder=name, reason=_NO_WEIGHTS)
    size, revision = answer.get("size"), answer.get("revision")
    if not isinstance(size, int) or not isinstance(revision, str):
        raise ModelError("gliner.unreachable", name=name, reason=_NO_ANSWER)
    return GlinerOffer(name=name, size=size, licence=str(answer.get("licence") or ""), revision=revision)


def fetch(python: str, offer: GlinerOffer, *, progress: Progress = no_progress) -> Path:
    """Download what `look_up` offers with a Python, and return its folder; ``progress`` receives kilobytes.

    Raises:
        ModelError: ``gliner.python``, ``gliner.unreachable`` or ``train.unwritable``.
    """
    target = models() / offer.name.replace("/", "--")
    request = {"do": "fetch", "name": offer.name, "revision": offer.revision, "folder": str(target)}
    try:
        make_folder(models())
        _from_the_web(
            python, offer.name, request, _FETCHING, lambda: progress(_size(target) >> 10, max(1, offer.size >> 10))
        )
        shutil.rmtree(target / ".cache", ignore_errors=True)
    except OSError as error:
        raise ModelError("train.unwritable", folder=target, reason=reason(error)) from error
    return target


def models() -> Path:
    """Return the folder of downloaded models."""
    return own.shelf().parent / "gliner"


def licence_of(folder: Path) -> str:
    """Return the licence that a model's card states, or "" if it states none."""
    try:
        with (folder / "README.md").open(encoding="utf-8", errors="replace") as file:
            lines = file.read(_LARGEST).split("\n")
    except OSError:
        return ""
    head = lines[1 : lines.index("---", 1)] if lines[0].strip() == "---" and "---" in lines[1:] else []
    stated = next((line.partition(":")[2] for line in head if line.startswith("license:")), "")
    return stated.strip().strip("\"'")[:80]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlinerSource(DescribedSource):
    """The source that asks GLiNER for names, with the words that the project chose for its labels."""

    labels: frozenset[str]
    progress: Progress = no_progress

    def suggest(self, document: Document, cancelled: Cancelled) -> list[Suggestion]:
        """Return the names outside page furniture, in text order; the same words get only the label that scores best.

        Raises:
            ModelError: ``gliner.answer`` if no name fits the article, ``gliner.none``, or an error of loading the model
                as for `set_up`.
        """
        asked = {wording: label for wording, label in self.info.labels_as if label in self.labels}
        windows = list(windows_of(document))
        if not asked or not windows:
            return []
        key = self.info.version, document.sha256, document.excluded, self.labels
        if _last.get("key") == key:  # the article is read again because another source's answer is wanted
            return [replace(one, id=new_id(), document=document.id) for one in _last["found"]]
        found = self._read(document, windows, asked, cancelled)
        if document.sha256 and not cancelled():
            _last.update(key=key, found=found)
        return found

    def _read(
        self, document: Document, windows: Sequence[Part], asked: dict[str, str], cancelled: Cancelled
    ) -> list[Suggestion]:
        """Ask the model about the windows, a few at a time, and keep the best suggestion for each range and layer."""
        process = _running(self.info, partial(self.progress, 0, len(windows)))
        best: dict[tuple[str, Part], Suggestion] = {}
        wrong = right = 0
        for first in range(0, len(windows), _TEXTS):
            if cancelled():
                break
            some = windows[first : first + _TEXTS]
            request = {
                "do": "predict",
                "texts": [document.text[start:end] for start, end in some],
                "labels": list(asked),
                "threshold": self.info.threshold / 100,
            }
            waiting = partial(self.progress, first, len(windows))
            answer = process.ask(request, patience=_READING, waiting=waiting)
            for window, rows in zip(some, _lists(answer.get("found"), len(some)), strict=True):
                for one in (self._suggestion(document, window, row, asked) for row in rows):
                    wrong, right = wrong + (one is None), right + (one is not None)
                    if one is not None:
                        place = one.layer, one.parts[0]
                        best[place] = max(best.get(place, one), one, key=lambda each: each.score or 0)
            self.progress(min(first + _TEXTS, len(windows)), len(windows))
        if wrong and not right:
            raise ModelError("gliner.answer")
        return sorted(best.values(), key=lambda one: (one.start, one.end))

    def _suggestion(self, document: Document, window: Part, row: Any, asked: dict[str, str]) -> Suggestion | None:
        """Return the suggestion that a row of an answer describes, or None if the row does not fit the text."""
        if not isinstance(row, list) or len(row) != 4:
            return None
        start, end, wording, score = row
        if type(start) is not int or type(end) is not int or type(score) not in {int, float}:
            return None
        if not isinstance(wording, str) or wording not in asked:
            return None
        if not 0 <= start < end <= window[1] - window[0] or not 0 <= score <= 1:  # NaN is not
            return None
        place = trim(document.text, window[0] + start, window[0] + end)
        if place[0] >= place[1]:
            return None
        return self.suggestion(document, placed(asked[wording]), place, score=round(float(score), 4), rule=wording)


def windows_of(document: Document) -> Iterator[Part]:
    """Yield the windows of a document, each read by itself: paragraphs, with long paragraphs cut between sentences.

    A sentence that is too long for a window is cut between words, into windows that overlap.
    """
    for start, end in paragraphs(document.text, document.excluded):
        group: list[int] = []
        words = 0
        for first, last in sentences.split(document.text[start:end]):
            count = sum(1 for _ in PIECE.finditer(document.text, start + first, start + last))
            if group and words + count > _WORDS:
                yield trim(document.text, group[0], group[1])
                group, words = [], 0
            if count > _WORDS:
                yield from _cut(document.text, start + first, start + last)
                continue
            group = [group[0] if group else start + first, start + last]
            words += count
        if group:
            yield trim(document.text, group[0], group[1])


def _cut(text: str, start: int, end: int) -> Iterator[Part]:
    pieces = [match.span() for match in PIECE.finditer(text, start, end)]
    for first in range(0, max(1, len(pieces) - _OVERLAP), _WORDS - _OVERLAP):
        some = pieces[first : first + _WORDS]
        yield some[0][0], some[-1][1]


_kept: dict[tuple[str, str, str], GlinerProcess] = {}
_last: dict[str, Any] = {}  # the last article and its suggestions


def _running(info: SourceInfo, waiting: Callable[[], None]) -> GlinerProcess:
    """Return a process that has loaded the source's model; the last one used is kept for the next call."""
    if not info.model or info.python is None:
        raise ModelError("gliner.none")
    folder = Path(info.model)
    if _stamp(folder) != info.stamp:
        raise ModelError("gliner.folder", folder=folder, reason=_CHANGED)
    key = info.python, str(folder), info.stamp
    process = _kept.get(key)
    if process is not None and process.alive:
        return process
    for other in _kept.values():
        other.close()
    _kept.clear()
    process = GlinerProcess(info.python)
    try:
        process.ask({"do": "load", "folder": str(folder)}, patience=_LOADING, waiting=waiting)
    except ModelError:
        process.close()
        raise
    _kept[key] = process
    return process


def stop() -> None:
    """End the process that `_running` keeps."""
    for process in _kept.values():
        process.close()
    _kept.clear()
    _last.clear()


def _from_the_web(
    python: str, name: str, request: dict[str, Any], patience: float, waiting: Callable[[], None] = nothing
) -> dict[str, Any]:
    process = GlinerProcess(python)
    try:
        return process.ask(request, patience=patience, waiting=waiting)
    except ModelError as error:
        raise ModelError("gliner.unreachable", name=name, reason=error.details.get("reason", error)) from error
    finally:
        process.close()


def _is_name(name: str) -> bool:
    parts = name.split("/")
    signs = frozenset("-_.")
    fits = all(
        part
        and part[0] not in signs
        and ".." not in part
        and all(c.isascii() and (c.isalnum() or c in signs) for c in part)
        for part in parts
    )
    return len(parts) == 2 and fits and len(name) < 100


def _files(folder: Path) -> list[Path]:
    try:
        found = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError as error:
        raise ModelError("gliner.folder", folder=folder, reason=reason(error)) from error
    names = {path.name for path in found}
    for name, why in ((CONFIG, _NO_CONFIG), (WEIGHTS, _NO_WEIGHTS)):
        if name not in names:
            raise ModelError("gliner.folder", folder=folder, reason=why)
    return found[:_MOST_FILES]


def _stamp(folder: Path) -> str:
    """Return a hash of the names, sizes and modification times of a folder's files."""
    seen = hashlib.sha256()
    for path in _files(folder):
        with_times = path.stat()
        seen.update(json.dumps([path.name, with_times.st_size, with_times.st_mtime_ns]).encode())
    return seen.hexdigest()


def _sha256(folder: Path) -> str:
    found = hashlib.sha256()
    for path in _files(folder):
        with path.open("rb") as file:
            found.update(path.name.encode() + hashlib.file_digest(file, "sha256").digest())
    return found.hexdigest()


def _size(folder: Path) -> int:
    try:
        return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    except OSError:  # a file was renamed meanwhile
        return 0


def _lists(found: Any, count: int) -> list[list[Any]]:
    if not isinstance(found, list) or len(found) != count or not all(isinstance(rows, list) for rows in found):
        raise ModelError("gliner.answer")
    return found
