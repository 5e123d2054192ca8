"""A claim's citations: typed, stored as JSON, and read from older projects."""

import time

import pytest

from annotator.model.citations import Citation, are_citations, citations_of, citing, read_citation, written

ADDRESS = "https://example.org/a?b=1&c=2"


@pytest.mark.parametrize(
    ("words", "url", "quote"),
    [
        (ADDRESS, ADDRESS, ""),
        (f"{ADDRESS} „Der Satz stieg 🎈.“", ADDRESS, "Der Satz stieg 🎈."),
        (f"Der Satz stieg. {ADDRESS}", ADDRESS, "Der Satz stieg."),
        ("www.example.org,  zwei   Wörter", "www.example.org", "zwei Wörter"),
        ("example.org/a?b=1 zwei Wörter", "example.org/a?b=1", "zwei Wörter"),
        ("zwei Wörter: news.example.co.uk/", "news.example.co.uk/", "zwei Wörter:"),
        ("example.org", "example.org", ""),
        ("anna@example.org/x, S.Meyer/dpa, z.B. und/oder", "", "anna@example.org/x, S.Meyer/dpa, z.B. und/oder"),
        ("ein Buch, S. 4: Zürich", "", "ein Buch, S. 4: Zürich"),
        ("", "", ""),
    ],
)
def test_citation_is_read_as_written(words, url, quote):
    read = read_citation(words, "supports")
    assert read == Citation(role="supports", url=url, quote=quote)
    assert read_citation(written(read), "supports") == read


@pytest.mark.parametrize("piece", ["a", "1.", "A-b-", "a://", "www.", "a.de/", "„"])
def test_pasted_endless_word_is_read_in_linear_time(piece):
    def seconds(characters):
        words = piece * (characters // len(piece))
        before = time.process_time()
        read_citation(words)
        return time.process_time() - before

    assert seconds(20_000) < 0.002 + 3 * 10 * max(seconds(2_000), seconds(2_000))


def test_citations_begin_with_the_former_field():
    two = (Citation(role="refutes", url=ADDRESS, quote="Nein"), Citation(quote="Ein Buch"))
    older = {"evidence_url": "www.example.org", "evidence_role": "context", "kind": "opinion"}
    assert citations_of({**older, **citing(two, {})}) == (Citation(role="context", url="www.example.org"), *two)
    now = citing(two, older)
    assert now == {"citations": now["citations"], "evidence_url": None, "evidence_role": None}
    assert citations_of(now) == two
    assert citing((), {}) == {"citations": None}
    assert citing((Citation(role="supports"),), {}) == {"citations": None}


@pytest.mark.parametrize("value", [None, 3, "x", {"url": "x"}, [3, None, {"url": 3}, {"role": "supports"}]])
def test_malformed_citations_are_skipped(value):
    assert citations_of({"citations": value, "evidence_url": 7}) == ()


@pytest.mark.parametrize(
    ("value", "fits"),
    [
        ([], True),
        ([{"url": "x", "role": "supports"}, {"quote": "y"}], True),
        ([{"role": "mine"}], False),
        ([{"url": 3}], False),
        ("x", False),
        (["x"], False),
    ],
)
def test_are_citations_checks_shape_and_role(value, fits):
    assert are_citations(value, ["supports"]) is fits
