"""The fields of any span, from the schema and common to all, and their values. No widgets are involved."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from annotator.model.citations import Citation, citations_of
from annotator.model.schema import DIGITS, Attribute, AttributeKind, Schema, Value, words
from annotator.model.values import OriginKind, Relation, Span, Suggestion
from ui.base import i18n
from ui.base.i18n import translate
from ui.base.look.plain_text import one_line
from ui.base.words.rule_names import has_release, rule_words, source_words
from ui.panels.claim.choice_popup import PopupChoice
from ui.panels.span.fields import FieldKind, FieldSpec, ShownValue

NOTE, DOUBT = "own.note", "own.doubt"  # no attribute of a schema can have an id with a dot
CLAIM_TEXT = "claim_text"
SHORT = 75  # characters: publishers cut longer claims
NEW, PIECE = "new", "piece."  # no role has these ids
_TYPED = {AttributeKind.TEXT, AttributeKind.DATE, AttributeKind.CITATIONS}
_ACTIONS = ("span.note", "span.doubt", "span.pick")
_TAKE_AWAY_KEY = "0"
_QUOTE, _PLACE = 60, 40  # shown characters


class FieldKeys(NamedTuple):
    """The keys of the fields that every span has; by default those of the actions that do the same in the article."""

    note: str = "n"
    doubt: str = "d"
    label: str = "l"


def keys_in_force(shortcuts: Callable[[str], Sequence[str]]) -> FieldKeys:
    """Return the fields' keys: for each field, the first one-letter shortcut of its action."""
    single = (next((k.lower() for k in shortcuts(id_) if len(k) == 1), "") for id_ in _ACTIONS)
    return FieldKeys(*single)


def entity_specs(schema: Schema, layer: str, keys: FieldKeys) -> tuple[FieldSpec, ...]:
    """Return the fields of a span that is not a claim."""
    specs = [attribute_spec(attribute) for attribute in schema.attributes_of(layer) if attribute.shown]
    return (*specs, *own_specs(specs, keys))


def own_specs(others: Iterable[FieldSpec], keys: FieldKeys) -> tuple[FieldSpec, ...]:
    """Return the fields that every span has. A field gets no key if one of ``others`` has that key."""
    taken = {spec.key.lower() for spec in others}
    yes = PopupChoice(id="yes", name=translate("SpanFields", "unsure"), key="1")
    return (
        FieldSpec(
            id=NOTE,
            name=translate("SpanFields", "Note"),
            kind=FieldKind.TEXT,
            key="" if keys.note in taken else keys.note,
            help=translate("SpanFields", "For yourself and other annotators."),
            long=True,
        ),
        FieldSpec(
            id=DOUBT,
            name=translate("SpanFields", "Doubt"),
            kind=FieldKind.CHOICE,
            key="" if keys.doubt in taken else keys.doubt,
            help=translate("SpanFields", "Needs a second look."),
            choices=(yes, take_away()),
            toggles=True,
        ),
    )


def attribute_spec(attribute: Attribute) -> FieldSpec:
    """Return the definition of the card's field for a schema attribute."""
    language = i18n.ui_language()
    kinds = {AttributeKind.TEXT: FieldKind.TEXT, AttributeKind.DATE: FieldKind.DATE}
    choices = numbered(map(choice_of, attribute.values))
    cites = attribute.kind is AttributeKind.CITATIONS
    if cites and not choices:
        choices = (PopupChoice(id=NEW, name=translate("SpanFields", "New source…"), key="1"),)
    return FieldSpec(
        id=attribute.id,
        name=words(attribute.name, language) or attribute.id,
        kind=kinds.get(attribute.kind, FieldKind.CHOICE),
        key=attribute.key_in(language) or "",
        help=words(attribute.help, language),
        choices=(*choices, take_away()) if choices else (),
        limit=SHORT if attribute.id == CLAIM_TEXT else None,
        long=attribute.id == CLAIM_TEXT,
        example=translate("SpanFields", "https://… and a quote") if cites else "",
        by_letters=NEW if cites else "",
    )


def attribute_shown(attribute: Attribute, span: Span | Suggestion, *, proposed: bool) -> ShownValue:
    """Return the value that a span has in an attribute's field."""
    if attribute.kind is AttributeKind.CITATIONS:
        pieces = citation_pieces(attribute, span)
        return ShownValue(words="; ".join(piece.name for piece in pieces), proposed=proposed, pieces=pieces)
    value = span.attributes.get(attribute.id)
    if value is None:
        return ShownValue()
    known = next((v for v in attribute.values if v.id == value), None)
    name = words(known.name, i18n.ui_language()) if known is not None else str(value)
    return ShownValue(words=name or str(value), current=str(value), proposed=proposed)


