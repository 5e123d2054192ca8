"""Adjudicating labels of whole articles by a rule.

Each label is adjudicated by itself. Only rules do this: no window asks a person about labels of whole articles.
"""

from collections import defaultdict
from collections.abc import Sequence

from annotator.editing.edits import Change
from annotator.model.values import DOCUMENT, GOLD, NOBODY, Annotated, DocumentLabel, Settled, State
from annotator.quality.questions import fingerprint
from annotator.quality.strategies import Rule, decide


def gold_labels(annotated: Annotated, settled: Sequence[Settled], rule: Rule, *, by: str) -> list[Change]:
    """Return the changes that add the gold labels of an article that a rule settles, and the settled questions.

    A label that gold already has, or that was settled before, stays unchanged: what a person removed stays removed.
    """
    people = sorted({row.annotator for row in annotated.states if row.state is State.DONE} - NOBODY)
    if len(people) < 2:
        return []
    known = {row.label for row in annotated.labels if row.annotator == GOLD}
    known |= {row.layer.removeprefix(f"{DOCUMENT}.") for row in settled if row.layer.startswith(f"{DOCUMENT}.")}
    said: defaultdict[str, dict[str, set[str]]] = defaultdict(lambda: {name: set() for name in people})
    for row in annotated.labels:
        if row.annotator in people and row.label not in known:
            said[row.label][row.annotator].add(row.value)
    made: list[Change] = []
    for label, values in sorted(said.items()):
        voters: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for name in people:
            voters[tuple(sorted(values[name]))].append(name)
        choices = sorted(voters)
        chosen = decide(tuple(tuple(voters[choice]) for choice in choices), rule)
        if chosen is None:
            continue
        document = annotated.document.id
        rows = [DocumentLabel(document=document, annotator=GOLD, label=label, value=each) for each in choices[chosen]]
        made += [Change(after=row) for row in rows]
        made.append(Change(after=_settled(document, label, [(each, voters[each]) for each in choices], by, rule)))
    return made


def _settled(document: str, label: str, asked: object, by: str, rule: Rule) -> Settled:
    layer = f"{DOCUMENT}.{label}"
    counted = fingerprint(asked)
    return Settled(
        id=fingerprint(document, layer, counted),
        document=document,
        layer=layer,
        start=0,
        end=1,
        annotator=by,
        asked=counted,
        rule=rule.words,
    )
