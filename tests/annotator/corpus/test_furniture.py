import pytest

from annotator.corpus.furniture import find_furniture, is_furniture, lines

BODY = "Die Stadt Weifang treibt den Wandel weiter voran, und der Bürgermeister ist zufrieden. " * 3


def _furniture(text):
    return [text[start:end] for start, end in find_furniture(lines(text))]


@pytest.mark.parametrize(
    "words",
    [
        "Bild: iStock, hakule",
        "Bild 2: Der Hafen. Foto: S. Wollny",
        "Foto: dpa",
        "Fotos: Jörg Müller 🌊",
        "Symbolbild: Stadt Köln",
        "Foto © dpa",
        "(Foto: dpa)",
        "© 2026 Beispielverlag",
        "Photo: Waves break over the promenade.",
        "Photo credit: Jane Doe",
        "Caption: The 1911 curtain.",
        "Anzeige",
        "You are receiving this email because you signed up to Morning Briefing. Unsubscribe here.",
        "Unsubscribe | Manage preferences",
        "Sie wollen keine Mails mehr? Abmelden",
        "Sie erhalten diesen Newsletter, weil Sie sich angemeldet haben.",
        "View in browser",
        "- Anzeige -",
        "ADVERTISEMENT",
        "Teilen",
        "Artikel drucken",
        "Auf Facebook teilen",
        "Facebook Twitter WhatsApp E-Mail",
        "Share this article",
        "Share on Facebook",
        "Kommentare (12)",
        "12 comments",
        "Lesezeit: 4 Minuten",
        "5 min read",
        "Zur Startseite",
        "Zur Navigation springen",
        "Skip to navigation",
        "Startseite > Regional > Ostalbkreis",
        "Home › World › Europe",
        "Anmelden | Abo | E-Paper | Newsletter",
        "Sign in · Subscribe · Newsletters · E-paper",
        "Artikel teilen: Facebook · X · WhatsApp · E-Mail",
        "Share: Facebook | X | Email",
        "© 2026 Schwäbische Umschau GmbH | Impressum | Datenschutz | AGB",
        "Newsletter abonnieren",
        "Sign up for our newsletter",
        "Alle Rechte vorbehalten.",
        "Impressum | Datenschutz | AGB",
        "Wir verwenden Cookies, um unsere Website zu verbessern.",
        "We use cookies to improve your experience.",
        "Cookie-Einstellungen",
        "Accept all cookies",
        "Diese Webseite verwendet Cookies. Weitere Informationen",
        "Lesen Sie auch: Wie Groningen leiser wird",
        "Read more: How to date a landslide",
        "Pressekontakt: Stadt Ulm, Ina Mai, Telefon 0731 161-0, E-Mail presse@ulm.example",
        "Telefon: 0731 161-0",
        "Tel. +49 (0)731/1610, presse@ulm.example",
        "E-Mail: presse@ulm.example",
        "Media contact: Ann Lee, +44 20 7946 0000",
        "Autor: igt",
        "Extras zum Artikel",
        "Be the first to comment",
        "Comments are closed.",
        "Latest comments",
        "Leave a reply",
        "Your email address will not be published. Required fields are marked *",
        "Kommentar schreiben",
        "Ihre E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert",
        "Empfänger E-Mail",
        "Artikel per E-Mail empfehlen",
        "Voriger Artikel",
        "Tipp: das Bild anklicken, um es zu vergrößern",
        "Click here",
        "Scroll to top",
        "Mehr anzeigen",
        "Powered by Newsdesk",
        "Advertisement Continue reading the main story",
        "Follow us on Mastodon",
        "Folgen Sie uns auf Instagram",
        "For breaking news alerts, text ALERT to 12345",
        "Get the latest harbour forecast on Facebook",
        "(Copyright 2019 by the Harbour Press. All rights reserved.)",
        "Jane Doe | Bloomberg | Getty Images",
        "ENDS",
        "- Ende -",
        "Original-Content von: Polizei Ulm, übermittelt durch news aktuell",
    ],
)
def test_page_lines_are_furniture(words):
    assert is_furniture(words)


