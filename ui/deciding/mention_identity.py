"""The identity of a mention in the open article: the one decided, the ones proposed, and how it is stored."""

from annotator.editing.identities import IDENTITY, identify, new_identity
from annotator.model.schema import Schema
from annotator.model.values import CLAIMS, ENTITIES, Identity, Span
from annotator.suggestions.label_roles import PERSON, roles_of
from annotator.suggestions.namesakes import alike, compared
from ui.bridge.opened import Opened
from ui.bridge.session import Session

_CLAIMANT = "claimant"  # relation from a claim to its claimant
_MOST_CALLED = 50
_MOST_LIKE = 200


def mention_at(opened: Opened, row: object, schema: Schema) -> Span | None:
    """Return the mention whose identity a row is about.

    It is the row itself or a claim's claimant; None if there is no mention.
    """
    if isinstance(row, Span) and row.layer == CLAIMS:
        return next(iter(opened.tails(row.id, _CLAIMANT)), None)
    return row if isinstance(row, Span) and can_mean(row, schema) else None


def can_mean(span: Span, schema: Schema) -> bool:
    """Return whether a span can have an identity: a name, or a claimant such as "the mayor"."""
    claimant = schema.relation(_CLAIMANT)
    says = claimant is not None and f"{span.layer}.{span.label}" in claimant.tail
    return span.layer == ENTITIES or says


def meant(session: Session, span: Span) -> Identity | None:
    """Return the identity decided for a mention, or None."""
    id_ = span.attributes.get(IDENTITY)
    found = session.required().read.identities([id_]) if isinstance(id_, str) else []
    return found[0] if found else None


def proposed(session: Session, span: Span, words: str) -> list[Identity]:
    """Return the identities that the words of a mention may mean, the likeliest first."""
    label = span.label if span.layer == ENTITIES else None
    read = session.required().read
    near = read.identities(read.who.like(_without_final_s(words), span.document, most=_MOST_LIKE))
    near.sort(key=lambda identity: identity.name)
    candidates = (*near, *called(session, _without_final_s(words)))
    likely = alike(words, label, candidates, roles_of(session.required().schema))
    if label is not None:
        return likely
    before = read.identities(read.who.identities_in(span.document, words))  # "the mayor" stays the same person
    return list({identity.id: identity for identity in (*before, *likely)}.values())


def in_article(session: Session, document: str) -> list[Identity]:
    """Return the identities mentioned in an article, sorted by name."""
    read = session.required().read
    return sorted(read.identities(read.who.identities_in(document)), key=lambda identity: identity.name)


def longer_names(opened: Opened, span: Span) -> list[str]:
    """Return the article's names that begin or end with a mention's words: "Deutsche Bahn" for "Bahn"."""
    text = opened.document.text
    words = span.quote(text)
    quotes = (other.quote(text) for other in opened.spans if (other.layer, other.label) == (ENTITIES, span.label))
    return list(
        dict.fromkeys(quote for quote in quotes if quote.startswith(f"{words} ") or quote.endswith(f" {words}"))
    )


def decide_named(session: Session, span: Span, name: str) -> bool:
    """Set a new identity for a mention, and for undecided mentions in the article that are its full name ``name``."""
    opened = session.required_opened()
    full = [
        other
        for other in opened.spans
        if (other.layer, other.label) == (span.layer, span.label)
        and other.quote(opened.document.text) == name
        and other.attributes.get(IDENTITY) is None
    ]
    edit = identify([span, *full], new_identity(name, span.label), annotator=session.required().annotator, new=True)
    return edit is not None and session.do(edit)


def called(session: Session, words: str) -> list[Identity]:
    """Return the identities whose name or alias contains the words, shortest names first."""
    read = session.required().read
    ids = read.who.called(words, most=_MOST_CALLED)
    by_id = {identity.id: identity for identity in read.identities(ids)}
    return [by_id[id_] for id_ in ids if id_ in by_id]


def decide(session: Session, span: Span, identity: Identity | None) -> bool:
    """Set the identity of a mention; None removes it. Return whether anything was done."""
    edit = identify([span], identity, annotator=session.required().annotator)
    return edit is not None and session.do(edit)


def decide_new(session: Session, span: Span, name: str) -> bool:
    """Set a new identity for a mention. A mention that is not a name is taken for a person."""
    person = roles_of(session.required().schema).called(PERSON)
    identity = new_identity(name, span.label if span.layer == ENTITIES else person)
    edit = identify([span], identity, annotator=session.required().annotator, new=True)
    return edit is not None and session.do(edit)


def _without_final_s(words: str) -> str:
    """Remove a final s, which may be a genitive ending.

    Names found without it are compared again with the full words.
    """
    base = compared(words)
    return base[:-1] if base.endswith("s") else base
