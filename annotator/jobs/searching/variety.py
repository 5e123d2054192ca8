"""Ordering articles so that the first ones differ most and represent the others best. Only reads.

The next article is always the one that brings the most articles nearer to one that is already chosen or done. Odd
articles do not come first, because few others are near them.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.jobs.snapshots import reading
from annotator.model.query import Query
from annotator.model.values import State
from annotator.processes.worker import Progress, no_progress

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from annotator.store.reader import Reader

FIRST = 300  # articles ordered, as nobody labels more before the order is computed again
MOST = 20_000  # articles compared
_BEGINNING = 500  # characters compared of each article, besides its title
_SAMPLE = 1_000  # articles that the chosen ones are to represent
_A_CALL = 64  # vectors computed in one call


@dataclass(frozen=True, slots=True, kw_only=True)
class Varied:
    """The ids of the articles that come first, in order; empty until ``left``, the number of missing vectors, is 0."""

    ids: tuple[str, ...] = ()
    left: int = 0


def varied_order(project: Path, *, progress: Progress = no_progress) -> Varied:
    """Order the articles that the current annotator has not done. Runs as a job, repeatedly until ``left`` is 0.

    Without the model, the order is empty.
    """
    from annotator.jobs.searching.meaning import shipped
    from annotator.suggest.encoder.meaning import Said, unit
    from annotator.suggest.encoder.vector_cache import key

    progress(0, 0)
    meanings = shipped()
    if meanings is None:
        return Varied()
    with reading(project) as opened:
        read, annotator = opened.read, opened.annotator
        ids = read.search.ids(Query(), annotator)[:MOST]
        done = set(read.search.ids(Query(state=State.DONE), annotator))
        said = [Said(*_beginning(read, id_)) for id_ in ids]
    keys = [key(each) for each in said]
    meanings.cache.refresh()
    missing = [each for each, place in zip(said, meanings.cache.places(keys), strict=True) if place < 0]
    try:
        for made in meanings.learn(missing[:_A_CALL]):
            progress(len(said) - len(missing) + made, len(said))
    except (OSError, ValueError):
        return Varied()
    if len(missing) > _A_CALL:
        return Varied(left=len(missing) - _A_CALL)
    vectors = unit(meanings.cache.rows[meanings.cache.places(keys)])
    finished = [at for at, id_ in enumerate(ids) if id_ in done]
    return Varied(ids=tuple(ids[at] for at in _chosen(vectors, finished)))


def _beginning(read: "Reader", id_: str) -> tuple[str, str]:
    document = read.document(id_)
    return document.language, f"{document.title}\n{document.text[:_BEGINNING]}"


def _chosen(vectors: "NDArray[np.float32]", done: list[int]) -> list[int]:
    """Return the row numbers of the articles to label next, in order; ``done`` are the rows already done."""
    import numpy as np

    step = max(1, len(vectors) // _SAMPLE)
    near = np.maximum(vectors @ vectors[::step].T, 0)  # how well each article represents each article of a sample
    covered = near[done].max(0) if done else np.zeros(near.shape[1], np.float32)
    free = np.ones(len(vectors), bool)
    free[done] = False
    chosen: list[int] = []
    for _ in range(min(FIRST, int(free.sum()))):
        gains = np.where(free, np.maximum(near - covered, 0).sum(1), -1)
        best = int(gains.argmax())
        chosen.append(best)
        free[best] = False
        covered = np.maximum(covered, near[best])
    return chosen
