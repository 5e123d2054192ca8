"""The places of files on Linux: in the Debian package, and in the folder that needs no installation."""

import gzip
import platform
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tools.installers.entries import Entry, tree
from tools.installers.icons import FOLDER as ICONS
from tools.installers.icons import SIZES
from tools.installers.libraries import Needs

ROOT = Path(__file__).resolve().parents[2]
FILES = Path(__file__).parent / "linux_files"
HOME = "usr/lib/spanwright"
METAINFO = "org.spanwright.spanwright.metainfo.xml"
PROGRAMS = ("spanwright", "spanwright-cli")
_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
_MAINTAINER = "Spanwright contributors <spanwright@localhost>"
_DESCRIPTION = """label names and claims in news articles
 Spanwright turns news articles, German and English, into training data. It
 shows the article; analysts label names and claims, which may overlap.
 Suggestions are accepted or rejected with one key, every decision is stored
 at once in one SQLite file, and datasets are exported for spaCy, Hugging
 Face and many other programs. It works without a network.
"""
_COPYRIGHT = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Spanwright
Comment: {home} also holds software of others, unchanged: Python, Qt, spaCy and
 more. THIRD_PARTY.md in this folder names all of it with its licences; their
 texts are in {home}/_internal, in *.dist-info and resources/licences.

Files: *
{holders}
License: Expat

License: Expat
{text}
"""


class Release(NamedTuple):
    """The release that is packed."""

    bundle: Path
    version: str
    when: int
    """Seconds since 1970: the time of all files."""

    @property
    def date(self) -> str:
        """The day of the release, as an ISO date."""
        return datetime.fromtimestamp(self.when, UTC).date().isoformat()

    def filled(self, name: str, **more: str) -> bytes:
        """Return a file of `linux_files`, with version, date and ``more`` filled in."""
        text = (FILES / name).read_text("utf-8")
        for word, value in {"version": self.version, "date": self.date, **more}.items():
            text = text.replace(f"@{word.upper()}@", value)
        return text.encode()


def architecture() -> str:
    """Return Debian's name for this machine's processor."""
    machine = platform.machine()
    return _ARCHITECTURES.get(machine, machine)


def shared(release: Release, place: str) -> Iterator[Entry]:
    """Yield the files that desktops look for: menu entry, icons, file type, description and man pages."""
    yield Entry(f"{place}/applications/spanwright.desktop", release.filled("spanwright.desktop"))
    yield Entry(f"{place}/mime/packages/spanwright.xml", release.filled("spanwright.xml"))
    yield Entry(f"{place}/metainfo/{METAINFO}", release.filled(METAINFO))
    for size in SIZES:
        yield Entry(f"{place}/icons/hicolor/{size}x{size}/apps/spanwright.png", ICONS / f"spanwright-{size}.png")
    yield Entry(f"{place}/icons/hicolor/scalable/apps/spanwright.svg", ICONS / "spanwright.svg")
    pages = (release.filled("spanwright.1"), _commands_page(release.version, release.date))
    for name, page in zip(PROGRAMS, pages, strict=True):
        yield Entry(f"{place}/man/man1/{name}.1.gz", _gzipped(page))


def debian(release: Release) -> Iterator[Entry]:
    """Yield what the Debian package installs."""
    yield from tree(release.bundle, HOME)
    for name in PROGRAMS:
        yield Entry(f"usr/bin/{name}", target=f"../lib/spanwright/{name}")
    yield from shared(release, "usr/share")
    papers = "usr/share/doc/spanwright"
    yield Entry(f"{papers}/copyright", _copyright())
    yield Entry(f"{papers}/THIRD_PARTY.md", ROOT / "THIRD_PARTY.md")
    yield Entry(f"{papers}/changelog.gz", _gzipped(_changelog(release)))
    yield Entry(f"{papers}/CHANGELOG.md.gz", _gzipped((ROOT / "CHANGELOG.md").read_bytes()))


def fields(release: Release, needs: Needs) -> dict[str, str]:
    """Return the fields of the Debian package's control file."""
    depends = [f"libc6 (>= {needs.glibc})", *needs.packages(), "fontconfig-config", "xkb-data"]
    return {
        "Package": "spanwright",
        "Version": release.version,
        "Architecture": architecture(),
        "Maintainer": _MAINTAINER,
        "Depends": ", ".join(depends),
        "Recommends": "libx11-data, shared-mime-info",  # for dead keys; for the type of a project file
        "Suggests": "fonts-noto-color-emoji",
        "Section": "science",
        "Priority": "optional",
        "Description": _DESCRIPTION.rstrip(),
    }


def portable(release: Release, needs: Needs) -> Iterator[Entry]:
    """Yield the content of the portable folder, which needs no installation."""
    place = portable_name(release)
    yield from tree(release.bundle, place)
    yield from shared(release, f"{place}/share")
    libraries = ", ".join(needs.libraries)
    words = {"machine": platform.machine(), "glibc": needs.glibc, "libraries": libraries}
    yield Entry(f"{place}/README.txt", release.filled("README.txt", **words))
    yield Entry(f"{place}/add-to-menu", FILES / "add-to-menu", runs=True)


def portable_name(release: Release) -> str:
    """Return the name of the portable folder."""
    return f"spanwright-{release.version}-linux-{platform.machine()}"


@cache
def _commands_page(version: str, date: str) -> bytes:
    command = [sys.executable, "-m", "tools.installers.man_pages", version, date]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout


def _copyright() -> bytes:
    """Return our licence in the form that Debian requires."""
    _, holders, *text = (ROOT / "LICENSE").read_text("utf-8").strip().split("\n\n")
    lines = "\n\n".join(text).splitlines()
    quoted = "\n".join(f" {line or '.'}" for line in lines)
    return _COPYRIGHT.format(
        home=f"/{HOME}", holders=holders.replace("Copyright (c)", "Copyright:"), text=quoted
    ).encode()


def _changelog(release: Release) -> bytes:
    """Return the changelog in the form that Debian requires; it points to ours, which is in Markdown."""
    when = format_datetime(datetime.fromtimestamp(release.when, UTC))
    return (
        f"spanwright ({release.version}) unstable; urgency=medium\n\n"
        "  * CHANGELOG.md.gz in this folder says what is new.\n\n"
        f" -- {_MAINTAINER}  {when}\n"
    ).encode()


def _gzipped(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)
