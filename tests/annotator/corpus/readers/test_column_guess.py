import pytest

from annotator.corpus.readers.column_guess import guess


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        (
            ["headline", "content", "source", "published_at"],
            {"text": "content", "title": "headline", "publisher": "source", "published": "published_at"},
        ),
        (
            ["Überschrift", "Volltext", "Erscheinungsdatum", "Zeitung", "Sprache"],
            {
                "text": "Volltext",
                "title": "Überschrift",
                "published": "Erscheinungsdatum",
                "publisher": "Zeitung",
                "language": "Sprache",
            },
        ),
        (
            ["article.body", "article.title", "meta.authors", "meta.url"],
            {"text": "article.body", "title": "article.title", "author": "meta.authors", "url": "meta.url"},
        ),
        (["content", "text"], {"text": "text"}),
        (["a", "b"], {}),
    ],
)
def test_columns_are_guessed_by_german_and_english_names(names, chosen):
    assert guess(names, []) == chosen


def test_column_of_labels_is_guessed_if_its_values_are_words():
    rows = [{"text": "Bonn ruht.", "label": "Lokales"}, {"text": "Köln wächst.", "label": ""}]
    assert guess(["text", "label"], rows)["label"] == "label"
    rows[1]["label"] = '[{"start": 0, "end": 4}]'
    assert "label" not in guess(["text", "label"], rows)
