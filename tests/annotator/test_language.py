from annotator.language import detect

GERMAN = "Der Stadtrat von Köln hat am Dienstag über den Haushalt beraten, und die Mehrheit war dafür. "
ENGLISH = "The city council discussed the budget on Tuesday, and most of its members were in favour 😀. "
FRENCH = "Le conseil municipal a discuté du budget mardi, et la majorité des élus y était favorable. "


def test_german_and_english_are_told_apart():
    assert detect(GERMAN * 3, "other") == "de"
    assert detect(ENGLISH * 3, "other") == "en"


def test_any_other_language_is_other():
    assert detect(FRENCH * 3, "de") == "other"


def test_a_short_text_keeps_the_language_it_is_thought_to_be_in():
    assert detect("Berlin, 3. Mai", "en") == "en"
    assert detect("", "de") == "de"
