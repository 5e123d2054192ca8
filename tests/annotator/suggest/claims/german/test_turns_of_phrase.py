"""Who speaks in German turns of phrase, plans and reactions whose source stands beside them."""

import pytest

from tests.annotator.suggest.claims.claimed import AUTHOR, NOBODY, claimants, is_claimed


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("Die alte Mole gilt als baufällig.", "baufällig", NOBODY),
        ("Der Trainer galt jahrelang als unantastbar.", "unantastbar", NOBODY),
        ("Bis zum Herbst galten die Preise als stabil.", "stabil", NOBODY),
        ("Unter Seglern gilt die Bucht als tückisch.", "tückisch", "Seglern"),
        ("Bei Gärtnern gilt der Kompost als zu sauer.", "zu sauer", "Gärtnern"),
        ("Als sicher gilt inzwischen, dass die Brücke fällt.", "die Brücke fällt", NOBODY),
        ("Das Rezept gilt vielen Köchen als verloren, weil niemand es aufschrieb.", "verloren", NOBODY),
    ],
)
def test_reputation_has_nobody_or_its_circle_as_claimant(line, words, claimant):
    assert is_claimed(line, "de", words, claimant)


@pytest.mark.parametrize(
    "line",
    [
        "Das Verbot gilt auch am Sonntag.",
        "Die Regel gilt für Hunde und Katzen.",
        "Es gilt, als Erster am Ziel zu sein.",
        "Gilt der Pass noch als gültig?",
        "Als arm gilt, wer wenig verdient.",
        "Bisher galt der Turm als halb so alt.",
    ],
)
def test_other_uses_of_holding_are_no_claim(line):
    assert claimants(line, "de") == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Im Hof brannte nach ersten Erkenntnissen ein Kabel.", "ein Kabel"),
        ("In der Nacht fiel nach bisherigen Erkenntnissen eine Pumpe aus.", "eine Pumpe"),
        ("Am Hang löste sich nach vorläufigen Erkenntnissen der Felsen.", "der Felsen"),
        ("Im Stollen fehlte nach ersten Erkenntnissen das Licht.", "das Licht"),
        ("Auf der Fähre klemmte nach jüngsten Erkenntnissen die Rampe.", "die Rampe"),
        ("Auf dem Gleis lag nach ersten Informationen ein Ast, den der Sturm brach.", "ein Ast"),
    ],
)
def test_subject_after_first_findings_is_no_claimant(line, words):
    assert is_claimed(line, "de", words, NOBODY)


