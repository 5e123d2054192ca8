"""Two people open one file for writing, in many ways: only one may.

python -m tests.attack.writers FOLDER RACES prints the number of tries, and what went wrong, as JSON. It forks, so it is
a process of its own without threads.
"""

import json
import os
import select
import shutil
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.editing import edits
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from annotator.system.errors import AnnotatorError
from tests.annotator.made import TEXT, add_article, make_project, span
from tests.attack.judging import judged

NAME = "Stadt.spanwright"
RACERS = 20
PATIENCE = 15  # seconds
Way = Callable[[Path], Path]


@dataclass
class Writer:
    """A process that opens a project, labels, and waits until it is told to close."""

    process: int
    told: Any  # from it
    ask: Any  # to it

    @classmethod
    def start(cls, path: Path) -> "Writer":
        """Start a process that opens a file once it is asked to."""
        told, tell = os.pipe()
        asked, ask = os.pipe()
        process = os.fork()
        if not process:
            os.close(told)
            os.close(ask)
            _write(path, os.fdopen(asked, "r"), os.fdopen(tell, "w"))
        os.close(tell)
        os.close(asked)
        return cls(process, os.fdopen(told), os.fdopen(ask, "w"))

    def open(self) -> None:
        """Ask the process to open the file."""
        self._tell("open")

    def answer(self) -> dict[str, Any]:
        """Return what the process reports: the stored ``edits``, or why it was refused."""
        if not select.select([self.told], [], [], PATIENCE)[0]:
            os.kill(self.process, signal.SIGKILL)
            return {"bug": f"it said nothing for {PATIENCE} s"}
        found: dict[str, Any] = json.loads(self.told.readline() or '{"bug": "it ended without a word"}')
        return found

    def close(self) -> None:
        """Ask the process to close the file and end."""
        with suppress(BrokenPipeError):
            self._tell("close")
        os.waitpid(self.process, 0)
        self.told.close()
        with suppress(BrokenPipeError):
            self.ask.close()

    def _tell(self, word: str) -> None:
        self.ask.write(word + "\n")
        self.ask.flush()


def _write(path: Path, asked: Any, tell: Any) -> None:
    """Open the file, label, report that, and wait until told to end. Never returns."""
    try:
        asked.readline()
        said: dict[str, Any] = {}
        project = None
        try:
            project = Project.open(path)
            said["edits"] = _label(project)
        except AnnotatorError as error:
            said = {"code": error.code, "process": str(error.details.get("process", "")), "sentence": str(error)}
        except Exception as error:  # noqa: BLE001  # it is told
            said = {"bug": repr(error)}
        print(json.dumps(said), file=tell, flush=True)
        asked.readline()
        if project is not None:
            project.close()
    finally:
        os._exit(0)


def _label(project: Project) -> list[str]:
    document = project.read.document_ids(DocumentQuery(annotator=None))[0]
    made = [edits.add(span(document, words)) for words in ("Köln", "sagt", "spare", "viel")]
    for edit in made:
        project.do(edit)
    return [edit.id for edit in made]


# Ways to a file that is open already


def same(path: Path) -> Path:
    return path


def hard_link(path: Path) -> Path:
    made = path.with_name("Verweis.spanwright")
    os.link(path, made)
    return made


def link(path: Path) -> Path:
    made = path.with_name("Verweis.spanwright")
    made.symlink_to(path.name)
    return made


def linked_folder(path: Path) -> Path:
    made = path.parent.with_name(path.parent.name + "-verwiesen")
    made.symlink_to(path.parent.name)
    return made / path.name


def dotted(path: Path) -> Path:
    return path.parent / ".." / path.parent.name / path.name


def without_lock(path: Path) -> Path:
    _lock(path).unlink()
    return path


def empty_lock(path: Path) -> Path:
    _lock(path).unlink()
    _lock(path).touch()
    return path


def linked_lock(path: Path) -> Path:
    _lock(path).unlink()
    other = path.with_name("fremd.txt")
    other.write_text("somebody's")
    _lock(path).symlink_to(other.name)
    return path


def lock_as_folder(path: Path) -> Path:
    _lock(path).unlink()
    _lock(path).mkdir()
    return path


