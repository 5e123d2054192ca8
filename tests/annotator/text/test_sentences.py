import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.sentences import at, split


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["„Das ist falsch!“, sagte er.", "Dann ging er."],
        ["„Das ist falsch!“ sagte er.", "Dann ging er."],
        ["»Ich bin da.«", "Er ging.", "»Wer?«, fragte sie."],
        ["„Ich komme.", "Du auch?“", "Sie nickt."],
        ["Das gilt z. B. für Kinder, d. h. alle.", "Auch z.B. Jugendliche, z.\u00a0B. Mädchen 🌊."],
        ["Dazu fand am 31. Oktober 2022 ein Treffen statt.", "Es war gut."],
        ["Am 3. Oktober und am 1. Mai ruht die Arbeit.", "Sonst nicht."],
        ["Er sprach mit Dr. Müller und Prof. Dr. Schmidt.", "Danach nicht."],
        ["Die 4. Kammer lobte den 1. FC Köln aus der 3. Liga.", "Ende."],
        ["2. Kapitel"],
        ["Der Preis stieg auf 2,4 Mio. Euro.", "Der Kurs fiel auf 23.", "Die Bank schwieg."],
        ["Sie kommt auf Platz 2.", "Bayern folgt."],
        ["Er kam am 31.10.", "Danach ging er um 17.40 Uhr.", "Nr. 5 lebt."],
        ["Im Jahr 2022.", "Dann kam 2023."],
        ["Vgl. Abs. 2 Satz 1.", "Diese Art. 5 davon sind selten."],
        ["Äpfel, Birnen usw.", "Danach kam der Rest."],
        ["Die Müller GmbH & Co. KG zahlt.", "Max.", "Moritz lachte, sagte Max."],
        ["Was nun?", "Keiner weiß es …", "Aber gut.", "Oder...?", "Ja!"],
        ["The U.S. officials met in the U.S.", "The talks failed.", "The U.S. Senate voted."],
        ["State Sen. Lorraine Petty said so.", "On Feb. 3, 2026 it closed.", "Mr. Smith left."],
        ["J. K. Rowling wrote.", "S. Wollny knipste.", "Plan B.", "Danach Plan C."],
        ["“Is the town ready?” Haldane asked.", "“Nobody has asked,” she said.", "“Yes.”", "Then she left."],
        ["“Why?”", "It rained."],
        ["Since 2000 the figure has been 33.", "“Nothing in the past,” he said."],
        ["Acme Inc. Chairman Bob left Acme Inc.", "The firm closed at 5 p.m.", "The end."],
        ["He was 42.", "Smith left.", "No. 10 said no.", "Others agreed."],
        ["Well . . . maybe.", "Yes."],
        ["Das Ende.", "(dpa)"],
    ],
)
def test_sentence_ends(sentences):
    assert _sentences(" ".join(sentences)) == sentences


def test_line_break_ends_sentence():
    text = "Stadt wird zum Meta-Universum\n\n30.11.2022\n \nDie Größe 🌊 zählt nicht\nEnde"
    assert _sentences(text) == ["Stadt wird zum Meta-Universum", "30.11.2022", "Die Größe 🌊 zählt nicht", "Ende"]


def test_empty_text_has_no_sentence():
    assert split("") == split(" \n\u00a0\n") == []
    assert at([], 0) is None


def test_sentence_at_offset():
    sentences = split("\n\nEr ging. Sie kam.\n\nB\nEnde")
    assert sentences == [(2, 10), (11, 19), (21, 22), (23, 27)]
    found = {offset: at(sentences, offset) for offset in range(29)}
    assert found[0] is found[1] is found[20] is found[28] is None
    assert found[2] == found[9] == found[10] == (2, 10)
    assert found[11] == found[19] == (11, 19)
    assert found[21] == found[22] == (21, 22)
    assert found[23] == found[27] == (23, 27)


@given(st.text(st.sampled_from("aZß🌊1.!?… \u00a0\n„“»«()")))
def test_sentences_contain_every_word_in_order(text):
    sentences = split(text)
    last = 0
    for start, end in sentences:
        assert last <= start < end
        assert not text[last:start].strip()
        assert text[start:end].strip() == text[start:end]
        last = end
    assert not text[last:].strip()


@pytest.mark.parametrize(
    "piece",
    [
        "Dr. Müller sagte, z.\u00a0B. die „Stadt“ 🌊 wächst am 31. Oktober 2022 weiter. ",
        *("a", ".", "!", "»", "\n", " ", "„ ", '!!!!!"', "z. b ", ".  " + " " * 50),
    ],
)
def test_million_characters_split_within_a_second(piece):
    text = piece * (1_000_000 // len(piece))
    before = time.process_time()
    split(text)
    assert time.process_time() - before < 1
