"""A project's choices about its sources."""

import pytest

from annotator.model.source_choices import SourceChoices, dumps, loads


def test_source_on_and_off_survives_a_round_trip():
    off = SourceChoices().turned("de_news", on=False).turned("Mühle 🎈", on=False)
    assert loads(dumps(off)) == off
    assert off.turned("de_news", on=True).off == {"Mühle 🎈"}


def test_own_pipeline_is_off_by_default():
    on = SourceChoices().turned("de_stadt", on=True)
    assert loads(dumps(on)).on == {"de_stadt"}
    off = on.turned("de_stadt", on=False)
    assert off == SourceChoices(off=frozenset({"de_stadt"}))


@pytest.mark.parametrize("written", [None, "", "{", "[]", '{"off": "de_news"}', '{"off": [1]}', "[" * 100_000])
def test_invalid_choices_are_ignored(written):
    assert loads(written) == SourceChoices()


def test_packages_and_labels_survive_a_round_trip():
    chosen = SourceChoices(off=frozenset({"en_lg"})).with_package("en_lg").with_package("fr 🎈").with_package("en_lg")
    chosen = chosen.with_labels("en_lg", {"GPE": "LOC", "NORP": ""})
    assert (chosen.off, chosen.packages) == (frozenset(), ("en_lg", "fr 🎈"))
    assert loads(dumps(chosen)) == chosen


def test_share_is_kept_within_bounds():
    assert loads(dumps(SourceChoices(share=40))).share == 40
    assert "share" not in dumps(SourceChoices())
    assert [loads(f'{{"share": {share}}}').share for share in ("10", "50", "9", "51", "true", '"30"', "30.5")] == [
        10, 50, 25, 25, 25, 25, 25,
    ]  # fmt: skip


@pytest.mark.parametrize("labels", ["[]", '{"en": 1}', '{"en": {"GPE": 1}}'])
def test_invalid_names_are_left_out(labels):
    assert not any(loads(f'{{"labels": {labels}, "packages": {{}}}}').labels.values())


def test_followed_rules_survive_a_round_trip():
    chosen = SourceChoices().following("speech verb", on=True).following("hearsay", on=True)
    assert loads(dumps(chosen)) == chosen
    assert chosen.following("hearsay", on=False).followed == {"speech verb"}
