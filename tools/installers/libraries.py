"""Finds which libraries the bundle takes from the system, and the Debian packages that have them."""

import re
import subprocess
from pathlib import Path
from typing import NamedTuple

PACKAGES = {  # of Debian and Ubuntu
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
    "libdrm.so.2": "libdrm2",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libstdc++.so.6": "libstdc++6",
    "libz.so.1": "zlib1g",
}
_C_LIBRARY = re.compile(r"(ld-linux[\w-]*|libc|libdl|libm|libpthread|libresolv|librt|libutil)\.so\.\d")
_ELF = b"\x7fELF"


class Needs(NamedTuple):
    """The system libraries and the version of glibc that a bundle needs."""

    libraries: tuple[str, ...]
    glibc: str

    def packages(self) -> list[str]:
        """Return the Debian packages that have the libraries.

        Raises:
            LookupError: The package of a library is not known.
        """
        if unknown := set(self.libraries) - set(PACKAGES):
            raise LookupError(f"Name the Debian package of {', '.join(sorted(unknown))} in {__file__}")
        return sorted({PACKAGES[name] for name in self.libraries})


def needs(bundle: Path) -> Needs:
    """Return the libraries that a bundle loads from the system, as stated in its programs and libraries."""
    there: set[str] = set()
    wanted: set[str] = set()
    versions: set[tuple[int, ...]] = {(2, 17)}
    for path in bundle.rglob("*"):
        if not path.is_file():
            continue
        there.add(path.name)
        with path.open("rb") as file:
            if path.is_symlink() or file.read(len(_ELF)) != _ELF:
                continue
        told = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True).stdout  # noqa: S607
        wanted.update(re.findall(r"NEEDED\s+(\S+)", told))
        versions.update(tuple(map(int, found.split("."))) for found in re.findall(r"\bGLIBC_(\d[\d.]*)", told))
    system = sorted(name for name in wanted - there if not _C_LIBRARY.fullmatch(name))
    return Needs(tuple(system), ".".join(map(str, max(versions))))
