"""Dealing a project's articles to people, and taking dealt articles back."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from annotator.editing.edits import Change, Edit, EditKind, edit_of
from annotator.jobs.snapshots import Readable, reading
from annotator.model.packages import check_names
from annotator.model.values import LABELLING, Assignment
from annotator.processes.worker import Progress, no_progress
from annotator.project.project import Project
from annotator.quality import assigning
from annotator.quality.assigning import STRATA, Dealable, Dealt, Wish
from annotator.store.queries.assigned import DealableRow
from annotator.system.errors import AnnotatorError, StoreError
from annotator.text.near_duplicates import sketch


@dataclass(frozen=True, slots=True, kw_only=True)
class DealPlan:
    """The articles that each person is to get: names by document id.

    ``fresh`` is what is dealt now, ``given`` what was dealt before and stays. ``finished`` articles are passed over.
    ``taken`` are the articles taken back from ``giver``: ``begun`` of them have labels by ``giver``, ``sent`` of them
    are in a package that was written for ``giver``, and ``already`` of them go to nobody, because everybody who could
    get them already has them.
    """

    fresh: Dealt
    given: Mapping[str, Sequence[str]]
    finished: int = 0
    giver: str = ""
    taken: tuple[str, ...] = ()
    begun: int = 0
    sent: int = 0
    already: int = 0

    @property
    def people(self) -> list[Sequence[str]]:
        """The people who have each article that is dealt to somebody, now or earlier."""
        every = {**self.given, **self.fresh}
        return [(*self.given.get(id_, ()), *self.fresh.get(id_, ())) for id_ in every]

    @property
    def loads(self) -> Counter[str]:
        """The number of articles that each person has, earlier ones included."""
        return assigning.loads(self.people)

    @property
    def new_loads(self) -> Counter[str]:
        """The number of articles that each person gets now."""
        return assigning.loads(self.fresh.values())

    @property
    def pairs(self) -> Counter[tuple[str, str]]:
        """The number of articles that each pair of people shares, earlier ones included."""
        return assigning.shared(self.people)


def plan(
    project: Readable,
    wish: Wish,
    *,
    by: Sequence[str] = STRATA[:2],
    open_only: bool = False,
    progress: Progress = no_progress,
) -> DealPlan:
    """Plan who gets which article, without changing anything; progress is the number of articles read.

    Each person's articles are mixed ``by`` these properties; see `STRATA`. With ``open_only``, articles that anybody
    has finished or skipped are passed over.

    Raises:
        AnnotatorError: A name or a number is not allowed, or the project is a package.
    """
    _check_properties(by)
    with reading(project) as opened:
        _check_people(opened, wish)
        wish.check()
        read = opened.read
        given = read.assigned.given()
        rows = {row.id: row for row in read.assigned.dealable()}
        articles = _dealable(opened, rows, by, progress)
    wanted = [each for each in articles if each.id in given or rows[each.id].is_open or not open_only]
    fresh = assigning.deal(wanted, wish, given)
    return DealPlan(fresh=fresh, given=given, finished=len(articles) - len(wanted))


def plan_back(
    project: Readable,
    giver: str,
    wish: Wish,
    *,
    most: int | None = None,
    by: Sequence[str] = STRATA[:2],
    progress: Progress = no_progress,
) -> DealPlan:
    """Plan how unfinished articles of ``giver`` are taken back, and who gets them, without changing anything.

    Labels that the person made stay, and labels in a package that comes back later are merged like any others. Each
    article goes to one person of ``wish``; without people, the articles are only taken back, at most ``most``. Those
    that were never sent go first, then those not begun.

    Raises:
        AnnotatorError: ``deal.held`` if there is nothing to take back, ``deal.giver`` if the person is to get the
            articles; or like `plan`.
    """
    _check_properties(by)
    with reading(project) as opened:
        _check_people(opened, wish)
        if giver in wish.people:
            raise AnnotatorError("deal.giver", name=giver)
        read = opened.read
        held, sent = read.assigned.held(giver, LABELLING), read.assigned.sent(giver, LABELLING)
        if not held:
            raise AnnotatorError("deal.held", name=giver[:80])
        own = sorted(held, key=lambda row: (row.id in sent, row.begun))[:most]
        taken = {row.id for row in own}
        rows = {row.id: row for row in read.assigned.dealable() if row.id in taken}
        articles = _dealable(opened, rows, by, progress) if wish.people else []
        kept = _without(read.assigned.given(), giver, taken)
    fresh = assigning.pass_on(articles, wish, kept, giver)
    return DealPlan(
        fresh=fresh,
        given={id_: people for id_, people in kept.items() if people},
        giver=giver,
        taken=tuple(row.id for row in held if row.id in taken),
        begun=sum(row.begun for row in own),
        sent=len(taken & sent),
        already=len(taken) - len(fresh) if wish.people else 0,
    )


def step(found: DealPlan, *, annotator: str) -> Edit | None:
    """Return the edit that deals the articles as planned, or None if there is nothing to deal or take back."""
    back = tuple(Change(before=Assignment(document=document, annotator=found.giver)) for document in found.taken)
    changes = tuple(
        Change(after=Assignment(document=document, annotator=person))
        for document, people in found.fresh.items()
        for person in people
    )
    return edit_of(EditKind.ASSIGN, back + changes, annotator=annotator)


def _check_properties(by: Sequence[str]) -> None:
    for name in by:
        if name not in STRATA:
            raise AnnotatorError("deal.by", name=name[:80], names=", ".join(STRATA))


def _check_people(opened: Project, wish: Wish) -> None:
    if opened.packed is not None:
        raise StoreError("package.within", file=opened.path.name)
    check_names(wish.people, [*opened.read.annotators(), *opened.read.assigned.people()])


def _dealable(
    opened: Project, rows: Mapping[str, DealableRow], by: Sequence[str], progress: Progress
) -> list[Dealable]:
    """Read the articles of these rows for dealing."""
    found: list[Dealable] = []
    for id_, text in opened.read.texts():
        if id_ in rows:
            progress(len(found), len(rows))
            found.append(Dealable(id=id_, stratum=_stratum(rows[id_], by), sketch=sketch(text)))
    return found


def _without(given: Mapping[str, Sequence[str]], giver: str, taken: Collection[str]) -> dict[str, list[str]]:
    return {id_: [person for person in people if person != giver or id_ not in taken] for id_, people in given.items()}


def _stratum(row: DealableRow, by: Sequence[str]) -> tuple[str, ...]:
    values = {"publisher": row.publisher or "", "month": (row.published or "")[:7], "language": row.language}
    return tuple(values[name] for name in by)
