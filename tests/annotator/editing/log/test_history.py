import time
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.editing import edits
from annotator.editing.edits import Change, EditKind
from annotator.editing.log.history import History, LoggedStep, going_back, replay
from annotator.model.values import CLAIMS, ENTITIES, Relation, Span
from tests.annotator.made import span


def _step(id_: str, undoes: str | None = None, kind: EditKind = EditKind.ADD) -> LoggedStep:
    return LoggedStep(id=id_, kind=kind, undoes=undoes)


def test_steps_are_taken_back_and_done_again_in_order():
    steps = [_step("a"), _step("b"), _step("-b", "b"), _step("-a", "a")]
    assert replay(steps) == History(done=(), undone=("-b", "-a"))
    steps.append(_step("+a", "-a"))
    assert replay(steps) == History(done=("+a",), undone=("-b",))
    steps.append(_step("+b", "-b"))
    assert replay(steps) == History(done=("+a", "+b"))
    steps.append(_step("-+b", "+b"))
    assert replay(steps) == History(done=("+a",), undone=("-+b",))


def test_a_new_step_ends_what_could_be_done_again():
    assert replay([_step("a"), _step("-a", "a"), _step("b")]) == History(done=("b",))


def test_imports_and_suggestions_leave_the_history_alone():
    steps = [_step("a"), _step("-a", "a"), _step("x", kind=EditKind.IMPORT), _step("y", kind=EditKind.SUGGEST)]
    assert replay(steps) == History(undone=("-a",))


def test_undo_of_a_foreign_edit_is_a_step():
    assert replay([_step("a"), _step("-z", "z")]) == History(done=("a", "-z"))


@given(st.lists(st.sampled_from("new undo redo".split())))
def test_no_step_is_both_done_and_undone(acts):
    history = History()
    steps: list[LoggedStep] = []
    for number, act in enumerate(acts):
        undoes = None
        if act == "undo":
            undoes = history.done[-1] if history.done else None
        elif act == "redo":
            undoes = history.undone[-1] if history.undone else None
        before = history
        steps.append(_step(str(number), undoes))
        history = history.after(steps[-1])
        assert history == replay(steps)
        assert not set(history.done) & set(history.undone)
        if undoes:
            assert len(history.done) + len(history.undone) == len(before.done) + len(before.undone)


def test_a_long_log_is_replayed_at_once():
    steps = [_step(str(number)) for number in range(20_000)]
    steps += [_step(f"-{number}", str(number)) for number in reversed(range(10_000, 20_000))]
    before = time.process_time()
    assert len(replay(steps).done) == 10_000
    assert time.process_time() - before < 1


def _span(words, **more):
    return span("d1", words, **more)


def test_going_back_changes_each_row_once():
    first = _span("Köln")
    second = replace(first, label="ORG")
    other = _span("EU", label="ORG")
    later = [
        edits.relabel(first, ENTITIES, "ORG", annotator="anna"),
        edits.add(other),
        edits.relabel(second, ENTITIES, "MISC", annotator="anna"),
    ]
    back = going_back(later, annotator="anna")
    assert back is not None
    assert back.kind is EditKind.GO_BACK
    assert back.undoes is None
    assert list(back.changes) == [Change(before=other), Change(before=replace(first, label="MISC"), after=first)]


def test_going_back_over_a_step_and_its_undo_is_nothing():
    step = edits.add(_span("Köln"))
    assert going_back([step, step.inverse(annotator="anna")], annotator="anna") is None
    assert going_back([], annotator="anna") is None


def test_going_back_takes_relations_away_before_their_spans():
    claim, name = _span("sie spare viel", label="CLAIM", layer=CLAIMS), _span("EU-Kommission", label="ORG")
    later = [edits.add([claim, name]), edits.relate(claim, "claimant", name, annotator="anna")]
    back = going_back(later, annotator="anna")
    assert back is not None
    assert [type(change.before) for change in back.changes] == [Relation, Span, Span]
    assert back.document_ids == {"d1"}
