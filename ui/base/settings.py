"""The user's settings, which the system stores; each has a type and is checked when read."""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from threading import Lock, Thread
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths
from PySide6.QtGui import QKeySequence

from ui.base.i18n import LANGUAGES, system_language
from ui.base.look.look import Theme
from ui.base.look.reading_style import Face, Leading, Measure, ReadingStyle

ORGANISATION = "Spanwright"
APPLICATION = "Spanwright"
RECENT = 10
_PROJECTS = 100  # rows of a `ProjectRows`, at most
_TRIES, _PAUSE = 100, 0.005  # to lock its file, and the seconds between two of them
_LARGEST = 1 << 26  # bytes of the file of a `ProjectRows`, at most
_AT_ONCE = 0.02  # seconds to wait for a drive, less than a frame
_GEOMETRY_VERSION = 1
_NOWHERE = f"{os.devnull}/settings"  # Qt then keeps settings in memory only
_SHOWN = ("names", "cards", "worth")  # on unless turned off
_Choice = TypeVar("_Choice", bound=StrEnum)
_Value = TypeVar("_Value")


def own_folder() -> Path:
    """Return the program's own folder for data, where users do not look for files."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))


class Missing:
    """The files that were found missing. A thread looks for them, because a dead network drive may never answer."""

    def __init__(self) -> None:
        self._missing: set[Path] = set()
        self._looking: Thread | None = None

    def left_out(self, paths: Sequence[Path]) -> list[Path]:
        """Return the paths without missing files. What is on a drive that does not answer at once is not missing."""
        if self._looking is None or not self._looking.is_alive():
            self._looking = Thread(target=self._look, args=(paths,), name="missing files", daemon=True)
            self._looking.start()
        self._looking.join(_AT_ONCE)
        return [path for path in paths if path not in self._missing]

    def _look(self, paths: Sequence[Path]) -> None:
        for path in paths:
            (self._missing.discard if is_file(path) else self._missing.add)(path)


MISSING = Missing()  # one for the whole program, so that a dead drive holds up one thread only


class ProjectRows:
    """A JSON file in the program's own folder that holds a row of values for each project, by its path.

    It is for what changes often: Qt writes all settings at once and waits for the disk, which would block the window.
    """

    def __init__(self, name: str, *, private: bool = False) -> None:
        """Name the file; a private one can be read only by this user."""
        self._name = name
        self._private = private
        self._lock = Lock()
        self._waiting: dict[str, Sequence[object] | None] = {}  # rows to write, by project path
        self._writing: Thread | None = None

    @property
    def file(self) -> Path:
        """The file."""
        return own_folder() / self._name

    def row(self, project: Path) -> list[Any] | None:
        """Return the newest row of a project, or None; its values are not checked."""
        with self._lock:
            if str(project) in self._waiting:
                row = self._waiting[str(project)]
                return None if row is None else list(row)
        return self.read().get(str(project))

    def put(self, project: Path, row: Sequence[object] | None) -> None:
        """Write the row of a project on a thread; None removes it. Failures are ignored."""
        with self._lock:
            self._waiting[str(project)] = row
            if self._writing is None:
                self._writing = Thread(target=self._write, name=self._name)
                self._writing.start()

    def wait(self) -> None:
        """Block until everything is written."""
        writing = self._writing
        if writing is not None:
            writing.join()

    def read(self) -> dict[str, list[Any]]:
        """Return the rows in the file, newest last; their values are not checked.

        An unreadable file has none, and neither has a pipe or a file that is too large: they would block the window.
        """
        with suppress(OSError, ValueError, RecursionError):
            if not is_file(self.file) or self.file.stat().st_size > _LARGEST:
                return {}
            kept = json.loads(self.file.read_text("utf-8"))
            if isinstance(kept, dict):
                return {path: row for path, row in kept.items() if isinstance(row, list)}
        return {}

    def _write(self) -> None:
        """Write until no row is waiting. Rows of other projects, which other windows wrote, stay."""
        from annotator.system.whole_files import put

        while True:
            with self._lock:
                new = dict(self._waiting)
            with suppress(OSError):
                self.file.parent.mkdir(parents=True, exist_ok=True)
                with _alone(self.file):
                    others = {path: row for path, row in self.read().items() if path not in new}
                    rows = {path: row for path, row in {**others, **new}.items() if row is not None}
                    put(self.file, json.dumps(dict(list(rows.items())[-_PROJECTS:])).encode(), private=self._private)
            with self._lock:
                for path in [path for path, row in new.items() if self._waiting[path] is row]:
                    del self._waiting[path]
                if not self._waiting:
                    self._writing = None
                    return


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Keep other programs from writing a file inside the block; go on without the lock if one holds it for long."""
    from annotator.system.errors import StoreError
    from annotator.system.lock import Lock as FileLock

    lock = None
    for _ in range(_TRIES):
        try:
            lock = FileLock(file)
            break
        except StoreError:
            time.sleep(_PAUSE)  # noqa: TID251  # on a thread; another program cannot signal an event
    try:
        yield
    finally:
        if lock is not None:
            lock.release()


