"""320 damaged project files, damaged as by disks, memory sticks and careless programs.

`make_base` makes the project that is damaged, `damaged` yields one damaged copy after another, each with the pages that
were hit. What is on the other pages has to be saved; see `Base.sure`.
"""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from annotator.editing import edits
from annotator.model.values import SentenceMark, Span, State, new_id
from annotator.store.repair.log_frames import FRAME_HEADER, HEADER, LogContent
from annotator.store.repair.pages import Faults, Image
from tests.annotator.made import add_article, claim, make_project, span, suggestion

PAGE = 4096
KINDS = {  # how many files of each
    "random": 60,
    "zeroed": 50,
    "truncated": 50,
    "swapped": 40,
    "header": 40,
    "flipped": 30,
    "log cut": 30,
    "log damaged": 20,
}
COUNT = sum(KINDS.values())


class Base(NamedTuple):
    """A project to damage, in two states: closed, and killed with its last steps in the write-ahead log.

    ``places`` has for each span the pages of the closed file that hold the span, its article and its text.
    """

    closed: Path
    killed: Path
    places: dict[str, frozenset[int]]

    def sure(self, pages: frozenset[int]) -> set[str]:
        """Return the spans of which no part is on these pages."""
        return {id_ for id_, own in self.places.items() if not own & pages}


class Damaged(NamedTuple):
    """A damaged file, and the pages of it that were hit; ``kind`` is one of `KINDS`."""

    kind: str
    number: int
    path: Path
    pages: frozenset[int]


def make_base(folder: Path, articles: int = 54) -> Base:
    """Create a project with labels, claims, relations, states, suggestions and a log of edits."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(7)
    project = make_project(folder)
    with project.together():
        for number in range(articles):
            _fill(project, chance, number)
    project.checkpoint()
    for number in range(articles, articles + 6):
        _fill(project, chance, number)
    killed = folder / "killed.spanwright"
    for suffix in ("", "-wal"):
        shutil.copy(f"{project.path}{suffix}", f"{killed}{suffix}")
    project.close()
    return Base(project.path, killed, _places(project.path))


def spans(path: Path) -> dict[str, tuple[object, ...]]:
    """Return the readable labels of a project by id."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute(
            "SELECT span.id, span.document, layer, label, start, end, quote, attributes, annotator"
            " FROM span NOT INDEXED JOIN document_text ON document_text.document = span.document ORDER BY span.id"
        )
        return {row[0]: row[1:] for row in rows}


