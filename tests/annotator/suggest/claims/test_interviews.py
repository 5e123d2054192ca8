"""Who speaks in invented interviews, whose answers have neither quotation marks nor speech verbs."""

import pytest

from annotator.suggest.claims.by_meaning.claimants import claimants_of
from annotator.suggest.claims.by_meaning.finder import finder_of
from annotator.suggest.claims.engine import find
from annotator.suggest.sources.source import never
from tests.annotator.suggest.claims.spoken import claimant_of
from tests.annotator.suggest.claims.test_passages import marked
from tests.conftest import SHIPPED

PLAIN = (
    "„Das Meer wartet nicht“ ||| Die Deichgräfin {Wiebke Hansen} geht in den Ruhestand. Ein Gespräch über Geduld."
    " ||| Frau Hansen, wie oft haben Sie den Deich brechen sehen? ||| Zweimal in all den Jahren. Beim ersten Mal saß"
    " ich"
    " auf dem Dach. ||| Das Land sagt, der Deich sei sicher. Stimmt das? ||| Das Land rechnet mit alten Karten. Wir"
    " müssen zwei Meter höher bauen. Mein Vater sagte immer, das Meer vergesse nichts. Die Gemeinde will das Geld für"
    " ein Hallenbad ausgeben. ||| Das Gespräch führte {Jan Pohl}."
)
LABELS = (
    "Warum die Stadt ihre Linden fällt ||| Gartenamtschefin {Eva Roth} verteidigt den Plan. ||| Küstenblatt: Wie viele"
    " Bäume verschwinden? ||| Roth: Es sind genau 40 Linden. ||| Küstenblatt: Anwohner behaupten, die Bäume seien"
    " gesund. Was sagen Sie? ||| Roth: Der Pilz sitzt in den Wurzeln. Niemand sieht das von außen."
)
INITIALS = (
    "Drei Fragen an {Karl Dorn} ||| Was kostet die neue Halle? ||| KD: Knapp neun Millionen Euro. ||| Und wer bezahlt"
    " das? ||| KD: Das Land trägt die Hälfte. ||| Wann beginnen Sie mit dem Bau? ||| KD: Vor Ostern passiert gar"
    " nichts."
)
FRAGE = (
    "Interview mit {Ines Volk} ||| Interview: {Jan Pohl} ||| Frage: Ist die Schule zu klein? ||| Antwort: Seit Jahren"
    " fehlen uns vier Räume. ||| Frage: Und die Container? ||| Antwort: Im Winter wird es darin bitterkalt."
)
DASHES = (
    "{Ruth Amsel} im Gespräch mit {Jan Pohl} ||| – Wann haben Sie das Gift bemerkt? ||| – Ich roch es im März. Die"
    " Fische trieben tot im Bach. ||| – Wer trägt die Schuld? ||| – Für mich ist die Fabrik verantwortlich."
)
TWO = (
    "Streit um den Steg ||| {Eva Roth} und {Karl Dorn} reden. ||| Küstenblatt: Braucht der See einen Steg? ||| Roth:"
    " Die"
    " Kinder brauchen ihn dringend. ||| Dorn: Der Schilfgürtel geht dabei kaputt. ||| Küstenblatt: Gibt es einen"
    " Ausweg? ||| Dorn: Ein kürzerer Steg wäre denkbar."
)
ENGLISH = (
    "‘The tide keeps its own diary’ ||| Lighthouse keeper {Morag Sinclair} retires this week after 40 years. ||| Ms"
    " Sinclair, how often did you save a crew? ||| Eleven times in forty years. I still dream about the second one. |||"
    " The ministry says machines are safer. Is that true? ||| The machines fail in every frost. My brother told me"
    " the lamp was out for a week. The harbour board wants to sell the tower. ||| Morag Sinclair lives in Wick."
)
SPOKE = (
    "A life in bees ||| {Tom Hale} keeps 90 hives. {Ann Lee} spoke to {Tom Hale}. ||| Why are so many colonies dying?"
    " ||| The mites are the main problem. ||| What can you do about it? ||| We burn the frames every spring. Sprays"
    " make matters worse."
)
Q_AND_A = (
    "Interview with {Ann Lee} ||| Q: What did the fire cost? ||| A: The damage is close to two million pounds. ||| Q:"
    " Who"
    " is to blame? ||| A: The wiring was older than the hall. ||| Interview by {Tom Hale}"
)
LETTERS = (
    "Baker {Ann Lee} on prices ||| Courier: Is bread too dear? ||| AL: Flour has doubled since May. ||| Courier:"
    " Critics"
    " say bakers are greedy. Are they right? ||| AL: Most of them never saw an oven. Nobody gets rich on rolls."
)


