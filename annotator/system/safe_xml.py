"""XML from strangers: no document types, no entities, limited depth; each element keeps its line."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.system.whole_files import Broken

_DEPTH = 256
_MOST = 4_000_000  # elements


@dataclass(slots=True)
class Element:
    """An element and the line where it begins. ``space`` is its namespace; names of attributes include theirs.

    ``before`` is the number of pieces of its parent's text that stand before it.
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
        """The element's own text, without that of its children."""
        return "".join(self.pieces)

    def all(self, name: str) -> "Iterator[Element]":
        """Return the children with a name."""
        return (child for child in self.children if child.name == name)

    def first(self, name: str) -> "Element | None":
        """Return the first child with a name, if any."""
        return next(self.all(name), None)

    def within(self, name: str) -> "Iterator[Element]":
        """Yield all descendants with a name, in document order."""
        waiting = list(reversed(self.children))
        while waiting:
            found = waiting.pop()
            if found.name == name:
                yield found
            waiting.extend(reversed(found.children))


def parse(content: bytes, *, doctype: str = "") -> Element:
    """Return the root element of a document.

    Args:
        content: The bytes of the file.
        doctype: A document type that may be named, but neither read nor declared in the file.

    Raises:
        Broken: It is not XML, or has features that could harm its reader.
    """
    reading = _TreeBuilder(doctype)
    try:
        reading.parser.Parse(content, True)  # noqa: FBT003  # expat takes it by place
    except expat.ExpatError as error:
        raise Broken(f"line {error.lineno}: {expat.ErrorString(error.code)}") from None
    except (LookupError, ValueError) as error:  # an unknown encoding
        raise Broken(str(error)) from None
    return reading.root.children[0]


class _TreeBuilder:
    """The parser's handlers, and the tree that they build."""

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
