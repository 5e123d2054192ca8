"""Dealing articles to people: all articles, evenly, some to several people; what was dealt earlier stays."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.quality.assigning import Dealable, Wish, deal, loads, pass_on, shared
from annotator.system.errors import AnnotatorError
from annotator.text.near_duplicates import sketch

PEOPLE = ("anna", "ben", "cleo", "dora", "emil")
STORY = "In the harbour of a small town ships unload grain, coal and timber every single day of the week "


def articles(count, strata=3):
    return [Dealable(id=f"{n:04}", stratum=(f"paper {n % strata}", f"2026-0{n % 2 + 1}")) for n in range(count)]


def test_preview_numbers_add_up():
    dealt = deal(articles(100), Wish(people=("Lea", "Max"), overlap=34, per=2))
    assert loads(dealt.values()) == {"Lea": 67, "Max": 67}
    assert shared(dealt.values()) == {("Lea", "Max"): 34}
    assert len(dealt) == 100


@settings(max_examples=150, deadline=None)
@given(
    count=st.integers(0, 60),
    people=st.integers(1, 5),
    overlap=st.integers(0, 100),
    per=st.integers(2, 5),
    seed=st.integers(0, 9),
    known=st.dictionaries(st.integers(0, 59), st.sets(st.sampled_from(PEOPLE), min_size=1), max_size=20),
    order=st.randoms(use_true_random=False),
)
def test_all_are_dealt_evenly_whatever_the_wish(count, people, overlap, per, seed, known, order):
    if per > people:
        per, overlap = max(2, people), overlap if people > 1 else 0
    wish = Wish(people=PEOPLE[:people], overlap=overlap, per=per, seed=seed)
    every = articles(count)
    before = {f"{n:04}": sorted(names) for n, names in known.items() if n < count}
    dealt = deal(every, wish, before)
    assert dealt.keys() == {article.id for article in every} - before.keys()
    assert all(len(set(who)) == len(who) in {1, per} and set(who) <= set(wish.people) for who in dealt.values())
    assert sum(len(who) > 1 for who in dealt.values()) == -(-len(dealt) * overlap // 100)
    order.shuffle(every)
    assert deal(every, wish, before) == dealt
    fresh, all_ = loads(dealt.values()), loads([*dealt.values(), *before.values()])
    most = max((all_[name] for name in wish.people if fresh[name]), default=0)
    least = min(all_[name] for name in wish.people)
    assert most - least <= 1 or per == people or overlap


def test_every_pair_meets_and_loads_are_even():
    people = tuple(f"p{n:02}" for n in range(50))
    dealt = deal(articles(8_333, 7), Wish(people=people, overlap=20))
    assert set(loads(dealt.values()).values()) == {200}
    assert len(shared(dealt.values())) == len(list(combinations(people, 2)))


def test_overlap_holds_each_stratum_in_proportion():
    every = articles(600)
    dealt = deal(every, Wish(people=PEOPLE, overlap=25))
    total = Counter(article.stratum for article in every)
    both = Counter(article.stratum for article in every if len(dealt[article.id]) > 1)
    assert all(abs(both[stratum] - total[stratum] / 4) <= 1 for stratum in total)


def test_another_seed_deals_differently():
    one, other = (deal(articles(50), Wish(people=PEOPLE, overlap=20, seed=seed)) for seed in (1, 2))
    assert one != other


def test_near_duplicates_go_to_the_same_people():
    copies = {n: sketch(STORY * 3 + f"said reader number {n}") for n in (3, 17, 28)}
    every = [replace(each, sketch=copies.get(int(each.id), ())) for each in articles(40)]
    dealt = deal(every, Wish(people=PEOPLE, overlap=30))
    assert dealt["0003"] == dealt["0017"] == dealt["0028"]
    later = deal(every, Wish(people=PEOPLE[:2]), {"0017": ["emil"]})
    assert later["0003"] == later["0028"] == ("emil",)


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (Wish(people=()), "deal.per"),
        (Wish(people=("anna",), overlap=10), "deal.per"),
        (Wish(people=PEOPLE, overlap=10, per=6), "deal.per"),
        (Wish(people=PEOPLE, overlap=101), "deal.share"),
    ],
)
def test_impossible_wishes_are_refused(wish, code):
    with pytest.raises(AnnotatorError) as error:
        deal(articles(3), wish)
    assert error.value.code == code


@settings(max_examples=150, deadline=None)
@given(
    count=st.integers(0, 40),
    overlap=st.integers(0, 100),
    takers=st.sets(st.sampled_from(PEOPLE), min_size=1),
    seed=st.integers(1, 5),
)
def test_passed_on_articles_go_to_somebody_who_lacks_them(count, overlap, takers, seed):
    every, giver = articles(count), "anna"
    given = deal(every, Wish(people=PEOPLE, overlap=overlap, seed=seed))
    own = [each for each in every if giver in given[each.id]]
    kept = {id_: [person for person in people if person != giver] for id_, people in given.items()}
    wish = Wish(people=tuple(sorted(takers)), seed=seed)
    dealt = pass_on(own, wish, kept, giver)
    able = takers - {giver}
    assert dealt.keys() == {each.id for each in own if able - set(given[each.id])}
    assert all(len(people) == 1 and set(people) <= able - set(given[id_]) for id_, people in dealt.items())
    assert pass_on(reversed(own), wish, kept, giver) == dealt


def test_passed_on_articles_even_out_the_loads():
    every = articles(60)
    given = {each.id: ["anna"] if n < 30 else ["ben"] for n, each in enumerate(every)}
    kept = {id_: [person for person in people if person != "anna"] for id_, people in given.items()}
    dealt = pass_on(every[:30], Wish(people=("ben", "cleo")), kept, "anna")
    assert loads(dealt.values()) == {"cleo": 30}
    dealt = pass_on(every[:30], Wish(people=("dora", "cleo")), kept, "anna")
    assert loads(dealt.values()) == {"cleo": 15, "dora": 15}


def test_near_duplicates_are_passed_on_together():
    copies = [Dealable(id=f"copy {n}", sketch=sketch(STORY * 3)) for n in range(6)]
    every = [*articles(12), *copies]
    kept: dict[str, list[str]] = {each.id: [] for each in every}
    dealt = pass_on(every, Wish(people=("ben", "cleo")), kept, "anna")
    assert len({dealt[each.id] for each in copies}) == 1
    kept["copy 0"], kept["copy 1"] = ["ben"], ["cleo"]
    apart = pass_on(every, Wish(people=("ben", "cleo")), kept, "anna")
    assert (apart["copy 0"], apart["copy 1"]) == (("cleo",), ("ben",))