def citation_pieces(attribute: Attribute, span: Span | Suggestion) -> tuple[PopupChoice, ...]:
    """Return a choice for each of a claim's citations, in order."""
    help_ = translate("SpanFields", "Return edits it, Backspace removes it.")
    cited = enumerate(citations_of(span.attributes))
    return tuple(
        PopupChoice(id=f"{PIECE}{place}", name=citation_words(attribute, citation), help=help_, removable=True)
        for place, citation in cited
    )


def citation_words(attribute: Attribute, citation: Citation) -> str:
    """Return a citation as text: role, quote and web address."""
    quoted = translate("SpanFields", "“{words}”").format(words=one_line(citation.quote, _QUOTE))
    place = one_line(citation.url.partition("://")[2] or citation.url, _PLACE)
    said = " ".join(filter(None, (quoted if citation.quote else "", place)))
    role = next((words(v.name, i18n.ui_language()) for v in attribute.values if v.id == citation.role), citation.role)
    return translate("ClaimValues", "{role}: {words}").format(role=role, words=said) if role else said


def own_shown(span: Span) -> dict[str, ShownValue]:
    """Return the values of the fields that every span has."""
    unsure = ShownValue(words=translate("SpanFields", "unsure"), current="yes")
    return {NOTE: ShownValue(words=span.note), DOUBT: unsure if span.doubt else ShownValue()}


def stored_text(span: Span, field: str) -> str:
    """Return the stored text of a field, "" if it is empty."""
    return span.note if field == NOTE else str(span.attributes.get(field) or "")


def is_typed(schema: Schema, layer: str, field: str) -> bool:
    """Return whether text can be typed into a field of a layer's spans."""
    attribute = schema.attribute(layer, field)
    return field == NOTE or (attribute is not None and attribute.kind in _TYPED)


def not_saved(words: str) -> str:
    """Return the message about a text that is not stored yet."""
    return translate("ClaimCard", "Not saved yet: “{words}”").format(words=words)


def is_proposed(relations: Iterable[Relation]) -> bool:
    """Return whether relations come from a suggestion.

    They were then accepted with their claim, but not looked at alone.
    """
    return any(relation.origin.kind is OriginKind.SUGGESTION for relation in relations)


def origin_words(row: Span | Suggestion) -> str:
    """Return the text for where a span or suggestion came from."""
    if isinstance(row, Suggestion):
        if row.version == OriginKind.ADJUDICATION:
            return translate("Origins", "labelled like this by {people}").format(people=row.source)
        pattern = translate("Origins", "suggested by {source}")
        return _with_facts(pattern, "", row.source, row.version, row.score, row.rule)
    origin = row.origin
    if origin.kind is OriginKind.ADJUDICATION:
        return translate("Origins", "gold, decided by {annotator}").format(annotator=origin.version or row.annotator)
    patterns = {
        OriginKind.HUMAN: translate("Origins", "by {annotator}"),
        OriginKind.IMPORT: translate("Origins", "imported, by {annotator}"),
        OriginKind.SUGGESTION: translate("Origins", "suggested by {source}, accepted by {annotator}"),
    }
    if origin.changed:
        patterns |= {
            OriginKind.IMPORT: translate("Origins", "imported, changed by {annotator}"),
            OriginKind.SUGGESTION: translate("Origins", "suggested by {source}, changed by {annotator}"),
        }
    return _with_facts(patterns[origin.kind], row.annotator, origin.source, origin.version, origin.score, origin.rule)


def _with_facts(
    pattern: str, annotator: str, source: str | None, version: str | None, score: float | None, rule: str | None
) -> str:
    release = (version or "").partition("+")[0]  # the build follows the plus
    shown = source_words(source or "")
    if source and has_release(source):
        shown = " ".join(filter(None, (shown, release)))
    said = pattern.format(source=shown, annotator=annotator)
    facts = (said, i18n.number(score, 2) if score is not None else "", rule_words(rule or ""))
    return " · ".join(filter(None, facts))


def choice_of(value: Value) -> PopupChoice:
    """Return the choice for a value of a tagset."""
    language = i18n.ui_language()
    return PopupChoice(
        id=value.id,
        name=words(value.name, language) or value.id,
        key=value.key or "",
        help=words(value.help, language),
        examples=value.examples.get(language) or value.examples.get("en", ()),
    )


def numbered(choices: Iterable[PopupChoice]) -> tuple[PopupChoice, ...]:
    """Return the choices; those without a key get free digits as keys, as long as there are any."""
    every = tuple(choices)
    free = iter([digit for digit in DIGITS if digit not in {choice.key for choice in every}])
    return tuple(choice if choice.key else choice._replace(key=next(free, "")) for choice in every)


def take_away() -> PopupChoice:
    """Return the choice that clears a field."""
    return PopupChoice(id=None, name=translate("SpanFields", "Remove"), key=_TAKE_AWAY_KEY)
