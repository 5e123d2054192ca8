import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.corpus.describe import describe

BODY = (
    "Die Stadt Wiesenau will am 31. Oktober 2021 ihr Rathaus ins Netz verlegen. „Das wird günstiger“, sagte die"
    " Bürgermeisterin, z.\u00a0B. für Familien. Kritiker zweifeln daran; sie verlangen eine Prüfung durch das Land."
    " Bis dahin bleibt alles, wie es ist 🌊.\n\nIm Cafe\u0301 nebenan wird gestritten.\n"
)
STANDFIRST = "Das Netz bietet einige Ansatzpunkte, um die Arbeit in Städten und auch in der Industrie voranzubringen."


def _described(*head, body=BODY):
    return describe("\n\n".join((*head, body)), name="datei")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            [STANDFIRST, "Bild: Agentur, hakule", "Neue Technik Kleine Stadt wird zum Netzdorf", "30.11.2022"],
            "Neue Technik Kleine Stadt wird zum Netzdorf",
        ),
        (["Digitale Verwaltung", STANDFIRST, "Ein Rathaus ohne Treppe"], "Ein Rathaus ohne Treppe"),
        (["KULTUR UND WISSENSCHAFT", STANDFIRST, "Musik aus dem Balg"], "Musik aus dem Balg"),
        (
            ["COURTS", "Photo: A camera", "Judge throws out fines", "Decisions must be checked"],
            "Judge throws out fines",
        ),
        (["SPORT", "„Waldwiese“ bleibt: FC lehnt ab", "Von Jana Berg"], "„Waldwiese“ bleibt: FC lehnt ab"),
        (["Geteilte Stadt", STANDFIRST], "Geteilte Stadt"),
        (["SPORT", "MAN BITES DOG"], "MAN BITES DOG"),
        (["Was nun, Herr Müller?", "Von Jana Berg"], "Was nun, Herr Müller?"),
        (["Von der Leyen warnt vor Spaltung", STANDFIRST], "Von der Leyen warnt vor Spaltung"),
        (["By the numbers: a year in Parliament"], "By the numbers: a year in Parliament"),
        (
            ["Startseite > Regional > Ostalbkreis", "Anmelden | Abo | E-Paper", "Brand in Aalen: Polizei ermittelt"],
            "Brand in Aalen: Polizei ermittelt",
        ),
        (["Was am 9. März 2026 geschah"], "Was am 9. März 2026 geschah"),
        (["# Ein Rathaus ohne Treppe"], "Ein Rathaus ohne Treppe"),
        (
            ["Anzeige", "https://zeitung.example/a", "***", "12.03.2026", "Ein Rathaus ohne Treppe"],
            "Ein Rathaus ohne Treppe",
        ),
        ([BODY.split("\n")[0], "Ein Rathaus ohne Treppe"], "Ein Rathaus ohne Treppe"),
    ],
)
def test_headline_is_found(head, title):
    assert _described(*head).title == title


def test_title_from_first_words():
    title = describe("Die Stadt " + "wächst " * 40 + "weiter.", name="datei").title
    assert title.startswith("Die Stadt wächst")
    assert title.endswith("wächst…")
    assert len(title) <= 121
    assert describe("Es regnet.", name="datei").title == "Es regnet."
    assert describe("ä" * 500, name="datei").title == "ä" * 120 + "…"


