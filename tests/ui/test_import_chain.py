"""The longest chain of imports in `ui`, which limits how many modules a reader has to follow."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
LONGEST = 18  # modules


def imported(path):
    """Return the modules of the window that a module imports when it is imported itself."""
    found = [node for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.ImportFrom)]
    names = {f"{node.module}.{alias.name}" for node in found for alias in node.names}
    return (names | {node.module for node in found}) & set(MODULES)


MODULES = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in (ROOT / "ui").rglob("*.py")}


@cache
def chain(module):
    """Return the longest chain of imports from a module downwards."""
    below = [chain(name) for name in imported(MODULES[module])]
    return (module, *max(below, key=len, default=()))


def test_imports_of_window_form_short_chains():
    longest = max(map(chain, MODULES), key=len)
    assert len(longest) <= LONGEST, " → ".join(longest)
