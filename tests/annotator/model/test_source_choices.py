"""What a project says about its sources."""

import pytest

from annotator.model.source_choices import SourceChoices, dumps, loads


def test_a_source_is_turned_off_and_on_and_it_is_kept():
    off = SourceChoices().turned("de_news", on=False).turned("Mühle 🎈", on=False)
    assert loads(dumps(off)) == off
    assert off.turned("de_news", on=True).off == {"Mühle 🎈"}


def test_a_pipeline_of_the_users_own_is_asked_only_where_it_was_turned_on():
    on = SourceChoices().turned("de_stadt", on=True)
    assert loads(dumps(on)).on == {"de_stadt"}
    off = on.turned("de_stadt", on=False)
    assert off == SourceChoices(off=frozenset({"de_stadt"}))


@pytest.mark.parametrize("written", [None, "", "{", "[]", '{"off": "de_news"}', '{"off": [1]}', "[" * 100_000])
def test_what_cannot_be_understood_was_never_chosen(written):
    assert loads(written) == SourceChoices()


def test_installed_pipelines_and_names_of_labels_are_kept():
    chosen = SourceChoices(off=frozenset({"en_lg"})).with_package("en_lg").with_package("fr 🎈").with_package("en_lg")
    chosen = chosen.with_labels("en_lg", {"GPE": "LOC", "NORP": ""})
    assert (chosen.off, chosen.packages) == (frozenset(), ("en_lg", "fr 🎈"))
    assert loads(dumps(chosen)) == chosen


def test_the_share_of_sentences_worth_checking_is_kept_within_bounds():
    assert loads(dumps(SourceChoices(share=40))).share == 40
    assert "share" not in dumps(SourceChoices())
    assert [loads(f'{{"share": {share}}}').share for share in ("10", "50", "9", "51", "true", '"30"', "30.5")] == [
        10, 50, 25, 25, 25, 25, 25,
    ]  # fmt: skip


@pytest.mark.parametrize("labels", ["[]", '{"en": 1}', '{"en": {"GPE": 1}}'])
def test_names_that_cannot_be_understood_are_left_out(labels):
    assert not any(loads(f'{{"labels": {labels}, "packages": {{}}}}').labels.values())


def test_rules_that_are_followed_whatever_was_rejected_are_kept():
    chosen = SourceChoices().following("speech verb", on=True).following("hearsay", on=True)
    assert loads(dumps(chosen)) == chosen
    assert chosen.following("hearsay", on=False).followed == {"speech verb"}
