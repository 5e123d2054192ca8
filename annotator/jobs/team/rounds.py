"""Rounds: packages with articles that somebody labels apart from all other labels, in a re-test or for practice."""

from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

from annotator.editing.edits import now
from annotator.jobs.team.packing import Written
from annotator.model import packages
from annotator.model.values import Package, new_id
from annotator.project.project import Project
from annotator.store import copies
from annotator.system.errors import StoreError


def written(opened: Project, purpose: str) -> list[tuple[str, Package]]:
    """Return the packages that were written for rounds, each with its person, oldest first."""
    every = (each for each in opened.read.assigned.packages() if each.purpose == purpose)
    return [(str(each.options.get("person", "")), each) for each in every]


def people(opened: Project) -> list[str]:
    """Return who has a round, sorted: somebody who only practises has no labels in the project."""
    return sorted({str(each.options.get("person", "")) for each in opened.read.assigned.packages()} - {""})


def documents(package: Package) -> list[str]:
    """Return the articles that a round was written for; a copy that was merged may say anything."""
    found = package.options.get("documents")
    return [id_ for id_ in found if isinstance(id_, str)] if isinstance(found, list) else []


def had(opened: Project, person: str, purpose: str) -> set[str]:
    """Return the articles that were in a person's rounds."""
    return {id_ for name, each in written(opened, purpose) if name == person for id_ in documents(each)}


def drawn(opened: Project, free: Sequence[str], annotator: str, wanted: int, seed: int) -> list[str]:
    """Draw some articles by the labels that somebody set in them, the rarest first; return them in their order."""
    mixed = sorted(free, key=lambda id_: blake2b(f"{seed} {id_}".encode(), digest_size=8).digest())
    labels = opened.read.assigned.labels_in(annotator)
    counts = Counter(label for id_ in mixed for label in labels.get(id_, ()))
    ordered = sorted(counts, key=lambda label: (counts[label], label)) or [""]
    taken: dict[str, None] = {}
    while len(taken) < min(wanted, len(mixed)):
        for label in (*ordered, ""):
            fitting = (id_ for id_ in mixed if id_ not in taken and (not label or label in labels.get(id_, ())))
            if len(taken) < wanted and (found := next(fitting, None)) is not None:
                taken[found] = None
    return [id_ for id_ in free if id_ in taken]


def planned(
    opened: Project, folder: Path, person: str, purpose: str, ids: Sequence[str], options: Mapping[str, Any]
) -> Written:
    """Return the package of a person's next round, which is not written yet.

    Raises:
        AnnotatorError: ``person.name``, or ``store.exists``.
    """
    name = _next_name(opened, person)
    path = folder / f"{packages.file_names([name])[name]}{copies.SUFFIX}"
    if path.exists():
        raise StoreError("store.exists", file=path)
    options = {**options, "documents": list(ids), "person": person}
    package = Package(id=new_id(), annotator=name, purpose=purpose, made=now(), options=options)
    return Written(package=package, path=path, articles=len(ids))


def _next_name(opened: Project, person: str) -> str:
    taken = {*opened.read.annotators(rounds=True), *opened.read.assigned.people(), *opened.read.assigned.rounds()}
    number = 2
    while (name := f"{person}~{number}") in taken:
        number += 1
    packages.check_name(name)
    return name
