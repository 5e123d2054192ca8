"""A day at the desk in the real window: keys are pressed, a picture is taken after each step.

xvfb-run -a -s "-screen 0 1440x900x24" dbus-run-session python -m tests.day OUT [--program CHECKOUT] [--language de]

It needs openbox, xdotool and ImageMagick. With `--program`, an older checkout is shown: its own main.py runs. The
articles are those of the benchmark of decisions.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from time import sleep

ROOT = Path(__file__).resolve().parent.parent
STORIES = ROOT / "tests" / "benchmarks" / "decisions"
LABEL = re.compile(r"\[([^|\]]+)\|\w+\]")

#: Name of the picture, keys, and seconds to wait for what they start.
STEPS = (
    ("opened", "", 12),
    ("first_suggestion", "Tab", 1),
    ("accepted", "Return", 1),
    ("rejected", "BackSpace", 1),
    ("corrected", "1", 2),
    ("taken_in_sight", "a", 2),
    ("what_is_left", "a", 2),
    ("sentence_selected", "ctrl+l", 1),
    ("claim", "c", 4),
    ("claim_taken", "Return", 2),
    ("done_asked", "ctrl+Return", 3),
    ("done", "ctrl+Return", 4),
    ("next_article", "Tab", 2),
    ("said_before", "Return", 2),
    ("palette", "ctrl+k", 1),
    ("palette_query", "type:export spacy", 2),
    ("palette_left", "Escape", 1),
    ("occurrences", "ctrl+shift+f", 3),
    ("occurrences_left", "Escape", 1),
    ("suggestions_of_project", "ctrl+shift+t", 3),
    ("suggestions_left", "Escape", 1),
    ("board", "ctrl+shift+b", 4),
    ("board_left", "Escape", 1),
    ("numbers", "ctrl+shift+m", 4),
    ("numbers_left", "Escape", 1),
    ("labels", "ctrl+shift+g", 3),
    ("labels_left", "Escape", 1),
    ("export", "ctrl+e", 5),
    ("export_left", "Escape", 1),
    ("keys", "F1", 2),
    ("keys_left", "Escape", 1),
)


def main() -> None:
    """Make a project of our own articles, open it, and press the keys of the day."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--program", type=Path, default=ROOT, help="a checkout, by default this one")
    parser.add_argument("--language", choices=("de", "en"), default="en", help="of window and articles")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        spend(Path(folder), asked.out, asked.program.resolve(), asked.language)


def spend(folder: Path, out: Path, program: Path, language: str) -> None:
    home = folder / "home"
    home.mkdir()
    locale = {"de": "de_DE.UTF-8", "en": "C.UTF-8"}[language]
    own = {name: str(home / part) for name, part in _FOLDERS.items()}
    environment = {**os.environ, **own, "HOME": str(home), "LANG": locale, "LC_ALL": locale}
    project = folder / "day.spanwright"
    command = [sys.executable, "main.py"]
    articles = write_articles(folder / "articles", language)
    for arguments in (["new", str(project)], ["import", str(project), str(articles)]):
        subprocess.run([*command, *arguments], cwd=program, env=environment, check=True, stdout=subprocess.DEVNULL)
    with subprocess.Popen(["openbox"]) as manager:
        sleep(1)
        with subprocess.Popen([*command, str(project)], cwd=program, env=environment) as window:
            for number, (name, keys, seconds) in enumerate(STEPS):
                press(keys)
                sleep(seconds)
                subprocess.run(["import", "-window", "root", str(out / f"{number:02} {name}.png")], check=True)
                if window.poll() is not None:
                    print(f"the program ended at {name}")
                    break
            window.terminate()
        manager.terminate()


_FOLDERS = {
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".state",
}


def write_articles(folder: Path, language: str) -> Path:
    """Write each story as a text file, without its labels."""
    folder.mkdir()
    stories = (STORIES / f"{language}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    for number, story in enumerate(stories):
        (folder / f"{number:02}.txt").write_text(LABEL.sub(r"\1", story) + "\n", encoding="utf-8")
    return folder


def press(keys: str) -> None:
    if keys.startswith("type:"):
        subprocess.run(["xdotool", "type", keys.removeprefix("type:")], check=True)
    elif keys:
        subprocess.run(["xdotool", "key", keys], check=True)


if __name__ == "__main__":
    main()
