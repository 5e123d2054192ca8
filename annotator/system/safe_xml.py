"""Safe parsing of untrusted XML: no document types, no entities, limited depth. Each element keeps its line number."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.system.whole_files import Broken

_DEPTH = 256
_MOST = 4_000_000  # elements


@dataclass(slots=True)
class Element:
    """An XML element and the line where it begins.

    Attributes:
        name: The name without its namespace.
        space: The namespace.
        attributes: The attributes; their names include their namespaces.
        pieces: The parts of the element's own text, between its children.
        before: The number of pieces of the parent's text that precede the element.
    """

    name: str
    space: str
    attributes: dict[str, str]
    line: int
    children: "list[Element]" = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    before: int = 0

    @property
    def text(self) -> str:
        """The element's own text, without the text of its children."""
        return "".join(self.pieces)

    def all(self, name: str) -> "Iterator[Element]":
        """Return the children with this name."""
        return (child for child in self.children if child.name == name)

    def first(self, name: str) -> "Element | None":
        """Return the first child with this name, or None."""
        return next(self.all(name), None)

    def within(self, name: str) -> "Iterator[Element]":
        """Yield all descendants with this name, in document order."""
        waiting = list(reversed(self.children))
        while waiting:
            found = waiting.pop()
            if found.name == name:
                yield found
            waiting.extend(reversed(found.children))


def parse(content: bytes, *, doctype: str = "") -> Element:
    """Parse an XML document and return its root element.

    Args:
        content: The bytes of the file.
        doctype: The one document type that the file may name, "" for none. It is never read, and the file must not
            declare it.

    Raises:
        Broken: The file is not XML, or uses features that could harm the program that reads it.
    """
    reading = _TreeBuilder(doctype)
    try:
        reading.parser.Parse(content, True)  # noqa: FBT003  # expat takes it as a positional argument
    except expat.ExpatError as error:
        raise Broken(f"line {error.lineno}: {expat.ErrorString(error.code)}") from None
    except (LookupError, ValueError) as error:  # an unknown encoding
        raise Broken(str(error)) from None
    return reading.root.children[0]


class _TreeBuilder:
    """The expat parser with its handlers, which build the tree of elements below ``root``."""

    def __init__(self, doctype: str) -> None:
        self.root = Element("", "", {}, 0)
        self._doctype = doctype
        self._open = [self.root]
        self._count = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words
        self.parser.StartDoctypeDeclHandler = self._type
        self.parser.EntityDeclHandler = self._refuse

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) > _DEPTH or self._count > _MOST:
            raise Broken(QT_TRANSLATE_NOOP("Errors", "it is nested too deeply or has too many elements"))
        space, _, local = name.rpartition(" ")
        above = self._open[-1]
        element = Element(local, space, attributes, self.parser.CurrentLineNumber, before=len(above.pieces))
        above.children.append(element)
        self._open.append(element)

    def _end(self, _: str) -> None:
        self._open.pop()

    def _words(self, words: str) -> None:
        self._open[-1].pieces.append(words)

    def _type(self, name: str, _system: str | None, _public: str | None, declares: int) -> None:
        if name != self._doctype or declares:
            self._refuse()

    def _refuse(self, *_: object) -> None:
        raise Broken(QT_TRANSLATE_NOOP("Errors", "it declares a document type or entities, which is not allowed"))