def lock_as_pipe(path: Path) -> Path:
    _lock(path).unlink()
    os.mkfifo(_lock(path))
    return path


def _lock(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


WAYS: tuple[Way, ...] = (
    same, hard_link, link, linked_folder, dotted, without_lock, empty_lock, linked_lock, lock_as_folder, lock_as_pipe
)  # fmt: skip
SPOILT = (linked_lock, lock_as_folder, lock_as_pipe)


def try_way(folder: Path, way: Way) -> str:
    """Open a file that another process has open; return what went wrong, "" if nothing did."""
    path = _project(folder)
    first = Writer.start(path)
    first.open()
    known = first.answer()
    second = Writer.start(way(path))
    second.open()
    refused = second.answer()
    second.close()
    first.close()
    if "edits" not in known:
        return f"the first was refused: {known}"
    if "edits" in refused:
        return "two were let in" + _lost(path, {*known["edits"], *refused["edits"]})
    other = path.with_name("fremd.txt")
    if other.exists() and other.read_text() != "somebody's":
        return "the file that the lock was a link to was written over"
    is_told = refused.get("code") == "store.locked" and refused["process"] == str(first.process)
    if not is_told and not ("code" in refused and way in SPOILT):  # what stands in the lock's place may be told first
        return f"the second was not told who has the file open: {refused}"
    return _lost(path, set(known["edits"]))


def try_copy(folder: Path) -> str:
    """Open a copy beside the file that it was made of: both are let in, neither loses anything."""
    path = _project(folder)
    other = path.with_name("Kopie.spanwright")
    shutil.copy(path, other)
    writers = [Writer.start(path), Writer.start(other)]
    for writer in writers:
        writer.open()
    said = [writer.answer() for writer in writers]
    for writer in writers:
        writer.close()
    if not all("edits" in each for each in said):
        return f"one was refused: {said}"
    return _lost(path, set(said[0]["edits"])) or _lost(other, set(said[1]["edits"]))


def race(folder: Path, ways: tuple[Way, ...] = (same,)) -> str:
    """Let many processes open a file at the same moment, each in one of these ways."""
    path = _project(folder)
    places = [way(path) for way in ways]
    writers = [Writer.start(places[number % len(places)]) for number in range(RACERS)]
    for writer in writers:
        writer.open()
    said = [writer.answer() for writer in writers]
    for writer in writers:
        writer.close()
    inside = [each for each in said if "edits" in each]
    if len(inside) != 1:
        return f"{len(inside)} of {RACERS} were let in: {said[:2]}" + _lost(
            path, {id_ for each in inside for id_ in each["edits"]}
        )
    others = [each for each in said if "edits" not in each]
    if wrong := [each for each in others if each.get("code") != "store.locked"]:
        return f"some were refused otherwise: {wrong[0]}"
    return _lost(path, set(inside[0]["edits"]))


def _project(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    project = make_project(folder)
    add_article(project, text=TEXT)
    project.close()
    return folder / NAME


def _lost(path: Path, stored: set[str]) -> str:
    if _lock(path).is_dir():
        _lock(path).rmdir()
    elif not _lock(path).is_file() or _lock(path).is_symlink():
        _lock(path).unlink(missing_ok=True)
    found = judged(path)
    if found.wrong:
        return f"; the file is not whole: {found.wrong}"
    return f"; {len(lost)} of {len(stored)} edits are lost" if (lost := stored - found.edits) else ""


def main(folder: Path, races: int) -> None:
    """Try all ways to open a file twice, and print the results."""
    failures = []
    for way in WAYS:
        failures += [f"{way.__name__}: {wrong}"] if (wrong := try_way(folder / way.__name__, way)) else []
    failures += [f"copy: {wrong}"] if (wrong := try_copy(folder / "copy")) else []
    for number in range(races):
        ways = ((same,), (same, link), (same, hard_link))[number % 3]
        failures += [f"race {number}: {wrong}"] if (wrong := race(folder / f"race-{number}", ways)) else []
    print(json.dumps({"count": len(WAYS) + 1 + races, "failures": failures}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
