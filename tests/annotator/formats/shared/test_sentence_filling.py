"""Filling sentences."""

from annotator.formats.shared.sentence_filling import fill


def test_words_of_an_article_fill_one_readable_line():
    assert (
        fill("“{quote}” was lost.", {"quote": "Ko\u0308ln\n\n🤗\u00a0Bonn {0}"}) == "“Ko\u0308ln 🤗 Bonn {0}” was lost."
    )


def test_long_words_are_shortened_and_control_characters_are_taken_out():
    filled = fill("{quote}", {"quote": "\x1b[31mrot " + "Steuern fallen " * 1000})
    assert len(filled) <= 80
    assert filled.startswith(" [31mrot Steuern")
    assert filled.endswith("…")
