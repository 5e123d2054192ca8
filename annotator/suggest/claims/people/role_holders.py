"""The roles of an article ("the minister"), and the names that hold them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from annotator.suggest.claims.frame_values import Name
from annotator.suggest.claims.people.roles import REACH, SHORTEST, roles_of

if TYPE_CHECKING:
    from annotator.suggest.claims.people.cast import Cast

_MANY = 300  # how many names to search backwards


class RoleHolders:
    """The names of an article by the roles mentioned beside them, in text order."""

    def __init__(self, cast: "Cast") -> None:
        self._cast = cast
        self._by_role = _names_by_role(cast)

    def holder(self, role: str, offset: int, gender: int = 0, *, rank: str = "") -> Name | None:
        """Return the name that a role belongs to, or None.

        The holder's nearest mention before the offset is preferred to one after it. With ``gender``, only names that
        may have that gender are considered; with ``rank`` ("prime" of "prime minister") only those who have it.
        """
        role, cast = role.lower(), self._cast
        exact = self._by_role.get(role, [])
        alike = [] if exact or len(role) < SHORTEST else _alike(self._by_role, role)
        holders = [name for name in exact or alike if not gender or cast.genders.of(name) & gender]
        if rank:
            ranked = {cast.key(name) for name in self._by_role.get(rank, [])}
            holders = [name for name in holders if cast.key(name) in ranked]
        if not holders:
            return None
        who = max((n for n in holders if n.start < offset), key=lambda n: n.start, default=None)
        if who is None and alike and any(cast.is_person(name) for name in cast.before(offset, _MANY)):
            return None  # "the researcher" is not the climate researcher whom the article names only later
        return cast.nearest(who or holders[0], offset)

    def of(self, name: Name) -> set[str]:
        """Return the roles and ranks of somebody, in lower case."""
        key = self._cast.key
        held = (one for one, names in self._by_role.items() if any(key(each) == key(name) for each in names))
        return set(held)


def _names_by_role(cast: "Cast") -> Mapping[str, list[Name]]:
    """Return the names by role ("minister"), in text order."""
    found: dict[str, list[Name]] = {}
    for name in cast.names:
        people = [n for n in cast.within(max(0, name.start - REACH), name.start) if cast.is_person(n)]
        is_person = cast.is_person(name)
        for role in roles_of(cast.text, name, people, is_person=is_person, is_german=cast.is_german):
            if name not in found.setdefault(role, []):
                found[role].append(name)
    return found


def _alike(roles: Mapping[str, list[Name]], role: str) -> list[Name]:
    return [name for known, names in roles.items() if _is_same_role(known, role) for name in names]


def _is_same_role(known: str, role: str) -> bool:
    """Return whether one role ends with the other: "Klinikleiterin" and "Leiterin", "Bauminister" and "Minister"."""
    if ("staatsanw" in known) != ("staatsanw" in role):
        return False  # a prosecutor is not a lawyer of the other side
    return known.endswith(role) or (len(known) > SHORTEST and role.endswith(known))
