from collections import Counter
from dataclasses import replace

import pytest

from annotator.editing.schema_editing import changes
from annotator.editing.schema_editing.changes import SchemaChange
from annotator.editing.schema_editing.effects import Effect, Usage, consequences, keeping
from annotator.model.schema import Schema
from annotator.model.schema_file import dumps, load, loads
from annotator.model.values import CLAIMS, ENTITIES

NEWS = load("news")
LOC, PER, CLAIM = (ENTITIES, "LOC"), (ENTITIES, "PER"), (CLAIMS, "CLAIM")
USAGE = Usage(
    labels={LOC: 1204, PER: 7, CLAIM: 3},
    pending={LOC: 40},
    fields={(CLAIMS, "kind"): 3},
    values={(CLAIMS, "kind", "opinion"): 2, (CLAIMS, "kind", "demand"): 1},
    relations={("claimant", CLAIM, PER): 3, ("object", CLAIM, LOC): 5, ("object", CLAIM, PER): 1},
    doubles={(ENTITIES, "LOC", "PER"): 2},
    words={LOC: {"Köln": 10, "Elbe": 4}},
)


@pytest.fixture
def change():
    return SchemaChange(before=NEWS, after=NEWS)


def told(change, usage=USAGE):
    return [(c.effect, c.count, c.what[-1], c.into) for c in consequences(change, usage)]


def crowded(change, **links):
    """Return what a change does to heads with too many relations; ``links`` has the relation types of each head."""
    usage = Usage(heads=Counter(tuple(sorted(Counter(led.split()).items())) for led in links.values()))
    return [found[1:] for found in told(change, usage) if found[0] is Effect.CROWDED]


def test_change_of_look_has_no_consequences(change):
    place = replace(NEWS.require_label(*LOC), name={"de": "Platz"}, light="#112233")
    assert told(changes.put_label(change, "LOC", place)) == []


def test_merge_counts_relabelled_and_joined_spans(change):
    assert told(changes.remove_label(change, LOC, "PER")) == [
        (Effect.RELABELLED, 1204, "LOC", "PER"),
        (Effect.JOINED, 2, "PER", "PER"),
    ]


def test_removed_label_counts_losses(change):
    assert told(changes.remove_label(change, LOC, None)) == [
        (Effect.REMOVED, 1204, "LOC", None),
        (Effect.UNRELATED, 5, "object", None),
        (Effect.SUPERSEDED, 40, "LOC", None),
    ]


def test_split_counts_relabelled_spans(change):
    new = replace(NEWS.require_label(*LOC), id="GPE", key=None)
    split = changes.split_label(change, LOC, new, ["Köln", "Elbe", "Rhein"])
    assert told(split) == [(Effect.RELABELLED, 14, "LOC", "GPE")]
    assert told(changes.remove_label(split, LOC, "MISC")) == [
        (Effect.RELABELLED, 14, "LOC", "GPE"),
        (Effect.RELABELLED, 1190, "LOC", "MISC"),
    ]


def test_merge_into_single_relation_counts_crowded_heads(change):
    made = changes.remove_relation(change, "object", "claimant")
    assert crowded(made, a="claimant object", b="object", c="claimant object evidence", d="cue") == [
        (2, "object", "claimant")
    ]
    assert crowded(changes.remove_relation(made, "cue", "claimant"), a="object cue", b="cue") == [
        (1, "cue", "claimant")
    ]


def test_existing_or_allowed_duplicates_of_relations_are_not_counted(change):
    made = changes.remove_relation(change, "object", "claimant")
    assert crowded(made, a="claimant claimant object", b="object object") == []
    assert crowded(changes.remove_relation(change, "object", "evidence"), a="object evidence") == []
    assert crowded(changes.remove_relation(change, "object", None), a="object claimant") == []
    claimant = replace(NEWS.require_relation("claimant"), name={"en": "Who"})
    assert crowded(changes.put_relation(change, "claimant", claimant), a="claimant claimant") == []


def test_new_limit_to_one_relation_counts_crowded_heads(change):
    once = replace(NEWS.require_relation("evidence"), single=True)
    made = changes.put_relation(change, "evidence", once)
    assert crowded(made, a="evidence evidence", b="evidence") == [(1, "evidence", "evidence")]


def test_field_value_and_relation_consequences(change):
    made = changes.remove_value(change, (CLAIMS, "kind"), "opinion", "demand")
    made = changes.remove_value(made, (CLAIMS, "kind"), "question", None)
    made = changes.put_relation(made, "claimant", replace(NEWS.require_relation("claimant"), id="said_by"))
    made = changes.remove_relation(made, "object", None)
    assert told(made) == [
        (Effect.REVALUED, 2, "opinion", "demand"),
        (Effect.RELATED, 3, "claimant", "said_by"),
        (Effect.UNRELATED, 6, "object", None),
    ]
    assert told(changes.remove_attribute(made, (CLAIMS, "kind")))[0] == (Effect.FIELD_EMPTIED, 3, "kind", None)


def test_missing_parts_in_use_are_kept_but_not_offered():
    bare = Schema(id="bare", name={}, layers=(replace(NEWS.layers[0], labels=NEWS.layers[0].labels[:2]),))
    kept, what = keeping(SchemaChange(before=NEWS, after=bare), USAGE)
    assert what.labels == (LOC, CLAIM)
    assert what.fields == ((CLAIMS, "kind"),)
    assert what.relations == ("claimant", "object")
    assert what.names == ("LOC", "CLAIM", "kind", "claimant", "object")
    place = kept.after.require_label(*LOC)
    assert (place.active, place.key, place.light) == (False, None, NEWS.require_label(*LOC).light)
    assert [layer.id for layer in kept.after.layers] == [ENTITIES, CLAIMS]
    assert loads(dumps(kept.after), name="again") == kept.after


def test_a_value_in_use_is_carried_over_into_its_field():
    kind = NEWS.attribute(CLAIMS, "kind")
    assert kind is not None
    fewer = changes.put_attribute(SchemaChange(before=NEWS, after=NEWS), "kind", replace(kind, values=kind.values[:1]))
    kept, what = keeping(fewer, USAGE)
    assert what.values == ((CLAIMS, "kind", "opinion"), (CLAIMS, "kind", "demand"))
    found = kept.after.attribute(CLAIMS, "kind")
    assert found is not None
    assert [(value.id, value.key) for value in found.values] == [
        ("fact_claim", "1"),
        ("opinion", None),
        ("demand", None),
    ]


def test_mapped_parts_are_not_kept(change):
    made = changes.remove_label(changes.remove_label(change, LOC, "MISC"), PER, None)
    kept, what = keeping(made, USAGE)
    assert what.names == ()
    assert kept == made
