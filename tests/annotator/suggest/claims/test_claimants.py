"""Whom a name, a role or a pronoun means as claimant, in invented sentences, ordered by the rule that decides."""

import pytest

from annotator.suggest.claims.engine import find
from annotator.suggest.claims.frame_values import Name
from annotator.suggest.claims.mended_names import mended
from annotator.suggest.sources.source import never
from tests.annotator.suggest.claims.spoken import AUTHOR, said_in
from tests.annotator.suggest.claims.test_passages import marked


def claimant(line, language, number=-1):
    text, names = marked(line)
    part = find(text, language, names, never)[number].speaker.part
    return None if part is None else text[part[0] : part[1]]


def kinds(line, language):
    text, names = marked(line)
    return [str(one.kind) for one in find(text, language, names, never)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Der Landrat von Sorau, {Uwe Stolz}, verlangte mehr Personal.", "Uwe Stolz"),
        ("{Eva Roth}, die das Heim führt, bestreitet den Vorwurf.", "Eva Roth"),
        ("Seine Anwältin, die Bonner Juristin {Eva Roth}, kündigte einen Antrag auf Freispruch an.", "Eva Roth"),
        ("Sein Vermieter, die <Hafenbau>, versprach neue Fenster.", "Hafenbau"),
        ("Den Umbau, kündigte der Chef des Verbands, {Jan Pohl}, am Montag in Köln an, bezahle er.", "Jan Pohl"),
        ("Werders Stürmer {Ali Demir} sprach von Glück.", "Ali Demir"),
        ("Den Verlust bezifferte eine Prüferin auf 300.000 Euro.", "eine Prüferin"),
        ("Die Wikinger nannten das <Land Vinland> schön.", "Die Wikinger"),
        ("Diese Lücke will das <Institut Nord> im Mai schließen.", "Institut Nord"),
    ],
)
def test_german_subject_beside_apposition_or_object(line, expected):
    assert claimant(line, "de") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{Eva Roth} klagt. Er sei schuldlos, ließ {Jan Pohl} erklären.", "Jan Pohl"),
        ("{Jan Pohl} ließ wissen, dass er bleibe.", "Jan Pohl"),
        ("Nach {Pohl}s Worten fehlen zehn Betten.", "Pohl"),
        ("Der Bau soll nach dem Willen von {Jan Pohl} ruhen.", "Jan Pohl"),
        ("<Nordbau> verlor Geld. Der Umsatz sank nach Unternehmensangaben um acht Prozent.", "Nordbau"),
        ("Ein Antrag fiel durch. Aus der Fraktion war zu hören, die Chefin habe zu lange gezögert.", "der Fraktion"),
        ("{Jan Pohl} schrieb ihnen. In der Mitteilung hieß es: „Wir bedauern das sehr.“", "der Mitteilung"),
        ("{Jan Pohl} sagte, es reiche. {Eva Roth} sieht das anders: Es fehle an allem.", "Eva Roth"),
        ("{Jan Pohl} fragte {Eva Roth}, ob sie den Brief kenne. Sie habe ihn nie gesehen.", "Eva Roth"),
        ("Ob sie bleibe, wurde {Eva Roth} gefragt.", None),
        ("Woher das Geld komme, wollte {Eva Roth} wissen.", "Eva Roth"),
        ("{Jan Pohl} sprach. Der Konzern <Nordbau> sagte, man prüfe. Er habe das im Mai versprochen.", "Nordbau"),
    ],
)
def test_german_speaker_of_other_words_for_speech(line, expected):
    assert claimant(line, "de") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Trainerin {Eva Roth} und Torwart {Jan Pohl} kamen. „Wir sind müde“, sagte die Trainerin.", "Eva Roth"),
        ("{Eva Roth} untersuchte Eis. Es schmelze, so die Pädagogin. Klimapädagogin {Ina Volk} kam.", "Eva Roth"),
        ("Forscher {Jan Pohl} maß Wind. Er drehe oft, so der Wissenschaftler.", "Jan Pohl"),
        ("<Nordbau> baut. Der Unternehmenssprecher sagte, es dauere.", "Der Unternehmenssprecher"),
        ("{Jan Pohl} kam. Die <Nordbau-Sprecherin> sagte, man prüfe.", "Die Nordbau-Sprecherin"),
        ("Kinderärztin Dr. {Eva Roth} ist entsetzt. „Das trifft die Ärmsten“, sagte sie.", "Eva Roth"),
        (
            "Eine Zeugin meldete sich. Es habe geknallt, sagte sie. Danach sei es still gewesen, so die Frau.",
            "Eine Zeugin",
        ),
        ("Ihr Nachbar {Edelwin Theis} half {Eva Roth}. Er sei gern dort, sagte er.", "Edelwin Theis"),
        ("Mit Traktoren haben Landwirte die <Molkerei Nord> gesperrt. Sie sagten, es reiche.", "Landwirte"),
        ("Forscher {Jan Pohl} maß Wind. Forscher warnten, er drehe sich oft.", "Forscher"),
        ("Laut einer Studie der <Uni Moor> schlafen viele Kinder zu kurz.", "Uni Moor"),
        ("Stadtrat {Jan Pohl} kam. Der <Grüne> verlangt eine Sperrstunde.", "Jan Pohl"),
    ],
)
def test_german_role_means_the_right_person(line, expected):
    assert claimant(line, "de") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{Ann Lee} lost. Lee’s coach thinks she can recover.", "Lee’s coach"),
        ("{Tom Hale}’s lawyer, {Ann Lee}, told the court he was ill.", "Ann Lee"),
        ("Its owner, <Harrow Homes>, said the roof had leaked.", "Harrow Homes"),
        ("The former minister accused {Ann Lee} of waste. The minister said it was late.", "The minister"),
        ("{Ann Lee} spoke. The defence said the gauge was broken.", "The defence"),
        ("{Ann Lee} and her brother {Tom Hale} left. They said the house was cold.", "Ann Lee"),
        ("Referee {Ann Lee} whistled; {Jane Marsh} protested. “It was in,” she said.", "Jane Marsh"),
        ("Dr {Ann Lee} began it. {Tom Hale} doubted it. In her view the data are weak.", "Ann Lee"),
        ("{Ann Lee} paused. Next summer she plans to sail again.", "she"),
        ("{Tom Hale} spoke. The head, {Ann Lee}, wept as she described the fire. It was dark, she said.", "Ann Lee"),
        ("{Ann Lee} saw it. The mother of two said it was quick.", "Ann Lee"),
        ("{Tom Hale} left. A foreman disputed it. He said the beam had cracked.", "A foreman"),
        ("Councillor {Ann Lee} came. The <Conservative> said it was late.", "Ann Lee"),
        ("The pier will close, according to a statement from the <Harrow Trust>.", "Harrow Trust"),
        ("A porter said it rained. {Tom Hale} was unmoved: it always did, he said.", "Tom Hale"),
        ("{Tom Hale} is to pay. Their union said nine in ten had voted.", "Their union"),
        ("It rained. {Ann Lee} said her aunt, {Eve Marsh}, had told her the shed was empty.", "Eve Marsh"),
    ],
)
def test_english_role_or_pronoun_means_the_right_person(line, expected):
    said = claimant(line, "en")
    assert said == expected or (expected == "she" and said == "Ann Lee")


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        ("It rained. ||| <Harrow Stores> shuts. The department store chain said rents rose.", "en", "Harrow Stores"),
        ("It rained. ||| <Harrow Stores> shuts. Company filings show 40 unpaid bills.", "en", "Harrow Stores"),
        ("It rained. ||| <Harrow Trust> moved. The charity's annual report says it rained.", "en", "Harrow Trust"),
        ("It rained. ||| <Harrow Stores> met the <Dockers Union>. The union said it left.", "en", "Dockers Union"),
    ],
)
def test_chain_document_or_union_means_its_body(line, language, expected):
    assert claimant(line, language) == expected


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        ("Boss says mill will close ||| <Harrow Mills> boss {Ann Lee} spoke on Monday.", "en", "Ann Lee"),
        ("Watchdog: rents too high ||| The watchdog, the <Rent Authority>, spoke on Monday.", "en", "Rent Authority"),
        ("Trainer: „Wir sind müde“ ||| Trainer {Jan Pohl} sprach am Montag.", "de", "Jan Pohl"),
        ("Verteidiger fordert Freispruch ||| Rechtsanwalt {Jan Pohl} sprach am Montag.", "de", "Jan Pohl"),
        ("Gewerkschaft droht mit Streik ||| Die Gewerkschaft <Verdi> tagte am Montag.", "de", "Verdi"),
    ],
)
def test_role_in_a_headline_is_held_in_the_article(line, language, expected):
    assert claimant(line, language, 0) == expected


