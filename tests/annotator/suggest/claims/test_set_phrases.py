"""Who speaks in invented texts with set phrases, plans and reactions whose source stands beside them."""

import pytest

from annotator.suggest.claims.engine import find
from annotator.suggest.claims.frame_values import Rule
from annotator.suggest.sources.source import never
from tests.annotator.suggest.claims.test_passages import marked

AUTHOR, NOBODY = "the author", "nobody"


def claimants(line, language):
    """Return the words and the claimant of each claim; the first paragraph of a text is its headline."""
    text, names = marked(f"Headline ||| {line}".replace(" ||| ", "\n\n"))
    return [
        (" | ".join(text[slice(*part)] for part in one.parts), _claimant(text, one))
        for one in find(text, language, names, never)
    ]


def _claimant(text, one):
    if one.rule is Rule.AUTHOR:
        return AUTHOR
    return NOBODY if one.speaker.part is None else text[slice(*one.speaker.part)]


def is_claimed(line, language, words, claimant):
    return any(words in said and who == claimant for said, who in claimants(line, language))


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
        ("Am Morgen verlas die Anwältin einen Brief. Im Mai soll der Koch geflohen sein.", "der Koch", "die Anwältin"),
        ("Dann las {Eva Roth} das Tagebuch vor. 1911 soll der Graf getrunken haben.", "getrunken", "Eva Roth"),
        ("Die Lehrerin trug die Sage vor. Ein Riese soll den Berg gespalten haben.", "den Berg", "Die Lehrerin"),
        ("{Eva Roth} las eine Stunde lang vor. Ein Müller soll den Schatz vergraben haben.", "den Schatz", "Eva Roth"),
        ("Später verlas eine Richterin das Urteil. Zwei Männer sollen Kupfer gestohlen haben.", "Kupfer", "eine Richterin"),
        ("Der Junge las ein Buch. Im Mai soll ein Dach eingestürzt sein.", "ein Dach", NOBODY),
    ],
)
def test_hearsay_is_that_of_whoever_told_it(line, words, claimant):
    assert is_claimed(line, "de", words, claimant)


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("Das Bad soll im Juni öffnen. Nach Angaben der Stadt fehlen nur die Fliesen.", "im Juni öffnen", "der Stadt"),
        ("Der Film soll im Herbst anlaufen. Nach Angaben des Verleihs ist er lang.", "im Herbst anlaufen", NOBODY),
        ("Die Kur soll im März beginnen. Nach Angaben von {Eva Roth} ist alles fertig.", "im März beginnen", "Eva Roth"),
        ("Der Zug soll ab Mai rollen. Nach Auskunft der <Nordbahn> ist er rot.", "ab Mai rollen", "Nordbahn"),
        ("Die Halle soll zu Ostern fertig sein. Nach Auskunft des Vereins fehlt Holz.", "zu Ostern", "des Vereins"),
        ("Der Markt soll im Mai schließen. Nach Angaben der Gemeinde ist er zu klein.", "im Mai schließen", "der Gemeinde"),
        ("Die Brücke soll im Mai fallen. Nach Darstellung des Betreibers ist sie morsch.", "im Mai", "des Betreibers"),
        ("Die Brücke soll im Mai fallen. ||| Nach Angaben der Stadt ist sie morsch.", "im Mai", NOBODY),
    ],
)
def test_plan_is_that_of_the_account_behind_it(line, words, claimant):
    assert is_claimed(line, "de", words, claimant)


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("The museum says the roof will be closed. Tours are to be held outside.", "held outside", "The museum"),
        ("The college says lectures will start late. Books are to be sent by post.", "sent by post", "The college"),
        ("<Harrow Ltd> said the mill would reopen. Looms are to be moved in May.", "moved in May", "Harrow Ltd"),
        ("The dairy says prices will fall. Bottles are to be reused.", "reused", "The dairy"),
        ("The airline said flights would resume. Bags are to be weighed twice.", "weighed twice", "The airline"),
        ("The abbey says the choir will sing. Candles are to be lit at dusk.", "lit at dusk", "The abbey"),
        ("The driver said the bus would stop. Seats are to be replaced.", "replaced", NOBODY),
        ("The museum says the roof is sound. Tours are to be held outside.", "held outside", NOBODY),
        ("The museum says the roof will hold. ||| Tours are to be held outside.", "held outside", NOBODY),
    ],
)
def test_plan_goes_on_from_what_a_body_announced(line, words, claimant):
    assert is_claimed(line, "en", words, claimant)


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("The lamp went out at six, a day before the duke is supposed to have died.", "the duke", NOBODY),
        ("The letter was sent in May, weeks after the ship is said to have sunk.", "the ship", NOBODY),
        ("The well was dug in 1300, when a saint is supposed to have slept there.", "a saint", NOBODY),
        ("The queen is said to have kept bees.", "kept bees", NOBODY),
        ("The singer is generally believed to be the baker {Ann Lee}.", "the baker Ann Lee", NOBODY),
        ("The next captain is widely expected to be the sailor {Tom Hale}.", "the sailor Tom Hale", NOBODY),
        ("The donor is commonly thought to be the vet {Ann Lee}.", "the vet Ann Lee", NOBODY),
        ("The forger is often assumed to be the monk {Tom Hale}.", "the monk Tom Hale", NOBODY),
    ],
)
def test_common_belief_has_no_claimant(line, words, claimant):
    found = claimants(line, "en")
    assert [who for _, who in found] == [claimant]
    assert words in found[0][0]


