"""Sentences as agencies and local papers write them."""

from tests.annotator.suggest.claims.read import claims, found_claims


def said(text):
    return claims(text, "de")


def test_day_and_place_of_speaking_are_no_claim():
    text = "Der Bau soll bald beginnen, sagte der Leiter der Verwaltung, Klaus Berg, am Mittwoch in Berlin."
    assert said(text) == [("Der Bau soll bald beginnen", "sagte", "Klaus Berg")]


def test_relative_clause_with_preposition_is_no_claim():
    text = "Die Ideen helfen, sagt Berg zum Ende des Verfahrens, für das die Stadt 40.000 Euro ausgibt."
    assert said(text) == [("Die Ideen helfen", "sagt", "Berg")]


def test_source_inside_attribution_makes_no_second_claim():
    assert said("Der Antrag sei unzulässig, bekräftigte Klaus Berg heute laut dem Abendblatt.") == [
        ("Der Antrag sei unzulässig", "bekräftigte", "Klaus Berg")
    ]
    assert said("Der Name passe gut, sagte Berg am Freitag einer Mitteilung zufolge.") == [
        ("Der Name passe gut", "sagte", "Berg")
    ]


def test_main_clause_after_comma_ends_plan():
    text = "Mit Streiks will Nordwerk den Druck erhöhen, der Händler zeigt sich aber unbeeindruckt."
    assert said(text) == [("Mit Streiks | den Druck erhöhen", "will", "Nordwerk")]


def test_infinitive_after_comma_belongs_to_hearsay():
    text = "Der Nachbar soll ihr vorgeworfen haben, Geld einer Stiftung angenommen zu haben."
    assert said(text) == [
        ("Der Nachbar | ihr vorgeworfen haben, Geld einer Stiftung angenommen zu haben", "soll", None)
    ]


def test_what_cannot_be_found_out_keeps_its_source():
    text = "Woran er starb, lässt sich nach Auskunft von Klaus Berg nicht mehr feststellen."
    expected = "Woran er starb, lässt sich | nicht mehr feststellen"
    assert said(text) == [(expected, "nach Auskunft von", "Klaus Berg")]


def test_court_rules_in_headline_without_verb():
    text = "Landgericht Osnabrück: Kündigung unwirksam\n\nDas Landgericht Osnabrück gab einem Fahrer recht."
    assert said(text)[0][0] == "Kündigung unwirksam"


def test_relative_clause_belongs_to_demand():
    assert said("Die Opposition fordert Regeln, die Pendler in der Region entlasten.") == [
        ("Regeln, die Pendler in der Region entlasten", "fordert", "Die Opposition")
    ]


def test_source_without_article_ends_at_its_noun():
    assert said("Nordwerk investierte laut Prospekt in eine Flotte von drei Fähren.") == [
        ("Nordwerk investierte | in eine Flotte von drei Fähren", "laut", "Prospekt")
    ]
    assert said("Dazu gehören laut Gewerkschaft Lager sowie Dienste in der Küche.") == [
        ("Dazu gehören | Lager sowie Dienste in der Küche", "laut", "Gewerkschaft")
    ]


def test_account_ends_before_time():
    text = "Nordwerk wartet auf ein Urteil. Es wird nach Unternehmensangaben in der Ferienzeit besser."
    assert said(text)[-1] == ("Es wird | in der Ferienzeit besser", "nach", "Unternehmensangaben")


def test_spokesman_of_somebody_named_is_apposed():
    text = "Der Betrieb ruhe, berichtete der Sprecher der Verwalterin Eva Roth, Klaus Berg."
    assert said(text) == [("Der Betrieb ruhe", "berichtete", "Klaus Berg")]


def test_clause_with_because_is_no_speaker():
    assert said("Weil das gefährlich ist, verlangt die Ordnung freie Sicht.") == []


def test_dative_is_not_who_threatens():
    text = "Der Lindauer hatte der jungen Kundin gedroht, Bilder von ihr zu verbreiten."
    assert said(text) == [("Bilder von ihr zu verbreiten", "gedroht", "Der Lindauer")]


def test_club_behind_its_verb_speaks():
    assert said("Die Kosten bezifferte der Verein auf drei Millionen Euro.")[0][2] == "der Verein"


def test_number_before_adjective_belongs_to_speaker():
    assert said("Rund 40 streikende Pfleger forderten mehr Geld.") == [
        ("mehr Geld", "forderten", "Rund 40 streikende Pfleger")
    ]
    assert said("Die Quote will das 2012 gegründete Unternehmen bald erfüllen.") == [
        ("Die Quote | bald erfüllen", "will", "das 2012 gegründete Unternehmen")
    ]


def test_company_with_ampersand_is_whole():
    text = "Angaben würden später gemacht, sagte ein Sprecher von Zellmer & Moor am Freitag."
    assert said(text)[0][2] == "ein Sprecher von Zellmer & Moor"


def test_later_than_planned_is_no_plan():
    assert said("Ein Schiff hat in der Nacht einen anderen Hafen angelaufen als geplant.") == []


def test_whoever_is_quoted_speaks():
    for text in (
        "Klaus Berg wehrt sich. Das sei falsch, zitiert ihn das Blatt.",
        "Das sei falsch, wird Klaus Berg in einer Mitteilung zitiert.",
        "Das sei falsch, zitiert die Zeitung Klaus Berg.",
    ):
        assert said(text) == [("Das sei falsch", "zitiert", "Klaus Berg")]


def test_words_about_quoted_person_are_no_claim():
    assert said("Der Redner zitierte Klaus Berg, der das Land liebte.") == []
    assert [claim[2] for claim in said("Das Lied wird von Klaus Berg zitiert, es klinge schön.")] == [None]


def test_he_means_person_who_spoke_before_body():
    text = (
        "Klaus Berg sieht die Branche am Ende. Eine Einnahme sei weggebrochen, sagte Berg am Mittwoch."
        " Nordwerk schaut dabei zu.\nAus Protest wolle er sein Büro einen Tag schließen."
    )
    assert said(text)[-1][2] == "Berg"


def test_date_that_nobody_names_is_no_claim():
    assert said("Klaus Berg plant einen Streiktag. Einen Termin nannte er noch nicht.")[1:] == []


def test_operator_is_no_union():
    text = "Die Gewerkschaft Nordwerk warnte am Montag vor Eis. Später kündigte der Betreiber einen Ausbau an."
    assert said(text)[-1][2] == "der Betreiber"


def test_topics_before_colon_say_nothing():
    for line in ("Autor: igt", "Streik der Lehrer: Schulen bleiben zu", "Nordwerk: Erste Erfolge, noch nicht am Ziel"):
        assert found_claims(f"{line}\n\nNordwerk baut um.", "de") == []


def test_question_to_reader_is_no_plan():
    assert said("Sie wollen nicht mehr lange pendeln?") == []