@pytest.mark.parametrize(
    ("sentence", "expected", "kind"),
    [
        ("Um Geld zu sparen, will <Nordbau> das Dach nicht flicken.", "Nordbau", "prediction"),
        ("<Nordbau> will zwei Hallen bauen. Die Hallen sollen lang werden.", "Nordbau", "prediction"),
        ("{Eva Roth} will den Mann nie gesehen haben.", "Eva Roth", "fact_claim"),
        ("Künftig will die Stadt mehr Bäume pflanzen.", "die Stadt", "prediction"),
    ],
)
def test_plan_after_will_is_of_its_subject(sentence, expected, kind):
    line = f"Es regnete. {sentence}"
    assert claimant(line, "de") == expected
    assert kinds(line, "de")[-1] == kind


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        (
            "Teenagers sleep less, study finds ||| Researchers at the <Moor Institute> asked pupils.",
            "en",
            "Moor Institute",
        ),
        (
            "Driver ignored light, jury told ||| {Tom Hale} denies it. {Ann Lee} told the court he sped.",
            "en",
            "Ann Lee",
        ),
        (
            "Umfrage: Viele schlafen schlecht ||| Das ergab eine Umfrage der <Uni Moor>. Sie lief im Mai.",
            "de",
            "Uni Moor",
        ),
        (
            "<Nordbau-Chefin>: Werk bleibt offen ||| Die Chefin von <Nordbau>, {Eva Roth}, sprach im Mai.",
            "de",
            "Eva Roth",
        ),
    ],
)
def test_headline_names_its_claimant_in_the_article(line, language, expected):
    assert claimant(line, language, 0) == expected


