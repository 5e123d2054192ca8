import pytest

from annotator.suggest.claims.rules import kind_of
from tests.annotator.suggest.claims.read import found_claims


@pytest.mark.parametrize(
    ("language", "words", "kind"),
    [
        ("de", "der Beschluss sei ein absurdes Theater", "opinion"),
        ("de", "von Fairness könne keine Rede sein", "opinion"),
        ("de", "Mit Sport hat das nichts mehr zu tun", "opinion"),
        ("de", "der Vorstand sei der Lage nicht gewachsen", "opinion"),
        ("de", "die Zahl der Fälle könne noch steigen", "prediction"),
        ("de", "der Deich könne in der Nacht einstürzen", "prediction"),
        ("de", "dem Theater drohe die Schließung", "prediction"),
        ("de", "die Filiale schließe Ende Mai", "prediction"),
        ("de", "Nächste Woche ziehen die Mieter aus", "prediction"),
        ("de", "Künftig zahlen Schüler nur die Hälfte", "prediction"),
        ("de", "man könne die Fenster nicht öffnen", "fact_claim"),
        ("de", "Ende Mai seien zwei Züge ausgefallen", "fact_claim"),
        ("de", "es würden lediglich die Schleusen geprüft", "fact_claim"),
        ("de", "sie habe den Laden retten wollen", "fact_claim"),
        ("de", "der Rat werde sich am Dienstag damit befassen", "prediction"),
        ("de", "die Bahnen würden langsamer", "prediction"),
        ("de", "sie hätten seit Mai nicht mehr mähen können", "fact_claim"),
        ("de", "die Nachfrage sei zuletzt leicht gesunken", "fact_claim"),
        ("de", "Das war die schwerste Stunde im Dorf", "opinion"),
        ("de", "das lasse sich nicht rechtfertigen", "opinion"),
        ("de", "Wenn der Damm bricht, steht der Keller unter Wasser", "prediction"),
        ("en", "power should be restored by Monday", "prediction"),
        ("en", "most guests would otherwise have driven", "fact_claim"),
        ("en", "it had the letter and would reply soon", "fact_claim"),
        ("en", "She told me the ice would break", "fact_claim"),
        ("en", "the delay cannot be justified", "opinion"),
        ("en", "We want answers", "demand"),
        ("en", "worse weeks lie ahead", "prediction"),
        ("en", "the plan has nothing to do with safety", "opinion"),
        ("en", "the coach was not up to the job", "opinion"),
        ("en", "the repair was badly done", "opinion"),
        ("en", "the river could burst its banks", "prediction"),
        ("en", "the branch closes at the end of May", "prediction"),
        ("en", "the operator plans to hire 40 drivers", "prediction"),
        ("en", "two more concerts are to follow", "prediction"),
        ("en", "the shop closed in May", "fact_claim"),
        ("en", "he could hear the alarm", "fact_claim"),
        ("en", "the town wastes 31% of its water, the worst rate in the county", "fact_claim"),
        ("en", "it was the worst night of the year", "opinion"),
    ],
)
def test_words_of_the_main_clause_decide_the_kind(language, words, kind):
    is_direct = words[0].isupper()
    assert kind_of(words, [(0, len(words))], None, language, is_direct=is_direct) == kind


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("de", "Eva Roth warnte vor Kürzungen: „Jede Stelle weniger kostet uns 40 Plätze im Jahr.“", "fact_claim"),
        ("de", "Eva Roth warnte vor Kürzungen: „Ab Mai wird der Chor verstummen.“", "prediction"),
        ("de", "Eva Roth warnte: „Der Chor verstummt.“", "prediction"),
        ("en", "Ann Lee called for calm: “Nobody was hurt in the fire.”", "fact_claim"),
        ("en", "Ann Lee called for calm: “The mayor must resign.”", "demand"),
    ],
)
def test_quotation_behind_an_object_has_its_own_kind(language, text, kind):
    assert [one.kind for one in found_claims(text, language)] == [kind]
