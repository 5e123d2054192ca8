"""Runs the program as a process of its own, reads it through the accessibility tree, and uses mouse and keys."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CLIENT = Path(__file__).with_name("assistive.py")
SYSTEM_PYTHON = "/usr/bin/python3"
PATIENCE = 40  # seconds, for a machine that is busy


def need_tools():
    """Skip the test if the tools for accessibility, mouse and keys are missing."""
    asked = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    try:
        known = subprocess.run([SYSTEM_PYTHON, "-c", asked], capture_output=True, text=True, check=False)
    except OSError:
        pytest.skip("there is no system Python")
    if known.returncode:
        pytest.skip(f"gi is missing: {known.stderr.splitlines()[-1]}")


class Program:
    """One run of ``main.py PROJECT``, or of ``main.py`` alone."""

    def __init__(self, project, home):
        kinds = ("CONFIG", "DATA", "CACHE", "STATE")
        own = {f"XDG_{kind}_HOME": str(home) for kind in kinds}
        own |= {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
        command = [sys.executable, "main.py", *([] if project is None else [str(project)])]
        self.process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **own})
        self.nodes = []
        self.wait(lambda: self.rows() or self.paragraphs())

    def wait(self, ready):
        """Read the tree until ``ready`` returns something true, and return that."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self.process.poll() is None, f"the program ended with {self.process.returncode}"
            self.look()
            if found := ready():
                return found
        raise AssertionError(f"it did not come: {[(n['role'], n['name']) for n in self.nodes if n['name']]}")

    def look(self):
        """Read the accessibility tree."""
        asked = [SYSTEM_PYTHON, str(CLIENT), str(self.process.pid)]
        answer = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=PATIENCE)
        self.nodes = json.loads(answer.stdout) if answer.returncode == 0 else []

    def node(self, id_):
        """Return the object with an objectName."""
        return next((node for node in self.nodes if node["id"] == id_), None)

    def inside(self, id_):
        """Return the objects below another, in order."""
        start = next((place for place, node in enumerate(self.nodes) if node["id"] == id_), len(self.nodes))
        below = []
        for node in self.nodes[start + 1 :]:
            if node["depth"] <= self.nodes[start]["depth"]:
                break
            below.append(node)
        return below

    def paragraphs(self):
        return [node["name"] for node in self.inside("articleView") if node["role"] in {"paragraph", "heading"}]

    def rows(self):
        """Return the spoken words and the place of each span and suggestion of the article."""
        return [node for node in self.inside("articleView") if node["role"] == "label"]

    def row(self, words):
        return next((node for node in self.rows() if node["name"].startswith(words)), None)

    def use(self, *steps):
        """Run an xdotool command on the window."""
        subprocess.run(["xdotool", *map(str, steps)], check=True, timeout=PATIENCE)

    def activate(self):
        found = ["search", "--sync", "--onlyvisible", "--pid", self.process.pid, "--name", "Spanwright"]
        self.use(*found, "windowactivate", "--sync")

    def press(self, *keys):
        self.use("key", "--delay", "60", *keys)

    def click(self, node):
        left, top, width, height = node["place"]
        self.use("mousemove", left + width // 2, top + height // 2, "sleep", "0.1", "click", 1)

    def drag(self, first, last):
        """Drag from the left edge of one row over to the right edge of another."""
        start = first["place"][0] + 1, first["place"][1] + first["place"][3] // 2
        end = last["place"][0] + last["place"][2] - 2, last["place"][1] + last["place"][3] // 2
        middle = (start[0] + end[0]) // 2, (start[1] + end[1]) // 2
        down = ("mousemove", *start, "sleep", "0.1", "mousedown", 1, "sleep", "0.1")
        self.use(*down, "mousemove", *middle, "sleep", "0.1", "mousemove", *end, "sleep", "0.1", "mouseup", 1)

    def quit(self):
        """Quit by the keyboard; return the exit code."""
        self.activate()
        self.press("ctrl+q")
        return self.process.wait(timeout=PATIENCE)

    def kill(self):
        """Kill the program at once, as if the power failed."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=PATIENCE)

    def end(self):
        """Kill the program if it still runs."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(timeout=PATIENCE)