def test_court_that_heard_something_is_not_a_claimant():
    assert claimant("A roofer ignored three warnings, a court heard on Monday.", "en") is None


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        (
            "<South Vale> Water and the <Greater> <Manchester Police> came.",
            "en",
            ["South Vale Water", "Greater Manchester Police"],
        ),
        ("The Dockers and Porters Union met.", "en", ["Dockers and Porters Union"]),
        ("{Ann Lee} of <Harrow Trust> met the City Council.", "en", ["Ann Lee", "Harrow Trust"]),
        ("<Kate Moody of Transport United> spoke.", "en", ["Kate Moody", "Transport United"]),
        ("Its owner, Alder Homes, said that it sold the charity Wildmeadow.", "en", ["Alder Homes", "Wildmeadow"]),
        ("Das <Mainzer> Ministerium und die <Nordbau-Chefin> schwiegen.", "de", []),
        ("Der <Grüne> half den <Grünen>.", "de", ["Grünen"]),
    ],
)
def test_names_are_whole_and_roles_are_none(line, language, expected):
    text, names = marked(line)
    found = mended(text, names, is_german=language == "de")
    assert [text[name.start : name.end] for name in found] == expected


def test_person_named_after_a_body_is_none():
    text, names = marked("{Ann Lee} came. Outside the club, {Lee} wept. {Ann} told the bank {Lee} was ill.")
    assert {name.label for name in mended(text, names, is_german=False)} == {"PER"}


