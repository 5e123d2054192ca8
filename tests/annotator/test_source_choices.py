"""What a project says about its sources."""

import pytest

from annotator.source_choices import SourceChoices, dumps, loads


def test_a_source_is_turned_off_and_on_and_it_is_kept():
    off = SourceChoices().turned("de_news", on=False).turned("Mühle 🎈", on=False)
    assert loads(dumps(off)) == off
    assert off.turned("de_news", on=True).off == {"Mühle 🎈"}


@pytest.mark.parametrize("written", [None, "", "{", "[]", '{"off": "de_news"}', '{"off": [1]}', "[" * 100_000])
def test_what_cannot_be_understood_was_never_chosen(written):
    assert loads(written) == SourceChoices()