def pairs(line, language, *, thorough=False):
    """Return the words and the claimant of each claim."""
    text, names = marked(line)
    found = find(text, language, names, never)
    if thorough:
        find_more, decide = finder_of(*SHIPPED), claimants_of(*SHIPPED)
        assert find_more is not None
        assert decide is not None
        found = decide(text, language, find_more(text, language, found, names), names)
    return [
        (" ".join(text[slice(*part)] for part in one.parts), text[slice(*one.speaker.part)] if one.speaker.part else "")
        for one in found
    ]


def claimants(line, language, words, *, thorough=False):
    """Return the claimants of the claims that hold these words."""
    return [who for said, who in pairs(line, language, thorough=thorough) if words in said]


ORGAN = (
    "„Die Orgel atmet wieder“ ||| Orgelbauer {Jonas Wendt} aus Halle hat zwei Jahre gearbeitet. ||| Herr Wendt, was war"
    " kaputt? ||| Fast alles war kaputt. Im Gehäuse lebten Mäuse. ||| Hatten Sie nie Zweifel? ||| Doch, im ersten"
    " Winter. Mein Lehrling meinte damals, die Bälge seien hin. Er sagte, das Holz sei tot. Zum Glück haben wir nicht"
    " auf ihn gehört. ||| Wie geht es weiter? ||| Danach will die Gemeinde Konzerte geben. ||| {Jonas Wendt}, 51,"
    " lernte"
    " in Bautzen."
)
CLOCKS = (
    "{Tom Hale} has mended clocks since school. <Harrow Post> asked him about time. ||| HARROW POST: Do clocks still"
    " matter? ||| HALE: They matter more than ever. ||| HARROW POST: Will somebody take over? ||| HALE: My daughter has"
    " started already. Her teacher says she is too fast."
)
ANSWERS = [
    (ORGAN, "de", "lebten Mäuse", "Wendt"),
    (ORGAN, "de", "auf ihn gehört", "Wendt"),
    (ORGAN, "de", "Konzerte", "Wendt"),
    (CLOCKS, "en", "more than ever", "Tom Hale"),
    (CLOCKS, "en", "started already", "Tom Hale"),
    (PLAIN, "de", "auf dem Dach", "Hansen"),
    (PLAIN, "de", "alten Karten", "Hansen"),
    (PLAIN, "de", "zwei Meter höher", "Hansen"),
    (PLAIN, "de", "für ein Hallenbad", "Hansen"),
    (LABELS, "de", "genau 40 Linden", "Roth"),
    (LABELS, "de", "in den Wurzeln", "Roth"),
    (LABELS, "de", "von außen", "Roth"),
    (INITIALS, "de", "neun Millionen", "Karl Dorn"),
    (INITIALS, "de", "die Hälfte", "Karl Dorn"),
    (FRAGE, "de", "vier Räume", "Ines Volk"),
    (FRAGE, "de", "bitterkalt", "Ines Volk"),
    (DASHES, "de", "tot im Bach", "Ruth Amsel"),
    (DASHES, "de", "verantwortlich", "Ruth Amsel"),
    (TWO, "de", "brauchen ihn", "Roth"),
    (TWO, "de", "kaputt", "Dorn"),
    (TWO, "de", "kürzerer", "Dorn"),
    (ENGLISH, "en", "the second one", "Sinclair"),
    (ENGLISH, "en", "in every frost", "Sinclair"),
    (ENGLISH, "en", "sell the tower", "Sinclair"),
    (SPOKE, "en", "The mites", "Tom Hale"),
    (SPOKE, "en", "matters worse", "Tom Hale"),
    (Q_AND_A, "en", "two million", "Ann Lee"),
    (Q_AND_A, "en", "older than the hall", "Ann Lee"),
    (LETTERS, "en", "doubled since May", "Ann Lee"),
    (LETTERS, "en", "rich on rolls", "Ann Lee"),
]


@pytest.mark.parametrize(("line", "language", "words", "expected"), ANSWERS)
def test_answer_belongs_to_person_interviewed(line, language, words, expected):
    assert claimants(line, language, words) == [expected]


@pytest.mark.parametrize(("line", "language", "words", "expected"), [ANSWERS[6], ANSWERS[8], ANSWERS[22], ANSWERS[25]])
def test_thorough_answer_leaves_person_interviewed(line, language, words, expected):
    assert claimants(line, language, words, thorough=True) == [expected]


