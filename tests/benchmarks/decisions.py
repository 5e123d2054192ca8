"""The gain of suggestions from a person's decisions, by the number of articles decided.

``python tests/benchmarks/decisions.py [--data DIR] [--json FILE]``. The texts are news of SmartData that the German
model has never seen, and two stories of our own writing that run over several articles (`decisions/de.txt` and
`decisions/en.txt`). Each article gets suggestions in a project, then all names are decided as in the gold, by edits.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, fields
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.editing.edits import Edit
from annotator.jobs.suggesting.wanted_sources import prepare_here
from annotator.model import schema_file
from annotator.model.values import ENTITIES, Document, Span, Suggestion, new_id
from annotator.project.project import Project, SourceAnswer
from annotator.suggest.sources.registry import available
from annotator.suggest.tiers import Tier, tier_of
from annotator.suggest.work import prepare
from tests.benchmarks._figures import Goal, finish
from tests.gold.gold_names import Name, read
from tools.models.german_corpora import frozen_news

ROOT = Path(__file__).parents[2]
LABELS = ("PER", "ORG", "LOC")
ORDERS = 3  # of the news, which tell no story; the first is that of the file
PARTS = 3
SEEN, NEWS = "seen", "SmartData news"
SURE_AND_RIGHT = 94  # per cent; of the news 92: the corpus labels "Charlie Hebdo" and "dpa" in some places only
Gold = list[tuple[str, frozenset[Name]]]


@dataclass
class Score:
    """Counts of suggestions, right ones and gold names, for each third of the articles, and of sure ones by source."""

    suggested: Counter[int] = field(default_factory=Counter)
    right: Counter[int] = field(default_factory=Counter)
    gold: Counter[int] = field(default_factory=Counter)
    sure: Counter[str] = field(default_factory=Counter)
    sure_right: Counter[str] = field(default_factory=Counter)

    def add(self, third: int, found: Sequence[Suggestion], names: frozenset[Name]) -> None:
        """Count an article."""
        self.suggested[third] += len(found)
        self.gold[third] += len(names)
        for one in found:
            is_right = (one.start, one.end, one.label) in names
            self.right[third] += is_right
            if tier_of(one.score) is Tier.SURE:
                self.sure[one.source] += 1
                self.sure_right[one.source] += is_right

    def plus(self, other: "Score") -> None:
        """Add the counts of another round."""
        for each in fields(self):
            getattr(self, each.name).update(getattr(other, each.name))

    def f1(self, third: int) -> float:
        """Return the F1 of a third, in per cent."""
        return 200 * self.right[third] / (self.suggested[third] + self.gold[third])


def stories(language: str) -> Gold:
    """Read our own articles, without their titles, whose names are not labelled."""
    articles = (ROOT / "tests" / "benchmarks" / "decisions" / f"{language}.txt").read_text(encoding="utf-8")
    found = (read(article.strip().partition("\n")[2]) for article in articles.split("\n\n"))
    return [(article.text, article.names) for article in found]


def news(data: Path) -> Gold:
    """Read the news that no training sees."""
    import spacy

    kept = frozenset(LABELS)
    articles = frozen_news(data, spacy.blank("de"))
    return [(a.text, frozenset(name for name in a.names if name[2] in kept)) for a in articles]


def played(gold: Gold, language: str, *, remembering: bool) -> Score:
    """Suggest and decide article by article, in a new project."""
    with tempfile.TemporaryDirectory() as folder:
        return _played(gold, language, Path(folder, "played.spanwright"), remembering=remembering)


def _played(gold: Gold, language: str, path: Path, *, remembering: bool) -> Score:
    sources = [info for info in available().sources if info.reads(language) and info.name != "claims"]
    if not remembering:
        sources = [info for info in sources if info.name != SEEN]
    score = Score()
    with closing(
        Project.create(path, schema=schema_file.load("news"), language=language, annotator="bench")
    ) as project:
        project.add_articles([Article(title=text[:40], text=text, language=language) for text, _ in gold])
        for place, (document, names) in enumerate(_documents(project, gold)):
            if remembering:
                answer = prepare_here(
                    prepare, project.path, frozenset(), document, language, LABELS, sources, progress=_quiet
                )
            else:
                answer = prepare(document, language, LABELS, (), tuple(sources), progress=_quiet)
            project.put_answers(
                document.id, [SourceAnswer(each.source, each.suggestions, each.version) for each in answer.results]
            )
            pending = project.read.suggestions(document.id)
            score.add(PARTS * place // len(gold), pending, names)
            for edit in decided(document, pending, names):
                project.do(edit)
    return score


def _quiet(done: int, total: int) -> None:
    del done, total


def _documents(project: Project, gold: Gold) -> Iterator[tuple[Document, frozenset[Name]]]:
    by_text = {text: document for document, text in project.read.texts()}
    for text, names in gold:
        yield project.read.document(by_text[text]), names


def decided(document: Document, pending: Sequence[Suggestion], gold: frozenset[Name]) -> Iterator[Edit]:
    """Yield a person's edits: accept, correct, reject, and label what is missing."""
    left = set(gold)
    for one in sorted(pending, key=lambda one: (one.start, one.end, one.label) not in gold):
        place = one.start, one.end
        same = next((name for name in left if name[:2] == place), None)
        met = same or next((name for name in left if name[0] < one.end and one.start < name[1]), None)
        if met is None:
            yield edits.reject([one], annotator="bench")
            continue
        left.discard(met)
        if met == (*place, one.label):
            yield edits.accept([one], (), annotator="bench")
        else:
            yield edits.correct(one, ENTITIES, met[2], (met[:2],), annotator="bench")
    for start, end, label in sorted(left):
        made = Span(
            id=new_id(), document=document.id, layer=ENTITIES, label=label, parts=((start, end),), annotator="bench"
        )
        yield edits.add(made)


def main() -> int:
    """Play, print, return the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data", help="folder with the corpora")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    sets = {"own stories, German": ("de", stories("de")), "own stories, English": ("en", stories("en"))}
    if (options.data / "smartdata_de" / "v1_train.json.gz").is_file():
        sets[NEWS] = ("de", news(options.data))
    figures: dict[str, float] = {}
    goals: list[Goal] = []
    sure: Counter[str] = Counter()
    for name, (language, gold) in sets.items():
        without, with_, first = Score(), Score(), Score()
        for order in range(ORDERS if name == NEWS else 1):
            shuffled = random.Random(order).sample(gold, len(gold)) if order else gold
            for score, remembering in ((without, False), (with_, True)):
                score.plus(found := played(shuffled, language, remembering=remembering))
                first = found if remembering and not order else first  # sure ones are counted once for each article
        figures[f"{name}: articles"] = len(gold)
        for third in range(PARTS):
            figures[f"{name}, third {third + 1}: F1 without"] = without.f1(third)
            figures[f"{name}, third {third + 1}: F1 with"] = with_.f1(third)
        lost = without.f1(PARTS - 1) - with_.f1(PARTS - 1)
        goals.append(Goal(name=f"{name}: last third, F1 lost", value=lost, limit=0))
        counts = {"suggested": first.sure[SEEN], "right": first.sure_right[SEEN]}
        sure.update(counts)
        figures |= {f"{name}: sure from memory, {key}": value for key, value in counts.items()}
    wrong = 100 - 100 * sure["right"] / max(1, sure["suggested"])
    goals.append(Goal(name="sure from memory and wrong, %", value=wrong, limit=100 - SURE_AND_RIGHT))
    return finish(figures, goals)


if __name__ == "__main__":
    sys.exit(main())
