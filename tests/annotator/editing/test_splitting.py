"""Splitting articles into train, dev and test."""

from collections import Counter, defaultdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.editing import splitting
from annotator.editing.splitting import SPLITS, Candidate, SplitCriterion
from annotator.system.errors import FormatError
from annotator.text.near_duplicates import sketch
from tests.annotator.formats.texts import hex_id

SHARES = splitting.parse("80/10/10")
PER, ORG, RARE = ("entities", "PER"), ("entities", "ORG"), ("entities", "LAW")


def candidate(number, **facts):
    return Candidate(id=hex_id(number), **facts)


FREE = [candidate(number) for number in range(100)]


def sizes(dealt):
    counted = Counter(dealt.values())
    return [counted[split] for split in SPLITS]


def labels(candidates, dealt):
    found: defaultdict[str, Counter[splitting.Label]] = defaultdict(Counter)
    for one in candidates:
        found[dealt[one.id]].update(one.labels)
    return found


def test_split_is_three_numbers_adding_up_to_100():
    assert dict(splitting.parse("70/20/10")) == {"train": 70, "dev": 20, "test": 10}


@pytest.mark.parametrize("wrong", ["", "80/10", "80/10/11", "80/10/10/0", "-10/100/10", "8e1/10/10", "٨٠/10/10"])
def test_any_other_split_is_refused(wrong):
    with pytest.raises(FormatError, match="80/10/10"):
        splitting.parse(wrong)


def test_sizes_are_exact_and_split_depends_on_seed_and_ids():
    dealt = splitting.deal(FREE, SHARES, seed=1)
    assert sizes(dealt) == [80, 10, 10]
    assert splitting.deal(FREE[::-1], SHARES, seed=1) == dealt
    assert splitting.deal(FREE, SHARES, seed=2) != dealt


def test_who_goes_where_stays_the_same_in_later_versions():
    dealt = splitting.deal(FREE[:10], SHARES, seed=7)
    assert [int(document, 16) for document, split in dealt.items() if split != "train"] == [3, 9]


def test_an_article_keeps_the_split_that_it_has():
    held = [candidate(number, split="test") for number in range(5)]
    dealt = splitting.deal([*held, *FREE[5:]], SHARES, seed=1)
    assert all(dealt[one.id] == "test" for one in held)
    assert sizes(dealt) == [80, 10, 10]


def test_overfull_split_leaves_the_rest_to_the_others():
    held = [candidate(number, split="test") for number in range(50)]
    assert sizes(splitting.deal([*held, *FREE[50:]], SHARES, seed=1)) == [44, 6, 50]


def test_new_articles_are_dealt_without_moving_the_old_ones():
    old = splitting.deal(FREE[:40], SHARES, seed=1)
    kept = [candidate(number, split=old[hex_id(number)]) for number in range(40)]
    dealt = splitting.deal([*kept, *FREE[40:]], SHARES, seed=2)
    assert {id_: split for id_, split in dealt.items() if id_ in old} == old
    assert sizes(dealt) == [80, 10, 10]


def test_empty_project_can_be_dealt():
    assert splitting.deal([], SHARES, seed=1) == {}


@pytest.mark.parametrize("by", SplitCriterion)
def test_a_few_articles_fill_every_split(by):
    for count in (3, 4, 5, 12):
        assert min(sizes(splitting.deal(FREE[:count], SHARES, seed=1, by=by))) > 0


@pytest.mark.parametrize("seed", range(20))
def test_small_test_set_gets_labelled_articles(seed):
    few = [candidate(n, labels={PER: 3, ORG: 1} if n < 4 else {}) for n in range(12)]
    dealt = splitting.deal(few, SHARES, seed=seed)
    found = labels(few, dealt)
    assert sizes(dealt) == [10, 1, 1]
    assert all(found[split][PER] and found[split][ORG] for split in SPLITS)


@pytest.mark.parametrize("seed", range(10))
def test_two_labelled_articles_go_to_train_and_test(seed):
    few = [candidate(n, labels={PER: 3} if n < 2 else {}) for n in range(12)]
    found = labels(few, splitting.deal(few, SHARES, seed=seed))
    assert [bool(found[split][PER]) for split in SPLITS] == [True, False, True]


@pytest.mark.parametrize("seed", range(10))
def test_labels_are_spread_as_the_articles_are(seed):
    every = [candidate(n, labels={PER: n % 7, ORG: n % 3, RARE: int(n % 20 == 0)}) for n in range(200)]
    dealt = splitting.deal(every, SHARES, seed=seed)
    found = labels(every, dealt)
    assert sizes(dealt) == [160, 20, 20]
    for label in (PER, ORG):
        whole = sum(one.labels[label] for one in every)
        for split in SPLITS:
            assert found[split][label] / whole == pytest.approx(SHARES[split] / 100, abs=0.05)
    assert [found[split][RARE] for split in SPLITS] == [8, 1, 1]


@pytest.mark.parametrize("seed", range(20))
def test_copies_go_where_they_fit(seed):
    text = "Die Fähre legte am Montag mit einer Stunde Verspätung in Köln ab."
    copies = [candidate(n, sketch=sketch(f"{n} {text}")) for n in range(3)]
    others = [candidate(n) for n in range(10, 17)]
    assert sizes(splitting.deal([*copies, *others], splitting.parse("70/20/10"), seed)) == [7, 2, 1]


