"""Which fields a span has, after the schema, and what stands in them: values only, no widget."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from annotator.model import ATTRIBUTION, CLAIMS, ENTITIES, OriginKind, Relation, Span, Suggestion
from annotator.schema import Attribute, AttributeKind, RelationType, Schema, may_join, words
from ui import i18n
from ui.panels.choice_popup import Choice
from ui.panels.fields import FieldKind, FieldSpec, Shown
from ui.rules import rule_words, source_words

NOTE, DOUBT = "own.note", "own.doubt"  # no attribute of a schema can be called so
CLAIM_TEXT = "claim_text"
SHORT = 75  # characters; longer claims are cut by those who publish them
NAMED = "entity"  # the value that says: a relation names who it was
UNNAMED = "unnamed"  # and the one for somebody without a name
_WORDS = "words"
_TAKE_AWAY_KEY = "0"

translate = QCoreApplication.translate


def claim_specs(schema: Schema, layer: str) -> tuple[FieldSpec, ...]:
    """Give the fields of a claim: attributes in the schema's order, relations after the one that says who it was."""
    relations = pointable(schema, layer)
    specs: list[FieldSpec] = []
    left = dict(relations)
    for attribute in schema.attributes_of(layer):
        if not attribute.shown:
            continue
        specs.append(attribute_spec(attribute))
        if companion(schema, attribute) is not None:
            left.pop(attribute.key or "", None)
            specs.extend(
                _relation_spec(left.pop(key)) for key, relation in relations.items() if relation.single and key in left
            )
    specs.extend(_relation_spec(relation) for relation in left.values())
    return (*specs, *own_specs(specs))


def entity_specs(schema: Schema, layer: str) -> tuple[FieldSpec, ...]:
    """Give the fields of any other span."""
    specs = [attribute_spec(attribute) for attribute in schema.attributes_of(layer) if attribute.shown]
    return (*specs, *own_specs(specs))


def own_specs(others: Iterable[FieldSpec]) -> tuple[FieldSpec, ...]:
    """Give the fields that every span has; their keys only where the schema has not taken them."""
    taken = {spec.key for spec in others}
    yes = Choice(id="yes", name=translate("SpanFields", "unsure"), key="1")
    return (
        FieldSpec(
            id=NOTE,
            name=translate("SpanFields", "Note"),
            kind=FieldKind.TEXT,
            key="" if "n" in taken else "n",
            help=translate("SpanFields", "For yourself and whoever looks at it again."),
        ),
        FieldSpec(
            id=DOUBT,
            name=translate("SpanFields", "Doubt"),
            kind=FieldKind.CHOICE,
            key="" if "d" in taken else "d",
            help=translate("SpanFields", "Somebody should look at this again."),
            choices=(yes, _take_away()),
        ),
    )


def attribute_spec(attribute: Attribute) -> FieldSpec:
    """Give the field of an attribute."""
    language = i18n.ui_language()
    kinds = {AttributeKind.TEXT: FieldKind.TEXT, AttributeKind.DATE: FieldKind.DATE}
    choices = tuple(
        Choice(
            id=value.id,
            name=words(value.name, language) or value.id,
            key=value.key or "",
            help=words(value.help, language),
        )
        for value in attribute.values
    )
    return FieldSpec(
        id=attribute.id,
        name=words(attribute.name, language) or attribute.id,
        kind=kinds.get(attribute.kind, FieldKind.CHOICE),
        key=attribute.key or "",
        help=words(attribute.help, language),
        choices=(*choices, _take_away()) if choices else (),
        limit=SHORT if attribute.id == CLAIM_TEXT else None,
    )


def pointable(schema: Schema, layer: str) -> dict[str, RelationType]:
    """Give the relation types of a layer that have a key, by key."""
    return {relation.key: relation for relation in schema.relations if relation.key and layer in relation.head}


def companion(schema: Schema, attribute: Attribute) -> RelationType | None:
    """Give the relation that completes an attribute: it has the same key, and the attribute a value for it."""
    if not attribute.key or NAMED not in {value.id for value in attribute.values}:
        return None
    return pointable(schema, attribute.layer).get(attribute.key)


def words_label(relation: RelationType) -> str | None:
    """Give the label that unlabelled words get as an end of a relation; None where only labelled ones will do."""
    own = (end.split(".", 1) for end in relation.tail if end.startswith(f"{ATTRIBUTION}."))
    return next((label for _, label in own), None)


