"""A project's adapters, in a folder beside the project file; each generation has its own subfolder.

The newest generation is used. Deleting its subfolder, here or in a file manager, restores the previous generation. The
last three generations are kept.
"""

import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.suggest.adapter.layers import language_of, layer_of
from annotator.suggest.sources.source import SourceInfo, SourceKind
from annotator.suggestions.reliability import Bin
from annotator.system.disk import make_folder
from annotator.system.errors import ModelError
from annotator.system.whole_files import put, replacing

if TYPE_CHECKING:
    from annotator.suggest.adapter.corrector import Corrector

#: The fewest finished articles to learn from.
FEWEST = 10
KEPT = 3
_FACTS = "adapter.json"
_TRIED = "tried.json"
_COURSE = "course.json"
_LONGEST = 1_000  # the most attempts that are stored
_FORMAT = 1
_LARGEST = 10_000_000
_DAMAGE = (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)
_UNFINISHED = ".new"  # suffix of folders that older versions left when they were killed


@dataclass(frozen=True, slots=True, kw_only=True)
class AdapterFacts:
    """The facts about one learner's adapter (see `layers.learner`).

    Attributes:
        base: The name and version of the source that the adapter corrects.
        learnt: The ids of all documents that the adapter learnt from.
        held: The ids of the held-out documents among them, used to evaluate the adapter.
        before: F1 in per cent without the adapter.
        after: F1 in per cent with the adapter.
        bins: The names that the adapter found in documents that it had not learnt from, by score; empty if an earlier
            version wrote the facts.
        tested: The number of these documents.
    """

    base: str
    learnt: tuple[str, ...]
    held: tuple[str, ...]
    before: float
    after: float
    bins: tuple[Bin, ...] = ()
    tested: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """The adapters that are in use together after one run of learning.

    ``facts`` and ``seals`` are by learner (see `layers.learner`). ``seals`` are the hashes of the adapters' folders
    (`checksums.seal`), as far as the project knows them.
    """

    number: int
    folder: Path
    facts: Mapping[str, AdapterFacts]
    seals: Mapping[str, str] = field(default_factory=dict)

    def of(self, learner: str) -> Path:
        """Return the folder of a learner's adapter."""
        return self.folder / learner

    @property
    def version(self) -> str:
        """The number and the total size; the number alone may be that of a generation deleted earlier."""
        return f"{self.number}-{sum(path.stat().st_size for path in self.folder.rglob('*') if path.is_file()):x}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """The result of one run of learning for one language.

    ``day`` is an ISO date, ``articles`` the number of training articles. ``before`` and ``after`` are F1 in per cent on
    held-out articles, without and with the new adapter. ``taken`` is whether the adapter was put to use.
    """

    day: str
    language: str
    articles: int
    before: float
    after: float
    taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningState:
    """The number of finished articles at an attempt to learn, and the models (see `base_of`) that could learn then."""

    articles: int = 0
    bases: frozenset[str] = frozenset()


class Shelf:
    """The folder of a project's adapters; it may not exist yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def present(self) -> Generation | None:
        """Return the generation in use, None if there is none.

        Raises:
            ModelError: ``adapter.broken`` if the generation is damaged.
        """
        numbers = self.numbers()
        return self._generation(numbers[-1]) if numbers else None

    def add(
        self, fresh: Mapping[str, tuple["Corrector", AdapterFacts]], attempts: Iterable[Attempt] = ()
    ) -> Generation:
        """Write a new generation and return it; the present adapters of other learners are copied into it.

        ``attempts`` are stored too. If they cannot be stored, the new generation is removed again, so that a repeated
        run does not start from it.

        Raises:
            ModelError: ``adapter.broken`` if the present generation is damaged.
            OSError: if the generation or the attempts cannot be written.
        """
        present = self.present()
        number = present.number + 1 if present else 1
        make_folder(self.folder)
        shutil.rmtree(self.folder / f"{number:04}{_UNFINISHED}", ignore_errors=True)
        facts = dict(present.facts) if present else {}
        with replacing(self.folder / f"{number:04}") as made:
            made.mkdir()
            for learner in facts.keys() - fresh.keys():
                shutil.copytree(self.folder / f"{number - 1:04}" / learner, made / learner)
            for learner, (corrector, known) in fresh.items():
                (made / learner).mkdir()
                corrector.to_disk(made / learner)
                facts[learner] = known
            _write(made / _FACTS, {"format": _FORMAT, "languages": {name: _value(one) for name, one in facts.items()}})
        try:
            self.add_attempts(attempts)
        except OSError:
            shutil.rmtree(self.folder / f"{number:04}", ignore_errors=True)
            raise
        for old in self.numbers()[:-KEPT]:
            shutil.rmtree(self.folder / f"{old:04}")
        return self._generation(number)

    def go_back(self) -> bool:
        """Delete the generation in use, and return whether there was one.

        Raises:
            OSError: if the generation cannot be deleted.
        """
        numbers = self.numbers()
        if numbers:
            shutil.rmtree(self.folder / f"{numbers[-1]:04}")
        return bool(numbers)

    def last_state(self) -> LearningState:
        """Return the state at the last attempt, successful or not; an empty state if the file is unreadable."""
        try:
            value = _read(self.folder / _TRIED)
            return LearningState(articles=int(value["articles"]), bases=frozenset(map(str, value["bases"])))
        except _DAMAGE:
            return LearningState()

    def store_state(self, state: LearningState) -> None:
        """Store the learning state.

        Raises:
            OSError: if the file cannot be written.
        """
        make_folder(self.folder)
        _write(self.folder / _TRIED, {"articles": state.articles, "bases": sorted(state.bases)})

    def attempts(self) -> tuple[Attempt, ...]:
        """Return all attempts, oldest first; none if the file is unreadable, since attempts are only displayed."""
        try:
            return tuple(map(_attempt, _read(self.folder / _COURSE)))
        except _DAMAGE:
            return ()

    def add_attempts(self, attempts: Iterable[Attempt]) -> None:
        """Append attempts to the stored ones; without attempts nothing is written.

        Raises:
            OSError: if the file cannot be written.
        """
        if not (fresh := list(attempts)):
            return
        make_folder(self.folder)
        kept = [*self.attempts(), *fresh][-_LONGEST:]
        _write(self.folder / _COURSE, [asdict(attempt) for attempt in kept])

    def numbers(self) -> list[int]:
        """Return the numbers of the existing generations, in order."""
        found = self.folder.glob("[0-9][0-9][0-9][0-9]") if self.folder.is_dir() else ()
        return sorted(int(path.name) for path in found if path.is_dir())

    def _generation(self, number: int) -> Generation:
        folder = self.folder / f"{number:04}"
        try:
            value = _read(folder / _FACTS)
            if value["format"] != _FORMAT:
                raise ValueError("it was written by another version")
            facts = {str(language): _facts(one) for language, one in value["languages"].items()}
        except _DAMAGE as error:
            raise ModelError("adapter.broken", folder=folder, reason=f"{_FACTS}: {error}") from error
        return Generation(number=number, folder=folder, facts=facts)


