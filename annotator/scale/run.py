"""A run over a corpus: the parts that are left, their results, and the file that describes the run."""

import json
import os
import time
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotator.scale import recipe as recipes
from annotator.scale.engines import ENGINES, Engine, Undone, Where
from annotator.scale.part_work import Finished, Reached
from annotator.scale.parts import CorpusPlan, plan
from annotator.scale.places import Folder, json_bytes
from annotator.scale.recipe import Recipe, RunSettings
from annotator.scale.writing import ARTICLES, SUFFIX, SUGGESTIONS
from annotator.system.errors import ModelError, StoreError
from annotator.system.lock import Lock
from annotator.system.staging import clear

RUN = "run.json"
_RECIPE = recipes.FILE.partition("/")[0]
_OWN = frozenset({f"{RUN}.lock", _RECIPE})  # what a run leaves if it is killed at once


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFile:
    """A run as its file describes it; ``parts`` maps each part to its number of rows, or None if unknown."""

    corpus: str
    fingerprint: str
    parts: dict[str, int | None]
    stamps: dict[str, str]


@dataclass(slots=True)
class RunState:
    """The progress of a run.

    Attributes:
        parts: The number of parts.
        standing: The number of parts that had results before the run began.
        total: The number of bytes to read when the run begins.
        done: The bytes of the parts that are finished or failed; other counts are those of finished parts only.
        undone: The parts that failed, with their errors.
        cpu: The processor time in seconds.
        memory: The most memory that a process used, in bytes.
        others: The number of files that have no reader.
        reading: The progress of unfinished parts, by name.
        began: When the run began, by the monotonic clock.
    """

    parts: int
    standing: int
    total: int
    done: int = 0
    articles: int = 0
    suggestions: int = 0
    finished: int = 0
    problems: Counter[str] = field(default_factory=Counter)
    undone: list[Undone] = field(default_factory=list)
    cpu: float = 0.0
    memory: int = 0
    others: int = 0
    reading: dict[str, Reached] = field(default_factory=dict)
    began: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> float:
        """Seconds since the run began."""
        return time.monotonic() - self.began

    @property
    def articles_so_far(self) -> int:
        """The articles read, also those in unfinished parts."""
        return self.articles + sum(far.articles for far in self.reading.values())

    @property
    def done_so_far(self) -> int:
        """The bytes read, also those of unfinished parts."""
        return min(self.total, self.done + sum(far.weight for far in self.reading.values()))

    @property
    def pace(self) -> float:
        """Articles per second."""
        return self.articles_so_far / max(self.seconds, 0.001)

    @property
    def left(self) -> float | None:
        """The estimated seconds left, by the bytes read so far; None before anything is read."""
        done = self.done_so_far
        return self.seconds * (self.total - done) / done if done else None


def prelabel(
    corpus: str, out: str, asked: RunSettings, engine: Engine, where: Where
) -> Generator[RunState, None, None]:
    """Write suggestions for all articles of a corpus, and yield the state after each part, and now and then during it.

    Call this again to continue a run that was stopped: parts that already have results are skipped.

    Raises:
        ModelError: Any ``corpus.…`` code that stops a run; an error that stops only a part is in the state.
        OSError: The corpus cannot be read, or the results cannot be written.
    """
    target = Folder.at(out)
    _refuse_inside(corpus, target)
    with _locked(target):
        written = recipes.write(asked)
        planned = plan(corpus, asked.rows)
        _begin(target, corpus, written, planned)
        standing = target.names(ARTICLES)
        left = [part for part in planned.parts if f"{part.name}{SUFFIX}" not in standing]
        state = RunState(
            parts=len(planned.parts),
            standing=len(planned.parts) - len(left),
            total=sum(part.weight for part in left),
            others=planned.others,
        )
        yield state
        weights = {part.name: part.weight for part in left}
        for answer in ENGINES[engine](left, target.address, written.fingerprint, where) if left else ():
            _take(state, answer, weights)
            yield state
        if not state.undone:
            _clear(target, whole=True)


