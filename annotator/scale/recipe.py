"""The recipe of a run: everything that decides about its suggestions, written beside them.

A worker reads the recipe from the folder of the results, so the path is all that it needs. The SHA-256 of the recipe's
file is the fingerprint of the run. Models that do not ship with the program are stored with the recipe, which has the
hash of each of their files.
"""

import hashlib
import json
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from annotator import __version__
from annotator.model import schema_file
from annotator.model.schema import Schema
from annotator.scale.places import Folder, json_bytes
from annotator.suggest.crf import checksums
from annotator.suggest.sources import patterns, registry
from annotator.suggest.sources.memory.seen import SeenString
from annotator.suggest.sources.pipeline_folder import describe
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import SourceInfo, SourceKind, Speed
from annotator.suggestions.label_roles import USUAL, Roles
from annotator.system.errors import ModelError
from annotator.system.whole_files import sha256_of

FORMAT = "spanwright-corpus/1"
VECTORS = "vectors"  # only recipes of runs with vectors have this key
FILE = "recipe/recipe.json"
ROWS = 2_000  # rows in a part
_LIBRARIES = ("spacy", "numpy", "pyarrow", "python-crfsuite")
_KINDS = frozenset({SourceKind.MODEL, SourceKind.SEEN, SourceKind.RULES, SourceKind.PATTERNS})


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings:
    """The settings by which every article gets its suggestions.

    Attributes:
        labels: The wanted labels; see `wanted_sources.labels_of`.
        sources: The sources that suggest.
        fallback: The language of texts that are too short to tell.
        seen: The decisions of a project.
        language: The language of all articles, or None to detect it.
        columns: The column for each field (`annotator.corpus.article.FIELDS`), or None to guess the columns.
        page_rules: The project's setting of page furniture.
        rows: The number of rows in a part.
        vectors: Whether articles and claims also get vectors of their meaning.
    """

    schema: Schema
    labels: tuple[str, ...]
    sources: tuple[SourceInfo, ...]
    fallback: str
    seen: tuple[SeenString, ...] = ()
    language: str | None = None
    columns: Mapping[str, str] | None = None
    page_rules: str = ""
    rows: int = ROWS
    vectors: bool = False


