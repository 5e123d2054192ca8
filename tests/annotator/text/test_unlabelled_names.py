import pytest

from annotator.text.unlabelled_names import names

GERMAN = (
    "Die Firma HD Hyundai sagt, Ursula von der Leyen fahre im Juni nach Köln. Die Frau zahlt 4,2 Millionen Euro."
    " Die EU-Kommission und die HafenCity warten; Ce\u0301line Weiß 🎈 kam mit dem Schiff."
)
ENGLISH = (
    "Yesterday, on page B, I met the Bank of England in Köln on Monday. “After Brexit,” said Zoë Doe. Paris is far."
    " The European Union grew; The Hague did not."
)


def found(text, language, *, known=(), taken=()):
    parts = [(text.index(words), text.index(words) + len(words)) for words in taken]
    return [text[a:b] for a, b in names(text, 0, len(text), language=language, known=known, taken=parts)]


def test_german_name_has_two_words_or_inner_capital():
    assert found(GERMAN, "de") == [
        "Firma HD Hyundai",
        "Ursula von der Leyen",
        "EU-Kommission",
        "HafenCity",
        "Ce\u0301line Weiß",
    ]


def test_lone_german_noun_needs_label_elsewhere():
    assert "Köln" in found(GERMAN, "de", known={"Köln"})
    assert "Schiff" not in found(GERMAN, "de", known={"Köln"})


def test_german_titles_numbers_and_possessives_are_not_names():
    text = (
        "Drei Tage später sagte Vizepräsidentin Dr. Mareike Stolz: „Unsere Notstromaggregate hatten 30 Stunden Diesel.“"
        " Im Freiburger Stadtteil Vauban blieb es dunkel. Die CDU-Abgeordnete Eva Roth war im Haus Wendland Consult."
    )
    labelled = ["Mareike Stolz", "Vauban", "Eva Roth"]
    assert found(text, "de", taken=labelled) == ["CDU-Abgeordnete", "Haus Wendland Consult"]
    assert "Freiburger Stadtteil" in found(text, "de", taken=labelled, known={"Freiburger Stadtteil"})


def test_german_name_before_a_labelled_sentence_start_is_found():
    text = "Gestern sprach Olaf Scholz. Merkel widersprach. Der Abgeordnete kam mit Prof. Dr. Ann Lee."
    assert found(text, "de", taken=["Merkel", "Ann Lee"]) == ["Olaf Scholz"]


def test_english_name_is_capitalised_within_the_sentence():
    assert found(ENGLISH, "en") == ["Bank of England", "Köln", "Brexit", "Zoë Doe", "European Union", "The Hague"]


def test_english_article_after_a_dateline_is_no_name():
    text = "PORTBY, 3 March - The harbour stays open, says the IT office in The Hague."
    assert found(text, "en", taken=["PORTBY"]) == ["IT", "The Hague"]


def test_taken_words_split_a_run():
    assert found(GERMAN, "de", taken=["HD Hyundai", "von der"]) == ["EU-Kommission", "HafenCity", "Ce\u0301line Weiß"]
    assert found("So sprach Anna Berta Carla.", "en", taken=["Berta"]) == ["Anna", "Carla"]


def test_names_only_in_the_range():
    start = ENGLISH.index("Paris")
    assert [ENGLISH[a:b] for a, b in names(ENGLISH, start, start + 13, language="en", known=(), taken=())] == []


@pytest.mark.parametrize("text", ["", "🎈", "Ä" * 5000, "A-" * 5000, "A " * 5000, "\u0301" * 50])
def test_names_in_hostile_text_are_quick(text):
    assert len(list(names(text, 0, len(text), language="de", known=(), taken=()))) <= 1