def test_hearsay_in_a_clause_of_time_begins_with_its_subject():
    found = claimants("The lamp went out at six, a day before the duke is supposed to have died.", "en")
    assert [words for words, _ in found] == ["the duke | to have died"]


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("{Eva Roth} kam zu spät. Ihr war nicht aufgefallen, dass die Uhr stand.", "die Uhr stand", "Eva Roth"),
        ("{Klaus Berg} zählte nach. Ihm fiel auf, dass ein Stuhl fehlte.", "ein Stuhl fehlte", "Klaus Berg"),
        ("Der Pförtner rief an. Ihm war entgangen, dass die Tür klemmt.", "die Tür klemmt", "Der Pförtner"),
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
        ("{Eva Roth} malte früh. Mit drei konnte sie lesen, jedenfalls hat sie das immer erzählt.", "lesen", "Eva Roth"),
        ("Das Klavier gehörte einem Zaren, so erzählte es {Klaus Berg}.", "einem Zaren", "Klaus Berg"),
        ("Die Kasse war leer, wenigstens sagte der Wirt das.", "Die Kasse war leer", "der Wirt"),
        ("{Eva Roth} lief los. Der Bus war weg, zumindest hat sie es später so geschildert.", "Der Bus", None),
        ("{Klaus Berg} fuhr heim. Das Tor stand offen, so jedenfalls hat er es beteuert.", "Das Tor", "Klaus Berg"),
    ],
)
def test_afterthought_says_who_made_a_plain_statement(line, words, claimant):
    assert claimant is None or is_claimed(line, "de", words, claimant)


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("Tenants on the top floor made it clear that the lift is dead.", "the lift is dead", "Tenants on the top floor"),
        ("Drivers at the depot made it plain that they want new seats.", "they want new seats", "Drivers at the depot"),
        ("{Ann Lee} has made it clear that the barn stays.", "the barn stays", "Ann Lee"),
        ("<Harrow Ltd> made it known that it would not pay.", "it would not pay", "Harrow Ltd"),
        ("The union made it very clear that the vote was rigged.", "the vote was rigged", "The union"),
        ("In May the farmer made it obvious that the pigs bored him.", "the pigs bored him", "the farmer"),
        ("{Ann Lee} left. She made it clear to her staff that the shop would close.", "the shop would close", "Ann Lee"),
    ],
)
def test_whoever_makes_something_clear_is_claimant(line, words, claimant):
    assert is_claimed(line, "en", words, claimant)


@pytest.mark.parametrize("line", ["The crash made it clear that the road was bad.", "This made it clear that all is lost."])
def test_things_that_make_something_clear_claim_nothing(line):
    assert claimants(line, "en") == []


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("The other owner, {Tom Hale}, is blunter: they had been asking for a key since May.", "they had been", "Tom Hale"),
        ("Her deputy, {Ann Lee}, was gloomier: the best tools had gone.", "the best tools", "Ann Lee"),
        ("{Tom Hale} is more cautious: the ice will not hold.", "the ice will not hold", "Tom Hale"),
        ("The cook, {Ann Lee}, sounds more optimistic: the soup sold out.", "the soup sold out", "Ann Lee"),
        ("His aunt, {Ann Lee}, is calmer: nobody was hurt and nothing broke.", "nobody was hurt", "Ann Lee"),
        ("{Tom Hale} was less forgiving: the referee had been asleep.", "the referee", "Tom Hale"),
    ],
)
def test_clause_after_a_comparison_of_tone_is_that_persons(line, words, claimant):
    assert is_claimed(line, "en", words, claimant)


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("Old coins point to a sunken port ||| Divers found them.", "a sunken port", "Old coins"),
        ("Bone tools hint at early bakers ||| They were found in May.", "early bakers", "Bone tools"),
        ("Ice cores point to a wetter past ||| The ice was drilled.", "a wetter past", "Ice cores"),
        ("Cave walls hint at a lost dance ||| Pictures show it.", "a lost dance", "Cave walls"),
        ("New letters point to a secret wedding ||| A box was opened.", "a secret wedding", "New letters"),
        ("Seed finds point to a garden that never froze ||| Seeds last.", "a garden that never froze", "Seed finds"),
    ],
)
def test_things_in_a_headline_point_to_something(line, words, claimant):
    text, names = marked(line.replace(" ||| ", "\n\n"))
    one = find(text, "en", names, never)[0]
    assert (text[slice(*one.parts[0])], text[slice(*one.speaker.part)]) == (words, claimant)


