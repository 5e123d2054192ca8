"""Turns of phrase that judge, in German: "ein Schlag ins Gesicht", "alles richtig gemacht", "die schwerste Stunde"."""

import re
from collections.abc import Set

_IDIOMS = (
    "Schlag ins Gesicht", "Tropfen auf den heißen Stein", "Spitze des Eisbergs", "Fass ohne Boden",
    "aus der Luft gegriffen",
    "Sturm im Wasserglas", "an den Haaren", "mit zweierlei Maß", "ins Leere", "im Regen", "über den Tisch gezogen",
    "Sand in die Augen", "Katze im Sack", "Maß ist voll", "Kopf in den Sand", "Nägel mit Köpfen", "viel Lärm um nichts",
    "Zug ist abgefahren", "Spiel mit dem Feuer", "ohne den Wirt", "Öl ins Feuer", "Ausverkauf", "Kahlschlag", "Weckruf",
    "Lichtblick", "Hängepartie", "Zeitbombe", "Theater vor", "alles richtig gemacht", "alles falsch gemacht",
    "nichts verstanden", "nichts dazugelernt", "nichts gelernt", "auf Kosten der", "mit Füßen", "bares Geld",
    "am Ende der Kraft",
    "in die richtige Richtung", "in die falsche Richtung", "richtiger Schritt", "wichtiger Schritt", "keine Ausrede",
    "keinen Sinn", "Sinn und Verstand", "im Stich", "alleingelassen", "allein gelassen", "für dumm verkauft",
    "an der Nase", "hinters Licht", "mehr als überfällig", "zu schade", "zum Himmel", "aus dem Fenster", "unter aller",
    "das Herz", "eine Frage des", "eine Frage der", "nicht das Papier wert", "auf dem Irrweg", "am Menschen vorbei",
    "blanker Hohn", "reine Schikane", "ein Stück Heimat", "auf Sand gebaut", "so nicht weitergehen",
    "das Ende der Fahnenstange",
    "über die Köpfe", "schwer vermittelbar", "kein Durchkommen", "kein Verlass", "kein Zuckerschlecken",
    "kein Hexenwerk", "kein Selbstläufer", "kein Beinbruch", "kein Weltuntergang", "Kinderspiel", "reine Kosmetik",
)  # fmt: skip
_PHRASES = re.compile(
    r"\b(?:schwer|härt|schön|mutig|traurig|dümm|klüg|bitter|schlimm"
    r"|glücklich"
    r"|peinlich|stärk|schwäch|ehrlich|dunkel|dunkl|wichtig|gefährlich|spannend|grausam|freundlich|liebenswürdig)ste[nrsm]?\b"
    r"|\b(?:lässt|lasse|lassen|ließe) sich (?:\w+ ){0,2}(?:nicht|kaum|nie)(?: mehr)? (?:rechtfertigen|verteidigen"
    r"|erklären"
    r"|entschuldigen|beschönigen)\b|\bentbehr(?:t|e|en) (?:\w+ ){0,2}(?:Grundlage|Logik)|\bviel besser\b"
    r"|\bkein(?:e|en|erlei)? (?:Anstand|Respekt|Gewissen|Herz|Ahnung|Schimmer|Mut|Rückgrat|Plan|Konzept|Verständnis)\b"
)
_IDIOM = re.compile(rf"\b(?:{'|'.join(map(re.escape, _IDIOMS))})\b")
_LONGEST = frozenset(max(re.findall(r"\w+", idiom.lower()), key=len) for idiom in _IDIOMS)


def judges(clause: str, words: Set[str]) -> bool:
    """Return whether a clause with these lower-case words has a turn of phrase that judges."""
    if _PHRASES.search(clause) is not None:
        return True
    return not _LONGEST.isdisjoint(words) and _IDIOM.search(clause) is not None
