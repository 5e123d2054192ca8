"""Changes that label, relabel or unlabel many occurrences."""

from dataclasses import replace

from annotator.editing import edits
from annotator.jobs.bulk_edit import labelled_at, labelling, relabelling
from annotator.model.values import ENTITIES, OriginKind, Relation, Span, Suggestion, SuggestionState
from tests.annotator.made import claim, span, suggestion

TEXT = "Rat Rat Rat Rat und sonst nichts 🎈"
PLACES = {(0, 3), (4, 7), (8, 11), (12, 15)}
ORG = {"layer": ENTITIES, "label": "ORG", "annotator": "anna"}


def at(row, start):
    return replace(row, parts=((start, start + 3),))


def test_labels_unlabelled_places_and_settles_suggestions():
    decided = at(span("d", "Rat", "LOC", text=TEXT), 0)
    same, other = (at(suggestion("d", "Rat", label, text=TEXT), start) for label, start in (("ORG", 4), ("PER", 8)))
    changes = labelling("d", PLACES, [decided], [same, other], **ORG)
    made = [change.after for change in changes if isinstance(change.after, Span)]
    assert [(row.parts[0], row.label, row.origin.kind) for row in made] == [
        ((4, 7), "ORG", OriginKind.SUGGESTION),
        ((8, 11), "ORG", OriginKind.SUGGESTION),
        ((12, 15), "ORG", OriginKind.HUMAN),
    ]
    settled = [change.after.state for change in changes if isinstance(change.after, Suggestion)]
    assert settled == [SuggestionState.ACCEPTED, SuggestionState.CORRECTED]
    assert decided not in [change.before for change in changes]


def test_relabelling_touches_the_kept_places_of_the_layer_only():
    spans = [at(span("d", "Rat", label, text=TEXT), start) for label, start in (("LOC", 0), ("ORG", 4), ("LOC", 8))]
    said = at(claim("d", "Rat", text=TEXT), 0)
    changes = relabelling({(0, 3), (4, 7)}, [*spans, said], layer=ENTITIES, label="ORG")
    assert [(c.before, c.after) for c in changes] == [(spans[0], replace(spans[0], label="ORG"))]


def test_relation_between_removed_spans_is_removed_once():
    first, second = (at(claim("d", "Rat", text=TEXT), start) for start in (0, 4))
    relation = Relation(id="r", label="repeats", head=first.id, tail=second.id, annotator="anna")
    gone = labelled_at(PLACES, [first, second], "claims")
    changes = edits.remove(gone, [relation], annotator="anna").changes
    assert [change.before for change in changes] == [relation, first, second]
