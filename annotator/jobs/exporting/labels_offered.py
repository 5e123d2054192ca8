"""Counts of each annotator's labels, for the choice of labels to export or to train on.

The count runs as a job, because it reads the whole project.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.jobs.exporting import export_files
from annotator.jobs.exporting.export_files import Request
from annotator.jobs.exporting.gold_or_only import GoldOrOnlyFigures, gold_or_only
from annotator.jobs.snapshots import Readable, reading
from annotator.model.values import GOLD, State
from annotator.processes.worker import Progress, no_progress
from annotator.system.errors import StoreError

_OF_ONE = "docbin"  # any format that cannot keep annotators apart
_TITLES = 15  # titles of articles that wait for adjudication, at most


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedAnnotators:
    """The annotators who have labels or finished articles, and how many of each.

    ``labels`` and ``done`` count by annotator; ``done`` is what `count_done` counts for each. ``finished`` are the
    articles that anybody finished, ``every`` counts all articles. ``usual`` is the annotator that `whose` chooses, or
    None if the user has to choose. ``gold_or_only`` is None without gold.
    """

    labels: Mapping[str, int] = field(default_factory=dict)
    done: Mapping[str, int] = field(default_factory=dict)
    finished: int = 0
    every: int = 0
    usual: str | None = None
    gold_or_only: GoldOrOnlyFigures | None = None

    @property
    def people(self) -> list[str]:
        """The annotators, sorted."""
        return sorted(self.done)


def offered(project: Readable, *, replaced: bool = False, progress: Progress = no_progress) -> OfferedAnnotators:
    """Count labels and finished articles by annotator.

    Raises:
        StoreError: The project cannot be read.
    """
    progress(0, 1)
    with reading(project) as opened:
        request = Request(format=_OF_ONE, replaced=replaced)
        labels = export_files.labels_by(opened, request)
        done: dict[str, int] = {}
        begun = set()
        for name, state, count in opened.read.people.states(replaced=replaced):
            begun.add(name)
            if state == State.DONE:
                done[name] = count
        known = opened.read.annotators()
        people = [name for name in known if labels.get(name) or done.get(name)]
        own = done.get(opened.annotator, 0)  # counts for people whose labels came without states
        finished, every = export_files.count_done(opened, request, None)
        mixed = gold_or_only(opened, replaced=replaced).figures(_TITLES) if GOLD in people else None
        try:
            usual = export_files.whose(opened, request)
        except StoreError:
            usual = None
    return OfferedAnnotators(
        labels={name: labels[name] for name in people if name in labels},
        done={name: done.get(name, 0) if name in begun else own for name in people},
        finished=finished,
        every=every,
        usual=usual,
        gold_or_only=mixed,
    )
