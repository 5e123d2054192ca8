"""Build new relation types for a schema, for relations of an imported file."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from annotator.editing.schema_editing.flaws import free_id
from annotator.editing.schema_editing.new_label import NEW, short_name
from annotator.model.schema import RelationType, Schema
from annotator.model.values import Annotated
from annotator.text.language import LANGUAGES


def requested_relations(schema: Schema, renamed: Mapping[str, str]) -> tuple[RelationType, ...]:
    """Return a relation type for each name that ``--map THEIRS=new`` requests and the schema lacks.

    The type may join spans of all layers. Names of labels get one, too, since only reading the file tells which names
    are those of relations; see `with_used_relations`.
    """
    layers = tuple(layer.id for layer in schema.layers)
    known = {relation.id.casefold() for relation in schema.relations}
    made: dict[str, RelationType] = {}
    for theirs in (theirs for theirs, ours in renamed.items() if ours.rpartition(".")[2] == NEW):
        id_ = free_id(short_name(theirs) or "NEW", ())
        if id_.casefold() not in known and id_ not in made:
            name = dict.fromkeys(LANGUAGES, theirs)
            made[id_] = RelationType(id=id_, name=name, help={}, head=layers, tail=layers)
    return tuple(made.values())


def with_relations(schema: Schema, relations: Iterable[RelationType]) -> Schema:
    """Return the schema with these relation types added."""
    return replace(schema, relations=(*schema.relations, *relations))


def with_used_relations(
    schema: Schema | None, before: Schema, relations: Iterable[RelationType], annotated: Iterable[Annotated]
) -> Schema | None:
    """Return the schema with the new relation types that documents use, or ``schema`` if they use none.

    Args:
        schema: The schema with new labels, or None if there are no new labels.
        before: The schema without new labels.
        relations: The new relation types.
        annotated: The documents.
    """
    used = {relation.label for entry in annotated for relation in entry.relations}
    used |= {draft.label for entry in annotated for one in entry.suggestions for draft in one.relations}
    wanted = [relation for relation in relations if relation.id in used]
    return with_relations(schema or before, wanted) if wanted else schema
