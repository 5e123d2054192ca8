"""Rounds: packages for a re-test or for practice, whose labels are kept apart from all others."""

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
    """Return the packages written for rounds, each with the name of its person, oldest first."""
    every = (each for each in opened.read.assigned.packages() if each.purpose == purpose)
    return [(str(each.options.get("person", "")), each) for each in every]


def people(opened: Project) -> list[str]:
    """Return the names of all people with a round, sorted; a person who only practised has no labels in the project."""
    return sorted({str(each.options.get("person", "")) for each in opened.read.assigned.packages()} - {""})


def had(opened: Project, person: str, purpose: str) -> set[str]:
    """Return the articles of all of a person's rounds for this purpose."""
    return {id_ for name, each in written(opened, purpose) if name == person for id_ in each.documents}


def drawn(opened: Project, free: Sequence[str], annotator: str, wanted: int, seed: int) -> list[str]:
    """Draw articles by the labels that an annotator set in them, rare labels first; return them in ``free``'s order."""
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
    """Plan the package of a person's next round; nothing is written.

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