def damaged(base: Base, folder: Path, kinds: dict[str, int] | None = None) -> Iterator[Damaged]:
    """Yield the same damaged copies each time; each stays in ``folder`` until the next one."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind, count in (kinds or KINDS).items():
        chance = random.Random(kind)
        for number in range(count):
            path = folder / f"{kind.replace(' ', '-')}-{number}.spanwright"
            pages = _damage(kind, number, count, base, path, chance)
            yield Damaged(kind, number, path, pages)
            for left in folder.glob(f"{path.stem}.*"):
                if left.is_dir():
                    shutil.rmtree(left)
                else:
                    left.unlink()


def _fill(project, chance, number):
    words = " ".join(chance.choice(["Köln", "sagt", "die", "Wörter", "🎈", "viel", "EU"]) for _ in range(400))
    text = (
        f"Kürzlich 🎈 traf Céline in Köln ein.\n\nDie EU-Kommission sagt, sie spare viel.\n\n{words * (1 + number % 9)}"
    )
    id_ = add_article(project, f"Artikel {number}", f"{number} {text}")
    text = f"{number} {text}"
    made = [span(id_, "Köln", text=text), span(id_, "EU", "ORG", text=text)]
    made.append(claim(id_, "sie spare viel", text=text, attributes={"stance": "affirms"}))
    project.do(edits.add(made))
    project.do(edits.relate(made[2], "claimant", made[1], annotator="anna"))
    for start in range(90, 90 + 8 * (number % 12), 8):
        parts = ((start, start + 4),)
        each = Span(id=new_id(), document=id_, layer="entities", label="PER", parts=parts, annotator="anna")
        project.do(edits.add(each))
        if start % 3 == 0:
            project.do(edits.remove([each], [], annotator="anna"))
    project.put_suggestions(id_, "de_news", [suggestion(id_, "Kommission", "ORG", text=text)])
    project.do(edits.classify(id_, (), "topic", "politics", annotator="anna"))
    project.do(edits.see([SentenceMark(document=id_, annotator="anna", start=0, end=20)], annotator="anna"))
    if number % 3 == 0:
        project.do(edits.set_state(None, id_, State.DONE, annotator="anna"))


def _places(path: Path) -> dict[str, frozenset[int]]:
    with path.open("rb") as file:
        image, faults = Image(file, None, LogContent()), Faults()
        roots: dict[str, Any] = {str(cell.values[1]): cell.values[3] for cell in image.walk(1, faults)}
        pages: dict[str, set[int]] = {}
        for table in ("document", "document_text"):
            known = image.used
            for cell in image.walk(roots[table], faults):
                pages.setdefault(str(cell.values[0]), set()).update({cell.page} | (image.used - known - image.visited))
                known = image.used
        return {
            str(cell.values[0]): frozenset({cell.page} | pages[str(cell.values[1])])
            for cell in image.walk(roots["span"], faults)
        }


def _damage(kind: str, number: int, count: int, base: Base, path: Path, chance: random.Random) -> frozenset[int]:
    if kind.startswith("log"):
        return _damage_log(kind, number, count, base, path, chance)
    content = bytearray(base.closed.read_bytes())
    last = len(content) // PAGE
    hit: set[int] = set()
    if kind == "random":
        for page in chance.sample(range(1, last + 1), 1 + number % 8):
            start, length = (page - 1) * PAGE, chance.choice([PAGE, 512, 64])
            at = start + chance.randrange(PAGE - length + 1)
            content[at : at + length] = chance.randbytes(length)
            hit.add(page)
    elif kind == "zeroed":
        for page in chance.sample(range(1, last + 1), 1 + number % 12):
            content[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
            hit.add(page)
    elif kind == "truncated":
        few = (0, 1, 15, 16, 99, 100, 101, 511, 512, 4095, 4096, 4097, 2 * PAGE, len(content) - 1, len(content) - PAGE)
        size = few[number] if number < len(few) else chance.randrange(PAGE, len(content))
        hit = set(range(size // PAGE + 1, last + 1))
        del content[size:]
    elif kind == "swapped":
        for _ in range(1 + number % 3):
            one, other = (page - 1 for page in chance.sample(range(2, last + 1), 2))
            a, b = (bytes(content[place * PAGE : (place + 1) * PAGE]) for place in (one, other))
            content[one * PAGE : (one + 1) * PAGE], content[other * PAGE : (other + 1) * PAGE] = b, a
            hit |= {one + 1, other + 1}
    elif kind == "header":
        if number % 4 == 3:
            content[:100] = chance.randbytes(100)
        else:
            at = number * 100 // count
            content[at : at + 1 + number % 4] = chance.randbytes(1 + number % 4)
    elif kind == "flipped":
        for _ in range(1 + number % 20):
            at = chance.randrange(len(content))
            content[at] ^= 1 << chance.randrange(8)
            hit.add(at // PAGE + 1)
    path.write_bytes(content)
    return frozenset(hit)


def _damage_log(kind: str, number: int, count: int, base: Base, path: Path, chance: random.Random) -> frozenset[int]:
    shutil.copy(base.killed, path)
    content = bytearray(Path(f"{base.killed}-wal").read_bytes())
    frame = PAGE + FRAME_HEADER
    frames = (len(content) - HEADER) // frame
    if kind == "log cut":
        few = (0, 1, 31, 32, 33, HEADER + frame - 1, HEADER + frame)
        size = few[number] if number < len(few) else chance.randrange(HEADER, len(content))
        del content[size:]
    elif number % 4 == 3:
        content[: chance.choice([4, 24, 32])] = chance.randbytes(4)
    else:
        hit = HEADER + chance.randrange(frames * 3 // 4) * frame
        at = hit + chance.choice([0, 8, 16, FRAME_HEADER, FRAME_HEADER + 100, frame - 64])
        content[at : at + 8] = chance.randbytes(8)
    Path(f"{path}-wal").write_bytes(content)
    del count
    return frozenset()
