"""Untrusted XML and HTML turned into plain paragraphs; nothing is fetched and no entity expanded."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.system.whole_files import Broken
from annotator.text.normalization import one_line

_MOST_ELEMENTS = 1_000_000  # ten times as many as in a book
_SPACE = re.compile(r"[ \t\r\n\f]+")  # no-break spaces stay
_HTML_BLOCKS = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section summary table tbody tfoot thead title"
    " ul hl1 hl2 note q-a media block"
)
_HTML_DROPPED = (
    "script style template noscript iframe object embed applet svg math head audio video canvas select button"
    " media-metadata media-caption media-reference media-producer"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Rules that turn elements into paragraphs. Elements are named without their namespace.

    Attributes:
        blocks: Elements that each become a paragraph.
        dropped: Elements that are left out with their content.
        breaks: The characters that replace an element, such as a line break.
        rows: Elements that become one paragraph made of their ``cells``.
        cells: The cells of a row.
        words: The only elements whose text counts, verbatim. Without them all text counts, with white space collapsed.
    """

    blocks: frozenset[str]
    dropped: frozenset[str] = frozenset()
    breaks: Mapping[str, str] = field(default_factory=dict)
    rows: frozenset[str] = frozenset()
    cells: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


HTML = Rules(
    blocks=frozenset(_HTML_BLOCKS.split()),
    dropped=frozenset(_HTML_DROPPED.split()),
    breaks={"br": "\n"},
    rows=frozenset({"tr"}),
    cells=frozenset({"td", "th"}),
)


def parse_xml(raw: bytes) -> Any:
    """Return the root of an XML document, an lxml element.

    Raises:
        Broken: It is not XML, declares entities, or has too many elements.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Broken(str(error)) from None
    subset = root.getroottree().docinfo.internalDTD
    if subset is not None and next(subset.iterentities(), None) is not None:
        raise Broken(QT_TRANSLATE_NOOP("Errors", "it declares a document type or entities, which is not allowed"))
    if root.xpath("count(//*)") > _MOST_ELEMENTS:
        raise Broken(QT_TRANSLATE_NOOP("Errors", "it is nested too deeply or has too many elements"))
    return root


def parse_html(text: str) -> Any | None:
    """Return the root of a page or fragment, an lxml element; None if it is empty."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def fragment_text(markup: str) -> str:
    """Return the paragraphs of an HTML fragment with an empty line between them; plain text stays as it is."""
    if "<" not in markup:
        return unescape(markup).strip()
    root = parse_html(markup)
    return "" if root is None else "\n\n".join(paragraphs(root, HTML))


def paragraphs(root: Any, rules: Rules) -> list[str]:
    """Return the paragraphs within an element, in order."""
    walk = _Walk(rules)
    walk.run(root)
    return walk.done


def local(element: Any) -> str:
    """Return an element's name without namespace, in lower case; empty for an entity or a comment."""
    name = element.tag
    return name.rpartition("}")[2].lower() if isinstance(name, str) else ""


def first(root: Any, *path: str) -> Any | None:
    """Return the first element that a path of names leads to; other elements may stand between them in the tree."""
    found = root
    for name in path:
        found = next((element for element in within(found, name) if element is not found), None)
        if found is None:
            return None
    return found


def within(root: Any, name: str) -> Iterator[Any]:
    """Yield the elements with this name at and below an element, in order."""
    return (element for element in root.iter() if local(element) == name)


def text_of(element: Any | None) -> str | None:
    """Return all text in an element with white space collapsed, None if there is none."""
    if element is None:
        return None
    return one_line("".join(_pieces(element))) or None


def _pieces(element: Any) -> Iterator[str]:
    for node in element.iter():
        if local(node):
            yield node.text or ""
        else:
            yield _entity(node)
        if node is not element:
            yield node.tail or ""


def _entity(node: Any) -> str:
    """Return the character of an HTML entity, or "" for any other entity: none is expanded."""
    text = unescape(node.text or "")
    return "" if text.startswith("&") else text


class _Walk:
    """A walk through a tree, without recursion, that collects its paragraphs."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._pieces: list[str] = []
        self._rows: list[list[list[str]]] = []  # open rows, each a list of cells, each a list of paragraphs
        self.done: list[str] = []

    def run(self, root: Any) -> None:
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if self._start(element):
                    walk.skip_subtree()
            elif event == "end":
                self._end(element, outside=element is root)
        self._flush()

    def _start(self, element: Any) -> bool:
        """Handle the start of an element, and return whether to skip its content."""
        name = local(element)
        if not name:
            self._add(_entity(element))
            return True
        if name in self._rules.dropped:
            return True
        if name in self._rules.rows:
            self._flush()
            self._rows.append([])
        elif name in self._rules.cells and self._rows:
            self._flush()
            self._rows[-1].append([])
        elif name in self._rules.blocks:
            self._flush()
        if name in self._rules.breaks:
            self._pieces.append(self._rules.breaks[name])
        if not self._rules.words or name in self._rules.words:
            self._add(element.text or "")
        return False

    def _end(self, element: Any, *, outside: bool) -> None:
        name = local(element)
        if name in self._rules.rows:
            self._flush()
            cells = (" ".join(cell) for cell in self._rows.pop())
            self._put(" | ".join(cell for cell in cells if cell))
        elif name in self._rules.blocks or name in self._rules.cells:
            self._flush()
        if not outside and not self._rules.words:
            self._add(element.tail or "")

    def _add(self, text: str) -> None:
        if self._rules.words:
            self._pieces.append(text)
        elif text:
            self._pieces.append(_SPACE.sub(" ", text))

    def _flush(self) -> None:
        """End the current paragraph; line breaks in it stay."""
        text = "".join(self._pieces)
        self._pieces.clear()
        lines = [_tidy(line, run_together=not self._rules.words) for line in text.split("\n")]
        self._put("\n".join(lines).strip())

    def _put(self, paragraph: str) -> None:
        if not paragraph:
            return
        if self._rows and self._rows[-1]:
            self._rows[-1][-1].append(paragraph.replace("\n", " "))
        else:
            self.done.append(paragraph)


def _tidy(line: str, *, run_together: bool) -> str:
    return (re.sub(" {2,}", " ", line) if run_together else line).strip(" \t")