@pytest.mark.parametrize(
    ("line", "claimant"),
    [
        ("Im Hof brannte nach ersten Erkenntnissen der Polizei ein Kabel.", "der Polizei"),
        ("Im Hof brannte nach ersten Angaben der Feuerwehr ein Kabel.", "der Feuerwehr"),
        ("Nach ersten Erkenntnissen der Ermittler brannte ein Kabel.", "der Ermittler"),
        ("Nach ersten Schätzungen von {Eva Roth} brannte ein Kabel.", "Eva Roth"),
    ],
)
def test_genitive_after_first_findings_is_claimant(line, claimant):
    assert is_claimed(line, "de", "brannte", claimant)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Wer den Ring gefunden hat, wird gebeten, ihn im Rathaus abzugeben.", "ihn im Rathaus abzugeben"),
        ("Wer am Fluss parkt, wird aufgefordert, den Wagen bis Mittag zu versetzen.", "den Wagen"),
        ("Wer Fotos besitzt, ist aufgerufen, sie dem Archiv zu schicken.", "sie dem Archiv"),
        ("Wer im Norden wohnt, wird dringend ersucht, das Wasser abzukochen.", "das Wasser abzukochen"),
        ("Wer Pilze sammelt, ist angehalten, nur zwei Kilo mitzunehmen.", "nur zwei Kilo"),
        ("Wer etwas gehört hat, wird nun gebeten, beim Wirt anzurufen.", "beim Wirt anzurufen"),
    ],
)
def test_appeal_to_whoever_knows_has_no_claimant(line, words):
    found = claimants(line, "de")
    assert [who for _, who in found] == [NOBODY]
    assert words in found[0][0]
    assert found[0][0].startswith("Wer")


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("Bauern hoffen, dass es regnet. Im Juni soll ein Brunnen versiegt sein.", "ein Brunnen", NOBODY),
        ("Fischer fürchten, dass der Damm bricht. Gestern soll ein Boot gekentert sein.", "ein Boot", NOBODY),
        ("Nachbarn glauben, dass es spukt. Im Turm soll eine Glocke geläutet haben.", "eine Glocke", NOBODY),
        ("Eltern befürchten, dass die Schule schließt. Zwei Lehrer sollen gekündigt haben.", "Zwei Lehrer", NOBODY),
        ("Händler hofften, dass die Messe kommt. Der Veranstalter soll abgesagt haben.", "abgesagt", NOBODY),
        ("{Eva Roth} befürchtet, dass der Hof verkauft wird. Ein Käufer soll geboten haben.", "Ein Käufer", NOBODY),
        ("Ein Zeuge sagte, dass es knallte. Ein Mann soll gerufen haben.", "Ein Mann", "Ein Zeuge"),
        ("Der Richter verlas die Anklage. 2019 soll der Wirt ein Fass gestohlen haben.", "ein Fass", "Der Richter"),
        ("Am Morgen verlas die Anwältin einen Brief. Danach soll der Koch geflohen sein.", "der Koch", "die Anwältin"),
        ("Dann las {Eva Roth} das Tagebuch vor. 1911 soll der Graf getrunken haben.", "getrunken", "Eva Roth"),
        ("Die Lehrerin trug die Sage vor. Ein Riese soll den Berg gespalten haben.", "den Berg", "Die Lehrerin"),
        ("{Eva Roth} las eine Stunde lang vor. Ein Müller soll den Schatz vergraben haben.", "den Schatz", "Eva Roth"),
        (
            "Später verlas eine Richterin das Urteil. Zwei Männer sollen Kupfer gestohlen haben.",
            "Kupfer",
            "eine Richterin",
        ),
        ("Der Junge las ein Buch. Im Mai soll ein Dach eingestürzt sein.", "ein Dach", NOBODY),
    ],
)
def test_hearsay_is_that_of_whoever_told_it(line, words, claimant):
    assert is_claimed(line, "de", words, claimant)


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("Das Bad soll im Juni öffnen. Nach Angaben der Stadt fehlen nur die Fliesen.", "im Juni öffnen", "der Stadt"),
        (
            "Der Film soll im Herbst anlaufen. Nach Angaben des Verleihs ist er lang.",
            "im Herbst anlaufen",
            "des Verleihs",
        ),
        (
            "Die Kur soll im März beginnen. Nach Angaben von {Eva Roth} ist alles fertig.",
            "im März beginnen",
            "Eva Roth",
        ),
        ("Der Zug soll ab Mai rollen. Nach Auskunft der <Nordbahn> ist er rot.", "ab Mai rollen", "Nordbahn"),
        ("Die Halle soll zu Ostern fertig sein. Nach Auskunft des Vereins fehlt Holz.", "zu Ostern", "des Vereins"),
        (
            "Der Markt soll im Mai schließen. Nach Angaben der Gemeinde ist er zu klein.",
            "im Mai schließen",
            "der Gemeinde",
        ),
        ("Die Brücke soll im Mai fallen. Nach Darstellung des Betreibers ist sie morsch.", "im Mai", "des Betreibers"),
        ("Die Brücke soll im Mai fallen. ||| Nach Angaben der Stadt ist sie morsch.", "im Mai", NOBODY),
    ],
)
def test_plan_is_that_of_the_account_behind_it(line, words, claimant):
    assert is_claimed(line, "de", words, claimant)


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("{Eva Roth} kam zu spät. Ihr war nicht aufgefallen, dass die Uhr stand.", "die Uhr stand", "Eva Roth"),
        ("{Klaus Berg} zählte nach. Ihm fiel auf, dass ein Stuhl fehlte.", "ein Stuhl fehlte", "Klaus Berg"),
        ("Der Trainer rief an. Ihm war entgangen, dass die Tür klemmt.", "die Tür klemmt", "Der Trainer"),
        ("{Eva Roth} zögerte. Ihr leuchtete nicht ein, dass das Dach weg soll.", "das Dach weg soll", "Eva Roth"),
        ("Dem Förster war aufgefallen, dass die Rehe husten.", "die Rehe husten", "Dem Förster"),
        ("{Eva Roth} ist längst klar, dass der See kippt.", "der See kippt", "Eva Roth"),
    ],
)
def test_whoever_notices_something_is_claimant(line, words, claimant):
    assert is_claimed(line, "de", words, claimant)


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("{Klaus Berg} war Seemann. Der Anker lag am Grund, zumindest behauptete er das.", "Der Anker", "Klaus Berg"),
        ("{Eva Roth} sammelte Knöpfe. Der blaue kam aus Rom, jedenfalls erzählte sie das.", "aus Rom", "Eva Roth"),
        (
            "{Eva Roth} malte früh. Mit drei konnte sie lesen, jedenfalls hat sie das immer erzählt.",
            "lesen",
            "Eva Roth",
        ),
        ("Das Klavier gehörte einem Zaren, so jedenfalls erzählte {Klaus Berg} es.", "einem Zaren", "Klaus Berg"),
        ("Die Kasse war leer, wenigstens sagte der Wirt das.", "Die Kasse war leer", "der Wirt"),
        ("{Eva Roth} lief los. Der Bus war weg, zumindest hat sie es später so geschildert.", "Der Bus", "Eva Roth"),
        ("{Klaus Berg} fuhr heim. Das Tor stand offen, so jedenfalls hat er es beteuert.", "Das Tor", "Klaus Berg"),
    ],
)
def test_afterthought_says_who_made_a_plain_statement(line, words, claimant):
    assert is_claimed(line, "de", words, claimant)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Der Regen ist milde. Ich glaube, die Enten sehen es ähnlich.", "die Enten"),
        ("Es ist spät. Ich fürchte, das Brot ist aus.", "das Brot"),
    ],
)
def test_belief_in_the_first_person_is_the_authors(line, words):
    assert is_claimed(line, "de", words, AUTHOR)


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        (
            "„Niemand kommt“, sagte {Eva Roth}. „Nie.“ Die Bänke ständen leer, keiner setze sich.",
            "Die Bänke",
            "Eva Roth",
        ),
        (
            "„Es ist laut“, sagte {Klaus Berg}. „Immer.“ Die Züge kämen nachts, das störe alle.",
            "Die Züge",
            "Klaus Berg",
        ),
        ("„Wir frieren alle“, sagte {Eva Roth}. „Punkt.“ Die Öfen wären kalt.", "Die Öfen", "Eva Roth"),
        ('"Der Teig klebt sehr", sagte {Klaus Berg}. "Furchtbar." Die Bleche lägen brach.', "Die Bleche", "Klaus Berg"),
        ("„Das Boot leckt“, sagte {Eva Roth}. „Leider.“ Die Planken hätten Risse.", "Die Planken", "Eva Roth"),
        ("„Es stinkt im Keller“, sagte {Klaus Berg}. „Schlimm.“ Die Rohre müssten weg.", "Die Rohre", "Klaus Berg"),
    ],
)
def test_reported_speech_goes_on_after_a_word_quoted_alone(line, words, claimant):
    assert is_claimed(line, "de", words, claimant)


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        (
            "Ein Kind sagt, der Fahrer habe geschlafen. Der Mann winkt ab. Er habe nur geblinzelt.",
            "Er habe",
            "der Fahrer",
        ),
        (
            "Eine Frau klagt, die Lehrerin habe geschrien. Die Dame seufzt. Der Ton sei normal.",
            "Der Ton",
            "die Lehrerin",
        ),
        (
            "Ein Gast sagt, der Wirt habe gepanscht. Der Alte schüttelt den Kopf. Das Fass sei neu.",
            "Das Fass",
            "der Wirt",
        ),
        (
            "{Klaus Berg} sagt, {Eva Roth} habe verloren. Die Frau lacht. Sie habe gewonnen.",
            "Sie habe gewonnen",
            "Eva Roth",
        ),
        (
            "Ein Kunde meint, der Verkäufer habe gelogen. Der Verkäufer zuckt mit den Schultern. Der Preis sei fair.",
            "Der Preis",
            "der Verkäufer",
        ),
        (
            "Ein Junge erzählt, die Trainerin habe geweint. Die Frau hebt abwehrend die Hände. Sie habe Heuschnupfen.",
            "Sie habe Heuschnupfen",
            "die Trainerin",
        ),
    ],
)
def test_whoever_reacts_to_an_accusation_goes_on_to_speak(line, words, claimant):
    assert is_claimed(line, "de", words, claimant)


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("{Berg} war müde. {Roth} sagte auf Anfrage, er sei stolz, dass der Turm stehe.", "der Turm stehe", "Roth"),
        ("{Berg} fehlte. {Roth} sagte am Montag, er sei froh, dass der Bus fahre.", "der Bus fahre", "Roth"),
        ("{Berg} lobte ihn. {Roth} sagte dem Radio, er sei dankbar, dass Schnee falle.", "Schnee falle", "Roth"),
        ("{Eva Roth} ging. {Anna Kurz} sagte dazu, sie sei enttäuscht, dass das Eis schmelze.", "das Eis", "Anna Kurz"),
        ("{Berg} kam. {Roth} erklärte knapp, er sei überzeugt, dass das Seil halte.", "das Seil halte", "Roth"),
        ("{Berg} schwieg. {Roth} sagte nur, er sei besorgt, dass der Damm breche.", "der Damm breche", "Roth"),
    ],
)
def test_feeling_in_a_report_is_that_of_its_speaker(line, words, claimant):
    found = claimants(line, "de")
    assert any(words in said and "sei" in said.split(",")[0] and who == claimant for said, who in found)


