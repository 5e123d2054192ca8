"""Filling values into the sentences of messages."""

from annotator.formats.problem import fill


def test_article_text_fills_one_line():
    assert (
        fill("“{quote}” was lost.", {"quote": "Ko\u0308ln\n\n🤗\u00a0Bonn {0}"}) == "“Ko\u0308ln 🤗 Bonn {0}” was lost."
    )


def test_shortens_text_and_removes_control_characters():
    filled = fill("{quote}", {"quote": "\x1b[31mrot " + "Steuern fallen " * 1000})
    assert len(filled) <= 80
    assert filled.startswith(" [31mrot Steuern")
    assert filled.endswith("…")
