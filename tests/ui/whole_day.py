"""Spend a whole day in the real program, with real keys and mouse, and take a picture after each step.

``python -m tests.ui.whole_day FOLDER --language de --theme dark --size 1280x720 --scale 2``

It needs an X server, openbox, xdotool and ImageMagick, for example
``xvfb-run -s "-screen 0 1440x900x24" dbus-run-session python -m tests.ui.whole_day FOLDER``. The size is in logical
pixels: ``--size 640x360 --scale 2`` wants a screen of 1280 × 720. The program begins with an empty home, and runs
twice. Each step waits until the object that it names can be seen, so that a step that no longer works ends the day.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from main import main as run_program
from tests.ui.hands import Hands, until

ARTICLES = Path(__file__).with_name("day_articles")
LOCALES = {"de": "de_DE.UTF-8", "en": "C.UTF-8"}
CLIPBOARD = (
    "import sys; from PySide6.QtGui import QGuiApplication; made = QGuiApplication([]);"
    " made.clipboard().setText(sys.argv[1]); made.exec()"
)


class Words(NamedTuple):
    """The words that the steps look for in the articles and in the palette."""

    project: str
    overlooked: str  # a name to label by hand; the first article has it several times
    claim: str  # words of the sentence to label as a claim
    search: str
    sources: str
    questions: str


WORDS = {
    "en": Words("Sellick Bay", "Netsmen", "first turbine", "herring", "suggestion sources", "open questions"),
    "de": Words("Wellsand", "Netz und Kutter", "erste Turbine", "Gutachten", "Vorschlagsquellen", "offene Fragen"),
}


class Day(Hands):
    """Hands with the articles of a language."""

    def __init__(self, asked: argparse.Namespace) -> None:
        super().__init__(asked.folder, asked.scale)
        self.words = WORDS[asked.language]
        whole = (ARTICLES / f"{asked.language}.txt").read_text("utf-8").split("\n\n\n\n")
        self.pasted, *self.others = (article.strip() + "\n" for article in whole)


# What takes more than keys


def create(day: Day) -> None:
    day.press("file.new")
    day.type(day.words.project, "newProjectName")


def paste(day: Day) -> None:
    with _clipboard(day.pasted):
        day.press("file.paste")
    day.see("pasteDialog")


@contextmanager
def _clipboard(text: str) -> Iterator[None]:
    """Own the clipboard, like a program in which somebody pressed Ctrl+C."""
    with subprocess.Popen([sys.executable, "-c", CLIPBOARD, text]) as owner:
        until(lambda: QApplication.clipboard().text() == text)
        yield
        owner.kill()


def choose_folder(day: Day) -> None:
    folder = Path.home() / "Downloads"
    folder.mkdir()
    for number, text in enumerate(day.others):
        (folder / f"{number:02}.txt").write_text(text, "utf-8")
    day.press("file.import")
    day.click("importFolder")
    day.type(str(folder), "fileNameEdit")
    day.press("Return")


def label_by_hand(day: Day) -> None:
    day.select(day.words.overlooked)
    day.press("2")


def claim(day: Day) -> None:
    day.select(day.words.claim)
    day.press("edit.select_sentence")
    day.press("C")


def search(day: Day) -> None:
    day.press("search.open")
    day.type(day.words.search, "searchWords")


def export(day: Day) -> None:
    day.click("exportButton")
    day.see("fileNameEdit")
    day.press("Return")


def press(*names: str) -> Callable[[Day], None]:
    """Return a step that presses keys: those of actions, or keys themselves."""
    return lambda day: day.press(*names)


def click(id_: str) -> Callable[[Day], None]:
    """Return a step that clicks on an object."""
    return lambda day: day.click(id_)


def choose(command: str) -> Callable[[Day], None]:
    """Return a step that chooses a command without a key in the palette; its words are in `WORDS`."""
    return lambda day: day.choose(getattr(day.words, command))


class Step(NamedTuple):
    """A step of the day, and the name of an object that is visible afterwards."""

    name: str
    do: Callable[[Day], object]
    shows: str = "articleView"


FIRST_RUN = (
    Step("first start", press(), "tourCard"),
    Step("tour", press("suggestion.accept"), "tourCard"),
    Step("tour ended", click("tourSkip")),
    Step("new project", create, "newProjectDialog"),
    Step("empty project", press("Return"), "blankPage"),
    Step("paste", paste, "pasteDialog"),
    Step("pasted", click("pasteAdd")),
    Step("import a folder", choose_folder, "importDialog"),
    Step("imported", click("importAdd")),
    Step("first suggestion", press("suggestion.next")),
    Step("accepted", press("suggestion.accept")),
    Step("rejected", press("suggestion.reject")),
    Step("corrected", press("4")),
    Step("labelled by hand", label_by_hand),
    Step("same in other places", press("span.same")),
    Step("claim by hand", claim, "claimCard"),
    Step("proposals taken", press("Return"), "claimCard"),
    Step("field chosen", press("P"), "claimCard"),
    Step("card filled", press("1"), "claimCard"),
    Step("sure ones accepted", press("Esc", "suggestion.go_on")),
    Step("visible ones accepted", press("suggestion.accept_visible")),
    Step("open questions of the article", press("article.done")),
    Step("done and next", press("article.done")),
    Step("search", search, "searchWords"),
    Step("first result", press("Return")),
    Step("sources", choose("sources"), "sourcesWindow"),
    Step("labels", press("Esc", "project.schema"), "schemaWindow"),
    Step("numbers", press("Esc", "project.numbers"), "numbersWindow"),
    Step("board", press("Esc", "project.board"), "boardWindow"),
    Step("board closed", press("Esc")),
    Step("questions of the project", choose("questions"), "questionsTitle"),
    Step("export", press("Esc", "file.export"), "exportDialog"),
    Step("losses", lambda day: day.type("CoNLL", "exportFormat"), "exportDialog"),
    Step("exported", export),
)
SECOND_RUN = (Step("started again", press()),)


def main(arguments: list[str]) -> None:
    """Spend the day: start the program twice, each time in a process of its own."""
    asked = _asked(arguments)
    if asked.steps:
        sys.exit(_live(asked))
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, subprocess.Popen(["openbox"]) as manager:
        settings = Path(home, "Spanwright", "Spanwright.conf")
        settings.parent.mkdir()
        settings.write_text(f"[look]\ntheme={asked.theme}\n")
        own = {f"XDG_{kind}_HOME": home for kind in ("CONFIG", "DATA", "CACHE", "STATE")} | {"HOME": home}
        own |= {"LC_ALL": LOCALES[asked.language], "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": str(asked.scale)}
        try:
            for steps in ("FIRST_RUN", "SECOND_RUN"):
                command = [sys.executable, "-m", "tests.ui.whole_day", *arguments, "--steps", steps]
                subprocess.run(command, env={**os.environ, **own}, check=True)
        finally:
            manager.terminate()


def _live(asked: argparse.Namespace) -> int:
    """Run the program, and the steps in it; return its exit code."""

    def spend(*_application: QApplication) -> int:
        day = Day(asked)
        try:
            day.fill_screen(*map(int, asked.size.split("x")))
            for step in globals()[asked.steps]:
                step.do(day)
                day.see(step.shows)
                day.rest()
                day.picture(step.name)
            day.press("file.quit")
            day.until(lambda: not day.window.isVisible(), "the end")
        except BaseException:  # noqa: BLE001  # the program would report it and run on
            traceback.print_exc()
            os._exit(1)
        return 0

    QApplication.exec = spend  # type: ignore[method-assign]
    return run_program([])


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--language", choices=WORDS, default="en", help="of window and articles")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("--steps", default="", help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