@pytest.mark.parametrize(
    "words",
    [
        "Das Bild: ein Schiff im Eis",
        "Bilder einer Ausstellung",
        "Fotos lügen nicht",
        "Anzeige gegen den Bürgermeister",
        "Arbeitslose müssen sich vor dem Urlaub beim Amt abmelden.",
        "Readers unsubscribe in droves",
        "Unsubscribe: how newsletters became a plague",
        "Teilen macht reich",
        "Teilen: Facebook-Chef gibt Aktien ab",
        "Home Office gewinnt vor Gericht",
        "Abo",
        "Related claims were dismissed.",
        "Gericht verbietet Cookies ohne Zustimmung der Nutzer",
        "Die Zeitung „Bild“ berichtet: Das stimmt nicht.",
        "Foto: " + "sehr lang " * 50,
        "Print is dead",
        "Join the protesters on Saturday",
        "Oil prices fall again | Reuters",
        "Comments are closed to nobody in this town.",
        "Close the pool, says mayor",
        "Zurück in die Zukunft",
        "Kommentare schreiben nur noch Rentner",
        "Click here and you are poorer, warns the police.",
        "Beitrag empfehlen lassen",
        "Register to vote by Monday",
        "Zum Thema Rente sagt er nichts.",
        "Ende",
        "Kontakt zu den Entführern gibt es nicht.",
        "Das Telefon: 0 bis 24 Uhr erreichbar",
        "Wer etwas sah, ruft 0731 161-0 an.",
    ],
)
def test_article_lines_are_not_furniture(words):
    assert not is_furniture(words)


@pytest.mark.parametrize(
    "heading",
    [
        *("Verwandte Artikel", "Firmen zu diesem Artikel", "Lesen Sie auch", "Lesen Sie auch:", "Mehr zum Thema"),
        *("Weitere Artikel", "Zum Weiterlesen", "Das könnte Sie auch interessieren", "Auch interessant"),
        *("Related articles", "Related", "READ MORE", "You may also like", "More from Lakes Wire", "Most read"),
    ],
)
def test_links_after_heading_at_the_foot(heading):
    text = f"{BODY}\n\n{heading}\n\nWas Wasserstoff kann – und was nicht\n\nWarum der Hering früher laicht?"
    assert _furniture(text) == [heading, "Was Wasserstoff kann – und was nicht", "Warum der Hering früher laicht?"]


@pytest.mark.parametrize(
    "block",
    [
        ["Pressekontakt", "Stadt Ulm", "Ina Mai, Sprecherin", "Telefon 0731 161-0", "E-Mail: presse@ulm.example"],
        ["Rückfragen bitte an:", "Polizei Ulm", "Telefon: 0731 188-0"],
        ["- ENDS -", "Press contact:", "Ann Lee, Lakes Council", "Phone: +44 20 7946 0000", "press@lakes.example"],
        ["Notes to editors", "Ann Lee is available for interviews"],
    ],
)
def test_contact_of_a_press_release(block):
    assert _furniture(BODY + "\n\n" + "\n".join(block)) == block


def test_headings_without_links():
    assert _furniture(f"{BODY}\n\nFirmen zu diesem Artikel\nVerwandte Artikel") == [
        "Firmen zu diesem Artikel",
        "Verwandte Artikel",
    ]


def test_heading_after_links_within_the_article_stays():
    text = f"{BODY}\n\nLesen Sie auch\n\nEin Link\n\nNoch ein Link\n\nZweifel aus Dresden\n\n{BODY}"
    assert _furniture(text) == ["Lesen Sie auch", "Ein Link", "Noch ein Link"]


def test_single_link_within_the_article():
    assert _furniture(f"{BODY}\n\nRead more\n\nFive lochs to visit\n\n{BODY}") == ["Read more", "Five lochs to visit"]


def test_adjacent_links_go_together():
    text = f"{BODY}\n\nRelated\nOne link\nTwo links\n\nA warning from below\n\n{BODY}"
    assert _furniture(text) == ["Related", "One link", "Two links"]


def test_heading_before_paragraph_has_no_links():
    assert _furniture(f"{BODY}\n\nLesen Sie auch\n\n{BODY}") == ["Lesen Sie auch"]


def test_line_offsets():
    text = " \tÜber 🌊 \n\n\u00a0zwei\u2028drei\n"
    found = lines(text)
    assert [(line.text, text[slice(*line.part)], line.after_blank) for line in found] == [
        ("Über 🌊", "Über 🌊", False),
        ("zwei\u2028drei", "zwei\u2028drei", True),
    ]