def test_copies_stay_together_with_earlier_articles():
    text = " ".join(f"Wort{n} steht in der Meldung {n}." for n in range(50))
    copies = [candidate(n, sketch=sketch(f"{n} {text}")) for n in range(0, 100, 10)]
    others = [one for one in FREE if int(one.id, 16) % 10]
    for seed in range(5):
        dealt = splitting.deal([*copies, *others], SHARES, seed=seed)
        assert len({dealt[one.id] for one in copies}) == 1
        assert sizes(dealt)[0] in range(79, 82)
    remembered = candidate(200, split="test", sketch=sketch(text))
    dealt = splitting.deal([*copies, *others, remembered], SHARES, seed=1)
    assert {dealt[one.id] for one in copies} == {"test"}


def test_by_date_the_newest_articles_are_those_for_the_test():
    dated = [candidate(n, published=f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}") for n in range(1, 100)]
    undated = candidate(0)
    dealt = splitting.deal([undated, *dated], SHARES, seed=1, by=SplitCriterion.DATE)
    dates = {split: [one.published for one in dated if dealt[one.id] == split] for split in SPLITS}
    assert max(dates["train"]) <= min(dates["dev"])
    assert max(dates["dev"]) <= min(dates["test"])
    assert sizes(dealt) == [80, 10, 10]
    assert dealt[undated.id] == "train"


def test_each_publisher_is_in_one_split_ignoring_case():
    papers = ["Rheinbote", "RHEINBOTE", "Mainpost", "Elbblatt", "Weserkurier"]
    every = [candidate(n, publisher=papers[n % 5], labels={PER: 1}) for n in range(50)]
    dealt = splitting.deal(every, SHARES, seed=1, by=SplitCriterion.PUBLISHER)
    where = defaultdict(set)
    for one in every:
        where[one.publisher.casefold()].add(dealt[one.id])
    assert all(len(splits) == 1 for splits in where.values())
    assert min(sizes(dealt)) > 0


def test_a_split_without_share_gets_nothing():
    every = [candidate(n, labels={PER: 1}) for n in range(30)]
    assert sizes(splitting.deal(every, splitting.parse("90/0/10"), seed=1)) == [27, 0, 3]


CANDIDATES: st.SearchStrategy[list[dict[str, Any]]] = st.lists(
    st.builds(
        dict,
        split=st.sampled_from([None, None, "train", "test", "other"]),
        labels=st.dictionaries(st.sampled_from([PER, ORG, RARE]), st.integers(0, 4)),
        published=st.sampled_from([None, "2024-01-01", "2025-01-01"]),
        publisher=st.sampled_from([None, "Rheinbote", "Elbblatt"]),
        sketch=st.sampled_from([(), (1, 2, 3), (1, 2, 3, 4), (7, 8, 9)]),
    ),
    max_size=30,
)


@given(
    CANDIDATES, st.sampled_from(["80/10/10", "100/0/0", "0/50/50", "34/33/33"]), st.sampled_from(list(SplitCriterion))
)
def test_every_article_is_dealt_once_and_keeps_its_split(facts, split, by):
    every = [candidate(number, **fact) for number, fact in enumerate(facts)]
    dealt = splitting.deal(every, splitting.parse(split), seed=3, by=by)
    assert set(dealt) == {one.id for one in every}
    assert all(dealt[one.id] == one.split for one in every if one.split in SPLITS)
    shares = splitting.parse(split)
    if not any(one.split in SPLITS for one in every):
        assert all(shares[split] for split in dealt.values())


@given(
    st.integers(0, 300),
    st.lists(st.integers(0, 100), min_size=3, max_size=3).filter(any),
)
def test_the_largest_remainder_is_never_off_by_one_or_more(count, weights):
    shared = splitting.apportion(count, weights)
    assert sum(shared) == count
    for size, weight in zip(shared, weights, strict=True):
        assert abs(size - count * weight / sum(weights)) < 1


@pytest.mark.parametrize("german", [2, 9, 90])
@pytest.mark.parametrize("seed", range(5))
def test_language_with_two_articles_is_in_train_and_test(german, seed):
    english = 100 - german if german > 2 else 1
    named = [candidate(number, language="de", labels={PER: 1}) for number in range(german)]
    named += [candidate(number + 200, language="en", labels={PER: 2, ORG: 1, RARE: 1}) for number in range(english)]
    dealt = splitting.deal(named, SHARES, seed=seed)
    found = Counter((one.language, dealt[one.id]) for one in named)
    assert all(sum(found[language, split] for language in ("de", "en")) for split in SPLITS)
    assert found["de", "test"]
    assert german == 2 or (found["de", "train"] and found["en", "train"] and found["en", "test"])


def test_only_test_article_is_in_the_language_of_most():
    named = [candidate(number, language="de", labels={PER: 1}) for number in range(6)]
    named += [candidate(number + 200, language="en", labels={PER: 2, ORG: 1, RARE: 1}) for number in range(4)]
    for seed in range(10):
        dealt = splitting.deal(named, SHARES, seed=seed)
        assert [one.language for one in named if dealt[one.id] == "test"] == ["de"], seed