def _take(state: RunState, answer: Finished | Undone | Reached, weights: dict[str, int]) -> None:
    """Add what an engine reports about a part to the state.

    ``weights`` has the bytes of the parts that are neither finished nor failed, by name.
    """
    if isinstance(answer, Reached):
        if answer.part in weights:  # an event may come after the end of its part
            state.reading[answer.part] = answer
        return
    state.reading.pop(answer.part, None)
    state.done += weights.pop(answer.part)
    if isinstance(answer, Undone):
        state.undone.append(answer)
        return
    state.finished += 1
    state.articles += answer.counted.articles
    state.suggestions += answer.counted.suggestions
    state.problems.update(answer.counted.problems)
    state.cpu += answer.cpu
    state.memory = max(state.memory, answer.memory)


def known(out: Folder) -> RunFile:
    """Read the file that describes the run in a folder.

    Raises:
        ModelError: ``corpus.none``, ``corpus.damaged``.
        OSError: The file cannot be read.
    """
    content = out.read(RUN)
    if content is None:
        raise ModelError("corpus.none", out=out.address)
    with out.undamaged(RUN):
        value: dict[str, Any] = json.loads(content.decode("utf-8", "surrogatepass"))
        if value["format"] != recipes.FORMAT:
            raise ValueError("it was written by another version")  # reported like other damage
        return RunFile(
            corpus=str(value["corpus"]),
            fingerprint=str(value["fingerprint"]),
            parts={str(name): None if rows is None else int(rows) for name, rows in value["parts"].items()},
            stamps={str(name): str(stamp) for name, stamp in value["stamps"].items()},
        )


def _begin(out: Folder, corpus: str, written: Recipe, planned: CorpusPlan) -> None:
    """Write the recipe and the run's file, or check that those in the folder are for the same run."""
    if not out.has(RUN):
        if out.children() - _OWN:
            raise ModelError("corpus.strange", out=out.address)
        recipes.put(written, out)
        _put(out, corpus, written.fingerprint, planned, {})
        return
    before = known(out)
    if before.fingerprint != written.fingerprint:
        what = recipes.differences(out.read(recipes.FILE) or b"", written.content)
        raise ModelError("corpus.other", out=out.address, what=", ".join(what))
    for shard, stamp in planned.stamps.items():
        if before.stamps.get(shard, stamp) != stamp:
            raise ModelError("corpus.changed", shard=shard)
    _put(out, corpus, written.fingerprint, planned, before.stamps)


def _put(out: Folder, corpus: str, fingerprint: str, planned: CorpusPlan, before: dict[str, str]) -> None:
    value = {
        "format": recipes.FORMAT,
        "corpus": Folder.at(corpus).address,
        "fingerprint": fingerprint,
        "parts": {part.name: part.rows for part in planned.parts},
        "stamps": {**before, **planned.stamps},
    }
    out.put(RUN, json_bytes(value))


def _refuse_inside(corpus: str, out: Folder) -> None:
    whole = Folder.at(corpus)
    if whole.path is not None and out.path is not None:
        inside = out.path.resolve().is_relative_to(whole.path.resolve())
    else:
        inside = f"{out.address}/".startswith(f"{whole.address}/")
    if inside:
        raise ModelError("corpus.inside", out=out.address)


@contextmanager
def _locked(out: Folder) -> Iterator[None]:
    """Keep a second run out of a folder on this computer, and remove what killed runs left there."""
    if out.path is None:
        yield  # object storage has no locks; both runs would write the same bytes
        return
    try:
        out.path.mkdir(parents=True, exist_ok=True)
        lock = Lock(out.path / RUN)
    except StoreError as error:
        process = error.details.get("process", "?")
        raise ModelError("corpus.locked", out=out.address, process=process) from error
    try:
        _clear(out, whole=False)
        yield
    finally:
        lock.release()


def _clear(out: Folder, *, whole: bool) -> None:
    """Remove the half-written files that killed processes left in a folder whose lock is held.

    Only the holder of the lock writes the recipe and the run's file. A worker of another computer may still be writing
    a part when its driver has been killed, so its half-written files are removed only when all parts have results
    (``whole``): then the worker would only write the same bytes again.
    """
    if out.path is None:
        return  # an object is written whole or not at all
    clear(out.path, unwritten=RUN)
    for step, _, _ in os.walk(out.path / _RECIPE):
        clear(Path(step), unwritten="")
    if whole:  # before, the folder may turn out to be another one
        for room in list(out.path.iterdir()):
            clear(room, unwritten="" if room.name in {ARTICLES, SUGGESTIONS} else None)
