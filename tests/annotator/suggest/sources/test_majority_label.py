from annotator.model.values import ENTITIES, Suggestion, new_id
from annotator.suggest.sources.pipeline import one_label_each


def settled(*pairs):
    """Put names with labels into a text and return their labels afterwards."""
    text, suggestions = "🙂 ", []
    for name, label in pairs:
        start = len(text)
        text += f"{name} – "
        suggestions.append(
            Suggestion(
                id=new_id(),
                document="d",
                layer=ENTITIES,
                label=label,
                parts=((start, start + len(name)),),
                score=None,
                source="en_standin",
                version="1",
            )
        )
    after = one_label_each(text, suggestions)
    assert [(s.id, s.parts) for s in after] == [(s.id, s.parts) for s in suggestions]
    return [s.label for s in after]


def test_majority_label_decides():
    pairs = [("Brö\u0308del", "PER"), ("Brö\u0308del", "ORG"), ("Köln", "LOC"), ("Brö\u0308del", "PER")]
    assert settled(*pairs) == ["PER", "PER", "LOC", "PER"]


def test_tie_stays():
    assert settled(("Brödel", "PER"), ("Brödel", "ORG")) == ["PER", "ORG"]
    labels = ["PER", "ORG", "LOC", "ORG", "PER"]
    assert settled(*(("Brödel", label) for label in labels)) == labels


def test_other_case_is_another_name():
    assert settled(("Brödel", "PER"), ("Brödel", "PER"), ("Brödel Ltd", "ORG"), ("BRÖDEL", "ORG")) == [
        "PER", "PER", "ORG", "ORG"
    ]  # fmt: skip


def test_no_break_space_is_the_same_name():
    assert settled(("Ida Brödel", "PER"), ("Ida\u00a0Brödel", "PER"), ("Ida Brödel", "ORG")) == ["PER"] * 3


def test_numbers_and_dates_keep_their_labels():
    labels = ["QUANTITY", "QUANTITY", "DATE", "CARDINAL", "ORG"]
    assert settled(*(("2030", label) for label in labels)) == labels
    assert settled(("May", "PER"), ("May", "DATE"), ("May", "DATE"), ("May", "PER"), ("May", "ORG")) == [
        "PER", "DATE", "DATE", "PER", "PER"
    ]  # fmt: skip


def test_no_suggestions():
    assert settled() == []
