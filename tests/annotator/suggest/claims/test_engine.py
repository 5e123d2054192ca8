from annotator.suggest.claims.engine import find
from annotator.suggest.source import never
from tests.annotator.suggest.claims.read import claims, said


def test_other_languages_are_left_alone():
    assert find("Le maire a dit : « Non. »", "other", (), never) == []


def test_behind_an_indicative_only_a_sure_subjunctive_is_still_speech():
    text = "Die Halle sei marode, sagte Klaus Berg.\n\nEs regnet. Man würde gern bauen.\n\nDas Land müsse zahlen."
    assert claims(text, "de")[1:] == [("Das Land müsse zahlen", None, "Klaus Berg")]


def test_a_quotation_over_two_paragraphs_has_one_speaker():
    text = "“We lost it all,” said Tom Hale.\n“We start again.”"
    assert claims(text, "en")[0] == ("We lost it all", "said", "Tom Hale")


def test_claims_stand_in_the_order_of_the_text_and_each_once():
    text = "Klaus Berg sagte, es brenne. Laut Polizei wurde niemand verletzt. " * 3
    places = [each.parts[0][0] for each in find(text, "de", (), never)]
    assert places == sorted(places)
    assert len(places) == 6


def test_one_can_stop_between_paragraphs():
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > 2

    text = "\n".join(["Klaus Berg sagte, dass es brenne."] * 5)
    assert len(find(text, "de", (), cancelled)) == 2


def test_hundreds_of_thousands_of_marks_are_gone_through_once():
    text = "„Ja, so“, sagte er. " * 5_000 + "\n" + "„" * 50_000 + "\n" + "Laut , " * 20_000
    assert said(text, "de")
