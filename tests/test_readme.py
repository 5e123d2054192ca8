"""The README and the pages on formats and commands match the code."""

import re
import sys
from pathlib import Path

import dev
from annotator.formats.registry import describe, names
from annotator.model import schema_file
from annotator.model.schema_file import DEFAULT

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
FORMATS = (ROOT / "docs/formats.md").read_text("utf-8")
COMMANDS = (ROOT / "docs/command-line.md").read_text("utf-8")
IN_PANELS = {"A", "P", "W", "Esc"}  # keys of the claim card


def test_readme_keys_exist():
    from ui.shell.action_table import ACTIONS

    tour = README.partition("## Five minutes")[2].partition("##")[0]
    named = set(re.findall(r"\*\*((?:Ctrl\+|Shift\+)*[A-Z0-9][A-Za-z0-9]*)\*\*", tour))
    keys = {key for spec in ACTIONS for key in spec.keys.split()}
    keys |= {(label.key or "").upper() for label in schema_file.load(DEFAULT).labels}
    assert len(named) > 10
    assert named - keys - IN_PANELS == set()


def test_menu_entries_exist():
    from ui.actions import menus
    from ui.shell.action_table import ACTIONS

    entries = {(str(spec.menu), re.sub("[&…]", "", spec.text)) for spec in ACTIONS}
    submenus = set(re.findall(r'tr(?:anslate)?\((?:"Menus", )?"([^"]+)"\)', Path(menus.__file__).read_text("utf-8")))
    pages = (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))
    text = "\n".join(page.read_text("utf-8") for page in pages)
    named = re.findall(
        r"\b(File|Edit|Project|Article|Label|Go|View|Help) → ((?:[A-Z]\w+|the|to|of)(?: [A-Z]\w+| the| to| of)*)", text
    )
    assert len(named) > 3
    assert [
        (menu, entry) for menu, entry in named if (menu.lower(), entry) not in entries and entry not in submenus
    ] == []


def test_readme_files_and_commands_exist():
    for name in re.findall(r"\]\(([^)]+)\)", README):
        assert (ROOT / name).exists()
    usage = (ROOT / "dev.py").read_text("utf-8").partition('"""')[2].partition('"""')[0]
    for command in set(re.findall(r"python3 dev\.py ([a-z]+)", README + COMMANDS)):
        assert f"dev.py {command}" in usage


def format_lines():
    """Yield the lines of the table of formats, as the code has them."""
    columns = ("overlap", "discontinuous", "any_edges", "relations", "attributes", "annotators", "suggestions")
    for name in names():
        known = describe(name)
        holds = known["holds"] or {}
        signs = ["●" if yes else "" for yes in (known["read"], known["write"], *(holds.get(c) for c in columns))]
        yield f"| {known['title']} | `{name}` | {' | '.join(signs)} |".replace("|  |", "| |").replace("|  |", "| |")


def test_format_table_says_what_each_holds():
    written = [line for line in FORMATS.splitlines() if line.startswith("| ") and "`" in line]
    made = list(format_lines())
    missing = "\n".join(line for line in made if line not in written)
    assert written == made, f"docs/formats.md lacks, in the order of the names:\n{missing}"


def test_readme_counts_the_formats():
    assert f"the {len(names())} formats" in README, f"README.md has to say that there are {len(names())} formats"


def test_command_line_runs_in_the_current_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(dev, "environment", lambda _base: Path(sys.executable))
    assert dev.main("cli", "new", "stadt.spanwright") == 0
    assert (tmp_path / "stadt.spanwright").is_file()