def takes_loose_words(relation: RelationType) -> bool:
    """Tell whether the word at the caret will do; where names are meant first, other words must be selected."""
    return words_label(relation) is not None and not any(end.startswith(ENTITIES) for end in relation.tail)


def wanted(schema: Schema, relation: RelationType) -> str:
    """Say what is to be pointed at for a relation of a claim."""
    if takes_loose_words(relation):
        return translate("SpanFields", "Click on words or select them.")
    ends = [label for label in schema.labels if label.active and label.layer != ATTRIBUTION]
    fitting = [end for end in ends if may_join(relation, (CLAIMS, "CLAIM"), (end.layer, end.id))]
    names = ", ".join(words(end.name, i18n.ui_language()) or end.id for end in fitting)
    asked = (
        translate("SpanFields", "Click on a name ({names}), or select other words.")
        if words_label(relation) is not None
        else translate("SpanFields", "Click on a name ({names}).")
    )
    return asked.format(names=names)


def relation_words(relation: RelationType, tails: Iterable[Span], text: str) -> str:
    """Give what a relation leads to."""
    quotes = [tail.quote(text) for tail in tails]
    return quotes[0] if relation.single and quotes else "; ".join(quotes)


def attribute_shown(attribute: Attribute, span: Span | Suggestion, *, proposed: bool) -> Shown:
    """Give what stands in the field of an attribute."""
    value = span.attributes.get(attribute.id)
    if value is None:
        return Shown()
    known = next((v for v in attribute.values if v.id == value), None)
    name = words(known.name, i18n.ui_language()) if known is not None else str(value)
    return Shown(words=name or str(value), current=str(value), proposed=proposed)


def own_shown(span: Span) -> dict[str, Shown]:
    """Give what stands in the fields that every span has."""
    unsure = Shown(words=translate("SpanFields", "unsure"), current="yes")
    return {NOTE: Shown(words=span.note), DOUBT: unsure if span.doubt else Shown()}


def is_proposed(relations: Iterable[Relation]) -> bool:
    """Tell whether relations are a machine's, accepted along with the claim but not looked at one by one."""
    return any(relation.origin.kind is OriginKind.SUGGESTION for relation in relations)


def origin_words(row: Span | Suggestion) -> str:
    """Say where a span or suggestion came from."""
    if isinstance(row, Suggestion):
        pattern = translate("Origins", "suggested by {source}")
        return _with_facts(pattern, "", row.source, row.version, row.score, row.rule)
    origin = row.origin
    patterns = {
        OriginKind.HUMAN: translate("Origins", "by {annotator}"),
        OriginKind.IMPORT: translate("Origins", "imported, by {annotator}"),
        OriginKind.SUGGESTION: translate("Origins", "suggested by {source}, taken by {annotator}"),
    }
    return _with_facts(patterns[origin.kind], row.annotator, origin.source, origin.version, origin.score, origin.rule)


def _with_facts(
    pattern: str, annotator: str, source: str | None, version: str | None, score: float | None, rule: str | None
) -> str:
    release = (version or "").partition("+")[0]  # behind the plus stands which build it is
    shown = source_words(source or "")
    if shown == source:  # a model: those have releases
        shown = " ".join(filter(None, (shown, release)))
    said = pattern.format(source=shown, annotator=annotator)
    facts = (said, i18n.number(score, 2) if score is not None else "", rule_words(rule or ""))
    return " · ".join(filter(None, facts))


def _relation_spec(relation: RelationType) -> FieldSpec:
    language = i18n.ui_language()
    point = translate("SpanFields", "Other words…") if relation.single else translate("SpanFields", "More words…")
    return FieldSpec(
        id=relation_field(relation),
        name=words(relation.name, language) or relation.id,
        kind=FieldKind.WORDS,
        key=relation.key or "",
        help=words(relation.help, language),
        choices=(Choice(id=_WORDS, name=point, key="1"), _take_away()),
    )


def relation_field(relation: RelationType) -> str:
    """Give the id of a relation's field, which no attribute has."""
    return f"relation.{relation.id}"


def _take_away() -> Choice:
    return Choice(id=None, name=translate("SpanFields", "Take away"), key=_TAKE_AWAY_KEY)
