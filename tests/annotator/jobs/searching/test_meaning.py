"""Claims that mean the same in other words or in another language."""

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.jobs.searching import meaning
from annotator.jobs.searching.said_before import learn_claims, said_before
from tests.annotator.made import claim

CLAIMS = {
    "Brücke": "Die alte Rheinbrücke wird im Frühjahr für den Verkehr gesperrt",
    "Bridge": "From spring on, no cars may cross the old bridge over the Rhine",
    "Mieten": "Die Mieten in der Innenstadt sind um ein Fünftel gestiegen",
    "Rents": "Flats downtown cost twenty per cent more to rent than before",
    "Wolf": "Im Wald hinter dem Dorf lebt seit Herbst wieder ein Wolf",
    "Strike": "Nurses at the city hospital will walk out on Monday",
}
LANGUAGES = {"Brücke": "de", "Bridge": "en", "Mieten": "de", "Rents": "en", "Wolf": "de", "Strike": "en"}


pytestmark = pytest.mark.usefixtures("own_cache")


@pytest.fixture
def claims(project):
    texts = {name: f"{words}." for name, words in CLAIMS.items()}
    articles = [Article(name=n, title=n, text=t, language=LANGUAGES[n]) for n, t in texts.items()]
    ids = project.add_articles(articles).ids
    made = {n: claim(id_, CLAIMS[n], text=texts[n]) for id_, n in zip(ids, texts, strict=True)}
    project.do(edits.add(made.values()))
    return made


def titles(project, asked):
    return [each.claim.title for each in said_before(project.path, asked.id)]


@pytest.mark.parametrize(("asked", "wanted"), [("Brücke", "Bridge"), ("Rents", "Mieten")])
def test_finds_claim_in_other_language(project, claims, asked, wanted):
    assert titles(project, claims[asked]) == [], "by words alone"
    assert learn_claims(project.path) == 0
    assert titles(project, claims[asked]) == [wanted]


def test_claims_without_counterpart_are_alone(project, claims):
    learn_claims(project.path)
    assert titles(project, claims["Wolf"]) == titles(project, claims["Strike"]) == []


def test_only_new_wordings_are_read(project, claims, monkeypatch):
    learn_claims(project.path)
    asked = []
    shipped = meaning.shipped()
    assert shipped is not None
    vectors = shipped.model.vectors

    def counted(texts):
        asked.append([said.text for said in texts])
        return vectors(texts)

    monkeypatch.setattr(shipped.model, "vectors", counted)
    project.do(edits.change(claims["Wolf"], annotator="anna", attributes={"claim_text": "A wolf is back"}))
    learn_claims(project.path)
    assert asked == [["A wolf is back"]]


def test_changed_claim_is_found_by_its_new_words(project, claims):
    learn_claims(project.path)
    text = "Pflegekräfte streiken am Wochenanfang im Krankenhaus der Stadt"
    project.do(edits.change(claims["Wolf"], annotator="anna", attributes={"claim_text": text}))
    learn_claims(project.path)
    assert titles(project, claims["Strike"]) == ["Wolf"]


RENTS = {
    "Asked": ("de", "Die Mieten in Bremen sind im Mai um 5 Prozent gestiegen"),
    "Same": ("en", "In May, Bremen flats became 5 percent dearer to rent"),
    "Number": ("de", "Die Mieten in Bremen sind im Mai um 15 Prozent gestiegen"),
    "Denied": ("de", "Die Mieten in Bremen sind im Mai nicht um 5 Prozent gestiegen"),
    "Opposite": ("de", "Die Mieten in Bremen sind im Mai um 5 Prozent gesunken"),
    "Place": ("en", "Rents in Hamburg rose by 5 percent in May"),
}


def test_true_repetition_comes_before_its_contradictions(project):
    articles = [Article(name=n, title=n, text=f"{words}.", language=tongue) for n, (tongue, words) in RENTS.items()]
    ids = project.add_articles(articles).ids
    made = {n: claim(id_, words, text=f"{words}.") for id_, (n, (_, words)) in zip(ids, RENTS.items(), strict=True)}
    project.do(edits.add(made.values()))
    learn_claims(project.path)
    first, *others = said_before(project.path, made["Asked"].id)
    assert (first.claim.title, first.contrasts) == ("Same", ())
    found = {each.claim.title: [contrast.kind for contrast in each.contrasts] for each in others}
    assert found == {"Number": ["number"], "Denied": ["denied"], "Opposite": ["opposite"], "Place": ["place"]}
