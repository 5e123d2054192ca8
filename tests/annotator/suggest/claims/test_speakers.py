import pytest

from annotator.suggest.claims.engine import find
from annotator.suggest.claims.frame_values import Name
from annotator.suggest.claims.people.cast import Cast
from annotator.suggest.sources.source import never
from tests.annotator.suggest.claims.read import found_claims


@pytest.mark.parametrize(
    ("text", "language", "speaker", "named"),
    [
        ("Die Trainerin Eva Roth kam. Die Trainerin sagte, es regne nicht, das sei gut.", "de", "Eva Roth", True),
        ("Eva Roth, Ministerin, kam. Die Ministerin forderte mehr Geld.", "de", "Eva Roth", True),
        ("Herr Klaus Berg kam mit Frau Eva Roth. Er forderte mehr Geld.", "de", "Klaus Berg", True),
        ("Ein Sprecher von Nordwerk forderte mehr Geld.", "de", "Ein Sprecher von Nordwerk", False),
        ("Das Landgericht Osnabrück forderte mehr Geld.", "de", "Landgericht Osnabrück", True),
        ("Kritiker forderten mehr Geld.", "de", "Kritiker", False),
        ("Mayor Ann Lee came. The mayor said it was late.", "en", "Ann Lee", True),
        ("Mr Hale met Ms Lee. He said it was late.", "en", "Hale", True),
        ("A spokeswoman for Harrow Ltd said it was late.", "en", "A spokeswoman for Harrow Ltd", False),
        ("Tom Hale came. Mr Hale said it was late.", "en", "Hale", True),
        ("Critics said it was late.", "en", "Critics", False),
    ],
)
def test_roles_and_pronouns_resolve_to_names(text, language, speaker, named):
    found = found_claims(text, language)[-1]
    assert (found.speaker, found.named) == (speaker, named)


def test_last_name_alone_is_a_mention():
    text = "Anna Kurzbein kam. Später ging Kurzbein, nicht Kurzbeiner."
    cast = Cast(text, [Name(0, 13, "PER")])
    assert [(name.start, name.end) for name in cast.names] == [(0, 13), (31, 39)]


def test_name_may_begin_with_a_sign():
    text = "ⒶBC kam. Später ging ⒶBC."
    assert [name.start for name in Cast(text, [Name(0, 4, "ORG")]).names] == [0]


def test_pronouns_among_thousands_of_names_are_quick():
    text = "Ort kam. Er sagte, es regne. " * 2_000
    names = [Name(start, start + 3, "LOC") for start in range(0, len(text), 29)]
    found = find(text, "de", names, never)
    assert len(found) == 2_000
    assert all(one.speaker.name is None for one in found)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tom Hale built bridges. His daughter, Ann Lee, said he was tired. He always said: “It holds.”", "en"),
        ("Klaus Berg baute Brücken. Seine Tochter Eva Roth sagte, es reiche. Er sagte immer: „Sie hält.“", "de"),
    ],
)
def test_family_words_decide_pronouns(text, language):
    assert found_claims(text, language)[-1].speaker in {"Tom Hale", "Klaus Berg"}
