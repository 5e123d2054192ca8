"""Project files of earlier versions of the program, one after each migration."""

import gzip
from pathlib import Path

_FOLDER = Path(__file__).parents[2] / "golden/projects"
STATES = sorted(path.name.split(".")[0] for path in _FOLDER.glob("m*.spanwright.gz"))


def old_file(state: str, folder: Path) -> Path:
    """Unpack the file after a migration, such as ``m001``, into a folder."""
    path = folder / f"{state}.spanwright"
    path.write_bytes(gzip.decompress((_FOLDER / f"{state}.spanwright.gz").read_bytes()))
    return path
