"""Checks that the results of a run are complete and undamaged."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from annotator.processes.worker import Progress, no_progress
from annotator.scale import recipe
from annotator.scale.places import Folder
from annotator.scale.run import known
from annotator.scale.writing import ARTICLES, SUFFIX, SUGGESTIONS, article_columns, suggestion_columns
from annotator.system.errors import QT_TRANSLATE_NOOP, ModelError

_TWICE = QT_TRANSLATE_NOOP("Errors", "a row is there twice")
_ROWS = QT_TRANSLATE_NOOP("Errors", "it does not have as many rows as the corpus")
_STRANGE = QT_TRANSLATE_NOOP("Errors", "it belongs to no part of the corpus")
_ALONE = QT_TRANSLATE_NOOP("Errors", "a suggestion is for an article that is not there")
_COLUMNS = QT_TRANSLATE_NOOP("Errors", "it has other columns")
_GONE = QT_TRANSLATE_NOOP("Errors", "it is missing")


@dataclass(slots=True)
class Checked:
    """The result of a check. ``undone`` are parts without results; ``damage`` are the errors of files."""

    parts: int = 0
    articles: int = 0
    suggestions: int = 0
    problems: Counter[str] = field(default_factory=Counter)
    undone: list[str] = field(default_factory=list)
    damage: list[ModelError] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Whether nothing is missing or damaged."""
        return not (self.undone or self.damage)


def check(out: str, *, progress: Progress = no_progress) -> Checked:
    """Read the keys of all results and compare them with the run; progress counts parts.

    Raises:
        ModelError: ``corpus.none``, ``corpus.damaged``.
        OSError: The folder cannot be read.
    """
    folder = Folder.at(out)
    run = known(folder)
    found = Checked(parts=len(run.parts))
    content = folder.read(recipe.FILE)
    if content is None or hashlib.sha256(content).hexdigest() != run.fingerprint:
        found.damage.append(ModelError("corpus.recipe", file=recipe.FILE, out=folder.address))
    standing = {name: folder.names(name) for name in (ARTICLES, SUGGESTIONS)}
    wanted = {f"{part}{SUFFIX}" for part in run.parts}
    for room, names in standing.items():
        found.damage += [
            folder.damaged(f"{room}/{name}", _STRANGE)
            for name in sorted(names - wanted)
            if name.endswith(SUFFIX) and not name.startswith(".")
        ]
    vectors = content is not None and recipe.has_vectors(folder)
    columns = article_columns(vectors=vectors), suggestion_columns(vectors=vectors)
    for done, (part, rows) in enumerate(sorted(run.parts.items()), 1):
        if f"{part}{SUFFIX}" in standing[ARTICLES]:
            found.damage += _of_part(folder, (part, rows), columns, found)
        else:
            found.undone.append(part)
        progress(done, len(run.parts))
    return found


def _of_part(
    folder: Folder, known_part: tuple[str, int | None], columns: tuple[Any, Any], found: Checked
) -> Iterator[ModelError]:
    part, rows = known_part
    names = {room: f"{room}/{part}{SUFFIX}" for room in (ARTICLES, SUGGESTIONS)}
    articles = _column(folder, names[ARTICLES], columns[0], ["key", "problem"])
    suggestions = _column(folder, names[SUGGESTIONS], columns[1], ["key"])
    for table in (articles, suggestions):
        if isinstance(table, ModelError):
            yield table
    if isinstance(articles, ModelError) or isinstance(suggestions, ModelError):
        return
    keys: list[str] = articles["key"]
    here = [key for key, problem in zip(keys, articles["problem"], strict=True) if problem is None]
    found.articles += len(here)
    found.suggestions += len(suggestions["key"])
    found.problems.update(problem for problem in articles["problem"] if problem is not None)
    if len(set(keys)) < len(keys):
        yield folder.damaged(names[ARTICLES], _TWICE)
    if rows is not None and rows != len(keys):
        yield folder.damaged(names[ARTICLES], _ROWS)
    if not set(suggestions["key"]) <= set(here):
        yield folder.damaged(names[SUGGESTIONS], _ALONE)


def _column(folder: Folder, name: str, columns: Any, wanted: list[str]) -> dict[str, list[Any]] | ModelError:
    """Return columns of a result file by name, or the error that describes its damage."""
    import pyarrow as pa
    from pyarrow import parquet

    try:
        with folder.open(name) as file:
            opened = parquet.ParquetFile(file)
            if not opened.schema_arrow.equals(columns):
                return folder.damaged(name, _COLUMNS)
            read: dict[str, list[Any]] = opened.read(columns=wanted).to_pydict()
    except FileNotFoundError:
        return folder.damaged(name, _GONE)
    except (pa.ArrowException, OSError, ValueError) as error:
        return folder.damaged(name, str(error).splitlines()[0])
    return read
