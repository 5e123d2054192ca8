"""Dealing a project's articles to people."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.editing.edits import Change, Edit, EditKind, edit_of
from annotator.jobs.snapshots import Readable, reading
from annotator.model.packages import check_names
from annotator.model.values import Assignment
from annotator.processes.worker import Progress, no_progress
from annotator.quality import assigning
from annotator.quality.assigning import STRATA, Dealable, Dealt, Wish
from annotator.store.queries.assigned import DealableRow
from annotator.system.errors import AnnotatorError, StoreError
from annotator.text.near_duplicates import sketch


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The articles that each person is to get: names by document id.

    ``fresh`` is what is dealt now, ``given`` what was dealt before. ``passed_over`` is the number of articles left out
    because somebody finished or skipped them already.
    """

    fresh: Dealt
    given: Mapping[str, Sequence[str]]
    passed_over: int = 0

    @property
    def loads(self) -> Counter[str]:
        """The number of articles that each person has, earlier ones included."""
        return assigning.loads([*self.fresh.values(), *self.given.values()])

    @property
    def new_loads(self) -> Counter[str]:
        """The number of articles that each person gets now."""
        return assigning.loads(self.fresh.values())

    @property
    def pairs(self) -> Counter[tuple[str, str]]:
        """The number of articles that each pair of people shares, earlier ones included."""
        return assigning.shared([*self.fresh.values(), *self.given.values()])


def plan(
    project: Readable,
    wish: Wish,
    *,
    by: Sequence[str] = STRATA[:2],
    open_only: bool = False,
    progress: Progress = no_progress,
) -> Plan:
    """Plan who gets which article, without changing anything.

    Args:
        project: The project.
        wish: How to deal.
        by: The properties by which each person's articles are mixed; see `STRATA`.
        open_only: Pass over articles that anybody has finished or skipped.
        progress: Called with the number of articles read.

    Raises:
        AnnotatorError: A name or a number is not allowed, or the project is a package.
    """
    for name in by:
        if name not in STRATA:
            raise AnnotatorError("deal.by", name=name[:80], names=", ".join(STRATA))
    with reading(project) as opened:
        if opened.packed is not None:
            raise StoreError("package.within", file=opened.path.name)
        read = opened.read
        check_names(wish.people, [*read.annotators(), *read.assigned.people()])
        wish.check()
        given = read.assigned.given()
        rows = {row.id: row for row in read.assigned.dealable()}
        articles = []
        for done, (id_, text) in enumerate(read.texts()):
            progress(done, len(rows))
            if id_ in rows:
                articles.append(Dealable(id=id_, stratum=_stratum(rows[id_], by), sketch=sketch(text)))
    wanted = [each for each in articles if each.id in given or rows[each.id].is_open or not open_only]
    fresh = assigning.deal(wanted, wish, given)
    return Plan(fresh=fresh, given=given, passed_over=len(articles) - len(wanted))


def step(found: Plan, *, annotator: str) -> Edit | None:
    """Return the edit that deals the articles as planned, or None if there is nothing to deal."""
    changes = tuple(
        Change(after=Assignment(document=document, annotator=person))
        for document, people in found.fresh.items()
        for person in people
    )
    return edit_of(EditKind.ASSIGN, changes, annotator=annotator)


def _stratum(row: DealableRow, by: Sequence[str]) -> tuple[str, ...]:
    values = {"publisher": row.publisher or "", "month": (row.published or "")[:7], "language": row.language}
    return tuple(values[name] for name in by)
