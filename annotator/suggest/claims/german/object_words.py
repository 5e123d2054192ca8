"""Verbs that judge or depict, and the objects by which the rules know them: "sieht keine Gefahr"."""

DEPICTING = frozenset("schildern erzählen beschreiben berichten".split())
JUDGES = frozenset("halten nennen bezeichnen finden ansehen empfinden".split())
JUDGED = frozenset("das dies es ihn sie beides dafür".split())
SEEN = (
    "kein", "keine", "keinen", "keinerlei", "darin", "grund", "gefahr", "chance", "chancen", "bedarf", "problem",
    "probleme", "anlass", "risiko", "risiken", "vorteil", "vorteile", "möglichkeit", "ursache", "schuld", "zeichen",
    "anzeichen", "verstoß", "handlungsbedarf", "nachholbedarf", "potenzial", "fehler", "spielraum", "zusammenhang",
)  # fmt: skip
SEEING = (
    "gutachten", "umfrage", "studie", "prognose", "bericht", "analyse", "entwurf", "plan", "vertrag", "konzept",
    "institut", "ämter", "experten", "forscher", "kritiker",
)  # fmt: skip
OUTLOOKS = (
    "ausfall", "ausfällen", "rückgang", "anstieg", "wachstum", "verlust", "verlusten", "gewinn", "umsatz", "einbußen",
    "plus", "minus", "steigerung", "steigerungen", "verzögerung", "verzögerungen",
)  # fmt: skip
BEFORE_COLON = frozenset(
    "verteidigen rechtfertigen protestieren beschweren entschuldigen überlegen vermerken verdeutlichen zusammenfassen"
    " vorausschicken wettern schimpfen toben jammern klagen freuen wundern empören hoffen urteilen melden relativieren"
    " aussagen referieren rechnen verneinen bejahen".split()
)
OF_ACTS = frozenset("verteidigen rechtfertigen loben würdigen rügen tadeln anprangern".split())
"""Verbs with a noun on which an infinitive may depend: "verteidigte die Entscheidung, zu bauen"."""
