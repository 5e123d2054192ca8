"""Verbs that judge or depict, and the objects by which the rules know them: "sieht keine Gefahr"."""

DEPICTING = frozenset("schildern erzählen berichten".split())
JUDGES = frozenset("halten nennen bezeichnen finden ansehen empfinden".split())
JUDGED = frozenset("das dies es ihn sie beides dafür".split())
SEEN = (
    "anlass", "anzeichen", "bedarf", "chance", "chancen", "darin", "fehler", "gefahr", "grund", "handlungsbedarf",
    "kein", "keine", "keinen", "keinerlei", "möglichkeit", "nachholbedarf", "potenzial", "problem", "probleme",
    "risiken", "risiko", "schuld", "spielraum", "ursache", "verstoß", "vorteil", "vorteile", "zeichen",
    "zusammenhang",
)  # fmt: skip
SEEING = (
    "gutachten", "umfrage", "studie", "prognose", "bericht", "analyse", "entwurf", "plan", "vertrag", "konzept",
    "institut", "ämter", "experten", "forscher", "kritiker",
)  # fmt: skip
OUTLOOKS = (
    "anstieg", "ausfall", "ausfällen", "einbußen", "gewinn", "minus", "plus", "rückgang", "steigerung",
    "steigerungen", "umsatz", "verlust", "verlusten", "verzögerung", "verzögerungen", "wachstum",
)  # fmt: skip
BEFORE_COLON = frozenset(
    "aussagen bejahen beschweren empören entschuldigen freuen hoffen jammern klagen melden protestieren"
    " rechnen rechtfertigen referieren relativieren schimpfen toben überlegen urteilen verdeutlichen vermerken"
    " verneinen verteidigen vorausschicken wettern wundern zusammenfassen".split()
)
OF_ACTS = frozenset("verteidigen rechtfertigen loben würdigen rügen tadeln anprangern".split())
"""Verbs with a noun on which an infinitive may depend: "verteidigte die Entscheidung, zu bauen"."""