class Tour(StrEnum):
    """The user's progress in the window's tour."""

    NOT_YET = ""
    BEGUN = "begun"
    OVER = "over"  # taken or skipped: it does not begin by itself again


class Kept(StrEnum):
    """The settings that are stored on this computer for each project."""

    EXPORT = "exports"  # the last export's options
    BROKEN = "broken"  # sources of suggestions that could not be loaded


def _text(stored: QSettings, name: str) -> str:
    value = stored.value(name)
    return value if isinstance(value, str) else ""


def _chosen(value: str, default: _Choice) -> _Choice:
    return type(default)(value) if value in set(type(default)) else default


def _zoom(value: str) -> float:
    try:
        return min(4.0, max(0.5, float(value or 1)))
    except ValueError:
        return 1.0


def _folder(value: str) -> Path | None:
    return Path(value) if value and is_folder(Path(value)) else None


class _Stored(Generic[_Value]):
    """One setting with one value, as an attribute of `Settings`."""

    def __init__(self, name: str, read: Callable[[str], _Value], write: Callable[[_Value], str] = str) -> None:
        self._name, self._read, self._write = name, read, write

    def __get__(self, settings: "Settings", _: type) -> _Value:
        return self._read(_text(settings.stored, self._name))

    def __set__(self, settings: "Settings", value: _Value) -> None:
        settings.stored.setValue(self._name, self._write(value))


