"""Near-duplicates of claims that a person may join."""

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.jobs.searching.claim_copies import claim_copies
from annotator.jobs.searching.said_before import learn_claims
from annotator.store.queries.claim_search import REPEATS
from tests.annotator.made import claim

SAID = {
    "May": "Die Stadt will die alte Rheinbrücke im Frühjahr für Autos sperren",
    "June": "Im Frühjahr will die Stadt die alte Brücke über den Rhein für Autos sperren",
    "July": "Die Stadt sperrt die alte Rheinbrücke im Frühling für alle Autos",
    "Denied": "Die Stadt will die alte Rheinbrücke im Frühjahr nicht für Autos sperren",
    "Five": "Die Mieten sind in der Stadt um 5 Prozent gestiegen",
    "Nine": "Die Mieten sind in der Stadt um 9 Prozent gestiegen",
    "Wolf": "Im Wald hinter dem Dorf lebt seit Herbst wieder ein Wolf",
}


pytestmark = pytest.mark.usefixtures("own_cache")


@pytest.fixture
def claims(project):
    articles = [Article(name=n, title=n, text=f"{words}.", language="de") for n, words in SAID.items()]
    ids = project.add_articles(articles).ids
    made = {n: claim(id_, SAID[n], text=f"{SAID[n]}.") for id_, n in zip(ids, SAID, strict=True)}
    project.do(edits.add(made.values()))
    return made


def titles(copies):
    return [{each.one.title, each.other.title} for each in copies]


def test_copies_are_offered_without_pairs_that_others_join(project, claims):
    assert claim_copies(project.path) == (), "without vectors"
    learn_claims(project.path)
    found = claim_copies(project.path)
    assert len(found) == 2
    assert set.union(*titles(found)) == {"May", "June", "July"}
    assert all(0.8 <= each.likeness <= 1 for each in found)


def test_joined_claims_are_not_offered_again(project, claims):
    learn_claims(project.path)
    for copies in claim_copies(project.path):
        project.do(edits.relate(claims[copies.one.title], REPEATS, claims[copies.other.title], annotator="anna"))
    assert claim_copies(project.path) == ()


def test_declined_pair_is_left_out(project, claims):
    learn_claims(project.path)
    first, second = claim_copies(project.path)
    found = claim_copies(project.path, {first.ids, second.ids})
    assert len(found) <= 1
    assert not {first.ids, second.ids} & {each.ids for each in found}


def test_claims_that_only_point_back_are_not_offered(project):
    texts = ("Die Brücke sei gesperrt. Das sei falsch.", "Die Schule sei zu klein. Das sei falsch.")
    articles = [Article(name=text, title=text, text=text, language="de") for text in texts]
    ids = project.add_articles(articles).ids
    project.do(edits.add([claim(id_, "Das sei falsch", text=text) for id_, text in zip(ids, texts, strict=True)]))
    learn_claims(project.path)
    assert claim_copies(project.path) == ()
