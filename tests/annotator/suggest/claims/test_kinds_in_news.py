"""Kinds of claims that news articles often have: signals, images, contrasts, work in progress and what is usual."""

import pytest

from tests.annotator.suggest.claims.spoken import said_in

_OPINIONS = [
    ("de", "Es sei ein deutliches Signal, sagte Bürgermeister {Tom Hahn}."),
    ("de", "Das sei ein klares Zeichen an die Branche, sagte {Eva Roth}."),
    ("de", "Der Vertrag sei ein wichtiges Signal, sagte {Eva Roth}."),
    ("de", "„Das ist ein starkes Bekenntnis zum Standort“, sagte {Klaus Berg}."),
    ("en", "It was a clear signal, Mayor {Tom Hale} said."),
    ("en", "The vote sends a strong message to the industry, {Ann Lee} said."),
    ("en", "The treaty was an important signal, {Ann Lee} said."),
    ("en", "“That sends the wrong signal,” said {Tom Hale}."),
    ("en", "“The tone was more dovish than in June,” said {Ann Lee}."),
    ("en", "The statement was more hawkish than expected, said {Tom Hale}."),
    ("en", "The minutes were less dovish than feared, {Ann Lee} said."),
    ("en", "“They sounded hawkish,” said {Tom Hale}."),
    ("de", "Der Ton sei taubenhafter als im Juni, sagte {Eva Roth}."),
    ("de", "Die Erklärung sei falkenhafter als erwartet, sagte {Klaus Berg}."),
    ("en", "“They’ve opened the door to a cut,” said {Ann Lee}."),
    ("en", "“They have slammed the door on reform,” said {Tom Hale}."),
    ("en", "“The court has opened the floodgates,” said {Ann Lee}."),
    ("en", "“He has crossed a red line,” said {Tom Hale}."),
    ("de", "„Die Bank hat die Tür für Senkungen geöffnet“, sagte {Eva Roth}."),
    ("de", "„Er hat die Tür zugeschlagen“, sagte {Klaus Berg}."),
    ("de", "„Das Gericht hat die Büchse der Pandora geöffnet“, sagte {Eva Roth}."),
    ("de", "„Sie haben eine rote Linie überschritten“, sagte {Klaus Berg}."),
    ("en", "“We ran out of time, not out of reasons,” said coach {Tom Hale}."),
    ("en", "“We lost a game, not our pride,” said coach {Tom Hale}."),
    ("en", "“We lacked luck, not courage,” said {Ann Lee}."),
    ("en", "“They bought votes, not trust,” said {Ann Lee}."),
    ("de", "„Uns ging die Zeit aus, nicht die Ideen“, sagte Trainer {Klaus Berg}."),
    ("de", "„Uns fehlte das Glück, nicht der Mut“, sagte {Eva Roth}."),
    ("de", "„Wir haben ein Spiel verloren, nicht die Haltung“, sagte {Klaus Berg}."),
    ("de", "„Sie haben Stimmen gekauft, kein Vertrauen“, sagte {Eva Roth}."),
]
_FACTS = [
    ("de", "Der Posten könne derzeit nicht besetzt werden, sagte die Sprecherin."),
    ("de", "Zwei Züge könnten derzeit nicht fahren, sagte {Klaus Berg}."),
    ("de", "„Der Aufzug kann momentan nicht repariert werden“, sagte Hausmeister {Klaus Berg}."),
    ("de", "Die Station könne zurzeit nicht öffnen, teilte die Klinik mit."),
    ("en", "The post cannot currently be filled, the spokeswoman said."),
    ("en", "Two trains cannot run at the moment, said {Tom Hale}."),
    ("en", "“The lift cannot currently be repaired,” caretaker {Tom Hale} said."),
    ("en", "The ward cannot be staffed at present, the hospital said."),
    ("de", "Jeder Cent mehr kostet die Stadt 1,4 Millionen Euro im Jahr, sagte {Eva Roth}."),
    ("de", "„Jede Woche Verzug kostet uns 30.000 Euro“, sagte {Klaus Berg}."),
    ("de", "Jeder Prozentpunkt koste das Land vier Millionen Euro im Jahr, sagte der Minister."),
    ("de", "„Jeder Tag ohne Strom kostet die Firma zwei Millionen Euro“, sagte {Eva Roth}."),
    ("en", "Every cent more costs the state four million euros a year, the minister said."),
    ("en", "“Every extra week costs us £30,000,” {Tom Hale} said."),
    ("en", "Each day of delay costs the firm $200,000, {Ann Lee} said."),
    ("en", "“Each point more costs the city £1.4 million a year,” said {Ann Lee}."),
    ("en", "Most councils still use software that is fifteen years old, said {Tom Hale}."),
    ("en", "“Most clinics still run systems that are ten years old,” said {Ann Lee}."),
    ("en", "“Many schools still rely on oil boilers,” {Ann Lee} said."),
    ("en", "“Half of our members still pay in cash,” said {Tom Hale}."),
    ("de", "„Die meisten Kliniken arbeiten noch mit Geräten, die 15 Jahre alt sind“, sagte {Eva Roth}."),
    ("de", "„Viele Praxen führen ihre Akten noch auf Papier“, sagte {Eva Roth}."),
    ("de", "Die meisten Schulen heizten noch mit Öl, sagte {Klaus Berg}."),
    ("de", "„Die Hälfte der Ämter nutzt noch Faxgeräte“, sagte {Klaus Berg}."),
    ("en", "The prosecutors said they were reviewing the evidence."),
    ("en", "The council said it was looking into the complaints."),
    ("en", "“We are examining the report,” said {Ann Lee}."),
    ("en", "“Officers are assessing the footage,” a spokesman said."),
    ("de", "Die Staatsanwaltschaft teilte mit, sie prüfe die Beweise."),
    ("de", "Die Stadt erklärte, sie gehe den Beschwerden nach."),
    ("de", "„Wir untersuchen den Bericht“, sagte {Eva Roth}."),
    ("de", "„Die Ermittler werten die Aufnahmen aus“, sagte ein Sprecher."),
]


@pytest.mark.parametrize(("language", "line"), _OPINIONS)
def test_signal_image_or_contrast_is_an_opinion(language, line):
    assert [kind for _, _, kind in said_in(line, language)] == ["opinion"]


@pytest.mark.parametrize(("language", "line"), _FACTS)
def test_what_is_so_now_is_a_fact(language, line):
    assert [kind for _, _, kind in said_in(line, language)] == ["fact_claim"]
