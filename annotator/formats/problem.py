"""Problems in a file that was read, as values. The window translates by sentence (context "Formats")."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from annotator.formats.shared.sentence_filling import fill
from annotator.system.errors import QT_TRANSLATE_NOOP

PROBLEMS: Mapping[str, str] = MappingProxyType(
    {
        # The record is left out
        "line.long": QT_TRANSLATE_NOOP(
            "Formats", "The line has more than {limit} MB and was left out. Part what it holds into several."
        ),
        "line.encoding": QT_TRANSLATE_NOOP(
            "Formats", "The line is not UTF-8 (byte {offset}) and was left out. Save the file again as UTF-8."
        ),
        "line.utf16": QT_TRANSLATE_NOOP("Formats", "The file is UTF-16, nothing was read. Save it again as UTF-8."),
        "line.json": QT_TRANSLATE_NOOP(
            "Formats",
            "The line is no JSON from character {column} on (“{found}”) and was left out. Correct it there, or export"
            " the file again.",
        ),
        "line.cut": QT_TRANSLATE_NOOP(
            "Formats",
            "The line breaks off in what begins at character {column} and was left out. Export the file again, whole.",
        ),
        "line.bom": QT_TRANSLATE_NOOP(
            "Formats",
            "A byte order mark stands at character {column}, as where files were joined; the line was left out. Delete"
            " the mark, or import the files one by one.",
        ),
        "line.number": QT_TRANSLATE_NOOP(
            "Formats", "The line holds a number that JSON lacks ({reason}) and was left out. Write another or null."
        ),
        "line.deep": QT_TRANSLATE_NOOP(
            "Formats", "The line is nested too deeply and was left out. Take out what does not belong to the article."
        ),
        "line.object": QT_TRANSLATE_NOOP(
            "Formats", "The line is not an object in curly brackets and was left out. Write one article a line."
        ),
        "line.unknown": QT_TRANSLATE_NOOP(
            "Formats", "What {line} says is nothing that the format has; it was left out. Correct or delete it there."
        ),
        "line.columns": QT_TRANSLATE_NOOP(
            "Formats", "The line has one column and was left out. Write a token and its label there."
        ),
        "line.character": QT_TRANSLATE_NOOP(
            "Formats",
            "The line holds a NUL or half a character (a lone surrogate) and was left out. Delete that there.",
        ),
        "column.type": QT_TRANSLATE_NOOP(
            "Formats",
            "The column {field} holds neither words nor numbers nor lists of them and was left out. Write it as words.",
        ),
        "record.newer": QT_TRANSLATE_NOOP(
            "Formats",
            "The line is of format {format}, which this Spanwright does not know, and was left out. Update Spanwright.",
        ),
        "record.tokens": QT_TRANSLATE_NOOP(
            "Formats", "The line has no list of tokens and was left out. Export it with its tokens."
        ),
        "record.names": QT_TRANSLATE_NOOP(
            "Formats",
            "The labels are numbers, and no README.md beside the file names them; the line was left out. Put the"
            " dataset's card beside it.",
        ),
        "record.source": QT_TRANSLATE_NOOP(
            "Formats", "The text of {name} is not in the file as UTF-8 and was left out. Export it with its texts."
        ),
        "record.text": QT_TRANSLATE_NOOP(
            "Formats", "There is no text; the article was left out. Write its text there."
        ),
        "record.again": QT_TRANSLATE_NOOP(
            "Formats",
            "The id {id} stands in line {first} already; this article was left out. Give it an id of its own.",
        ),
        "record.refused": QT_TRANSLATE_NOOP(
            "Formats", "Somebody refused the article ({answer}); it was left out. Change that there to have it here."
        ),
        "file.rest": QT_TRANSLATE_NOOP(
            "Formats", "From here on the file is broken or cut off ({reason}); the rest was left out. Export it again."
        ),
        "file.more": QT_TRANSLATE_NOOP("Formats", "There is more like that, {count} in all; only the first are told."),
        "file.more_unread": QT_TRANSLATE_NOOP(
            "Formats", "There is more like that, {count} in all; only the first are told. Export the file again."
        ),
        # A row of the record is left out
        "row.kind": QT_TRANSLATE_NOOP("Formats", "{field} is not {expected} and was left out. Correct it there."),
        "row.missing": QT_TRANSLATE_NOOP(
            "Formats", "{field} is missing; it was left out. Add it and import the file again."
        ),
        "row.outside": QT_TRANSLATE_NOOP(
            "Formats",
            "{start}–{end} is not a range in a text of {length} characters; it was left out. Offsets count from 0,"
            " and the end is exclusive; where they count UTF-16 units, import with --offsets utf16.",
        ),
        "row.parts": QT_TRANSLATE_NOOP(
            "Formats",
            "The parts are not in order, overlap, or do not go from start to end; it was left out. Correct them.",
        ),
        "row.end": QT_TRANSLATE_NOOP(
            "Formats", "{field} names {id}, which is not there; it was left out. Export the file with it."
        ),
        "row.label": QT_TRANSLATE_NOOP(
            "Formats", "The project has no label {label}; it was left out. Add the label, or say which one it is here."
        ),
        "row.relation": QT_TRANSLATE_NOOP(
            "Formats", "The project has no relation {label}; it was left out. Say which one it is here."
        ),
        "row.empty": QT_TRANSLATE_NOOP("Formats", "{field} says nothing that has a place here; it was left out."),
        "row.alone": QT_TRANSLATE_NOOP(
            "Formats", "{field} belongs to {id}, which has no label; it was left out. Label that there."
        ),
        "row.proposed": QT_TRANSLATE_NOOP("Formats", "{field} cannot be a suggestion here; it was left out."),
        "row.cancelled": QT_TRANSLATE_NOOP("Formats", "It was cancelled there and left out."),
        "row.twice": QT_TRANSLATE_NOOP(
            "Formats", "It occurs twice; the second one was left out. Give each an id of its own."
        ),
        # A value is changed or left out, the row is kept
        "row.id": QT_TRANSLATE_NOOP("Formats", "The id {id} is taken or none of Spanwright's; it got a new one."),
        "row.attribute": QT_TRANSLATE_NOOP(
            "Formats", "{value} is not a value of {field} in this project; the field was left out. Add the value first."
        ),
        "row.extra": QT_TRANSLATE_NOOP("Formats", "{field} is unknown here and was left out."),
        "row.quote": QT_TRANSLATE_NOOP(
            "Formats", "The file says “{quote}”, at {start}–{end} stands “{found}”. Its place may be wrong."
        ),
        "record.utf16": QT_TRANSLATE_NOOP(
            "Formats",
            "All quotes would fit if offsets counted UTF-16 units. Nothing was moved; import with --offsets utf16.",
        ),
        "record.units": QT_TRANSLATE_NOOP(
            "Formats",
            "The text has emoji, and both ways to count them fit its labels as well; UTF-16 units were taken. If labels"
            " stand in the wrong place, import with --offsets characters.",
        ),
        "record.sha256": QT_TRANSLATE_NOOP(
            "Formats", "The text is not the one that the checksum was made for; labels may stand in the wrong place."
        ),
        "record.twice": QT_TRANSLATE_NOOP(
            "Formats",
            "The id {id} stands in line {first} already. Nothing was left out; give each an id of its own if they are"
            " two articles.",
        ),
        "record.split": QT_TRANSLATE_NOOP("Formats", "{split} is not train, dev or test and was left out."),
        "record.published": QT_TRANSLATE_NOOP("Formats", "{value} is not a date such as 2026-11-24 and was left out."),
    }
)

_BROKEN = frozenset(  # for all other codes the file itself is intact
    "column.type record.again record.names record.newer record.published record.source record.split record.text"
    " record.tokens row.end row.kind row.missing row.outside row.parts row.twice file.rest file.more_unread".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in a file that could not be read as it is. The rest of the file was read.

    ``line`` counts from 1; 0 means the file as a whole. ``place`` is for example ``spans 3`` (counted from 1), or
    empty. ``code`` is a key of `PROBLEMS`; ``details`` fill its sentence.
    """

    file: str
    line: int
    place: str = ""
    code: str
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def unread(self) -> bool:
        """Return whether part of the file is broken and could not be read."""
        return self.code in _BROKEN or self.code.startswith("line.")

    @property
    def sentence(self) -> str:
        """The English sentence about where the problem is and what was done."""
        where = self.file + (f", line {self.line}" if self.line else "") + (f", {self.place}" if self.place else "")
        return f"{where}: {fill(PROBLEMS[self.code], self.details)}"
