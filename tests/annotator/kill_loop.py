"""Label without end and print each edit's id once it is stored; a test kills this process at any moment.

python kill_loop.py PROJECT SEED
"""

import random
import sys
from collections.abc import Callable
from pathlib import Path

from annotator.editing import edits
from annotator.editing.edits import Edit
from annotator.model.values import CLAIMS, ENTITIES, Span, Suggestion, new_id
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from annotator.system.errors import StoreError


def main(path: str, seed: int) -> None:
    """Open the project and label until killed."""
    chance = random.Random(seed)
    project = Project.open(Path(path))
    documents = project.read.document_ids(DocumentQuery(annotator=None))
    print("open", flush=True)
    while True:
        document = chance.choice(documents)
        edit = step(project, document, chance)
        if edit is not None:
            print(edit.id, flush=True)


def step(project: Project, document: str, chance: random.Random) -> Edit | None:
    """Make one random edit; return the edit that was stored, or None."""
    here = project.read.annotated(document, "anna", suggestions=True)
    match chance.choice(["add", "relabel", "accept", "relate", "remove", "undo", "redo", "suggest"]):
        case "undo":
            return tried(project.undo, document)
        case "redo":
            return tried(project.redo, document)
        case "suggest":
            project.put_suggestions(document, "seen", [guess(document, here.document.text, chance) for _ in range(5)])
            return None
        case "add":
            edit = edits.add([words(document, here.document.text, chance) for _ in range(chance.randint(1, 20))])
        case "relabel" if here.spans:
            edit = edits.relabel(chance.choice(here.spans), ENTITIES, "MISC", annotator="anna")
        case "accept" if here.suggestions:
            edit = edits.accept(here.suggestions, here.spans, annotator="anna")
        case "relate" if here.spans:
            ends = chance.choice(here.spans), chance.choice(here.spans)
            edit = edits.relate(ends[0], "repeats", ends[1], annotator="anna")
        case "remove" if here.spans:
            gone = chance.sample(here.spans, min(3, len(here.spans)))
            edit = edits.remove(gone, project.read.relations_of(s.id for s in gone), annotator="anna")
        case _:
            return None
    project.do(edit)
    return edit


def tried(take: Callable[[str], Edit | None], document: str) -> Edit | None:
    """Undo or redo a step; return None if that is refused."""
    try:
        return take(document)
    except StoreError:
        return None


def words(document: str, text: str, chance: random.Random) -> Span:
    """Label random words of the text."""
    start = chance.randrange(len(text) - 10)
    layer, label = chance.choice([(ENTITIES, "LOC"), (CLAIMS, "CLAIM")])
    parts = ((start, start + chance.randint(1, 9)),)
    return Span(id=new_id(), document=document, layer=layer, label=label, parts=parts, annotator="anna")


def guess(document: str, text: str, chance: random.Random) -> Suggestion:
    """Suggest a label for random words of the text."""
    start = chance.randrange(len(text) - 10)
    parts = ((start, start + 5),)
    return Suggestion(
        id=new_id(), document=document, layer=ENTITIES, label="PER", parts=parts, source="seen", version="1"
    )


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
