"""Roles that contradict each other: a farmer is not "the vet"."""

from annotator.suggest.claims.frame_values import Name
from annotator.suggest.claims.people.cast import Cast

_TRADES = frozenset(
    "accountant architect baker barber butcher captain carpenter chemist curator dentist doctor electrician engineer"
    " farmer firefighter fisherman gardener inspector journalist judge lawyer librarian mechanic midwife nurse"
    " pharmacist physicist pilot plumber postman reporter sculptor shopkeeper solicitor surgeon surveyor teacher vet"
    " waiter welder"
    " apotheker architekt bäcker förster friseur gärtner hebamme ingenieur journalist landwirt lehrer metzger"
    " pfarrer pilot polizist richter schweißer tierarzt winzer".split()
)
_FEMININE = "in"


def is_of_other_trade(cast: Cast, name: Name, noun: str) -> bool:
    """Return whether the article states a trade for somebody, and a noun means another trade."""
    if _trade(noun) not in _TRADES:
        return False
    known = {_trade(role) for role in cast.roles.of(name)} & _TRADES
    return bool(known) and _trade(noun) not in known


def _trade(role: str) -> str:
    low = role.lower()
    return low.removesuffix(_FEMININE) if low.removesuffix(_FEMININE) in _TRADES else low
