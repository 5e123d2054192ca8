"""Parsing XML from unknown sources safely."""

import pytest

from annotator.system.safe_xml import parse
from annotator.system.whole_files import Broken

BOMB = b'<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;&y;&y;</a>'
FOREIGN = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'


def test_elements_have_attributes_text_and_lines():
    root = parse('<p:a xmlns:p="urn:x" p:k="1" k="2">\n<b>Kö<c/>ln 🤗</b>\n<b/>&amp;</p:a>'.encode())
    assert (root.name, root.space, root.attributes) == ("a", "urn:x", {"urn:x k": "1", "k": "2"})
    assert [(child.name, child.line, child.text) for child in root.children] == [("b", 2, "Köln 🤗"), ("b", 3, "")]
    assert root.first("b") is root.children[0]
    assert root.first("z") is None
    assert [found.name for found in root.within("c")] == ["c"]
    assert root.text.strip() == "&"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (BOMB, "declares a document type"),
        (FOREIGN, "declares a document type"),
        (b"<a>&undefined;</a>", "line 1: undefined entity"),
        (b"<a><b></a>", "line 1: mismatched tag"),
        (b"<a>", "line 1: no element found"),
        (b"", "line 1: no element found"),
        (b"<a>\xff</a>", "not well-formed"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "encoding"),
        (b"<a>" * 300 + b"</a>" * 300, "nested too deeply"),
    ],
)
def test_invalid_and_hostile_xml_is_refused(content, reason):
    with pytest.raises(Broken, match=reason):
        parse(content)