def test_title_from_file_name():
    assert describe("Anzeige\n\nTeilen", name="datei").title == "datei"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (["Ein Rathaus ohne Treppe", "30.11.2022"], "2022-11-30"),
        (["Ein Rathaus ohne Treppe", "Von Jana Berg, 09.03.2026"], "2026-03-09"),
        (["Ein Rathaus ohne Treppe", "Stand: 12.03.2026, 17:40 Uhr"], "2026-03-12"),
        (["Ein Rathaus ohne Treppe", "Wirtschaft | 3. Februar 2026 | Katrin Süß"], "2026-02-03"),
        (["Ein Rathaus ohne Treppe", "Marienau, den 24. Januar 2026"], "2026-01-24"),
        (["Ein Rathaus ohne Treppe", "Sonntag, 15. Februar 2026 um 8.30 Uhr"], "2026-02-15"),
        (["A town hall without stairs", "Published March 9, 2026, 6:40 a.m."], "2026-03-09"),
        (["A town hall without stairs", "12 March 2026 at 10:00"], "2026-03-12"),
        (["A town hall without stairs", "Wexbridge – 6 February 2026"], "2026-02-06"),
        (["A town hall without stairs", "2026-02-06T10:00:00Z"], "2026-02-06"),
        (["Ein Rathaus ohne Treppe", "Aktualisiert: 11.03.2026", "Veröffentlicht: 10.03.2026"], "2026-03-10"),
        (["Ein Rathaus ohne Treppe", "Veröffentlicht: 10.03.2026 | Aktualisiert: 11.03.2026"], "2026-03-10"),
        (["Was am 9. März 2026 geschah", "10.03.2026"], "2026-03-10"),
        (["Ein Rathaus ohne Treppe", "Foto: Am 1.2.2020 aufgenommen"], None),
        (["Ein Rathaus ohne Treppe"], None),
    ],
)
def test_date_from_date_line(head, published):
    assert _described(*head).published == published


@pytest.mark.parametrize(
    ("body", "published", "publisher"),
    [
        ("Brakau, 9. März 2026. Die Fischer sind früh aufgestanden.", "2026-03-09", None),
        ("Dornau, 15.02.2026 – Es war 23.47 Uhr, als die Trommeln losgingen.", "2026-02-15", None),
        ("Dornau (15. Februar 2026). Der Rat hat entschieden.", "2026-02-15", None),
        ("DORNAU (15.02.2026) – Der Rat hat entschieden.", "2026-02-15", None),
        ("Der Beschluss (15.02.2026) war lange umstritten, sagte die Rätin.", None, None),
        ("BRANNOCK FALLS, Ohio, Feb. 3, 2026 (Lakes Wire) -- Hollin said on Tuesday.", "2026-02-03", "Lakes Wire"),
        ("Berlin (dpa) - Die Stadt wächst weiter, teilte der Senat mit.", None, "dpa"),
        ("LONDON (Dec 1) - The index closed 0.03% lower on Monday.", None, None),
        ("LONDON (Monday, 1 December) - The index closed lower.", None, None),
        ("Frankfurt (1. Dez.) - Der Index hat nachgegeben.", None, None),
        ("Die CDU (Union) – so heißt es – wächst weiter, teilte der Senat mit.", None, None),
        ("Im Jahr 2020 (Mai) – so heißt es – wuchs die Stadt, teilte der Senat mit.", None, None),
        ("Am 9. März 2026 hatte die Stadt den Antrag gestellt und verloren.", None, None),
        ("Es regnete. Das war am 9. März 2026. Danach schien die Sonne wieder.", None, None),
    ],
)
def test_date_and_agency_from_dateline(body, published, publisher):
    found = _described("Ein Rathaus ohne Treppe", body=body)
    assert (found.published, found.publisher) == (published, publisher)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Von Jana Tiedemann, 09.03.2026", "Jana Tiedemann"),
        ("von Friederike Aßmann", "Friederike Aßmann"),
        ("Von Jana Berg und Ömer Yıldırım-Groß", "Jana Berg und Ömer Yıldırım-Groß"),
        ("Von Ada von der Au, Bo Öhm und Cy Lang", "Ada von der Au, Bo Öhm und Cy Lang"),
        ("Text: Jana Berg | Fotos: Bo Öhm", "Jana Berg"),
        ("Autorin: Jana Berg", "Jana Berg"),
        ("By Morag Tennant, local democracy reporter", "Morag Tennant"),
        ("By Aoife Brandreth and Sam O’Koro", "Aoife Brandreth and Sam O’Koro"),
        ("By J. K. Brandreth in London", "J. K. Brandreth"),
        ("Marisol Quent, Arts Correspondent", "Marisol Quent"),
        ("Reporting by Eli Stroud; editing by P. Maddern", "Eli Stroud"),
        ("Wirtschaft | 3. Februar 2026 | Katrin Süßmilch", "Katrin Süßmilch"),
        ("SPORT BUSINESS | Sunday, 15 February 2026", None),
        ("Von Berlin lernen", None),
        ("By Friday everything was over", None),
        ("Von Jana", None),
    ],
)
def test_author_from_byline(line, author):
    assert _described("Ein Rathaus ohne Treppe", line).author == author


