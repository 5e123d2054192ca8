"""XML and HTML from strangers: nothing is fetched, no entity is expanded, and what is left is plain paragraphs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.system.whole_files import Broken

_MOST = 1_000_000  # elements: ten times those of a book
_SPACE = re.compile(r"[ \t\r\n\f]+")  # a no-break space is none
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
    """How elements become paragraphs, by their names without namespace.

    ``blocks`` are paragraphs of their own, ``dropped`` elements fall away with all they hold, ``breaks`` stand for
    characters. ``rows`` become one paragraph of their ``cells``. Where ``words`` are named, only their text counts,
    as it stands; otherwise all text does, and runs of white space are one space.
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
    """Give the root of an XML document, an element of lxml.

    Raises:
        Broken: It is no XML, declares entities, or has too many elements.
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
    if root.xpath("count(//*)") > _MOST:
        raise Broken(QT_TRANSLATE_NOOP("Errors", "it is nested too deeply or has too many elements"))
    return root


def parse_html(text: str) -> Any | None:
    """Give the root of a page or of a piece of one, an element of lxml; None where there is nothing."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def fragment_text(markup: str) -> str:
    """Give the paragraphs of a piece of HTML, an empty line between them; of plain text, the text."""
    if "<" not in markup:
        return unescape(markup).strip()
    root = parse_html(markup)
    return "" if root is None else "\n\n".join(paragraphs(root, HTML))


def paragraphs(root: Any, rules: Rules) -> list[str]:
    """Give the paragraphs within an element, in order."""
    walk = _Walk(rules)
    walk.go(root)
    return walk.done


def local(element: Any) -> str:
    """Give an element's name without namespace; of an entity or a comment, nothing."""
    name = element.tag
    return name.rpartition("}")[2].lower() if isinstance(name, str) else ""


def first(root: Any, *path: str) -> Any | None:
    """Give the first element below the root at the end of such a path of names; steps may be skipped."""
    found = root
    for name in path:
        found = next((element for element in within(found, name) if element is not found), None)
        if found is None:
            return None
    return found


def within(root: Any, name: str) -> Iterator[Any]:
    """Give the elements of a name at and below an element, in order."""
    return (element for element in root.iter() if local(element) == name)


def words_of(element: Any | None) -> str | None:
    """Give all words in an element, white space run together; None where there are none."""
    if element is None:
        return None
    return " ".join("".join(_pieces(element)).split()) or None


def _pieces(element: Any) -> Iterator[str]:
    for node in element.iter():
        if local(node):
            yield node.text or ""
        else:
            yield _entity(node)
        if node is not element:
            yield node.tail or ""


def _entity(node: Any) -> str:
    """Give the character of an entity that every HTML reader knows, for nothing else is known."""
    words = unescape(node.text or "")
    return "" if words.startswith("&") else words


class _Walk:
    """Goes through a tree without recursion and keeps the paragraph that is being filled."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._words: list[str] = []
        self._rows: list[list[list[str]]] = []  # those that are open, of cells, of paragraphs
        self.done: list[str] = []

    def go(self, root: Any) -> None:
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
        """Take what stands at the beginning of an element; tell whether what it holds falls away."""
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
            self._words.append(self._rules.breaks[name])
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

    def _add(self, words: str) -> None:
        if self._rules.words:
            self._words.append(words)
        elif words:
            self._words.append(_SPACE.sub(" ", words))

    def _flush(self) -> None:
        """End a paragraph; lines within it keep their breaks."""
        words = "".join(self._words)
        self._words.clear()
        lines = [_tidy(line, run_together=not self._rules.words) for line in words.split("\n")]
        self._put("\n".join(lines).strip())

    def _put(self, words: str) -> None:
        if not words:
            return
        if self._rows and self._rows[-1]:
            self._rows[-1][-1].append(words.replace("\n", " "))
        else:
            self.done.append(words)


def _tidy(line: str, *, run_together: bool) -> str:
    return (re.sub(" {2,}", " ", line) if run_together else line).strip(" \t")