@pytest.mark.parametrize(
    ("line", "language", "words", "expected"),
    [
        (PLAIN, "de", "vergesse nichts", "Mein Vater"),
        (PLAIN, "de", "der Deich sei sicher", "Das Land"),
        (LABELS, "de", "gesund", "Anwohner"),
        (ORGAN, "de", "das Holz sei tot", "Mein Lehrling"),
        (CLOCKS, "en", "too fast", "Her teacher"),
        (ENGLISH, "en", "for a week", "My brother"),
        (ENGLISH, "en", "machines are safer", "The ministry"),
        (LETTERS, "en", "bakers are greedy", "Critics"),
    ],
)
def test_reported_speech_in_interview_keeps_its_speaker(line, language, words, expected):
    assert claimants(line, language, words) == [expected]


@pytest.mark.parametrize(
    ("line", "language", "prompt", "answer"),
    [
        (
            (
                "Ein Gespräch mit {Eva Roth} ||| Was fehlt Ihnen am meisten? ||| Mir fehlt der Lärm der Werft. ||| Das"
                " klingt,"
                " als wären Sie müde. ||| Müde bin ich nie gewesen. ||| Gehen Sie zurück? ||| Das Tor ist zu."
            ),
            "de",
            "müde",
            "Müde bin",
        ),
        (
            (
                "A talk with {Ann Lee} ||| What do you miss? ||| I miss the noise of the yard. ||| People say you sound"
                " tired."
                " ||| The doctors are wrong about that. ||| Will you go back? ||| The gate is locked for good."
            ),
            "en",
            "sound tired",
            "doctors are wrong",
        ),
    ],
)
def test_interviewer_may_state_something(line, language, prompt, answer):
    assert not {"Roth", "Eva Roth", "Ann Lee"}.intersection(claimants(line, language, prompt))
    assert set(claimants(line, language, answer)) <= {"Eva Roth", "Ann Lee"}
    assert claimants(line, language, answer)


def test_lines_around_interview_are_no_answers():
    assert not claimants(PLAIN, "de", "führte")
    assert not claimants(ENGLISH, "en", "lives in Wick")
    assert not claimants(CLOCKS, "en", "take over")
    assert not claimants(ORGAN, "de", "Bautzen")
    assert not claimants(Q_AND_A, "en", "Tom Hale")


@pytest.mark.parametrize(
    ("line", "language"),
    [
        (  # questions and answers of the newspaper itself
            (
                "Was sich im Mai ändert ||| Ministerin {Eva Roth} stellt das neue Gesetz vor. ||| Wer bekommt das"
                " Geld? |||"
                " Alle Familien mit zwei Kindern. ||| Was muss ich tun? ||| Sie füllen ein Blatt aus."
            ),
            "de",
        ),
        (
            (
                "The new bin rules ||| Council leader {Ann Lee} unveiled the plan. ||| Who has to pay? ||| Every"
                " household"
                " in the borough. ||| When does it start? ||| You will get a letter in May."
            ),
            "en",
        ),
        (  # rhetorical questions in a report
            (
                "Der Turm ||| {Karl Dorn} baut einen Turm. ||| Wozu braucht das Dorf ihn? ||| Der Rat wusste es nicht."
                " |||"
                " Und wer soll ihn bezahlen? ||| Die Kasse war leer."
            ),
            "de",
        ),
        ("The tower ||| {Tom Hale} builds. ||| Who asked you? ||| I saw him at noon in the rain.", "en"),
        (  # two people may be meant
            (
                "Zwei am See ||| {Karl Dorn} traf {Eva Roth}. ||| Warum baden Sie im Winter? ||| Mir tut die Kälte"
                " gut. |||"
                " Und wie lange bleiben Sie drin? ||| Ich zähle bis hundert."
            ),
            "de",
        ),
    ],
)
def test_other_texts_with_questions_are_no_interviews(line, language):
    text, names = marked(line)
    assert "interview answer" not in {str(one.rule) for one in find(text, language, names, never)}


@pytest.mark.parametrize(
    ("line", "language", "words", "claimant"),
    [
        ("Q: Ms {Ann Lee}, why? ||| A: I was tired. ||| Q: And now? ||| A: I will rest.", "en", "I will", "Ann Lee"),
        ("Frage: Was ist? ||| {Roth}: Es brennt. ||| Frage: Wo? ||| {Roth}: Es brennt im Hof.", "de", "im Hof", "Roth"),
    ],
)
def test_interview_may_begin_with_a_question(line, language, words, claimant):
    assert claimant_of(line, language, words) == f"{{{claimant}}}"
