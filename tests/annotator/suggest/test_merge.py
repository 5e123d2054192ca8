from annotator.model.values import CLAIMS, ENTITIES, Suggestion, new_id
from annotator.suggest.merge import union


def suggestion(start, end, label="LOC", *, source="de_news", score=None, rule=None, layer=ENTITIES):
    return Suggestion(
        id=new_id(),
        document="d",
        layer=layer,
        label=label,
        parts=((start, end),),
        score=score,
        source=source,
        version="1",
        rule=rule,
    )


def seen(start, end, label, times):
    return suggestion(start, end, label, source="seen", score=0.8, rule=f"seen {times} times")


def test_what_two_sources_agree_on_stands_once_with_the_better_score():
    weak, strong = suggestion(0, 4, score=0.5), suggestion(0, 4, source="other", score=0.9)
    assert union([[weak], [strong]]) == [strong]
    assert union([[strong], [weak]]) == [strong]


def test_the_first_source_wins_a_draw():
    first, second = suggestion(0, 4), suggestion(0, 4, source="other")
    assert union([[first], [second]]) == [first]


def test_a_score_is_better_than_none():
    none, low = suggestion(0, 4), suggestion(0, 4, source="other", score=0.1)
    assert union([[none], [low]]) == [low]


def test_a_string_seen_three_times_outranks_a_model():
    model, known = suggestion(0, 7, "PER", score=0.99), seen(0, 7, "LOC", 3)
    assert union([[model], [known]]) == [known]


def test_a_model_outranks_a_string_that_was_seen_twice():
    model, known = suggestion(0, 7, "PER", score=0.3), seen(0, 7, "LOC", 2)
    assert union([[known], [model]]) == [model]


def test_overlapping_names_of_two_sources_do_not_both_stand():
    long, short = suggestion(0, 12, "ORG"), suggestion(4, 7, "LOC", source="other", score=0.5)
    assert union([[long], [short]]) == [long]
    assert union([[short], [long]]) == [short]


def test_a_model_that_agrees_with_a_firm_string_keeps_its_rank():
    agrees = suggestion(0, 4, "LOC", source="second", score=0.95)
    differs = suggestion(0, 8, "ORG")
    assert union([[differs], [agrees], [seen(0, 4, "LOC", 5)]]) == [agrees]


def test_one_source_may_nest_names_but_not_call_the_same_words_two_things():
    outer, inner = suggestion(0, 12, "ORG"), suggestion(4, 7, "LOC")
    again = suggestion(4, 7, "PER", score=0.1)
    assert union([[outer, inner, again]]) == [outer, again]


def test_claims_and_names_may_share_words():
    name, claim = suggestion(0, 4), suggestion(0, 40, "CLAIM", source="rules", layer=CLAIMS)
    within = suggestion(10, 30, "CLAIM", source="other", layer=CLAIMS)
    assert union([[claim], [name], [within]]) == [name, claim, within]


def test_suggestions_come_in_the_order_of_the_text():
    later, earlier = suggestion(10, 14), suggestion(0, 4, source="other")
    assert union([[later], [earlier]]) == [earlier, later]


def test_a_rule_of_another_source_counts_nothing():
    model, posing = suggestion(0, 7, "PER"), suggestion(0, 7, "LOC", source="rules", rule="seen 9 times")
    assert union([[model], [posing]]) == [model]


def test_in_each_layer_of_names_the_first_source_wins_and_layers_do_not_compete():
    name, ship = suggestion(0, 12, "ORG"), suggestion(6, 12, "SHIP", layer="ships")
    other = suggestion(8, 12, "SHIP", layer="ships", source="other")
    claims = [suggestion(0, 20, "CLAIM", layer=CLAIMS), suggestion(4, 20, "CLAIM", layer=CLAIMS, source="other")]
    assert union([[name, ship, claims[0]], [other, claims[1]]]) == [name, claims[0], claims[1], ship]


def test_what_is_sure_is_not_pushed_out_by_a_model_that_gives_no_scores():
    """A pipeline of one's own that was trained on little comes first, but has none."""
    bold = suggestion(0, 30, "ORG", source="own")
    sure, unsure = suggestion(0, 12, "PER", score=0.95), suggestion(20, 28, "LOC", score=0.5)
    assert union([[bold], [sure, unsure]]) == [sure, unsure]
    assert union([[bold], [unsure]]) == [bold]