def shelf_of(project: Path) -> Shelf:
    """Return the shelf of a project file: the folder ``NAME.models`` beside it."""
    return Shelf(project.with_suffix(".models"))


def base_of(info: SourceInfo) -> str:
    """Return a source's name and release, as `AdapterFacts.base` stores them."""
    return f"{info.name} {info.release}"


def adapted(sources: tuple[SourceInfo, ...], present: Generation | None) -> tuple[SourceInfo, ...]:
    """Return the sources, each with the adapters that were trained for exactly its version."""
    return tuple(_adapted(info, present) for info in sources) if present else sources


def _adapted(info: SourceInfo, present: Generation) -> SourceInfo:
    """Return a source with its adapters. The names' adapter comes last, since it would change the others' base."""
    if info.kind is not SourceKind.MODEL or info.language is None:
        return info
    fitting = [
        learner
        for learner, facts in sorted(present.facts.items(), reverse=True)
        if language_of(learner) == info.language and facts.base == base_of(info)
    ]
    if not fitting:
        return info
    correctors = (*info.correctors, *map(present.of, fitting))
    seals = tuple((present.of(learner), present.seals[learner]) for learner in fitting if learner in present.seals)
    version = f"{info.version}.{present.version}"
    return replace(info, version=version, correctors=correctors, seals=(*info.seals, *seals))


def learnt_documents(present: Generation | None, sources: Iterable[SourceInfo]) -> frozenset[tuple[str, str]]:
    """Return the (layer, document id) pairs that the adapters in use have learnt from."""
    if present is None:
        return frozenset()
    used = {folder for info in sources for folder in info.correctors}
    return frozenset(
        (layer_of(learner), id_)
        for learner, facts in present.facts.items()
        if present.of(learner) in used
        for id_ in facts.learnt
    )


def _value(facts: AdapterFacts) -> dict[str, Any]:
    return asdict(replace(facts, before=round(facts.before, 2), after=round(facts.after, 2)))


def _facts(value: Mapping[str, Any]) -> AdapterFacts:
    return AdapterFacts(
        base=str(value["base"]),
        learnt=tuple(map(str, value["learnt"])),
        held=tuple(map(str, value["held"])),
        before=float(value["before"]),
        after=float(value["after"]),
        bins=tuple(_bin(one) for one in value.get("bins", ())),
        tested=int(value.get("tested", 0)),
    )


def _bin(value: Mapping[str, Any]) -> Bin:
    found = Bin(
        lowest=float(value["lowest"]),
        highest=float(value["highest"]),
        decided=int(value["decided"]),
        accepted=int(value["accepted"]),
        mean=float(value["mean"]),
    )
    if not 0 <= found.accepted <= found.decided or not found.decided:
        raise ValueError("a count is not a positive number")
    if not all(0 <= score <= 1 for score in (found.lowest, found.highest, found.mean)):
        raise ValueError("a score is not between 0 and 1")
    return found


def _attempt(value: Mapping[str, Any]) -> Attempt:
    return Attempt(
        day=str(value["day"]),
        language=str(value["language"]),
        articles=int(value["articles"]),
        before=float(value["before"]),
        after=float(value["after"]),
        taken=value["taken"] is True,
    )


def _read(path: Path) -> Any:
    with path.open("rb") as stream:
        return json.loads(stream.read(_LARGEST))


def _write(path: Path, value: object) -> None:
    put(path, (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode())