@pytest.mark.parametrize(
    ("line", "language", "words"),
    [
        ("Rain is kind. I believe the ducks agree.", "en", "the ducks agree"),
        ("Buttons vanish. I suspect the cat has eaten them.", "en", "the cat has eaten them"),
        ("It is late. I fear there is no bread.", "en", "there is no bread"),
        ("It is cold. But I doubt that the stove is lit.", "en", "the stove is lit"),
        ("The hat is green. I think it was a gift.", "en", "it was a gift"),
        ("The tide is out. I suspect that nobody minds.", "en", "nobody minds"),
        ("Der Regen ist milde. Ich glaube, die Enten sehen es ähnlich.", "de", "die Enten"),
        ("Es ist spät. Ich fürchte, das Brot ist aus.", "de", "das Brot"),
    ],
)
def test_belief_in_the_first_person_is_the_authors(line, language, words):
    assert is_claimed(line, language, words, AUTHOR)


def test_belief_in_a_quotation_is_the_speakers():
    assert claimants("“I suspect the cat has eaten them,” {Ann Lee} said.", "en")[0][1] == "Ann Lee"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("People will argue about the bench for years.", "about the bench"),
        ("They will quarrel over the pie in <Harrow Ltd> for years.", "over the pie"),
        ("Anglers will bicker over the weir all winter.", "over the weir"),
        ("The invoice makes sad reading for the choir.", "sad reading"),
        ("The ledger makes for grim company.", "grim company"),
        ("Fans will squabble about the goal until May.", "about the goal"),
    ],
)
def test_prediction_of_a_quarrel_is_the_authors(line, words):
    assert is_claimed(line, "en", words, AUTHOR)


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("„Niemand kommt“, sagte {Eva Roth}. „Nie.“ Die Bänke ständen leer, keiner setze sich.", "Die Bänke", "Eva Roth"),
        ("„Es ist laut“, sagte {Klaus Berg}. „Immer.“ Die Züge kämen nachts, das störe alle.", "Die Züge", "Klaus Berg"),
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
        ("Ein Kind sagt, der Fahrer habe geschlafen. Der Mann winkt ab. Er habe nur geblinzelt.", "Er habe", "der Fahrer"),
        ("Eine Frau klagt, die Lehrerin habe geschrien. Die Dame seufzt. Der Ton sei normal.", "Der Ton", "die Lehrerin"),
        ("Ein Gast sagt, der Wirt habe gepanscht. Der Alte schüttelt den Kopf. Das Fass sei neu.", "Das Fass", "der Wirt"),
        ("{Klaus Berg} sagt, {Eva Roth} habe verloren. Die Frau lacht. Sie habe gewonnen.", "Sie habe gewonnen", "Eva Roth"),
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
        (f"{INTERVIEW}die Kunden klagen, der Laden sei zu. Warum denn? {QUESTION}", "der Laden", "die Kunden"),
        (f"{INTERVIEW}die Zunft erklärt, Mehl sei knapp. Merken Sie es? {QUESTION}", "Mehl sei", "die Zunft"),
        (f"{INTERVIEW}der Wirt erzählt, Sie seien streng. Sind Sie es? {QUESTION}", "Sie seien streng", "der Wirt"),
    ],
)
def test_question_reports_what_others_say(line, words, claimant):
    text, names = marked(line.replace("Frau Roth", "Frau {Roth}").replace(" ||| ", "\n\n"))
    found = [
        (text[slice(*one.parts[0])], text[slice(*one.speaker.part)])
        for one in find(text, "de", names, never)
        if one.speaker.part is not None
    ]
    assert any(words in said and who == claimant for said, who in found)


