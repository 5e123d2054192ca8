"""Leave out acts of speech that say too little to be claims: "kündigte Revision an", "called for calm"."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from annotator.suggest.claims.frame_values import Found, Frame

_LAWFUL = (
    r"(?:[a-zäöüß]+ )*(?:Berufung|Beschwerde|Einspruch|Rechtsmittel|Revision|Schritte|Widerspruch)"
    r"|(?:an? |(?:[a-z]+ ){0,2})(?:appeal|legal action|legal challenge|legal steps)"
)
_RASH = (
    r"(?:[a-zäöüß]+ )*(?:Aktionismus|Eile|Hektik|Hysterie|Panik|Panikmache|Schlüssen|Schnellschüssen|Spekulationen"
    r"|Vorverurteilung(?:en)?|Vorurteilen)"
    r"|(?:[a-z]+ )*(?:conclusions|haste|hysteria|judge?ments?|panic|speculation)"
)
_PEACEFUL = (
    r"(?:[a-zäöüß]+ )*(?:Dialog|Einigkeit|Einigung|Frieden|Versöhnung|Zusammenarbeit|Zusammenhalt)"
    r"|(?:(?:[A-Za-z]+ ){1,4}for )?(?:[a-z]+ )?(?:calm|co-?operation|dialogue|peace|reconciliation|restraint|unity)"
)
_TOO_LITTLE: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        **dict.fromkeys(("ankündigen", "announce"), re.compile(_LAWFUL)),
        **dict.fromkeys(("warnen", "warn"), re.compile(_RASH)),
        **dict.fromkeys(("appeal", "aufrufen", "call", "plead"), re.compile(_PEACEFUL)),
    }
)


def without_short(text: str, frame: Frame, found: list[Found]) -> list[Found]:
    """Return the claims in a verb's object, or none if it only names the act, such as an appeal to a higher court."""
    pattern = _TOO_LITTLE.get(frame.lemma)
    if pattern is None or len(found) != 1:
        return found
    return [] if pattern.fullmatch(text, *found[0].parts[-1]) else found