def test_author_from_sign_at_the_end():
    assert describe(f"Ein Rathaus ohne Treppe\n\n{BODY}\n(hsa)", name="datei").author == "hsa"
    assert describe(f"Ein Rathaus ohne Treppe\n\nVon Jana Berg\n\n{BODY}\n(hsa)", name="datei").author == "Jana Berg"


def test_stated_publisher_and_address():
    found = _described("Ein Rathaus ohne Treppe", "Quelle: Wiesenauer Bote", "https://zeitung.example/a?b=1")
    assert (found.publisher, found.url) == ("Wiesenauer Bote", "https://zeitung.example/a?b=1")
    assert _described("Ein Rathaus ohne Treppe", "URL: https://zeitung.example/a").url == "https://zeitung.example/a"


@pytest.mark.parametrize("line", ["Quelle: Landeswahlleitung, vorläufiges Endergebnis.", "Source: council, own count"])
def test_source_of_figures_is_no_publisher(line):
    assert describe(f"Knapper Sieg in Brakensiel\n\n{BODY}\n\n{line}", name="datei").publisher is None


@pytest.mark.parametrize("name", ["Wiesenauer Bote", "dpa", "The Otter, Leeds", "Otterford Gazette."])
def test_publisher_stated_at_the_foot(name):
    found = describe(f"Knapper Sieg in Brakensiel\n\n{BODY}\n\nQuelle: {name}", name="datei")
    assert found.publisher == name.removesuffix(".")


def test_furniture_offsets():
    text = f"Ein Rathaus ohne Treppe 🌊\n\n  Foto: dpa \n\n{BODY}\nVerwandte Artikel\nEin Link"
    found = describe(text, name="datei").furniture
    assert [text[start:end] for start, end in found] == ["Foto: dpa", "Verwandte Artikel", "Ein Link"]


