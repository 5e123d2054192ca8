"""Coverage-guided fuzzing with atheris.

``python tests/fuzz/guided.py NAME… [--seconds N]``: these readers, or all, two minutes each. It makes an environment of
its own, ``.venv-fuzz``, on top of the current one, because the project does not depend on atheris. Failing files are
kept in a folder whose path is printed.
"""

import argparse
import os
import subprocess
import sys
import sysconfig
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".venv-fuzz"
LOCK = Path(__file__).with_name("requirements.lock")
_LARGEST = 1 << 16  # bytes of a file

sys.path.insert(0, str(ROOT))


def environment() -> Path:
    """Create the environment if it is missing, and return its Python."""
    python = FOLDER / "bin/python"
    if not python.exists() or subprocess.run([python, "-c", "import atheris"], check=False).returncode:
        venv.create(FOLDER, with_pip=True, clear=True)
        (site,) = FOLDER.glob("lib/python*/site-packages")
        (site / "project.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
        install: list[str | Path] = [
            python,
            "-m",
            "pip",
            "install",
            "-q",
            "--no-deps",
            "--require-hashes",
            "--only-binary",
            ":all:",
            "-r",
            LOCK,
        ]
        subprocess.run(install, check=True)
    return python


def fuzz(name: str, folder: Path, seconds: int) -> None:
    """Fuzz one reader; the process ends with it."""
    import atheris

    with atheris.instrument_imports(include=["annotator"]):
        from tests.fuzz import readers
    from tests.fuzz.mutation import Spoiler

    whole = readers.seeds_of(name, folder / "seeds")
    attempt = readers.reader(name, folder / "read")
    kinds = list({seed.name: seed for seed in whole}.values())
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(whole):
        (corpus / str(number)).write_bytes(seed.content)

    def one(content: bytes) -> None:
        for kind in kinds:
            attempt(kind, content)

    def mutate(content: bytes, largest: int, seed: int) -> bytes:
        if seed % 3 == 0 or not content:
            return bytes(atheris.Mutate(content, largest))
        return Spoiler([content], seed).spoilt(content)[:largest]

    options = [f"-max_total_time={seconds}", f"-max_len={_LARGEST}", f"-artifact_prefix={folder}/", "-verbosity=0"]
    atheris.Setup([sys.argv[0], str(corpus), *options, "-print_final_stats=1"], one, custom_mutator=mutate)
    atheris.Fuzz()


def main() -> int:
    """Run the command line, with a process for each reader."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.into is not None:
        fuzz(given.names[0], given.into, given.seconds)
        return 0
    from tests.fuzz.readers import NAMES  # not in the process above, which instruments what it imports

    unknown = [name for name in given.names if name not in NAMES]
    if unknown:
        parser.error(f"there is no reader {', '.join(unknown)}; there are {', '.join(NAMES)}")
    python = environment()
    failed = []
    for name in given.names or NAMES:
        folder = Path(tempfile.mkdtemp(prefix=f"guided-{name}-"))
        print(f"{name}: {folder}", flush=True)
        line = [python, "-W", "ignore", __file__, name, "--seconds", str(given.seconds), "--into", folder]
        if subprocess.run(line, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False).returncode:
            failed.append(name)
    print(f"failed: {', '.join(failed)}" if failed else "no reader failed")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
