"""The wheel, installed into a fresh environment where other packages are called `ui` and `resources`."""

import json
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from annotator import __version__
from tests.spanwright.news import make_news
from tools import wheel

ROOT = Path(__file__).parents[2]
FOREIGN = "raise ImportError('a foreign package was imported')\n"
READ = """
import json, sys, spanwright
with spanwright.open(sys.argv[1]) as project:
    quotes = [span.quote for span in project.spans(layer="entities")]
    with project.edit(annotator="ben") as edit:
        edit.label("Ferry line", 0, 5, "PER")
loaded = sorted({name.split(".")[0] for name in sys.modules} & {"PySide6", "spacy", "ui", "resources", "tests"})
print(json.dumps([quotes, loaded, spanwright.__file__]))
"""
CONFIG = """
import sys
from spacy.cli.init_config import init_config
config = init_config(lang="en", pipeline=["ner"])
for name in ("train", "dev"):
    config["corpora"][name] = {"@readers": "spanwright.Corpus.v1", "path": sys.argv[1], "split": name,
        "layer": "entities", "annotator": "anna", "gold": False}
config["training"]["max_steps"] = config["training"]["eval_frequency"] = 2
config.to_disk("config.cfg")
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return wheel.build(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(built, tmp_path_factory):
    """Install the wheel beside the installed packages, and return a function that runs its programs."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=False)
    python = folder / "bin/python"
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", built]
    subprocess.run(pip, check=True)
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "present.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    for name in ("ui", "resources"):
        (site / name).mkdir()
        (site / name / "__init__.py").write_text(FOREIGN, "utf-8")
        (site / name / "models").mkdir()

    def call(program, *arguments, cwd):
        env = {"PATH": "", "HOME": str(cwd), "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
        command = [folder / "bin" / program, *map(str, arguments)]
        return subprocess.run(command, cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=False)

    return call


def test_wheel_holds_two_packages_and_all_resources(built):
    with ZipFile(built) as archive:
        names = set(archive.namelist())
    assert {name.split("/")[0] for name in names} == {"annotator", "spanwright", f"spanwright-{__version__}.dist-info"}
    shipped = {path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert {f"spanwright/_program/{name}" for name in shipped} <= names
    for package, below in (("annotator", ""), ("spanwright", ""), ("ui", "spanwright/_program/")):
        sources = {path.relative_to(ROOT).as_posix() for path in (ROOT / package).rglob("*.py")}
        assert {f"{below}{name}" for name in sources} <= names
    assert {"annotator/py.typed", "spanwright/py.typed", "spanwright/_program/main.py"} <= names


def test_installed_package_reads_and_edits(installed, tmp_path):
    done = installed("python", "-c", READ, make_news(tmp_path), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    quotes, loaded, place = json.loads(done.stdout)
    assert quotes == ["Ilka Brandt", "Port Holm", "Ole Timm"]
    assert loaded == []
    assert "site-packages" in place


def test_installed_command_line_works_beside_foreign_packages(installed, tmp_path):
    news = make_news(tmp_path)
    done = installed("spanwright-cli", "list", news, "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [each["title"] for each in json.loads(done.stdout)["documents"]] == ["Ferry line", "Zwei Fähren"]
    helped = installed("spanwright-cli", cwd=tmp_path)
    assert helped.returncode == 0
    assert "Usage: spanwright-cli [OPTIONS] COMMAND" in helped.stdout
    assert "spanwright [PROJECT]" in helped.stdout


def test_installed_window_passes_the_self_test(installed, tmp_path):
    done = installed("spanwright", "--self-test", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert all(line.startswith("ok ") for line in done.stdout.splitlines())


def test_installed_spacy_trains_from_a_project(installed, tmp_path):
    made = installed("python", "-c", CONFIG, make_news(tmp_path), cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    trained = installed("python", "-m", "spacy", "train", "config.cfg", "--output", "model", cwd=tmp_path)
    assert trained.returncode == 0, trained.stdout + trained.stderr
    meta = json.loads((tmp_path / "model/model-last/meta.json").read_text("utf-8"))
    assert meta["labels"]["ner"] == ["LOC", "PER"]
