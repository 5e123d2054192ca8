from annotator.model.values import CLAIMS, ENTITIES, Suggestion, new_id
from annotator.suggest.merge import agreeing, union


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


def seen(start, end, label, score=0.92):
    return suggestion(start, end, label, source="seen", score=score, rule="seen 1 time: Title")


def test_agreement_is_kept_once_with_better_score():
    weak, strong = suggestion(0, 4, score=0.5), suggestion(0, 4, source="other", score=0.9)
    assert union([[weak], [strong]]) == [strong]
    assert union([[strong], [weak]]) == [strong]


def test_first_source_wins_a_tie():
    first, second = suggestion(0, 4), suggestion(0, 4, source="other")
    assert union([[first], [second]]) == [first]


def test_score_beats_no_score():
    none, low = suggestion(0, 4), suggestion(0, 4, source="other", score=0.1)
    assert union([[none], [low]]) == [low]


def test_sure_seen_string_outranks_model():
    model, known = suggestion(0, 7, "PER", score=0.99), seen(0, 7, "LOC")
    assert union([[model], [known]]) == [known]


def test_string_that_an_adapter_learnt_is_the_model_s():
    known = suggestion(0, 7, "LOC", source="seen", score=0.97, rule="seen 3 times")
    agrees, differs = suggestion(0, 7, "LOC", score=0.8), suggestion(0, 7, "PER", score=0.95)
    assert union([[agrees], [known]]) == [agrees]
    assert union([[differs], [known]]) == [known]


def test_likely_seen_string_ranks_between_sure_and_other_names():
    sure, likely = (suggestion(0, 7, "PER", score=score) for score in (0.95, 0.8))
    known = seen(0, 7, "LOC", 0.75)
    assert union([[known], [sure]]) == [sure]
    assert union([[likely], [known]]) == [known]


def test_doubtful_seen_string_comes_last():
    model, known = suggestion(0, 7, "PER", score=0.3), seen(0, 7, "LOC", 0.55)
    assert union([[known], [model]]) == [model]


def test_longer_name_contains_seen_string_unless_doubtful():
    known = seen(0, 6, "LOC")
    firm, doubtful = suggestion(0, 19, "ORG", score=0.7), suggestion(0, 19, "ORG", score=0.4)
    assert union([[firm], [known]]) == [firm]
    assert union([[doubtful], [known]]) == [known]
    assert union([[suggestion(2, 6, "PER", score=0.99)], [known]]) == [known]


def test_overlapping_names_of_two_sources():
    long, short = suggestion(0, 12, "ORG"), suggestion(4, 7, "LOC", source="other", score=0.5)
    assert union([[long], [short]]) == [long]
    assert union([[short], [long]]) == [short]


def test_model_that_agrees_with_seen_string_keeps_rank():
    agrees = suggestion(0, 4, "LOC", source="second", score=0.95)
    differs = suggestion(0, 8, "ORG")
    known = seen(0, 4, "LOC", 0.8)
    assert union([[differs], [agrees], [known]]) == [agrees]


def test_sure_seen_string_explains_what_a_model_suggests_too():
    model, known = suggestion(0, 4, score=0.99), seen(0, 4, "LOC")
    assert union([[model], [known]]) == [known]


def test_source_may_nest_names_but_not_label_words_twice():
    outer, inner = suggestion(0, 12, "ORG"), suggestion(4, 7, "LOC")
    again = suggestion(4, 7, "PER", score=0.1)
    assert union([[outer, inner, again]]) == [outer, again]


def test_claims_and_names_may_share_words():
    name, claim = suggestion(0, 4), suggestion(0, 40, "CLAIM", source="rules", layer=CLAIMS)
    within = suggestion(10, 30, "CLAIM", source="other", layer=CLAIMS)
    assert union([[claim], [name], [within]]) == [name, claim, within]


def test_union_is_in_text_order():
    later, earlier = suggestion(10, 14), suggestion(0, 4, source="other")
    assert union([[later], [earlier]]) == [earlier, later]


def test_seen_rule_of_another_source_is_ignored():
    model, posing = suggestion(0, 7, "PER"), suggestion(0, 7, "LOC", source="rules", rule="seen 9 times")
    assert union([[model], [posing]]) == [model]


def test_layers_do_not_compete():
    name, ship = suggestion(0, 12, "ORG"), suggestion(6, 12, "SHIP", layer="ships")
    other = suggestion(8, 12, "SHIP", layer="ships", source="other")
    claims = [suggestion(0, 20, "CLAIM", layer=CLAIMS), suggestion(4, 20, "CLAIM", layer=CLAIMS, source="other")]
    assert union([[name, ship, claims[0]], [other, claims[1]]]) == [name, claims[0], claims[1], ship]


def test_unscored_model_does_not_replace_sure_names():
    """A user's own pipeline, trained on little, comes first but has no scores."""
    bold = suggestion(0, 30, "ORG", source="own")
    sure, unsure = suggestion(0, 12, "PER", score=0.95), suggestion(20, 28, "LOC", score=0.5)
    assert union([[bold], [sure, unsure]]) == [sure, unsure]
    assert union([[bold], [unsure]]) == [bold]


TEXT = "Jonas Keller kam. Keller sprach. Nordwerk zahlt, sagt Nordwerk."


def at(words, label, score, *, nth=1, **fields):
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return suggestion(start, start + len(words), label, score=score, **fields)


def labels(*suggestions):
    return [(one.quote(TEXT), one.label, one.score) for one in agreeing(suggestions, TEXT)]


def test_unsure_name_follows_the_sure_label_of_its_words():
    first, second = at("Nordwerk", "ORG", 0.95), at("Nordwerk", "PER", 0.7, nth=2)
    assert labels(first, second) == [("Nordwerk", "ORG", 0.95), ("Nordwerk", "ORG", 0.7)]


def test_sure_and_remembered_names_keep_their_labels():
    first, sure = at("Nordwerk", "ORG", 0.95), at("Nordwerk", "PER", 0.93, nth=2)
    known = at("Nordwerk", "LOC", 0.7, nth=2, source="seen")
    assert [label for _, label, _ in labels(first, sure, at("Nordwerk", "LOC", 0.5))] == ["ORG", "PER", "LOC"]
    assert labels(first, known)[1] == ("Nordwerk", "LOC", 0.7)
