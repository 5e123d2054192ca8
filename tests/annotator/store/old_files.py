"""Project files of earlier versions of the program, one after each migration.

Run as a module after a new migration, it writes the file of this migration.
"""

import gzip
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.project.project import Project
from annotator.store import file

_FOLDER = Path(__file__).parents[2] / "golden/projects"
STATES = sorted(path.name.split(".")[0] for path in _FOLDER.glob("m*.spanwright.gz"))


def packed(state: str) -> Path:
    """Return the path of the packed file after a migration, such as ``m001``."""
    return _FOLDER / f"{state}.spanwright.gz"


def old_file(state: str, folder: Path) -> Path:
    """Unpack the file after a migration into a folder."""
    path = folder / f"{state}.spanwright"
    path.write_bytes(gzip.decompress(packed(state).read_bytes()))
    return path


def write_newest() -> None:
    """Migrate the newest file, and pack it under the newest migration, unless that has its file."""
    newest = max(file.NAMES).split("_")[0]
    if newest in STATES:
        return
    with TemporaryDirectory() as folder:
        path = old_file(STATES[-1], Path(folder))
        Project.open(path).close()
        packed(newest).write_bytes(gzip.compress(path.read_bytes(), mtime=0))


if __name__ == "__main__":
    write_newest()
