import pytest

from annotator.corpus.line_breaks import unbroken
from annotator.corpus.reader_table import from_paste

FROM_PDF = """Stadtwerke Wellsand erhöhen Strom-
preise um zwölf Prozent

Die Stadtwerke Wellsand heben zum 1. Janu-
ar die Strompreise um zwölf Prozent an. Das
teilte Geschäftsführerin Kerstin Ohlen-
dorf am Dienstag mit.

- Die Netzentgelte haben sich seit 2023
- Die Beschaffungskosten sind gesunken
"""
MAIL = """Dear editors,

your report of Tuesday says that the harbour tunnel would open in May.
Portlink, which builds it, has told its staff that nothing will open
before the autumn. The mayor has known this for weeks, and so has the
council, but nobody has told the readers of your newspaper.

Yours sincerely,
Ada Kerr
"""


def test_hyphenated_lines_are_joined_when_pasted():
    article = from_paste(FROM_PDF)
    assert article.title == "Stadtwerke Wellsand erhöhen Strompreise um zwölf Prozent"
    assert "heben zum 1. Januar die Strompreise um zwölf Prozent an. Das teilte" in article.text
    assert "Kerstin Ohlendorf am Dienstag mit.\n" in article.text
    assert "2023\n\n- Die Beschaffungskosten" in article.text


def test_mail_keeps_greeting_and_signature_apart():
    greeting, body, close, name = unbroken(MAIL).split("\n\n")
    assert (greeting, close, name) == ("Dear editors,", "Yours sincerely,", "Ada Kerr")
    assert "would open in May. Portlink" in body
    assert "will open before the autumn" in body


BESIDE_PROSE = """> Portlink, which builds it, told its staff that nothing would open
> before the autumn.
The mayor has known this.
Q: Has anybody told the mayor or the council what is in that letter
A: Nobody has, and nobody will do that before the summer, I am afraid
a) the tunnel, which was planned for the harbour, costs twice as much
b) the bridge, which the town does not need, is nearly as expensive
costs in 2023        12 million
costs in 2024        31 million
--
Editor of the Wellsand Post, which comes out on Fridays, and at Easter"""


def test_quotes_turns_items_and_tables_keep_their_lines():
    text = unbroken(f"{MAIL}\n{BESIDE_PROSE}")
    assert "would open in May. Portlink" in text
    assert text.endswith("\n\n".join(BESIDE_PROSE.splitlines()))


def test_paragraph_ends_where_the_next_word_fits():
    text = """der Tunnel wird nicht im Mai eröffnet, wie Sie am Dienstag
schreiben. Portlink hat den Beschäftigten mitgeteilt, dass
vor dem Herbst nichts öffnet, und der Rat weiß das längst.
Die Bürgermeisterin hat es gestern bestätigt.
Ich bitte Sie deshalb um eine Richtigstellung Ihres Berichts
"""
    assert unbroken(text).endswith("gestern bestätigt.\n\nIch bitte Sie deshalb um eine Richtigstellung Ihres Berichts")


INDENTED = """   The harbour tunnel would open in May, your report of Tuesday said,
and Portlink, which builds it, has told its staff that nothing will be
open before the autumn, as the mayor and the council know by this day.
{}Nobody has told the readers of your newspaper, although both of its
editors were there and heard what was said about the costs of opening
the tunnel in autumn and of keeping it open through all of the winter.
   - The first item of a list is longer than its line, and it ends here.
     It goes on in the next line, which is indented as items often are.
"""


@pytest.mark.parametrize("sign", ["   ", "\t", "\u3000", "\u2003"])
def test_indented_line_begins_a_paragraph(sign):
    first, second, entry = unbroken(INDENTED.format(sign)).split("\n\n")
    assert first.startswith("The harbour tunnel")
    assert second.startswith("Nobody has told the readers")
    assert "ends here. It goes on" in entry


HANGING = """Ohlendorf, Kerstin: Die Strompreise der Stadtwerke in Wellsand, die
    seit 1990 sinken, mit einem Vorwort der Bürgermeisterin und einem
    langen Nachwort. Zweite Auflage des Buches mit sehr vielen Bildern.
    Neu durchgesehen und um das Kapitel über den Hafentunnel und einen
    weiteren Anhang ergänzt
"""


def test_hanging_lines_stay_in_their_paragraph():
    assert "\n" not in unbroken(HANGING).strip()


@pytest.mark.parametrize(
    ("divided", "whole"),
    [
        ("eine 20-\njährige", "eine 20-jährige"),
        ("der G20-\nGipfel", "der G20-Gipfel"),
        ("18-\nbis 24-jährige", "18- bis 24-jährige"),
        ("the well-\nknown", "the well-known"),
        ("the long-\nstanding", "the long-standing"),
        ("his mother-in-\nlaw", "his mother-in-law"),
        ("a state-of-the-\nart", "a state-of-the-art"),
        ("long\u00ad\nstanding", "longstanding"),
        ("the govern-\nment", "the government"),
        ("am 1. Janu-\nar", "am 1. Januar"),
    ],
)
def test_hyphen_that_belongs_to_the_word_is_kept(divided, whole):
    text = (
        f"{MAIL}\nAll of the people who live around the harbour know about {divided} things.\n\nIt is long-standing.\n"
    )
    assert whole in unbroken(text)


VERSES = """Wer reitet so spät durch Nacht und Wind?
Es ist der Vater mit seinem Kind;
er hat den Knaben wohl in dem Arm,
er fasst ihn sicher, er hält ihn warm.
Mein Sohn, was birgst du so bang dein Gesicht?
siehst, Vater, du den Erlkönig nicht?
"""
LONG_ITEMS = """we need all of the following things for the birthday of our dear aunt
bread from the baker on the corner, the dark one with the seeds on it
milk from the farm, not the shop
eggs, but only the large brown ones that the neighbour sells by the dozen
flour for the birthday cake and the biscuits
"""


@pytest.mark.parametrize(
    "text",
    [
        "Headline\n\nOne paragraph on a line. It has two sentences.\nAnother paragraph, also on a line.\n",
        "Tarn Rovers 2-1 Millbrook\nKelby United 0-0 Astley\nFC Nordhavn 3-1 Pinn Street\n",
        "milk\nthe eggs that Ada wants, brown\nflour\n\nThat was all.\n",
        "11:42 GMT\nTwo severe warnings.\n\n11:15 GMT\nNo power.\n",
        VERSES,
        LONG_ITEMS,
        "we walk along the river side\nand talk about the things we hide\nuntil the morning takes the tide\n",
        "party of the mayor      seats\nunited left             12\ngreen alliance           9\nfree voters\n",
        "spd\t12\t-3\tverloren\ncdu\t15\t+4\tgewonnen\ngrüne\t9\t+1\tgewonnen\nfdp\t0\t-5\tverloren\n",
        "tarn rovers 2-1 millbrook\nkelby united 0-0 astley\nfc nordhavn 3-1 pinn street\n",
        "politik und gesellschaft\nwirtschaft und arbeit\nsport und freizeit\nkultur und medien\n",
        "Stadtverwaltung Wellsand\nz. Hd. Frau Dr. Ohlendorf\nc/o Stadtwerke GmbH\nam Alten Hafen 12\nim Hinterhaus\n",
        "",
    ],
)
def test_text_without_broken_lines_stays(text):
    assert unbroken(text) == text
