"""Order and use of the word lists of the claim rules."""

import ast
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest

from annotator.suggest import claims
from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.german import word_lists as de

_ROOM = Path(claims.__file__).parent
_FILES = sorted(path for path in _ROOM.rglob("*.py") if path.name != "worth.py")  # its order is that of learnt weights
_SHORT = 15  # shorter lists may keep an order of their own, such as that of numbers or weekdays


def _lists(path):
    """Yield the line and the words of each word list of a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(words)), attr="split"), args=[]):
                yield node.lineno, words.split()
            case ast.Tuple(elts=elements) if all(isinstance(each, ast.Constant) for each in elements):
                yield node.lineno, [value for each in elements if isinstance(value := ast.literal_eval(each), str)]


def _key(word):
    plain = word.replace("|", "").casefold().replace("ß", "ss")
    return unicodedata.normalize("NFKD", plain).encode("ascii", "ignore")


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.relative_to(_ROOM).as_posix())
def test_word_list_is_alphabetical_without_repeats(path):
    for line, words in _lists(path):
        assert len(words) == len(set(words)), (line, sorted(word for word in words if words.count(word) > 1))
        wrong = [] if len(words) <= _SHORT else [(a, b) for a, b in pairwise(words) if _key(a) > _key(b)]
        assert not wrong, (line, wrong[:3])


def test_every_listed_english_verb_exists():
    lemmas = {verb.lemma for verb in en.VERBS.values()}
    listed = {*en._ONLY_CLAUSE, *en._KINDS, *en._REFUTE, *en._TOLD, *en._DOUBLING, *en.OBJECTS, *en.AFTERWARDS}
    assert listed <= lemmas
    assert set(en.VERBS) >= en._NOUNS


def test_every_listed_german_verb_exists():
    lemmas = {verb.lemma for verbs in de.VERBS.values() for verb in verbs}
    assert {*de._ONLY_CLAUSE, *de._KINDS, *de.DISPUTING, *de.OBJECTS} <= lemmas
    assert de._LIKE_OTHER_WORDS <= de.SUBJUNCTIVE


def test_praised_is_the_participle_of_the_plain_verb():
    assert [verb.lemma for verb in de.VERBS["gelobt"] if verb.participle] == ["loben", "geloben"]
