"""The tested laws of merging find errors in the code: each mutation of the code breaks one of the laws."""

import itertools
from contextlib import closing

import pytest

from annotator.editing import edits
from annotator.editing.log import replaying, uniting
from annotator.model.values import ENTITIES
from annotator.project.project import Project
from annotator.store.log import heads
from tests.annotator.jobs.merging.test_uniting import (
    Team,
    copied,
    disputes,
    done,
    merged,
    nothing_is_lost,
    picture,
    rows_of,
)


def hold(folder):
    """Check the laws of merging on a history with a conflict, a removal, and a relation whose end was removed."""
    a, b, c = Team(folder).paths
    done(a, "anna", lambda _, here: edits.relabel(here.spans[0], ENTITIES, "PER", annotator="anna"))
    done(a, "anna", lambda _, here: edits.remove([here.spans[1]], [], annotator="anna"))
    done(b, "ben", lambda _, here: edits.relabel(here.spans[0], ENTITIES, "ORG", annotator="ben"))
    done(b, "ben", lambda _, here: edits.relate(here.spans[0], "claimant", here.spans[1], annotator="ben"))
    done(c, "cleo", lambda _, here: edits.relabel(here.spans[1], ENTITIES, "MISC", annotator="cleo"))
    unions = []
    for number, order in enumerate(itertools.permutations((a, b, c))):
        unions.append(copied(order[0], folder / f"union{number}.spanwright"))
        for path in order[1:]:
            merged(unions[-1], path)
    first, *others = map(picture, unions)
    assert all(other == first for other in others), "any order"
    nothing_is_lost(unions[0])
    assert len(rows_of(unions[0], "relation")) == 1
    done(unions[0], "anna", lambda _, here: edits.relabel(here.spans[0], ENTITIES, "LOC", annotator="anna"))
    merged(unions[1], unions[0])
    assert picture(unions[0]) == picture(unions[1]), "settled"
    with closing(Project.open(unions[1])) as project:
        assert {name for _, _, name, _ in disputes(project._store)} == {replaying.WHOLE}


def test_laws_hold_without_mutation(tmp_path):
    hold(tmp_path)


def _conflicts_untold(patch):
    real = replaying.resolved
    patch.setattr(replaying, "resolved", lambda key, own: (real(key, own)[0], ()))


def _only_new_rows_written(patch):
    patch.setattr(uniting, "_with_others", lambda written, _found, _come: set(written))


def _one_head_settled(patch):
    real = heads._pass_on
    patch.setattr(heads, "_pass_on", lambda *given, **named: real(*given, **named)[:1])


def _removal_wins_untold(patch):
    real = replaying.resolved

    def resolved(key, own):
        removed = any(own[tip].after is None for tip in replaying.heads(key, own))
        return (None, ()) if removed else real(key, own)

    patch.setattr(replaying, "resolved", resolved)


@pytest.mark.parametrize(
    "mutation",
    [_conflicts_untold, _only_new_rows_written, _one_head_settled, _removal_wins_untold],
    ids=lambda mutation: mutation.__name__.strip("_"),
)
def test_each_mutation_breaks_a_law(tmp_path, monkeypatch, mutation):
    mutation(monkeypatch)
    with pytest.raises(AssertionError):
        hold(tmp_path)
