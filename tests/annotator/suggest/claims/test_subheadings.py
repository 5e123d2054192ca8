"""A quoted subheading has no claimant, unless the next paragraph's speaker says the same words."""

import pytest

from annotator.suggest.claims.by_meaning.claimants import claimants_of
from annotator.suggest.claims.by_meaning.finder import finder_of
from annotator.suggest.claims.engine import find
from annotator.suggest.sources.source import never
from tests.annotator.suggest.claims.spoken import NO_CLAIM, NOBODY, claimant_of
from tests.annotator.suggest.claims.test_passages import marked
from tests.conftest import SHIPPED

DE = "Die Bäckerei schließt im Mai. „Der Ofen ist kalt“, sagte {Eva Roth}. ||| »Wir backen anderswo weiter« ||| "
EN = "The bakery will close in May. “The oven is cold,” said {Ann Lee}. ||| “We will bake elsewhere” ||| "


@pytest.mark.parametrize(
    ("line", "language", "words"),
    [
        (DE + "Der Vermieter will das Haus abreißen.", "de", "Wir backen"),
        (DE + "{Klaus Berg} sagte: „Das Haus fällt.“", "de", "Wir backen"),
        (EN + "The landlord wants to pull the house down.", "en", "We will bake"),
        (EN + "{Tom Hale} said: “The house will go.”", "en", "We will bake"),
        (EN.replace("“We", "'We").replace("elsewhere”", "elsewhere'") + "The house will go.", "en", "We will bake"),
    ],
)
def test_subheading_is_not_said_by_speaker_above(line, language, words):
    assert claimant_of(line, language, words) in {NOBODY, NO_CLAIM}


@pytest.mark.parametrize(
    ("line", "language", "words", "who"),
    [
        (DE + "{Klaus Berg} sieht das anders: „Wir backen anderswo weiter.“", "de", "Wir backen", "{Klaus Berg}"),
        (DE + "„Wir backen anderswo weiter, sobald es geht“, sagte {Klaus Berg}.", "de", "Wir backen", "{Klaus Berg}"),
        (EN + "{Tom Hale} said: “Come what may, we will bake elsewhere.”", "en", "We will bake", "{Tom Hale}"),
    ],
)
def test_subheading_is_said_by_who_says_it_next(line, language, words, who):
    assert claimant_of(line, language, words) == who


@pytest.mark.parametrize(
    ("line", "language", "words", "who"),
    [
        (DE.replace("weiter«", "weiter.«") + "Es regnete.", "de", "Wir backen", "{Eva Roth}"),
        (EN.replace("elsewhere”", "elsewhere.”") + "It rained.", "en", "We will bake", "{Ann Lee}"),
        (EN.removesuffix(" ||| "), "en", "We will bake", "{Ann Lee}"),
    ],
)
def test_quotation_with_full_stop_still_goes_on(line, language, words, who):
    assert claimant_of(line, language, words) == who


@pytest.mark.parametrize(
    ("line", "language", "words"),
    [(DE + "Der Vermieter will das Haus abreißen.", "de", "Wir backen"), (EN + "It rained.", "en", "We will bake")],
)
def test_thorough_answer_leaves_subheading_open(line, language, words):
    text, names = marked(line)
    find_more, decide = finder_of(*SHIPPED), claimants_of(*SHIPPED)
    assert find_more
    assert decide
    decided = decide(text, language, find_more(text, language, find(text, language, names, never), names), names)
    place = text.index(words)
    here = [one for one in decided if any(start <= place < end for start, end in one.parts)]
    assert all(one.speaker.part is None and not one.by_author for one in here)