QUESTION = "||| Frau Roth, wann beginnen Sie? ||| Um fünf, meine Katze weckt mich."
INTERVIEW = "Ein Gespräch mit {Eva Roth}. ||| Frau Roth, "


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        (f"{INTERVIEW}die Nachbarn sagen, Ihr Hahn sei zu laut. Stört Sie das? {QUESTION}", "Ihr Hahn", "die Nachbarn"),
        (f"{INTERVIEW}der Verband meint, Brot sei zu billig. Stimmt das? {QUESTION}", "Brot sei", "der Verband"),
        (f"{INTERVIEW}das Amt behauptet, der Ofen sei alt. Ist er das? {QUESTION}", "der Ofen", "das Amt"),
        (f"{INTERVIEW}die Gäste meinen, der Laden sei leer. Warum denn? {QUESTION}", "der Laden", "die Gäste"),
        (f"{INTERVIEW}die Zunft erklärt, Mehl sei knapp. Merken Sie es? {QUESTION}", "Mehl sei", "die Zunft"),
        (f"{INTERVIEW}der Wirt erzählt, Sie seien streng. Sind Sie es? {QUESTION}", "Sie seien streng", "der Wirt"),
    ],
)
def test_question_reports_what_others_say(line, words, claimant):
    assert is_claimed(line.replace("Frau Roth", "Frau {Roth}"), "de", words, claimant)


