"""Edits of identities, the people and bodies that mentions mean."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from annotator.editing.edits import Change, Edit, EditKind
from annotator.model.values import Identity, Span, new_id
from annotator.system.errors import SchemaError
from annotator.text.normalization import one_line

IDENTITY = "identity"  # the attribute of a mention that holds its identity's id
KINDS = (EditKind.IDENTIFY, EditKind.MERGE, EditKind.DESCRIBE_IDENTITY, EditKind.DISSOLVE)
_LONGEST = 200  # characters of a name
_WIKIDATA = re.compile(r"(?:https?://(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d{0,17})/?", re.IGNORECASE)


def new_identity(name: str, label: str) -> Identity:
    """Return a new identity with a name, in which white space is collapsed."""
    return Identity(id=new_id(), name=one_line(name)[:_LONGEST], label=label)


def wikidata_id(words: str) -> str | None:
    """Return the Wikidata id in a text, ``Q42`` or the address of its page, or None for blank text.

    Raises:
        SchemaError: ``value.wikidata`` for any other text.
    """
    if not words.strip():
        return None
    found = _WIKIDATA.fullmatch(words.strip())
    if found is None:
        raise SchemaError("value.wikidata", value=words.strip()[:60])
    return found[1].upper()


def identified(span: Span, identity: str | None) -> Change:
    """Return the change that sets a span's identity, or with None removes it."""
    others = {name: value for name, value in span.attributes.items() if name != IDENTITY}
    named = others if identity is None else {**others, IDENTITY: identity}
    return Change(before=span, after=replace(span, attributes=named))


def identify(spans: Iterable[Span], identity: Identity | None, *, annotator: str, new: bool = False) -> Edit | None:
    """Return the edit that sets the identity of mentions, or removes it if that is None; None if nothing changes.

    ``new`` tells whether the same edit adds the identity.
    """
    wanted = identity.id if identity is not None else None
    changes = [identified(span, wanted) for span in spans if span.attributes.get(IDENTITY) != wanted]
    if not changes:
        return None
    added = (Change(after=identity),) if new else ()
    return Edit(kind=EditKind.IDENTIFY, annotator=annotator, changes=(*added, *changes))


def merged(identities: Sequence[Identity]) -> Identity:
    """Return the first identity with all other names and aliases as its aliases, and the first Wikidata id of any."""
    kept = identities[0]
    names = (name for identity in identities for name in (identity.name, *identity.aliases))
    aliases = tuple(name for name in dict.fromkeys(names) if name != kept.name)
    return replace(kept, aliases=aliases, kb_id=next((i.kb_id for i in identities if i.kb_id), None))


def merging(identities: Sequence[Identity]) -> Iterator[Change]:
    """Yield the changes of identities that merge them into the first one; the caller changes the mentions."""
    if len(identities) < 2:
        return
    kept, after = identities[0], merged(identities)
    if kept != after:
        yield Change(before=kept, after=after)
    yield from (Change(before=identity) for identity in identities[1:])


def describe(before: Identity, after: Identity, *, annotator: str) -> Edit | None:
    """Return the edit that changes an identity's name or other facts, or None if nothing changes.

    Raises:
        SchemaError: ``value.no_name`` for a blank name.
    """
    if not after.name.strip():
        raise SchemaError("value.no_name")
    if before == after:
        return None
    change = Change(before=before, after=after)
    return Edit(kind=EditKind.DESCRIBE_IDENTITY, annotator=annotator, changes=(change,))


def aliases_from(words: str) -> tuple[str, ...]:
    """Return the aliases in a text that separates them by semicolons, in order, without duplicates."""
    named = (one_line(part)[:_LONGEST] for part in words.split(";"))
    return tuple(dict.fromkeys(name for name in named if name))
