from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.values import Relation
from ui.bridge.placed_rows import TiedRelations


def tie(number, head="Ä", tail="ö", label="claimant"):
    return Relation(id=f"r{number}", label=label, head=head, tail=tail, annotator="anna")


def test_finds_relations_by_end_and_type():
    said, meant, other = tie(1), tie(2, tail="ü", label="object"), tie(3, head="B")
    found = TiedRelations([said, meant, other])
    assert found == (said, meant, other)
    assert found[1] == meant
    assert found[1:] == (meant, other)
    assert found.of_head("Ä") == (said, meant)
    assert found.of_head("Ä", "object") == (meant,)
    assert found.of_tail("ö") == (said, other)
    assert found.of_tail("Ä") == ()


def test_copy_leaves_original():
    before = TiedRelations([tie(1), tie(2)])
    after = before.exchanged([(tie(1), None), (None, tie(3)), (tie(9), None), (tie(2), replace(tie(2), tail="neu"))])
    assert before == (tie(1), tie(2))
    assert after == (tie(3), replace(tie(2), tail="neu"))
    assert after.of_tail("neu") == (replace(tie(2), tail="neu"),)
    assert before.exchanged([]) is before


changes = st.lists(st.tuples(st.integers(0, 8), st.sampled_from("ABÜ"), st.sampled_from("xyö"), st.booleans()))


@given(changes)
def test_changed_copy_equals_rebuilt(steps):
    found = TiedRelations()
    every: dict[int, Relation] = {}
    for number, head, tail, comes in steps:
        before = every.pop(number, None)
        after = tie(number, head, tail) if comes else None
        if after is not None:
            every[number] = after
        found = found.exchanged([(before, after)])
    fresh = TiedRelations(every.values())
    assert found == fresh
    for span in "ABÜxyö":
        assert set(map(id, found.of_head(span))) == set(map(id, fresh.of_head(span)))
        assert set(map(id, found.of_tail(span))) == set(map(id, fresh.of_tail(span)))
