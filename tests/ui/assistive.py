"""Print as JSON what a screen reader is told about a process. Run by the system's Python, because only that has ``gi``.

``assistive.py PID`` prints a list of accessible objects in order, each with role, name, id, place on the screen, and
text.
"""

import json
import sys
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # type: ignore[import-not-found]  # noqa: E402


def programs(process: int) -> list[Any]:
    desktop = Atspi.get_desktop(0)
    every = [desktop.get_child_at_index(index) for index in range(desktop.get_child_count())]
    return [program for program in every if program is not None and program.get_process_id() == process]


def walk(node: Any, depth: int = 0) -> list[dict[str, Any]]:
    place, text = node.get_extents(Atspi.CoordType.SCREEN), node.get_text_iface()
    found = {
        "depth": depth,
        "role": node.get_role_name(),
        "name": node.get_name(),
        "id": node.get_accessible_id().rpartition(".")[2],
        "place": [place.x, place.y, place.width, place.height],
        "text": Atspi.Text.get_text(text, 0, -1) if text is not None else None,
    }
    children = (node.get_child_at_index(index) for index in range(node.get_child_count()))
    return [found, *(below for child in children if child is not None for below in walk(child, depth + 1))]


if __name__ == "__main__":
    Atspi.init()
    json.dump([node for program in programs(int(sys.argv[1])) for node in walk(program)], sys.stdout)