@pytest.mark.parametrize(
    "answer",
    [
        "Mein Bruder erzählt Witze, bei denen keiner lacht, weil alle wissen, dass sie alt sind.",
        "Meine Tochter erzählt Märchen, in denen niemand merkt, dass der Wolf ich bin.",
        "Unser Lehrling ruft Namen, bei denen jeder vergisst, dass es Hunde sind.",
        "Mein Vater erzählt Geschichten, von denen jeder weiß, dass sie wahr sind.",
        "Meine Oma sagt Sprüche, bei denen ich vergesse, dass es regnet.",
        "Mein Onkel schreibt Briefe, aus denen folgt, dass er Hunger hat.",
    ],
)
def test_answer_about_things_told_is_the_answerers(answer):
    line = f"Ein Gespräch mit {{Eva Roth}}. ||| Frau {{Roth}}, wer hilft Ihnen? ||| {answer} ||| Wann? ||| Um fünf."
    assert (answer.rstrip("."), "Roth") in claimants(line, "de")


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("<Ruderbund Obersee> ist empört. Nach Angaben des Bundes fehlen Boote.", "fehlen Boote", "Ruderbund Obersee"),
        ("<Imkerring Nord> ist froh. Nach Auskunft des Ringes reicht der Honig.", "reicht der Honig", "Imkerring Nord"),
        ("<Winzerverband Saale> warnt. Nach Angaben des Verbandes fault der Wein.", "fault", "Winzerverband Saale"),
        ("<Landfrauenkreis Ulm> hilft. Nach Angaben des Kreises fehlt Wolle.", "fehlt Wolle", "Landfrauenkreis Ulm"),
        ("<Stahlwerk Mitte> schließt. Nach Angaben des Werkes sind alle gegangen.", "alle gegangen", "Stahlwerk Mitte"),
        ("<Reitklub Heide> feiert. Nach Angaben des Klubs kamen alle Pferde.", "alle Pferde", "Reitklub Heide"),
    ],
)
def test_genitive_of_a_names_last_part_means_the_name(line, words, claimant):
    assert is_claimed(line, "de", words, claimant)


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("Autorin {Eva Roth} sagte ab. Der Weg sei zu weit, ließ die Geehrte wissen.", "Der Weg", "Eva Roth"),
        (
            "Rektorin {Eva Roth} schwieg. Es sei alles gesagt, ließ die Parteilose mitteilen.",
            "alles gesagt",
            "Eva Roth",
        ),
        ("Sängerin {Eva Roth} fehlte. Sie habe Husten, ließ die Ausgezeichnete ausrichten.", "Husten", "Eva Roth"),
        ("Pilotin {Eva Roth} blieb oben. Sie tanke noch, ließ die Gefeierte mitteilen.", "Sie tanke noch", "Eva Roth"),
        ("Landrätin {Eva Roth} zögerte. Man prüfe das, ließ die Unabhängige verbreiten.", "Man prüfe", "Eva Roth"),
        ("Malerin {Eva Roth} kam nicht. Das Bild sei fertig, ließ die Eingeladene wissen.", "Das Bild", "Eva Roth"),
        ("{Klaus Berg} kam. Das Bild sei fertig, ließ die Eingeladene wissen.", "Das Bild", "die Eingeladene"),
    ],
)
def test_adjective_that_lets_something_be_known_means_the_woman(line, words, claimant):
    assert is_claimed(line, "de", words, claimant)


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        (
            "Rektor {Klaus Berg} kam. Von der <GEW> gab es Kritik. Der Rektor nannte sie kleinlich.",
            "kleinlich",
            "Klaus Berg",
        ),
        ("Intendant {Klaus Berg} sprach. Die <CSU> zürnte. Der Intendant hielt sie für blind.", "blind", "Klaus Berg"),
        ("Propst {Klaus Berg} las. Die <FDP> höhnte. Der Propst bezeichnete sie als müde.", "müde", "Klaus Berg"),
        (
            "Kantor {Klaus Berg} sang. Die <SPD> ging. Der Kantor nannte sie unmusikalisch.",
            "unmusikalisch",
            "Klaus Berg",
        ),
        ("Dekan {Klaus Berg} blieb. Die <GEW> klagte. Der Dekan hielt sie für laut.", "laut", "Klaus Berg"),
        ("Konditor {Klaus Berg} buk. Die <NGG> rügte. Der Konditor nannte sie bitter.", "bitter", "Klaus Berg"),
        ("{Eva Roth} kam. Die Kosten bezifferte sie auf drei Millionen Euro.", "Die Kosten", "Eva Roth"),
    ],
)
def test_personal_office_before_a_verb_is_its_subject(line, words, claimant):
    assert is_claimed(line, "de", words, claimant)
