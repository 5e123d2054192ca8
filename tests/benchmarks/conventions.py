"""Suggestions for names inside words and for derived words, by the number of decisions about each kind of word.

``python tests/benchmarks/conventions.py [--json FILE]``. The texts are of our own writing (`conventions/de.txt` and
`conventions/en.txt`), with ``[Siemens|ORG part]-Chef``. Two thirds of the articles are decided by edits, until so many
words of each shape are; precision and recall are those of the remaining third.
"""

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.editing.edits import Edit
from annotator.jobs.suggesting.wanted_sources import prepare_here
from annotator.model import schema_file
from annotator.model.compounds import FORM
from annotator.model.values import ENTITIES, Document, Span, Suggestion, new_id
from annotator.processes.worker import no_progress
from annotator.project.project import Project, SourceAnswer
from annotator.suggest.sources.memory.word_shapes import rest_of, shape_before, shaped
from annotator.suggest.sources.registry import available
from annotator.suggest.tiers import Tier, tier_of
from annotator.suggest.work import prepare
from tests.benchmarks._figures import Goal, finish

FOLDER = Path(__file__).parent / "conventions"
LABELS = ("PER", "ORG", "LOC", "MISC")
LEVELS = (0, 5, 10)
SURE_AND_RIGHT = 94  # per cent
_NAME = re.compile(r"\[([^|\]]+)\|([A-Z]+)(?: (part|deriv))?\]")


class Name(NamedTuple):
    """A name; ``form`` is the value of `FORM`, "" for a plain name. Code points, end exclusive."""

    start: int
    end: int
    label: str
    form: str


Gold = tuple[str, frozenset[Name]]


def articles(language: str) -> list[Gold]:
    """Read our own articles."""
    return [read(one.strip()) for one in (FOLDER / f"{language}.txt").read_text("utf-8").split("\n\n")]


def read(marked: str) -> Gold:
    """Return an article without its brackets, and its names."""
    text, at = "", 0
    names = set()
    for found in _NAME.finditer(marked):
        text += marked[at : found.start()]
        names.add(Name(len(text), len(text) + len(found[1]), found[2], found[3] or ""))
        text += found[1]
        at = found.end()
    return text + marked[at:], frozenset(names)


def scored(language: str, level: int) -> Counter[str]:
    """Decide ``level`` words of each shape, and count the suggestions for the articles that are left."""
    gold = articles(language)
    taught = [one for place, one in enumerate(gold) if place % 3 != 2]
    kept = gold[2::3]
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder, closing(_project(Path(folder), language, gold)) as project:
        by_text = {text: project.read.document(id_) for id_, text in project.read.texts()}
        decisions: Counter[str] = Counter()
        for text, names in taught if level else ():
            wanted = [name for name in names if not name.form or _counts(text, name, language, decisions, level)]
            for edit in decided(by_text[text], _suggested(project, by_text[text], language), names, wanted):
                project.do(edit)
        for text, names in kept:
            inside = {name for name in names if name.form}
            counts["gold"] += len(inside)
            for one in _suggested(project, by_text[text], language):
                form = one.attributes.get(FORM)
                if form is not None:
                    is_right = Name(one.start, one.end, one.label, str(form)) in inside
                    counts.update(suggested=1, right=is_right)
                    if tier_of(one.score) is Tier.SURE:
                        counts.update(sure=1, sure_right=is_right)
    return counts


def _project(folder: Path, language: str, gold: Sequence[Gold]) -> Project:
    project = Project.create(
        folder / "played.spanwright", schema=schema_file.load("news"), language=language, annotator="bench"
    )
    project.add_articles([Article(title=text[:40], text=text, language=language) for text, _ in gold])
    return project


def _counts(text: str, name: Name, language: str, decisions: Counter[str], level: int) -> bool:
    """Return whether a word is to be decided: there are fewer decisions about its shape and label than wanted."""
    rest = rest_of(text[name.end :])
    word = shaped(text[name.start : name.end], language)
    key = f"{shape_before(rest) if rest else word.shape if word else ''} {name.label}"
    decisions[key] += 1
    return decisions[key] <= level


def _suggested(project: Project, document: Document, language: str) -> list[Suggestion]:
    sources = [info for info in available().sources if info.reads(language) and info.name != "claims"]
    answer = prepare_here(prepare, project.path, frozenset(), document, language, LABELS, sources, progress=no_progress)
    project.put_answers(
        document.id, [SourceAnswer(each.source, each.suggestions, each.version) for each in answer.results]
    )
    return project.read.suggestions(document.id)


def decided(
    document: Document, pending: Sequence[Suggestion], gold: Iterable[Name], wanted: Iterable[Name]
) -> Iterator[Edit]:
    """Yield a person's edits: accept, correct, reject what is not a name, and label what is missing."""
    every, left = list(gold), set(wanted)
    for one in pending:
        met = next((name for name in every if name.start < one.end and one.start < name.end), None)
        if met is None:
            yield edits.reject([one], annotator="bench")
        elif met in left:
            left.discard(met)
            if met == (one.start, one.end, one.label, one.attributes.get(FORM, "")):
                yield edits.accept([one], (), annotator="bench")
            else:
                form = {FORM: met.form} if met.form else {}
                parts = ((met.start, met.end),)
                yield edits.correct(one, ENTITIES, met.label, parts, annotator="bench", attributes=form)
    for name in sorted(left):
        made = Span(
            id=new_id(),
            document=document.id,
            layer=ENTITIES,
            label=name.label,
            parts=((name.start, name.end),),
            attributes={FORM: name.form} if name.form else {},
            annotator="bench",
        )
        yield edits.add(made)


def main() -> int:
    """Play, print, return the exit code."""
    figures: dict[str, float] = {}
    goals: list[Goal] = []
    for language in ("de", "en"):
        counts, name = Counter[str](), language
        for level in LEVELS:
            counts = scored(language, level)
            name = f"{language}, {level} decisions"
            figures[f"{name}: precision"] = 100 * counts["right"] / max(1, counts["suggested"])
            figures[f"{name}: recall"] = 100 * counts["right"] / counts["gold"]
            figures[f"{name}: sure"] = counts["sure"]
            if level == 0:
                goals.append(Goal(name=f"{name}: suggested", value=counts["suggested"], limit=0))
        wrong = 100 - 100 * counts["sure_right"] / max(1, counts["sure"])
        goals.append(Goal(name=f"{name}: sure and wrong, %", value=wrong, limit=100 - SURE_AND_RIGHT))
    return finish(figures, goals)


if __name__ == "__main__":
    sys.exit(main())
