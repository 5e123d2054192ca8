"""The fields of a claim's card, as the schema defines them. No widgets are involved."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from annotator.model.schema import Attribute, AttributeKind, RelationType, Schema, may_join, words
from annotator.model.values import ATTRIBUTION, CLAIMS, ENTITIES
from ui.base import i18n
from ui.base.i18n import translate
from ui.panels.claim.choice_popup import PopupChoice
from ui.panels.span.fields import FieldKind, FieldSpec
from ui.panels.span.span_fields import FieldKeys, attribute_spec, choice_of, numbered, own_specs, take_away

NAMED = "entity"  # value of the claimant field if a relation names the claimant
UNNAMED = "unnamed"  # value of the claimant field if the claimant has no name
_WORDS = "words"


class ClaimField(NamedTuple):
    """A field of the card: an attribute, the relation types that share a key, or both, as for the claimant."""

    id: str
    attribute: Attribute | None = None
    relations: tuple[RelationType, ...] = ()

    @property
    def cites(self) -> bool:
        """Whether the user can type a citation: an address, or words from elsewhere."""
        return self.attribute is not None and self.attribute.kind is AttributeKind.CITATIONS

    def chosen(self, value: str | None) -> tuple[RelationType, str | None] | None:
        """Return the relation type and role for which a choice asks for words, or None if it asks for none."""
        if value is None or not self.relations:
            return None
        first = self.relations[0]
        if value in {NAMED, _WORDS}:
            return first, None
        if value in {role.id for role in first.roles}:
            return first, value
        return next(((relation, None) for relation in self.relations if relation.id == value), None)


def claim_fields(schema: Schema) -> tuple[ClaimField, ...]:
    """Return the card's fields: attributes in schema order, single relations after the claimant, then other relations.

    Evidence in articles and evidence from elsewhere form one field, which is the last.
    """
    left = _by_key(schema, CLAIMS)
    fields: list[ClaimField] = []
    shown = [attribute for attribute in schema.attributes_of(CLAIMS) if attribute.shown]
    evidence = _evidence(shown, left)
    for attribute in shown:
        if evidence is not None and attribute is evidence.attribute:
            continue
        is_named = NAMED in {value.id for value in attribute.values}
        own = left.pop(attribute.key or "", ()) if is_named else ()
        fields.append(ClaimField(id=attribute.id, attribute=attribute, relations=own))
        if own:
            single = [key for key, relations in left.items() if all(relation.single for relation in relations)]
            fields.extend(_of_relations(left.pop(key)) for key in single)
    fields.extend(map(_of_relations, left.values()))
    return (*fields, evidence) if evidence is not None else tuple(fields)


def claim_specs(schema: Schema, keys: FieldKeys) -> tuple[FieldSpec, ...]:
    """Return the claim's own fields, then those that every span has; no two have the same key."""
    specs = [_spec(field) for field in claim_fields(schema)]
    return tuple(_with_keys_once((*specs, *own_specs(specs, _shared_keys(specs, keys)))))


def _spec(field: ClaimField) -> FieldSpec:
    if field.attribute is None:
        return _relation_spec(field)
    spec = attribute_spec(field.attribute)
    if not field.cites or not field.relations:
        named_claimant = bool(field.relations) and any(choice.id == NAMED for choice in spec.choices)
        return spec._replace(by_letters=NAMED) if named_claimant else spec
    named = _relation_spec(field)
    help_ = translate("SpanFields", "What supports or contradicts it: words of an article, or an address and a quote.")
    return spec._replace(name=named.name, key=named.key, other_key=spec.key, help=help_, pinned=True)


def _shared_keys(specs: Iterable[FieldSpec], keys: FieldKeys) -> FieldKeys:
    """Return the keys of the fields that every span has.

    If a claim's own field has such a key, the default key is used.
    """
    taken = {spec.key for spec in specs}
    return FieldKeys(*(usual if not key or key in taken else key for key, usual in zip(keys, FieldKeys(), strict=True)))


def words_label(relation: RelationType) -> str | None:
    """Return the label that unlabelled words get as a relation's tail; None if the tail must already be labelled."""
    own = (end.split(".", 1) for end in relation.tail if end.startswith(f"{ATTRIBUTION}."))
    return next((label for _, label in own), None)


def takes_loose_words(relation: RelationType) -> bool:
    """Return whether the word at the caret can be taken without selecting it: only if the tail is never a name."""
    return words_label(relation) is not None and not any(end.startswith(ENTITIES) for end in relation.tail)


def means_words(relation: RelationType) -> bool:
    """Return whether typed text stands for words of the article rather than for a labelled name on these words."""
    return takes_loose_words(relation) or (words_label(relation) is not None and CLAIMS in relation.tail)


def leads_elsewhere(relation: RelationType) -> bool:
    """Return whether the tail may be in another article, as for evidence and other claims."""
    return not relation.single and CLAIMS in relation.tail


def prompt_for(schema: Schema, relation: RelationType, *, cites: bool = False) -> str:
    """Return the prompt for the words of a relation; with ``cites`` it also asks for an address."""
    if cites:
        return translate("SpanFields", "Click or select words of an article, or type or paste an address.")
    if takes_loose_words(relation):
        return translate("SpanFields", "Click or select words.")
    ends = [label for label in schema.labels if label.active and label.layer != ATTRIBUTION]
    fitting = [end for end in ends if may_join(relation, (CLAIMS, "CLAIM"), (end.layer, end.id))]
    names = ", ".join(words(end.name, i18n.ui_language()) or end.id for end in fitting)
    if [end.layer for end in fitting] == [CLAIMS]:
        return translate("SpanFields", "Click on another claim.")
    prompt = (
        translate("SpanFields", "Click on a name ({names}), or select other words.")
        if words_label(relation) is not None
        else translate("SpanFields", "Click on a name ({names}).")
    )
    return prompt.format(names=names)