class Settings:
    """The user's settings. Each access reads or writes the system's store; an invalid value counts as not set."""

    theme = _Stored("look/theme", lambda value: _chosen(value, Theme.SYSTEM))
    language = _Stored("look/language", lambda value: value if value in LANGUAGES else system_language())
    zoom = _Stored("look/zoom", _zoom, "{:.2f}".format)  # 1 is normal
    annotator = _Stored("person/annotator", str)  # annotator of new projects; "" means the system's name of the user
    import_folder = _Stored("files/import", _folder)  # of the last import; None if it no longer exists
    tour = _Stored("help/tour", lambda value: _chosen(value, Tour.NOT_YET))

    def __init__(self) -> None:
        self.stored = _store()

    def keys(self, action: str) -> tuple[str, ...] | None:
        """Return the shortcuts chosen for an action in Qt's portable form, or None if it has its default shortcuts."""
        if not self.stored.contains(f"keys/{action}"):
            return None
        found = (QKeySequence(key).toString() for key in _text(self.stored, f"keys/{action}").split())
        return tuple(key for key in found if key)

    def choose_keys(self, action: str, shortcuts: Sequence[str] | None) -> None:
        """Store an action's shortcuts; None restores the default shortcuts."""
        if shortcuts is None:
            self.stored.remove(f"keys/{action}")
        else:
            self.stored.setValue(f"keys/{action}", " ".join(shortcuts))

    @property
    def recent_actions(self) -> list[str]:
        """The actions chosen last in the command palette, newest first."""
        return _text(self.stored, "palette/recent").split()

    def remember_action(self, action: str) -> None:
        """Put an action first in the list of recent actions."""
        others = [other for other in self.recent_actions if other != action]
        self.stored.setValue("palette/recent", " ".join([action, *others[: RECENT - 1]]))

    @property
    def reading(self) -> ReadingStyle:
        """The reading style."""
        return ReadingStyle(
            face=_chosen(_text(self.stored, "look/face"), Face.SERIF),
            leading=_chosen(_text(self.stored, "look/leading"), Leading.USUAL),
            measure=_chosen(_text(self.stored, "look/measure"), Measure.USUAL),
            patterns=_text(self.stored, "look/patterns") == "yes",
            **{name: _text(self.stored, f"look/{name}") != "no" for name in _SHOWN},
        )

    @reading.setter
    def reading(self, reading: ReadingStyle) -> None:
        for name in ("face", "leading", "measure"):
            self.stored.setValue(f"look/{name}", str(getattr(reading, name)))
        for name in (*_SHOWN, "patterns"):
            self.stored.setValue(f"look/{name}", "yes" if getattr(reading, name) else "no")

    @property
    def recent(self) -> list[Path]:
        """The projects opened last that still exist, newest first."""
        return MISSING.left_out(self._opened())

    @property
    def last(self) -> Path | None:
        """The project opened last, even if its file no longer exists; None if no project was ever opened."""
        return next(iter(self._opened()), None)

    def remember(self, path: Path) -> None:
        """Put a project first in the list of recent projects."""
        others = [other for other in self.recent if other != path]
        kept = [path.absolute(), *others[: RECENT - 1]]  # the next start may have another working folder
        self.stored.setValue("files/recent", [*map(str, kept)])

    def document(self, project: Path) -> str | None:
        """Return the document that was last open in a project, or None."""
        return _text(self.stored, f"documents/{_key(project)}") or None

    def remember_document(self, project: Path, document: str) -> None:
        """Store which document of a project is open."""
        self.stored.setValue(f"documents/{_key(project)}", document)

    def folder_of_dialog(self, name: str) -> Path | None:
        """Return the folder last chosen in a file dialog; None if it no longer exists or nothing was chosen."""
        return _folder(_text(self.stored, f"folders/{name}"))

    def keep_folder_of_dialog(self, name: str, folder: Path) -> None:
        """Store the folder that was chosen in a file dialog."""
        self.stored.setValue(f"folders/{name}", str(folder))

    def of_project(self, what: Kept, project: Path) -> Mapping[str, Any]:
        """Return the values stored for a project, unchecked; empty if there are none."""
        try:
            value = json.loads(_text(self.stored, f"{what}/{_key(project)}") or "{}")
        except (ValueError, RecursionError):
            return {}
        return value if isinstance(value, dict) else {}

    def keep_of_project(self, what: Kept, project: Path, value: Mapping[str, Any]) -> None:
        """Store values for a project."""
        self.stored.setValue(f"{what}/{_key(project)}", json.dumps(value))

    def listing(self, project: Path) -> str:
        """Return how a project's articles were last listed, or "" if that was never stored."""
        return _text(self.stored, f"listings/{_key(project)}")

    def remember_listing(self, project: Path, listing: str) -> None:
        """Store how a project's articles are listed."""
        self.stored.setValue(f"listings/{_key(project)}", listing)

    def geometry(self, name: str) -> QByteArray:
        """Return the state of a window or splitter that `remember_geometry` stored; empty if none was stored."""
        value = self.stored.value(f"window{_GEOMETRY_VERSION}/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember_geometry(self, name: str, state: QByteArray) -> None:
        """Store the state of a window or splitter."""
        self.stored.setValue(f"window{_GEOMETRY_VERSION}/{name}", state)

    def sync(self) -> None:
        """Write pending changes to the system's store."""
        self.stored.sync()

    def _opened(self) -> list[Path]:
        value = self.stored.value("files/recent", [])
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [Path(name).absolute() for name in names if isinstance(name, str) and name]


def _store() -> QSettings:
    """Return the system's store of settings, or one in memory if a pipe or a lock would block Qt for ever."""
    if sys.platform == "linux":
        folder = Path(QSettings(f"not {ORGANISATION}", APPLICATION).fileName()).parents[1]  # reads no file of ours
        own, shared = folder / ORGANISATION / f"{APPLICATION}.conf", folder / f"{ORGANISATION}.conf"
        for each in (own, own.with_name(f"{own.name}.lock"), shared):
            if os.path.exists(each) and not is_file(each):  # noqa: PTH110  # never raises
                return QSettings(_NOWHERE, QSettings.Format.IniFormat)
    return QSettings(ORGANISATION, APPLICATION)


def _key(project: Path) -> str:
    return str(project).replace("/", "|").replace("\\", "|")


def is_file(path: Path) -> bool:
    """Return whether a file exists. Without permission it returns False, where `Path.is_file` raises."""
    return os.path.isfile(path)  # noqa: PTH113


def typed_path(words: str) -> Path:
    """Return the path that a person typed. ``~`` is the home folder; where `Path.expanduser` raises, ``~`` stays."""
    return Path(os.path.expanduser(words.strip()))  # noqa: PTH111


def is_folder(path: Path) -> bool:
    """Return whether a folder exists. Without permission it returns False, where `Path.is_dir` raises."""
    return os.path.isdir(path)  # noqa: PTH112