@dataclass(frozen=True, slots=True)
class Recipe:
    """A recipe as written: its bytes, and the model files stored with it, by name in the folder of results."""

    content: bytes
    models: Mapping[str, Path]

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the recipe, in hex."""
        return hashlib.sha256(self.content).hexdigest()


def environment() -> dict[str, str]:
    """Return the facts that must be the same on all machines of a run: processor, program, Python and libraries."""
    found = {"machine": platform.machine(), "python": ".".join(platform.python_version_tuple()[:2])}
    for name in _LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "none"
    return {**found, "spanwright": __version__}


def write(asked: RunSettings) -> Recipe:
    """Return the recipe for these settings.

    Raises:
        ModelError: ``corpus.source`` for a source that needs more than texts; ``source.missing``; ``source.meaning``.
        OSError: A model cannot be read.
    """
    models: dict[str, Path] = {}
    shipped = {info.name: info for info in available().sources}
    value = {
        "format": FORMAT,
        "environment": environment(),
        "schema": json.loads(schema_file.dumps(asked.schema)),
        "labels": list(asked.labels),
        "language": asked.language,
        "fallback": asked.fallback,
        "columns": dict(asked.columns) if asked.columns is not None else None,
        "page_rules": asked.page_rules,
        "rows": asked.rows,
        "seen": [list(each) for each in asked.seen],
        "sources": [_source_to(info, shipped.get(info.name), models) for info in asked.sources],
        **({VECTORS: {"model": _meaning_model()}} if asked.vectors else {}),
    }
    return Recipe(json_bytes(value), models)


def put(recipe: Recipe, out: Folder) -> None:
    """Write a recipe into the folder of results, its models first.

    Raises:
        OSError: The recipe cannot be written.
    """
    for name, path in recipe.models.items():
        out.put(name, path.read_bytes())
    out.put(FILE, recipe.content)


def differences(one: bytes, other: bytes) -> list[str]:
    """Return the keys by which two recipes differ, sorted; just "recipe" if one of them is not a recipe."""
    try:
        first, second = json.loads(one), json.loads(other)
        return sorted(key for key in {*first, *second} if first.get(key) != second.get(key))
    except (ValueError, AttributeError, TypeError, RecursionError):
        return ["recipe"]


@lru_cache(maxsize=2)  # a process reads parts of one run; models stay in the cache of `pipeline.load`
def known(out: str, fingerprint: str) -> RunSettings:
    """Read a recipe in a worker, and check that this worker can follow it exactly.

    Raises:
        ModelError: ``corpus.recipe`` if it was changed, ``corpus.worker`` if something here has another version.
        OSError: The recipe cannot be read.
    """
    folder = Folder(out)
    content = folder.read(FILE)
    if content is None or hashlib.sha256(content).hexdigest() != fingerprint:
        raise ModelError("corpus.recipe", file=FILE, out=out)
    value = json.loads(content.decode("utf-8", "surrogatepass"))
    check(value["environment"], environment())
    if VECTORS in value and value[VECTORS]["model"] != (here := _meaning_model()):
        raise ModelError("corpus.worker", what=f"meaning {here} instead of {value[VECTORS]['model']}")
    shipped = {info.name: info for info in available().sources}
    return RunSettings(
        schema=schema_file.loads(json.dumps(value["schema"]), name=FILE),
        labels=tuple(value["labels"]),
        sources=tuple(_source_from(one, shipped, folder) for one in value["sources"]),
        fallback=value["fallback"],
        seen=tuple(SeenString._make((*each[:8], tuple(each[8]), *each[9:])) for each in value["seen"]),
        language=value["language"],
        columns=value["columns"],
        page_rules=value["page_rules"],
        rows=value["rows"],
        vectors=VECTORS in value,
    )


def check(wanted: Mapping[str, str], here: Mapping[str, str]) -> None:
    """Check that a worker has the same environment as the run.

    Raises:
        ModelError: ``corpus.worker``.
    """
    other = [
        f"{name} {here.get(name, 'none')} instead of {wanted.get(name, 'none')}"
        for name in sorted({*wanted, *here})
        if wanted.get(name) != here.get(name)
    ]
    if other:
        raise ModelError("corpus.worker", what=", ".join(other))


def has_vectors(out: Folder) -> bool:
    """Return whether the results in a folder have vectors.

    Raises:
        ModelError: ``corpus.damaged``.
        OSError: The recipe cannot be read.
    """
    with out.undamaged(FILE):
        return VECTORS in json.loads(out.read(FILE) or b"{}")


def _meaning_model() -> str:
    """Return the hash that identifies the model of meaning."""
    folder = registry.ENCODER.folder
    try:
        return checksums.seal(folder)
    except (OSError, ValueError) as error:
        raise ModelError("source.meaning", reason=error) from error


def _source_to(info: SourceInfo, shipped: SourceInfo | None, models: dict[str, Path]) -> dict[str, Any]:
    """Return a source as a JSON value; models that do not come with the program are added to ``models``."""
    if info.kind not in _KINDS:
        raise ModelError("corpus.source", name=info.name)
    ships = shipped is not None and shipped.folder == info.folder
    base = shipped if ships and shipped is not None else info if info.folder is None else describe(info.folder)
    added = info.correctors[len(base.correctors) :]
    seals = dict(info.seals)
    return {
        "name": info.name,
        "version": info.version,
        "base": base.version,
        "kind": str(info.kind),
        "speed": str(info.speed),
        "share": info.share,
        "labels_as": [list(pair) for pair in info.labels_as],
        "folder": None if ships or info.folder is None else _copied(info.folder, models),
        "adapters": [{"seal": seals.get(folder), **_copied(folder, models)} for folder in added],
        **(
            {"roles": [list(map(list, info.roles.ours)), list(map(list, info.roles.theirs))]}
            if info.roles != USUAL
            else {}
        ),
        **({"lists": list(info.lists), "labels": list(info.labels)} if info.kind is SourceKind.PATTERNS else {}),
    }


def _copied(folder: Path, models: dict[str, Path]) -> dict[str, Any]:
    """Add the files of a model to ``models``, which will be copied; return their folder and their hashes."""
    number = 1 + len({name.split("/")[2] for name in models})
    place = f"recipe/models/{number:02}"
    hashes = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = f"{place}/{path.relative_to(folder).as_posix()}"
        models[name] = path
        hashes[name] = sha256_of(path)
    return {"place": place, "files": hashes}


def _source_from(value: Mapping[str, Any], shipped: Mapping[str, SourceInfo], out: Folder) -> SourceInfo:
    if value["kind"] == SourceKind.PATTERNS:
        return _lists_from(value)
    base = describe(_model(value["folder"], out)) if value["folder"] else shipped.get(value["name"])
    if base is None or base.version != value["base"]:
        what = f"{value['name']} {base.version if base else 'none'} instead of {value['base']}"
        raise ModelError("corpus.worker", what=what)
    adapters = [(_model(each, out), each["seal"]) for each in value["adapters"]]
    return replace(
        base,
        version=value["version"],
        kind=SourceKind(value["kind"]),
        speed=Speed(value["speed"]),
        share=value["share"],
        labels_as=tuple((own, label) for own, label in value["labels_as"]),
        roles=_roles_from(value.get("roles", ((), ()))),
        correctors=(*base.correctors, *(folder for folder, _ in adapters)),
        seals=(*base.seals, *((folder, seal) for folder, seal in adapters if seal)),
    )


def _roles_from(value: Sequence[Sequence[Sequence[str]]]) -> Roles:
    ours, theirs = (tuple((first, second) for first, second in pairs) for pairs in value)
    return Roles(ours=ours, theirs=theirs)


def _lists_from(value: Mapping[str, Any]) -> SourceInfo:
    """Return the source for a project's word lists, which a worker knows only from the recipe."""
    version: str = value["version"]
    if version.partition(".")[0] != patterns.INFO.version:
        what = f"{patterns.INFO.name} {patterns.INFO.version} instead of {version}"
        raise ModelError("corpus.worker", what=what)
    return replace(patterns.INFO, version=version, labels=tuple(value["labels"]), lists=tuple(value["lists"]))


def _model(value: Mapping[str, Any], out: Folder) -> Path:
    """Return the local folder of a model in the recipe, after checking the hashes of all its files.

    Raises:
        ModelError: ``corpus.recipe`` if a file was changed.
    """
    place: str = value["place"]
    files: Mapping[str, str] = value["files"]
    root = out.fetched(list(files))
    there = {path.relative_to(root).as_posix() for path in (root / place).rglob("*") if path.is_file()}
    for name in sorted({*files, *there}):
        if name not in files or name not in there or sha256_of(root / name) != files[name]:
            raise ModelError("corpus.recipe", file=name, out=out.address)
    return root / place


def kinds_of(sources: Sequence[SourceInfo]) -> tuple[SourceInfo, ...]:
    """Return the sources that work on a corpus: they need only the text and the decisions of a project."""
    return tuple(info for info in sources if info.kind in _KINDS)