def _by_key(schema: Schema, layer: str) -> dict[str, tuple[RelationType, ...]]:
    """Group relation types by their key; those without a key are not on the card."""
    found: dict[str, tuple[RelationType, ...]] = {}
    for relation in schema.relations:
        if relation.key and layer in relation.head:
            found[relation.key] = (*found.get(relation.key, ()), relation)
    return found


def _evidence(shown: Iterable[Attribute], left: dict[str, tuple[RelationType, ...]]) -> ClaimField | None:
    """Return the field for both kinds of evidence and remove its relation from ``left``; None if a kind is missing."""
    for attribute in shown:
        roles = {value.id for value in attribute.values}
        alike = [key for key, (first, *others) in left.items() if not others and {r.id for r in first.roles} == roles]
        if attribute.kind is AttributeKind.CITATIONS and roles and alike:
            return ClaimField(id=attribute.id, attribute=attribute, relations=left.pop(alike[0]))
    return None


def _of_relations(relations: tuple[RelationType, ...]) -> ClaimField:
    return ClaimField(id=f"relation.{relations[0].id}", relations=relations)  # no attribute has an id with a dot


def _relation_spec(field: ClaimField) -> FieldSpec:
    language, first = i18n.ui_language(), field.relations[0]
    if len(field.relations) > 1:
        choices = tuple(
            PopupChoice(
                id=relation.id, name=words(relation.name, language), key=str(n), help=words(relation.help, language)
            )
            for n, relation in enumerate(field.relations, 1)
        )
        name, help_ = _of_several(field.relations)
        kind = FieldKind.CHOICE
    else:
        choices = numbered(map(choice_of, first.roles)) or (_other_words(single=first.single),)
        name, help_ = words(first.name, language) or first.id, words(first.help, language)
        kind = FieldKind.CHOICE if first.roles else FieldKind.WORDS
    return FieldSpec(
        id=field.id, name=name, kind=kind, key=first.key or "", help=help_, choices=(*choices, take_away())
    )


def _of_several(relations: tuple[RelationType, ...]) -> tuple[str, str]:
    if all(relation.tail == (CLAIMS,) for relation in relations):
        return (
            translate("SpanFields", "Other claim"),
            translate("SpanFields", "Its relation to another claim, in this or another article."),
        )
    names = [words(relation.name, i18n.ui_language()) or relation.id for relation in relations]
    return " / ".join(names), ""


def _other_words(*, single: bool) -> PopupChoice:
    point = translate("SpanFields", "Other words…") if single else translate("SpanFields", "More words…")
    return PopupChoice(id=_WORDS, name=point, key="1")


def _with_keys_once(specs: Iterable[FieldSpec]) -> Iterable[FieldSpec]:
    """Yield the fields; if several have the same key, only the first keeps it.

    The schema gives alternative tagsets one key, because usually only one of them is shown.
    """
    taken: set[str] = set()
    every = list(specs)
    keys = {spec.key for spec in every}
    for spec in every:
        other = "" if spec.other_key in keys else spec.other_key
        yield spec._replace(key="" if spec.key in taken else spec.key, other_key=other)
        taken.add(spec.key)


class ProposedFields:
    """The ids of fields with a proposal. Keys act on the ``aimed`` one; once it is settled, the next is aimed at.

    For a claim that was just made or accepted to its card, keys act on all proposals ``together`` until the user steps
    to one field.
    """

    def __init__(self) -> None:
        self.ids: tuple[str, ...] = ()
        self.aimed: str | None = None
        self.together = False
        self._order: tuple[str, ...] = ()

    @property
    def targets(self) -> tuple[str, ...]:
        """The fields whose proposals the keys accept or reject."""
        return self.ids if self.together else tuple(filter(None, (self.aimed,)))

    def show(self, order: Sequence[str], proposed: Sequence[str], *, fresh: bool = False) -> None:
        """Set the ids of the card's fields, the ids of fields with a proposal, and whether the claim was just made.

        If the aimed field has no proposal any more, the next one that has one is aimed at.
        """
        self._order, self.ids = tuple(order), tuple(proposed)
        self.together = fresh and self.aimed is None and bool(self.ids)
        if self.aimed in self.ids or self.together:
            return
        here = self._place(self.aimed)
        self.aimed = next((id_ for id_ in self.ids if self._place(id_) > here), next(iter(self.ids), None))

    def step(self, step: int) -> None:
        """Aim at the next (1) or previous (-1) field, wrapping around."""
        if self.together:
            self.together, self.aimed = False, self.ids[0 if step > 0 else -1]
        elif self.aimed is not None:
            self.aimed = self.ids[(self.ids.index(self.aimed) + step) % len(self.ids)]

    def begin_anew(self) -> None:
        """Aim at the first proposal again, because another claim is shown."""
        self.aimed = None

    def _place(self, id_: str | None) -> int:
        return self._order.index(id_) if id_ in self._order else -1
