"""The roles of labels: which of a project's labels mean a person, an organisation, a place or another name.

Models, claim rules and the search for namesakes know our labels only (PER, ORG, LOC, MISC). A project may call them
otherwise, like OntoNotes (PERSON, GPE), like GermEval (OTH), or by words of its own ("Person", "Ort").
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from annotator.model.schema import Label, Schema
from annotator.model.values import ATTRIBUTION, CLAIMS, ENTITIES

PERSON, BODY, PLACE, OTHER = "PER", "ORG", "LOC", "MISC"

#: Our labels by the labels of OntoNotes (used by spaCy's English pipelines) and of GermEval.
LABELS: Mapping[str, str] = MappingProxyType(
    {
        "PERSON": PERSON,
        "TIME": "DATE",
        **dict.fromkeys(("GPE", "FAC"), PLACE),
        **dict.fromkeys(("NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "OTH"), OTHER),
        **dict.fromkeys(("PERCENT", "CARDINAL", "ORDINAL"), "QUANTITY"),
    }
)
#: Labels of OntoNotes and GermEval, by labels that a project with such a schema lacks.
_ELSEWHERE: Mapping[str, str] = MappingProxyType(
    {
        PERSON: "PERSON",
        PLACE: "GPE",
        **{label: "OTH" for label in (OTHER, *LABELS) if LABELS.get(label, label) == OTHER},
    }
)
_OURS = frozenset((PERSON, BODY, PLACE, OTHER, *LABELS.values()))
#: Our labels by what people call them, in lower case. Only words that mean no less than our label.
_NAMED: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("per", "person", "persons", "people", "personen", "personenname", "personennamen"), PERSON),
        **dict.fromkeys(("org", "organisation", "organisations", "organisationen", "körperschaft"), BODY),
        **dict.fromkeys(("organization", "organizations", "institution", "institutions", "institutionen"), BODY),
        **dict.fromkeys(("loc", "location", "locations", "place", "places", "ort", "orte", "ortsname"), PLACE),
        **dict.fromkeys(("misc", "miscellaneous", "other", "others", "other name", "other names"), OTHER),
        **dict.fromkeys(("sonstige", "sonstiges", "sonstige namen", "sonstiger name", "andere", "anderes"), OTHER),
    }
)


@dataclass(frozen=True, kw_only=True)
class Roles:
    """The roles of a project's labels; without a project, those of the ready-made schemas.

    ``ours`` are the project's labels that mean one of ours under another name, each with ours. ``theirs`` are our
    labels that the project lacks, each with the project's label to use instead.
    """

    ours: tuple[tuple[str, str], ...] = ()
    theirs: tuple[tuple[str, str], ...] = ()

    def of(self, label: str) -> str:
        """Return our label for a label of the project, or the label itself if it is none of ours."""
        return self._role_of.get(label) or LABELS.get(label, label)

    def called(self, ours: str) -> str:
        """Return the project's label for one of ours, or ours if the project has it or none for it."""
        return self._called.get(ours, ours)

    def is_person(self, label: str | None) -> bool:
        """Return whether a label means persons."""
        return label is not None and self.of(label) == PERSON

    def is_body(self, label: str | None) -> bool:
        """Return whether a label means organisations."""
        return label is not None and self.of(label) == BODY

    @cached_property
    def _role_of(self) -> Mapping[str, str]:
        return dict(self.ours)

    @cached_property
    def _called(self) -> Mapping[str, str]:
        return dict(self.theirs)


USUAL = Roles()


def roles_of(schema: Schema) -> Roles:
    """Return the roles of a project's labels, by their ids, else by their names, else by their broader labels."""
    named = [label for label in schema.labels if label.layer not in {CLAIMS, ATTRIBUTION}]
    named.sort(key=lambda label: label.layer != ENTITIES)
    known: dict[str, str] = {}
    for label in named:
        if (role := _role(label, schema)) is not None:
            known.setdefault(label.id, role)
    offered = {label.id for label in schema.labels if label.layer == ENTITIES and label.active}
    theirs = []
    for ours in (PERSON, BODY, PLACE, OTHER):
        by_name = (
            label.id for label in named if label.id in offered and label.parent is None and _by_name(label) == ours
        )
        found = _known(ours, offered) or next(by_name, ours)
        theirs += [(ours, found)] if found != ours else []
    return Roles(ours=tuple(pair for pair in known.items() if pair[0] != pair[1]), theirs=tuple(theirs))


def counterpart(label: str, offered: Container[str], roles: Roles = USUAL) -> str | None:
    """Return the label of a project that means the same as a pipeline's label, or more; None if there is none.

    ``offered`` are the project's labels. The same label is preferred, then ours, then that of another ready-made
    schema, then a label that the project calls so.
    """
    called = roles.called(LABELS.get(label, label))
    return _known(label, offered) or (called if called in offered else None)


def _known(label: str, offered: Container[str]) -> str | None:
    candidates = (label, LABELS.get(label), _ELSEWHERE.get(label))
    return next((each for each in candidates if each is not None and each in offered), None)


def _role(label: Label, schema: Schema) -> str | None:
    for each in _with_broader(label, schema):
        role = each.id if each.id in _OURS else LABELS.get(each.id) or _by_name(each)
        if role is not None:
            return role
    return None


def _with_broader(label: Label, schema: Schema) -> Iterator[Label]:
    """Yield a label and those above it, the narrowest first; a circle ends."""
    seen: set[str] = set()
    each: Label | None = label
    while each is not None and each.id not in seen:
        yield each
        seen.add(each.id)
        each = schema.label(each.layer, each.parent) if each.parent is not None else None


def _by_name(label: Label) -> str | None:
    words = (label.id, *label.name.values())
    return next((_NAMED[each.casefold()] for each in words if each.casefold() in _NAMED), None)
