from tests.annotator.suggest.claims.read import claims


def test_whoever_is_quoted_as_saying_speaks():
    assert claims("“The deal is dead and buried,” Klaus Berg was quoted as saying.", "en") == [
        ("The deal is dead and buried", "quoted as saying", "Klaus Berg")
    ]
    assert claims("Agencies quoted a spokesman as saying that the port was closed.", "en") == [
        ("the port was closed", "quoted", "a spokesman")
    ]