@pytest.mark.parametrize(
    "answer",
    [
        "Mein Bruder erzählt Witze, bei denen keiner lacht, weil alle wissen, dass sie alt sind.",
        "Meine Tochter erzählt Märchen, in denen niemand merkt, dass der Wolf ich bin.",
        "Unser Lehrling schreibt Zettel, auf denen man nicht sieht, dass er müde ist.",
        "Mein Vater erzählt Geschichten, von denen jeder weiß, dass sie wahr sind.",
        "Meine Oma sagt Sprüche, bei denen ich vergesse, dass es regnet.",
        "Mein Onkel schreibt Briefe, aus denen folgt, dass er Hunger hat.",
    ],
)
def test_answer_about_things_told_is_the_answerers(answer):
    text, names = marked(f"Ein Gespräch mit {{Eva Roth}}.\n\nFrau {{Roth}}, wer hilft Ihnen?\n\n{answer}\n\nUnd wann?\n\nIch bin früh da.")
    found = [(text[slice(*one.parts[0])], text[slice(*one.speaker.part)]) for one in find(text, "de", names, never)]
    assert (answer.rstrip("."), "Roth") in found


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
        ("Rektorin {Eva Roth} schwieg. Es sei alles gesagt, ließ die Parteilose mitteilen.", "alles gesagt", "Eva Roth"),
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
        ("Rektor {Klaus Berg} kam. Von der <GEW> gab es Kritik. Der Rektor nannte sie kleinlich.", "kleinlich", "Klaus Berg"),
        ("Intendant {Klaus Berg} sprach. Die <CSU> zürnte. Der Intendant hielt sie für blind.", "blind", "Klaus Berg"),
        ("Propst {Klaus Berg} las. Die <FDP> höhnte. Der Propst bezeichnete sie als müde.", "müde", "Klaus Berg"),
        ("Kantor {Klaus Berg} sang. Die <SPD> ging. Der Kantor nannte sie unmusikalisch.", "unmusikalisch", "Klaus Berg"),
        ("Dekan {Klaus Berg} blieb. Die <GEW> klagte. Der Dekan hielt sie für laut.", "laut", "Klaus Berg"),
        ("Konditor {Klaus Berg} buk. Die <NGG> rügte. Der Konditor nannte sie bitter.", "bitter", "Klaus Berg"),
        ("{Eva Roth} kam. Die Kosten bezifferte sie auf drei Millionen Euro.", "Die Kosten", "Eva Roth"),
    ],
)
def test_personal_office_before_a_verb_is_its_subject(line, words, claimant):
    assert is_claimed(line, "de", words, claimant)


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        ("Fire broke out at <Holm Point> on Friday. The plant says no smoke escaped.", "no smoke", "Holm Point"),
        ("Lessons stopped at <Redcastle> after a leak. The school says no child was hurt.", "no child", "Redcastle"),
        ("Two wards flooded at <St Bede>. The hospital said beds were short.", "beds were short", "St Bede"),
        ("A lion slept at <Marwell>. The zoo says it was bored.", "it was bored", "Marwell"),
        ("Trams stopped at <Elmwick>. The museum said a cable broke. It opens in May, it added.", "It opens", "Elmwick"),
        ("A roof fell at the <Larch Hall>. The college says nobody was inside.", "nobody was inside", "Larch Hall"),
        ("A roof fell at <Larch Hall>, near <Elmwick>. The college says nobody was inside.", "nobody was", "The college"),
        ("A school burned at <Elmwick>. The school says nobody was inside.", "nobody was inside", "The school"),
        ("<Harrow Ltd> built it. The school says nobody was inside.", "nobody was inside", "The school"),
    ],
)
def test_kind_of_site_means_the_only_one_named(line, words, claimant):
    assert is_claimed(line, "en", words, claimant)


@pytest.mark.parametrize(
    ("line", "words", "claimant"),
    [
        (
            "The head gardener of Alder Park has quit, blaming the mayor for a dead hedge. {Colin Thorpe}, 51, said it hurt.",
            "the mayor",
            "Colin Thorpe",
        ),
        (
            "The chief engineer of the Elm Line has left, warning that rails were cracked. {Ann Lee}, 58, told staff why.",
            "rails were cracked",
            "Ann Lee",
        ),
        (
            "The captain of the lifeboat has resigned, claiming that the slip is unsafe. {Ron Petty} said nobody listened.",
            "the slip is unsafe",
            "Ron Petty",
        ),
        (
            "The manager of Elm Market has gone, saying that rents had doubled. {Ann Lee} said she was tired.",
            "rents had doubled",
            "Ann Lee",
        ),
        (
            "The director of the Tide Museum has stepped down, complaining that roofs leak. {Tom Hale}, 44, said so.",
            "roofs leak",
            "Tom Hale",
        ),
        (
            "The organiser of the kite fair has quit, insisting that the wind was fine. {Ann Lee} told reporters so.",
            "the wind was fine",
            "Ann Lee",
        ),
        (
            "The captain of the lifeboat has resigned, claiming that the slip is unsafe. Her rival {Ron Petty} said no.",
            "the slip is unsafe",
            "The captain of the lifeboat",
        ),
    ],
)
def test_name_that_opens_the_next_sentence_has_the_leads_role(line, words, claimant):
    assert is_claimed(line, "en", words, claimant)
