"""brat's ``annotation.conf``: what labels, relations and fields there are.

Source: https://brat.nlplab.org/configuration.html
"""

from collections.abc import Iterator, Sequence

from annotator.schema import RelationType, Schema


def write_conf(schema: Schema | None, used: Sequence[str]) -> str:
    """Write the configuration: the labels of the schema, and those beyond it that articles use."""
    known = [label.id for label in schema.labels] if schema else []
    lines = ["[entities]", *dict.fromkeys([*known, *used]), "", "[relations]"]
    lines.append("<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>")
    if schema is not None:
        lines += [_relation(schema, relation) for relation in schema.relations]
    lines += ["", "[events]", "", "[attributes]", "Doubt\tArg:<ENTITY>"]
    if schema is not None:
        lines += _attributes(schema)
    return "\n".join(lines) + "\n"


def _relation(schema: Schema, relation: RelationType) -> str:
    return f"{relation.id}\tArg1:{_ends(schema, relation.head)}, Arg2:{_ends(schema, relation.tail)}"


def _ends(schema: Schema, ends: Sequence[str]) -> str:
    """Give the labels that ``layer`` and ``layer.LABEL`` stand for."""
    labels = [label.id for label in schema.labels if {label.layer, f"{label.layer}.{label.id}"} & set(ends)]
    return "|".join(dict.fromkeys(labels)) or "<ENTITY>"


def _attributes(schema: Schema) -> Iterator[str]:
    for attribute in schema.attributes:
        if attribute.closed:
            values = "|".join(value.id for value in attribute.closed)
            yield f"{attribute.id}\tArg:{_ends(schema, [attribute.layer])}, Value:{values}"
