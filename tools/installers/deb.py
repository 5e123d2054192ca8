"""Writes and unpacks Debian packages without Debian's tools. Format: deb(5), and ar(5) around it."""

import hashlib
import io
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tools.installers import xz
from tools.installers.entries import Entry, tar, with_folders

MAGIC = b"!<arch>\n"


def write(path: Path, files: Iterable[Entry], fields: Mapping[str, str], when: int, packed: xz.Packed) -> None:
    """Write a package of files with paths from the root, all with the time ``when``, in seconds since 1970.

    ``fields`` are those of its control file; the installed size is added. ``packed`` are blocks compressed before.
    """
    listed = with_folders(files)
    sums, size = bytearray(), 0
    for entry in listed:
        if entry.content is not None:
            content = entry.read()
            sums += f"{hashlib.md5(content, usedforsecurity=False).hexdigest()}  {entry.path}\n".encode()
            size += -(-len(content) // 1024)
        else:
            size += 1  # as Debian counts folders and links
    about = [*fields.items()]
    about.insert(next(i for i, (name, _) in enumerate(about) if name == "Depends"), ("Installed-Size", str(size)))
    control = "".join(f"{name}: {value}\n" for name, value in about)
    kept = [Entry("control", control.encode()), Entry("md5sums", bytes(sums))]
    members = (
        ("debian-binary", b"2.0\n"),
        ("control.tar.xz", _packed(kept, when, packed)),
        ("data.tar.xz", _packed(listed, when, packed)),
    )
    with path.open("wb") as file:
        file.write(MAGIC)
        for name, content in members:
            file.write(f"{name:<16}{when:<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n".encode())
            file.write(content + b"\n" * (len(content) % 2))


def _packed(entries: list[Entry], when: int, packed: xz.Packed) -> bytes:
    out = io.BytesIO()
    xz.compress(tar([Entry(""), *entries], when, root="./"), out, packed=packed)
    return out.getvalue()


def members(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of the parts of a package."""
    content = path.read_bytes()
    at = len(MAGIC)
    while at < len(content):
        name, size = content[at : at + 16].decode().strip(), int(content[at + 48 : at + 58])
        yield name, content[at + 60 : at + 60 + size]
        at += 60 + size + size % 2


def unpack(path: Path, folder: Path) -> None:
    """Unpack what a package installs into a folder."""
    data = dict(members(path))["data.tar.xz"]
    with tarfile.open(fileobj=io.BytesIO(data)) as file:
        file.extractall(folder, filter="tar")