def test_apposed_body_is_not_a_person():
    found = mended("Its owner, Alder Homes, said it was late.", [], is_german=False)
    assert [name.label for name in found] == ["ORG"]


@pytest.mark.parametrize(
    ("line", "language", "kind"),
    [
        ("{Jan Pohl} sagte, der Deich sei nicht zu halten.", "de", "opinion"),
        ("{Jan Pohl} sagte, er rechne mit 40 Gästen.", "de", "prediction"),
        ("{Jan Pohl} bestritt, davon gewusst zu haben.", "de", "fact_claim"),
        ("{Jan Pohl} hält es für möglich, dass Wasser eindrang.", "de", "fact_claim"),
        ("{Jan Pohl} räumte einen Fehler ein.", "de", "fact_claim"),
        ("Die Verträge sollen bis Weihnachten ausgehandelt sein.", "de", "prediction"),
        ("{Ann Lee} wanted to know who had signed the form.", "en", "question"),
        ("{Ann Lee} said more closures might follow.", "en", "prediction"),
        ("{Ann Lee} believes the boat had sunk in March.", "en", "fact_claim"),
        ("“They should not have to queue,” said {Ann Lee}.", "en", "demand"),
        ("{Ann Lee} described seeing smoke above the mill.", "en", "fact_claim"),
        ("{Ann Lee} said it now expected a profit.", "en", "prediction"),
    ],
)
def test_kind_follows_the_words_of_the_claim(line, language, kind):
    assert kinds(line, language)[-1] == kind


def test_name_inside_the_word_for_a_document_breaks_nothing():
    text = "The figures said it rained."
    (one,) = find(text, "en", [Name(6, 11, "ORG")], never)
    assert text[slice(*one.parts[0])] == "it rained"


def test_object_that_is_a_name_breaks_nothing():
    text = "Ihr Kollege Peer Zumstein erwartet Klagen"
    assert isinstance(find(text, "de", [Name(35, 41, "PER")], never), list)


def test_name_of_blanks_breaks_nothing():
    assert len(find("Ann Lee said  it rained.", "en", [Name(12, 14, "PER")], never)) == 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ('Roth: „, scherzten "\u2028Kein legt: schworen,', "de"),
        ("keinen Ausrechne nennt “ einwerfen\u2028einschätzte ”\n", "de"),
        ("The council is to", "en"),
    ],
)
def test_broken_sentences_break_nothing(text, language):
    assert isinstance(find(text, language, [], never), list)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Umfrage: <Grüne> vor <SPD> ||| Die <Grünen> liegen in Nordland zum ersten Mal vorn."),
        ("de", "Umfrage: <CDU> verliert deutlich ||| Die <CDU> kommt in Nordland nur noch auf 21 Prozent."),
        ("de", "Umfrage: <Linke> nur noch bei vier Prozent ||| Die <Linke> sackt ab."),
        ("de", "Umfrage: <FDP> wieder im Landtag ||| Die <FDP> hätte sechs Prozent der Stimmen."),
        ("en", "Poll: <Labour> ahead of <Conservatives> ||| <Labour> leads in Norland for the first time."),
        ("en", "Poll: <Greens> overtake <Labour> ||| The <Greens> lead in Norland."),
        ("en", "Survey: <Unity Party> loses support ||| The <Unity Party> has dropped to 12%."),
        ("en", "Poll: <SNP> at record low ||| The <SNP> fell to 20%."),
    ],
)
def test_party_in_a_poll_is_not_who_made_it(language, line):
    headline = marked(line)[0].partition("\n")[0].partition(": ")[2]
    assert said_in(line, language)[0] == (headline, AUTHOR, "fact_claim")
