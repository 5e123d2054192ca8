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


@pytest.mark.parametrize(
    "text",
    [
        "Headline\n\nOne paragraph on a line. It has two sentences.\nAnother paragraph, also on a line.\n",
        "Tarn Rovers 2-1 Millbrook\nKelby United 0-0 Astley\nFC Nordhavn 3-1 Pinn Street\n",
        "milk\nthe eggs that Ada wants, brown\nflour\n\nThat was all.\n",
        "11:42 GMT\nTwo severe warnings.\n\n11:15 GMT\nNo power.\n",
        "",
    ],
)
def test_text_without_broken_lines_stays(text):
    assert unbroken(text) == text
