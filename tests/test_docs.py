"""The pages in docs match the code."""

import ast
import re
import sqlite3
import tomllib
from contextlib import closing
from pathlib import Path

import pytest

from tests.annotator.made import make_project

DOCS = Path(__file__).parents[1] / "docs"
ROOT = DOCS.parent
PAGES = sorted(DOCS.rglob("*.md"))
SHADOWS = re.compile(r"(?:claim|document)_search_(?:config|data|docsize|idx|content)$")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_links_between_pages_lead_somewhere(page):
    for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_decisions_are_numbered_without_gap_and_listed():
    pages = sorted(path.name for path in (DOCS / "decisions").glob("[0-9]*.md"))
    assert [int(name[:4]) for name in pages] == list(range(1, len(pages) + 1))
    assert re.findall(r"\]\(([0-9][^)]*)\)", (DOCS / "decisions/README.md").read_text("utf-8")) == pages


def test_each_decision_has_context_decision_and_rejected():
    for page in (DOCS / "decisions").glob("[0-9]*.md"):
        text = page.read_text("utf-8")
        assert re.findall(r"^\*\*(\w+)\.\*\*", text, re.M) == ["Context", "Decision", "Rejected"], page.name


def test_data_model_names_each_table_view_and_column(tmp_path):
    page = (DOCS / "data-model.md").read_text("utf-8")
    rows = {}
    for names, columns in re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|.*?\|(.*)\|$", page, re.M):
        for name in re.findall(r"`(\w+)`", names):
            rows[name] = set(re.findall(r"`(\w+)`", columns))
    rows["claim_now"] = rows["claim_index"]
    project = make_project(tmp_path)
    project.close()
    with closing(sqlite3.connect(project.path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')").fetchall()
        there = {name for (name,) in tables if not SHADOWS.match(name)}
        assert there <= set(rows), f"describe in docs/data-model.md: {there - set(rows)}"
        for name in there:
            if "search" not in name:
                found = {column for _, column, *_ in connection.execute(f"PRAGMA table_xinfo({name})")}
                assert rows[name] >= found, (
                    f"describe the columns of {name} in docs/data-model.md: {found - rows[name]}"
                )


def test_each_promise_names_tests_that_are_there():
    lines = [line for line in (DOCS / "trust.md").read_text("utf-8").splitlines() if line.startswith("| **")]
    assert len(lines) == 10
    for line in lines:
        paths = re.findall(r"`(tests/[^`]+)`", line)
        assert paths, line
        for path in paths:
            assert "def test_" in (ROOT / path).read_text("utf-8"), path


@pytest.mark.parametrize("package", ["annotator", "ui"])
def test_architecture_pictures_match_import_contracts(package):
    page = (DOCS / "architecture.md").read_text("utf-8")
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    (layers,) = (each["layers"] for each in contracts if each.get("containers") == [package])
    (picture,) = re.findall(rf"^```{package}\n(.*?)\n```$", page, re.M | re.S)
    assert picture.split("\n") == layers
    rooms = {room for layer in layers for room in layer.split(" | ")}
    assert set(re.findall(rf"^\| `{package}/(\w+)` \|", page, re.M)) == rooms


def test_files_that_the_architecture_names_are_there():
    page = (DOCS / "architecture.md").read_text("utf-8")
    named = set(re.findall(r"`((?:annotator|ui|tools|resources)/[\w/]+(?:\.py)?)`", page))
    assert len(named) > 50
    assert [name for name in sorted(named) if not any((ROOT / f"{name}{end}").exists() for end in ("", ".py"))] == []


def guides():
    """Yield title and text of each recipe, and of each trip through the code."""
    recipes = (DOCS / "contributing.md").read_text("utf-8").partition("## Recipes")[2]
    yield from re.findall(r"^### ([^\n]+)\n\n(.+?)(?=\n\n###|\Z)", recipes, re.M | re.S)
    trips = (DOCS / "architecture.md").read_text("utf-8").partition("## Five trips")[2]
    yield from re.findall(r"^\*\*(.+?)\.\*\* (.+)$", trips, re.M)


GUIDES = dict(guides())


def names_in(path):
    """Return the names that a file defines or imports; members also with their class."""
    found = set()

    def visit(node, owner):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            found.update({node.name, f"{owner}.{node.name}"})
            owner = node.name if isinstance(node, ast.ClassDef) else owner
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [getattr(target, "id", "") for target in targets]
            found.update({*names, *(f"{owner}.{name}" for name in names)})
        elif isinstance(node, ast.ImportFrom):
            found.update(alias.asname or alias.name for alias in node.names)
        for child in ast.iter_child_nodes(node):
            visit(child, owner)

    visit(ast.parse(path.read_text("utf-8")), "")
    return found


@pytest.mark.parametrize("title", GUIDES)
def test_recipes_and_trips_name_files_and_symbols_that_exist(title):
    quoted = re.findall(r"`([^`]+)`", GUIDES[title])
    paths = {name for name in quoted if re.fullmatch(r"[\w.-]+(?:/[\w.-]+)+|\w+\.(?:md|py|toml)", name)}
    assert [name for name in sorted(paths) if not (ROOT / name).exists()] == []
    known = set().union(*(names_in(ROOT / name) for name in paths if name.endswith(".py")))
    symbols = {name for name in quoted if re.fullmatch(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?", name)} - paths
    assert [name for name in sorted(symbols - known) if not (ROOT / name).is_dir()] == []
    assert len(paths) > 2


def test_there_are_twelve_recipes_and_five_trips():
    assert len(GUIDES) == 17


@pytest.mark.parametrize("title", list(GUIDES)[:12])
def test_recipe_is_short(title):
    assert len(GUIDES[title].splitlines()) <= 12


def test_slots_that_the_recipes_quote_stand_in_the_table():
    table = (ROOT / "ui/shell/action_table.py").read_text("utf-8")
    slots = [slot for text in GUIDES.values() for slot in re.findall(r"`(lambda w: [^`]+)`", text)]
    assert slots
    assert [slot for slot in slots if f"{slot}," not in table] == []
