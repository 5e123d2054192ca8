"""Claimants in invented German sentences whose subject is far from its verb, or is a word such as “der”."""

import pytest

from tests.annotator.suggest.claims.spoken import claimant_of


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("{Eva Roth}, die den Hof geerbt hat, will die Scheune abreißen.", "Scheune", "{Eva Roth}"),
        ("{Jan Ott}, der den Chor leitet, will die Orgel verkaufen.", "Orgel", "{Jan Ott}"),
        ("{Ott}, der neu im Amt ist, will die Steuer senken.", "Steuer", "{Ott}"),
        ("Die <Seebank>, die 40 Filialen hat, will das Gebäude räumen.", "Gebäude", "<Seebank>"),
        ("{Eva Roth}, 44, will das Bad bis Mai öffnen.", "Bad", "{Eva Roth}"),
        ("{Ute Hahn}, die Chefin des Zoos ist, möchte die Bären umsiedeln.", "Bären", "{Ute Hahn}"),
        ("Im Mai will die Gemeinde den Hang räumen.", "Hang", "die Gemeinde"),
    ],
)
def test_subject_before_a_relative_clause_plans(line, words, claimant):
    assert claimant_of(line, "de", words) == claimant


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("Sie zeigte die Skizze dem Maler {Jan Ott}. Der nannte ihre Linie eine Frechheit.", "Frechheit", "{Jan Ott}"),
        ("Er gab es der Köchin {Eva Roth}. Die bezeichnete seine Soße als Leim.", "als Leim", "{Eva Roth}"),
        ("1954 traf er den Geologen {Olaf Kern}. Der nannte die Karte ein Rätsel.", "ein Rätsel", "{Olaf Kern}"),
        ("{Eva Roth} fragte den Trainer {Jan Ott}. Der sagte, das Spiel falle aus.", "Spiel", "{Jan Ott}"),
        ("{Jan Ott} rief die Ärztin {Ute Hahn} an. Die erklärte, der Fuß sei gebrochen.", "der Fuß", "{Ute Hahn}"),
        ("{Eva Roth} kam mit Bruder {Olaf Kern}. Der meinte, es werde regnen.", "regnen", "{Olaf Kern}"),
        ("{Jan Ott} traf {Eva Roth} und ihren Sohn. Der sagte, es sei spät.", "spät", "Der"),
        ("{Jan Ott} traf einen Schweißer. Der sagte, es sei spät.", "spät", "einen Schweißer"),
    ],
)
def test_der_before_a_verb_means_the_last_name(line, words, claimant):
    assert claimant_of(line, "de", words) == claimant


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("Ein Förster sprach über den Luchs. Drei Junge lebten seinen Worten zufolge im Tal.", "Drei", "Ein Förster"),
        ("Dann kam Pilotin {Eva Roth}. Zwei Ballons waren ihren Worten zufolge undicht.", "Zwei", "{Eva Roth}"),
        ("{Jan Ott} zeigte den Keller. Seinen Angaben zufolge stand er zwei Tage unter Wasser.", "stand", "{Jan Ott}"),
        ("Züchterin {Ute Hahn} war da. Ihren Angaben zufolge fehlen zehn Schafe.", "fehlen", "{Ute Hahn}"),
        ("{Jan Ott} sagte wenig. Das Boot war seiner Darstellung zufolge dicht.", "Boot", "{Jan Ott}"),
        ("Laut {Eva Roth} ist es eng. Der Saal ist ihrer Einschätzung zufolge zu klein.", "Saal", "{Eva Roth}"),
    ],
)
def test_seinen_worten_zufolge_means_somebody_named_before(line, words, claimant):
    assert claimant_of(line, "de", words) == claimant


@pytest.mark.parametrize(
    "line",
    [
        "Im Keller platzte nach ersten Erkenntnissen ein Rohr, das alt war.",
        "Am Mast riss nach bisherigen Erkenntnissen ein Seil.",
        "In der Halle brannte nach ersten Informationen ein Motor, der neu war.",
        "Auf der Brücke brach nach vorläufigen Erkenntnissen das Geländer.",
        "Im Tal fehlten nach ersten Schätzungen die Schutzwände.",
        "Im Tunnel traf nach bisherigen Erkenntnissen ein Bus die Wand.",
    ],
)
def test_subject_after_early_findings_is_no_claimant(line):
    assert claimant_of(line, "de", line.split()[2]) == "nobody"


@pytest.mark.parametrize(
    ("line", "claimant"),
    [
        ("Beobachter hoffen, dass die Wahl ruhig bleibt. Am Montag soll ein Lokal zerstört worden sein.", "nobody"),
        ("Anwohner glauben, dass der Wolf geht. Am Montag soll er zwei Kälber gerissen haben.", "nobody"),
        ("Züchter befürchten, dass die Seuche kommt. Am Montag sollen drei Pferde verendet sein.", "nobody"),
        ("Händler fürchten, dass Kunden fehlen. Am Montag soll ein Laden geschlossen haben.", "nobody"),
        ("Fans hofften, dass er bleibt. Am Montag soll er einen Vertrag unterschrieben haben.", "nobody"),
        ("Ein Zeuge sagte, dass es brannte. Am Montag soll ein Mann geflohen sein.", "Ein Zeuge"),
    ],
)
def test_somebody_who_hopes_or_fears_reports_no_hearsay(line, claimant):
    assert claimant_of(line, "de", "Am Montag") == claimant


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("Herr {Ott}, die Innung meint, Ihr Brot sei zu teuer. Stimmt das?", "Brot", "die Innung"),
        ("Frau {Roth}, der Klub behauptet, Ballons seien sicher. Fliegen Sie?", "Ballons", "der Klub"),
        ("Herr {Ott}, die Gäste sagen, die Suppe sei zu salzig. Ärgert Sie das?", "Suppe", "die Gäste"),
        ("Frau {Roth}, der Verein sagt, das Bad sei zu kalt. Frieren Sie?", "Bad", "der Verein"),
        ("Frau {Roth}, Ihr Nachbar meint, der Hahn sei zu laut. Und Sie?", "Hahn", "Ihr Nachbar"),
        ("Herr {Ott}, die Stadt erklärt, der Weg sei frei. Ist er das?", "Weg", "die Stadt"),
    ],
)
def test_person_addressed_is_no_claimant(line, words, claimant):
    text = f"Ein Gespräch über das Handwerk. ||| {line} ||| Ja, das ist so. Ich weiß es. ||| Warum ist das so?"
    assert claimant_of(text, "de", words) == claimant


@pytest.mark.parametrize("role", ["Rektor", "Intendant", "Dekan", "Kantor", "Dirigent", "Kurator"])
def test_office_of_a_person_is_no_union(role):
    line = f"„Wir bauen“, sagte {role} {{Jan Ott}}. ||| Bei der <GEW> gab es Zweifel. Der {role} nannte sie überholt."
    assert claimant_of(line, "de", "überholt") == "{Jan Ott}"
