"""Third-party parts that ship with Spanwright are named, with their licences and licence texts."""

import tomllib
from importlib import metadata
from pathlib import Path

import PySide6
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
NOTICES = ROOT / "THIRD_PARTY.md"
TABLE = "| Package | Licence |\n|---|---|\n"
OF_QT = {"pyside6-essentials", "shiboken6"}  # their wheels hold no text: resources/licences does


def shipped():
    """Return the packages that the program needs at run time, by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    todo, found = list(project["dependencies"]), {}
    while todo:
        need = Requirement(todo.pop())
        name = canonicalize_name(need.name)
        if name in found or (need.marker and not need.marker.evaluate({"extra": ""})):
            continue
        found[name] = metadata.distribution(name)
        todo += found[name].requires or []
    return dict(sorted(found.items()))


def licence(package):
    told = package.metadata
    classes = [c for c in told.get_all("Classifier") or [] if c.startswith("License ::")]
    return told.get("License-Expression") or told.get("License") or classes[0].split(" :: ")[-1]


def test_the_notices_name_each_package_with_its_licence(request):
    text = NOTICES.read_text("utf-8")
    head = text.partition(TABLE)[0]
    rows = "".join(f"| {name} | {licence(package)} |\n" for name, package in shipped().items())
    if request.config.getoption("--update-golden"):
        text = head + TABLE + rows
        NOTICES.write_text(text, "utf-8")
    assert text == head + TABLE + rows


@pytest.mark.parametrize("name", sorted(shipped().keys() - OF_QT))
def test_a_package_brings_its_licence_text(name):
    names = [file.name.upper() for file in metadata.distribution(name).files or ()]
    assert any(name.startswith(("LICEN", "COPYING")) for name in names)


def test_notices_name_the_qt_release_and_licences():
    assert f"PySide6 {PySide6.__version__}" in NOTICES.read_text("utf-8")
    for name, words in (("LGPL-3.0.txt", "GNU LESSER GENERAL"), ("GPL-3.0.txt", "GNU GENERAL")):
        text = (ROOT / "resources/licences" / name).read_text("utf-8")
        assert words in text
        assert "Version 3, 29 June 2007" in text
