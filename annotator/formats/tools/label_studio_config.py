"""Label Studio's labeling config: labels, fields and relations.

Source: https://labelstud.io/tags/
"""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from annotator.model.schema import Schema
from annotator.model.values import Annotated, Span, Suggestion

NOTE, DOUBT = "note", "doubt"
OF_TEXT = "article_"  # prefix of article labels, as control names must be unique

_COLOUR = "#888888"


@dataclass(kw_only=True)
class _Field:
    """A field of spans: the layers that have it, and its values if they are closed."""

    layers: list[str]
    values: list[str] | None


class Names:
    """The names in a project's schema, and any others in its articles."""

    def __init__(self, schema: Schema | None) -> None:
        self.labels: dict[str, dict[str, str]] = {}  # layer → label → colour
        self.fields: dict[str, _Field] = {}
        self.relations: dict[str, None] = {}
        self.of_texts: dict[str, dict[str, None]] = {}  # article label → values
        if schema is not None:
            self._add_schema(schema)

    def add(self, annotated: Annotated) -> None:
        """Add the names in an article."""
        spans: tuple[Span | Suggestion, ...] = (*annotated.spans, *annotated.suggestions)
        for span in spans:
            self.labels.setdefault(span.layer, {}).setdefault(span.label, _COLOUR)
            for name in span.attributes:
                self._add_field(name, span.layer, None if name not in self.fields else self.fields[name].values)
        for relation in annotated.relations:
            self.relations[relation.label] = None
        for label in annotated.labels:
            self.of_texts.setdefault(label.label, {})[label.value] = None

    def _add_schema(self, schema: Schema) -> None:
        for layer in schema.layers:
            self.labels[layer.id] = {label.id: label.light for label in layer.labels}
        for attribute in schema.attributes:
            self._add_field(attribute.id, attribute.layer, [value.id for value in attribute.closed] or None)
        self.relations = dict.fromkeys(relation.id for relation in schema.relations)

    def _add_field(self, name: str, layer: str, values: list[str] | None) -> None:
        field = self.fields.setdefault(name, _Field(layers=[layer], values=values))
        if layer not in field.layers:
            field.layers.append(layer)
            field.values = field.values and values and list(dict.fromkeys([*field.values, *values]))


def write_config(names: Names) -> bytes:
    """Return the config as XML."""
    lines = ["<View>", '  <Text name="text" value="$text" granularity="symbol"/>']
    for layer, labels in names.labels.items():
        offered = (_element("Label", value=label, background=colour) for label, colour in labels.items())
        lines += _group("Labels", offered, name=layer, toName="text")
    for name, field in names.fields.items():
        control = {"name": name, "toName": "text", "perRegion": "true", "whenTagName": ",".join(field.layers)}
        lines += _group("Choices", _choices(field.values), **control) if field.values else [_line("TextArea", control)]
    for label, given in names.of_texts.items():
        lines += _group("Choices", _choices(list(given)), name=OF_TEXT + label, toName="text")
    lines += _group("Choices", _choices(["yes"]), name=DOUBT, toName="text", perRegion="true")
    lines.append(_line("TextArea", {"name": NOTE, "toName": "text", "perRegion": "true"}))
    lines += _group("Relations", (_element("Relation", value=relation) for relation in names.relations))
    lines.append("</View>")
    return ("\n".join(lines) + "\n").encode("utf-8")


def _line(kind: str, attributes: dict[str, str]) -> str:
    return "  " + _element(kind, **attributes)


def _choices(values: list[str]) -> list[str]:
    return [_element("Choice", value=value) for value in values]


def _group(kind: str, inner: Iterable[str], **attributes: str) -> list[str]:
    lines = [f"    {line}" for line in inner]
    return [f"  {_element(kind, **attributes)[:-2]}>", *lines, f"  </{kind}>"]


def _element(kind: str, **attributes: str) -> str:
    return "<" + " ".join([kind, *(f"{name}={quoteattr(value)}" for name, value in attributes.items())]) + "/>"
