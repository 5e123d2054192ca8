"""Counts of names by score for the models that ship."""

from dataclasses import replace

import pytest

from annotator.suggest.sources.measured import measured
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import SourceKind, Speed
from annotator.suggest.tiers import SURE_FROM
from annotator.suggestions.reliability import joined


@pytest.mark.thorough
@pytest.mark.parametrize("speed", Speed)
def test_shipped_models_have_counts_by_score(speed):
    models = [replace(one, speed=speed) for one in available().sources if one.kind is SourceKind.MODEL]
    assert [info.language for info in models] == ["de", "en"]
    for info in models:
        bins = measured(info)
        assert bins, "the encoder is another one: run tests/benchmarks/suggestions.py --scores"
        assert [each.lowest for each in bins] == sorted((each.lowest for each in bins), reverse=True)
        assert all(each.lowest <= each.mean <= each.highest and each.accepted <= each.decided for each in bins)


@pytest.mark.thorough
def test_sure_german_names_are_mostly_right():
    info = available().sources[0]
    whole, sure = joined(measured(info)), joined(measured(info), SURE_FROM)
    assert whole
    assert sure
    assert sure.share >= 0.94
    assert sure.decided / whole.decided > 0.68


def test_other_sources_have_no_counts():
    assert {measured(info) for info in available().sources} == {()}  # tests do without the encoder
