"""Turns of phrase that judge, in German: "ein Schlag ins Gesicht", "alles richtig gemacht", "die schwerste Stunde"."""

import re
from collections.abc import Set

_IDIOMS = (
    "allein gelassen", "alleingelassen", "alles falsch gemacht", "alles richtig gemacht", "am Ende der Kraft",
    "am Menschen vorbei", "an den Haaren", "an der Nase", "auf dem Irrweg", "auf Kosten der", "auf Sand gebaut",
    "aus dem Fenster", "aus der Luft gegriffen", "Ausverkauf", "bares Geld", "blanker Hohn",
    "das Ende der Fahnenstange", "das Herz", "ein Stück Heimat", "eine Frage der", "eine Frage des",
    "Fass ohne Boden", "für dumm verkauft", "Hängepartie", "hinters Licht", "im Regen", "im Stich",
    "in die falsche Richtung", "in die richtige Richtung", "ins Leere", "Kahlschlag", "Katze im Sack",
    "kein Beinbruch", "kein Durchkommen", "kein Hexenwerk", "kein Selbstläufer", "kein Verlass", "kein Weltuntergang",
    "kein Zuckerschlecken", "keine Ausrede", "keinen Sinn", "Kinderspiel", "Kopf in den Sand", "Lichtblick",
    "Maß ist voll", "mehr als überfällig", "mit Füßen", "mit zweierlei Maß", "Nägel mit Köpfen",
    "nicht das Papier wert", "nichts dazugelernt", "nichts gelernt", "nichts verstanden", "ohne den Wirt",
    "Öl ins Feuer", "reine Kosmetik", "reine Schikane", "richtiger Schritt", "Sand in die Augen",
    "Schlag ins Gesicht", "schwer vermittelbar", "Sinn und Verstand", "so nicht weitergehen", "Spiel mit dem Feuer",
    "Spitze des Eisbergs", "Sturm im Wasserglas", "Theater vor", "Tropfen auf den heißen Stein",
    "über den Tisch gezogen", "über die Köpfe", "unter aller", "viel Lärm um nichts", "Weckruf", "wichtiger Schritt",
    "Zeitbombe", "zu schade", "Zug ist abgefahren", "zum Himmel",
)  # fmt: skip
_PHRASES = re.compile(
    r"\b(?:schwer|härt|schön|mutig|traurig|dümm|klüg|bitter|schlimm"
    r"|glücklich"
    r"|peinlich|stärk|schwäch|ehrlich|dunkel|dunkl|wichtig|gefährlich|spannend|grausam|freundlich|liebenswürdig)ste[nrsm]?\b"
    r"|\b(?:lässt|lasse|lassen|ließe) sich (?:\w+ ){0,2}(?:nicht|kaum|nie)(?: mehr)? (?:rechtfertigen|verteidigen"
    r"|erklären"
    r"|entschuldigen|beschönigen)\b|\bentbehr(?:t|e|en) (?:\w+ ){0,2}(?:Grundlage|Logik)|\bviel besser\b"
    r"|\b(?:deutlich|falsch|fatal|gut|klar|schlecht|stark|wichtig)e[ns]? (?:Bekenntnis|Botschaft|Signal|Zeichen)\b"
    r"|\b(?:falken|tauben)haft\w*"
    r"|\b(?:die|eine) Tür (?:\w+ ){0,4}(?:auf|zu)?(?:geöffnet|gemacht|gestoßen|geschlagen|geschlossen)\b"
    r"|\bBüchse der Pandora\b|\brote Linie (?:\w+ )?überschritten\b"
    r"|\bkein(?:e|en|erlei)? (?:Anstand|Respekt|Gewissen|Herz|Ahnung|Schimmer|Mut|Rückgrat|Plan|Konzept|Verständnis)\b"
)
_IDIOM = re.compile(rf"\b(?:{'|'.join(map(re.escape, _IDIOMS))})\b")
_LONGEST = frozenset(max(re.findall(r"\w+", idiom.lower()), key=len) for idiom in _IDIOMS)


_CONTRAST = re.compile(
    r"\w, (?:kein(?:e[nmrs]?)?|nicht)(?: an)?(?: (?:das|dem|den|der|des|die|eine[nmrs]?|unsere?[nmrs]?))?"
    r"(?: [a-zäöüß]+)? [A-ZÄÖÜ][a-zäöüß]+\W*\Z"
)
_USUAL = re.compile(
    r"\A\W*(?:(?:Die )?(?:Hälfte|[Mm]eisten)|Einige|Manche|Mehrere|Viele) (?:der )?(?:\w+ ){2,5}noch\b"
    r"|\b(?:analysier|prüf|untersuch)(?:e|en|t)\b|\bwert(?:e|en|et)\b.* aus\Z"
)


def ends_in_contrast(words: str) -> bool:
    """Return whether a claim ends with what is not so: "Uns ging die Zeit aus, nicht die Ideen"."""
    return _CONTRAST.search(words) is not None


def is_usual(clause: str) -> bool:
    """Return whether a clause tells what many still do, or that something is being examined."""
    return _USUAL.search(clause) is not None


def judges(clause: str, words: Set[str]) -> bool:
    """Return whether a clause with these lower-case words has a turn of phrase that judges."""
    if _PHRASES.search(clause) is not None:
        return True
    return not _LONGEST.isdisjoint(words) and _IDIOM.search(clause) is not None