@pytest.mark.parametrize(
    "piece", ["a", "A ", "1.2.2022 ", "Von A B, ", "Bild: ", "(", "„", "Cookie ", "\n", "a\n", "| ", "©"]
)
def test_hostile_text_has_only_a_title(piece):
    text = piece * (300_000 // len(piece))  # which takes minutes if anything looks back
    found = describe(text, name="datei")
    assert text.strip().startswith(found.title.removesuffix("…")) if text.strip() else found.title == "datei"
    assert 0 < len(found.title) <= 121
    assert (found.author, found.publisher, found.url, found.furniture) == (None, None, None, ())


@given(st.text(st.sampled_from("aÄ🌊\u0301 \u00a0\n.,:|()„“12.3 2026VonFoto"), max_size=80))
def test_furniture_is_in_order_inside_any_text(text):
    found = describe(text, name="datei").furniture
    last = 0
    for start, end in found:
        assert last <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
        last = end


@pytest.mark.parametrize(
    ("line", "author", "publisher"),
    [
        ("Von Dominik Früh, Schwäbische Umschau", "Dominik Früh", "Schwäbische Umschau"),
        ("By Ann Lee and Bo Carr, Tarrow Valley Herald", "Ann Lee and Bo Carr", "Tarrow Valley Herald"),
        ("Von Jana Berg, Bert Kohl", "Jana Berg, Bert Kohl", None),
        ("By Emily Post, Ann Herald", "Emily Post, Ann Herald", None),
        ("Von Kurt Bote", "Kurt Bote", None),
    ],
)
def test_newspaper_behind_author_is_publisher(line, author, publisher):
    found = _described("Ein Rathaus ohne Treppe", line)
    assert (found.author, found.publisher) == (author, publisher)


@pytest.mark.parametrize("greeting", ["Guten Morgen, liebe Leserinnen und Leser!", "Dear readers,", "Good morning!"])
def test_greeting_of_newsletter_is_no_title(greeting):
    assert _described("Der Morgenbrief", greeting).title == "Der Morgenbrief"


def _belonging_to_the_page(*head):
    text = "\n\n".join(("Ein Rathaus ohne Treppe 🌊", *head, BODY))
    return [text[start:end] for start, end in describe(text, name="datei").furniture]


@pytest.mark.parametrize(
    "line",
    [
        "Von Anna Berg",
        "By Ann Lee, Staff Writer",
        "Von Anna Berg und Bo Öhm, Berlin",
        "Von Anna Berg (dpa)",
        "VON ANNA BERG",
        "Von Ursula von der Au",
        "Ein Kommentar von Anna Berg",
        "Von Dominik Früh, Schwäbische Umschau",
        "By J. K. Brandreth in London",
        "By Ann Lee and Bo Carr | 12 March 2026",
        "Text: Anna Berg | Fotos: Bo Öhm",
        "Marisol Quent, Arts Correspondent",
        "Reporting by Eli Stroud; editing by P. Maddern",
        "12. März 2026, 14:05 Uhr",
        "30.11.2022",
        "Published 12 March 2026",
        "Published March 9, 2026, 6:40 a.m.",
        "Veröffentlicht: 10.03.2026 | Aktualisiert: 11.03.2026, 9 Uhr",
        "Stand: 12.03.2026, 17:40 Uhr",
        "Sonntag, 15. Februar 2026 um 8.30 Uhr",
        "2026-02-06T10:00:00Z",
        "Marienau, den 24. Januar 2026",
        "Wirtschaft | 3. Februar 2026 | Lesezeit: 4 Minuten",
    ],
)
def test_bylines_and_date_lines_belong_to_the_page(line):
    assert _belonging_to_the_page(line) == [line]
    assert _belonging_to_the_page(STANDFIRST, line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "BERLIN, 12. März (Reuters) – Der Rat hat entschieden.",
        "BERLIN, 12. März 2026 (Reuters) – Der Rat hat entschieden",
        "Brakau, 9. März 2026. Die Fischer sind früh aufgestanden.",
        "Von Anna Berg stammt der Plan.",
        "Von Anna Berg, die den Plan kennt",
        "By Ann Lee, who covers the council",
        "By Ann Lee, said the editor",
        "Von der Au",
        "By Friday everything was over",
        "Was am 9. März 2026 geschah",
        "Der Rat tagt, 12. März 2026",
        "Am 9. März 2026 hat die Stadt gewonnen.",
        "Neue Regeln | 12. März 2026 | Was jetzt für Mieter gilt",
    ],
)
def test_lines_with_a_clause_stay_in_the_article(line):
    assert _belonging_to_the_page(line) == []


def test_days_of_a_chronicle_stay_in_the_article():
    days = ("3. Januar 2026", "Der Rat tagt.", "4. Januar 2026", "Der Rat vertagt sich.")
    assert _belonging_to_the_page(*days) == []
    assert _belonging_to_the_page("Von Anna Berg", *days) == ["Von Anna Berg"]
    assert _belonging_to_the_page("Der Rat tagt.", "Es regnet.", "4. Januar 2026", "Der Rat vertagt sich.") == []


def test_times_in_the_middle_of_an_article_belong_to_the_page():
    body = "Der Rat tagte lange. Er beschloss nichts.\n\n" * 6
    text = f"Ein Titel\n\n{body}Geändert am: 19. Februar 2016, 15:14 Uhr\n\nStand: alles ist offen\n\n{body}"
    found = describe(text, name="x").furniture
    assert [text[start:end] for start, end in found] == ["Geändert am: 19. Februar 2016, 15:14 Uhr"]
