"""Roles that contradict each other: a farmer is not "the vet"."""

from annotator.suggest.claims.frame_values import Name
from annotator.suggest.claims.people.cast import Cast

_TRADES = frozenset(
    "accountant apotheker architect architekt bäcker baker barber butcher captain carpenter chemist curator dentist"
    " doctor electrician engineer farmer firefighter fisherman förster friseur gardener gärtner hebamme ingenieur"
    " inspector journalist judge landwirt lawyer lehrer librarian mechanic metzger midwife nurse pfarrer pharmacist"
    " physicist pilot plumber polizist postman reporter richter schweißer sculptor shopkeeper solicitor surgeon"
    " surveyor teacher tierarzt vet waiter welder winzer".split()
)
_FEMININE = "in"


def is_of_other_trade(cast: Cast, name: Name, noun: str) -> bool:
    """Return whether a noun means another trade than the one that the article states for a person."""
    if _trade(noun) not in _TRADES:
        return False
    known = {_trade(role) for role in cast.roles.of(name)} & _TRADES
    return bool(known) and _trade(noun) not in known


def _trade(role: str) -> str:
    low = role.lower()
    stem = low.removesuffix(_FEMININE)
    return stem if stem in _TRADES else low
