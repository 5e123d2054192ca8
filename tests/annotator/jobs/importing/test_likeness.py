import random

from annotator.jobs.importing.near_versions import Likeness
from annotator.text.near_duplicates import sketch

WORDS = [f"wort{number}" for number in range(3000)]


def article(seed, length=300):
    return random.Random(seed).choices(WORDS, k=length)


def test_near_duplicate_is_found_among_thousands():
    known = Likeness()
    texts = [article(seed) for seed in range(2000)]
    assert [known.add(sketch(" ".join(words))) for words in texts] == [None] * 2000
    for number in range(0, 2000, 97):
        copy = ["Neue", "Überschrift", *texts[number][:140], "eingefügt", *texts[number][150:280]]
        assert list(known.like(sketch(" ".join(copy)))) == [number]
    assert len(known) == 2000


def test_first_of_several_duplicates_is_returned():
    known = Likeness()
    words = article(1)
    assert [known.add(sketch(" ".join([*words, *more]))) for more in ([], ["eins"], ["zwei"])] == [None, 0, 0]


def test_texts_with_same_footer_are_not_alike():
    known = Likeness()
    footer = article(0, 40)
    assert [known.add(sketch(" ".join([*article(seed), *footer]))) for seed in range(1, 30)] == [None] * 29


def test_empty_text_has_no_duplicate():
    known = Likeness()
    assert [known.add(sketch(text)) for text in ("", "", "…")] == [None] * 3
