"""What was wrong with a file that was read, as values. The window translates by sentence (context "Formats")."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from annotator.errors import QT_TRANSLATE_NOOP
from annotator.formats.sentence import fill

PROBLEMS: Mapping[str, str] = MappingProxyType(
    {
        # The record was left out
        "line.long": QT_TRANSLATE_NOOP("Formats", "The line has more than {limit} MB and was left out."),
        "line.encoding": QT_TRANSLATE_NOOP(
            "Formats", "The line is not UTF-8 (byte {offset}) and was left out. Save the file again as UTF-8."
        ),
        "line.utf16": QT_TRANSLATE_NOOP("Formats", "The file is UTF-16, nothing was read. Save it again as UTF-8."),
        "line.json": QT_TRANSLATE_NOOP("Formats", "The line is not JSON ({reason}) and was left out."),
        "line.deep": QT_TRANSLATE_NOOP("Formats", "The line is nested too deeply and was left out."),
        "line.object": QT_TRANSLATE_NOOP(
            "Formats", "The line is not an object in curly brackets and was left out. One article a line is expected."
        ),
        "line.unknown": QT_TRANSLATE_NOOP(
            "Formats", "What {line} says is nothing that the format has; it was left out."
        ),
        "line.columns": QT_TRANSLATE_NOOP(
            "Formats", "The line has one column and was left out. A token and its label are expected."
        ),
        "line.character": QT_TRANSLATE_NOOP(
            "Formats", "The line holds a NUL or half a character (a lone surrogate) and was left out."
        ),
        "column.type": QT_TRANSLATE_NOOP(
            "Formats", "The column {field} holds neither words nor numbers nor lists of them and was left out."
        ),
        "record.newer": QT_TRANSLATE_NOOP(
            "Formats", "The line is of format {format}, which this Spanwright does not know, and was left out."
        ),
        "record.tokens": QT_TRANSLATE_NOOP("Formats", "The line has no list of tokens and was left out."),
        "record.names": QT_TRANSLATE_NOOP(
            "Formats",
            "The labels are numbers, and no README.md beside the file names them; the line was left out. Put the"
            " dataset's card beside it.",
        ),
        "record.source": QT_TRANSLATE_NOOP(
            "Formats", "The text of {name} is not in the file as UTF-8 and was left out. Export it with its texts."
        ),
        "record.text": QT_TRANSLATE_NOOP("Formats", "The line has no text and was left out."),
        "record.refused": QT_TRANSLATE_NOOP(
            "Formats", "Somebody refused the article ({answer}); it was left out. Change that there to have it here."
        ),
        "file.rest": QT_TRANSLATE_NOOP(
            "Formats", "From here on the file is broken or cut off ({reason}); the rest was left out. Export it again."
        ),
        # A row of the record was left out
        "row.kind": QT_TRANSLATE_NOOP("Formats", "{field} is not {expected} and was left out."),
        "row.missing": QT_TRANSLATE_NOOP("Formats", "{field} is missing; it was left out."),
        "row.outside": QT_TRANSLATE_NOOP(
            "Formats", "{start}–{end} is not a range in a text of {length} characters; it was left out."
        ),
        "row.parts": QT_TRANSLATE_NOOP(
            "Formats", "The parts are not in order, overlap, or do not go from start to end; it was left out."
        ),
        "row.end": QT_TRANSLATE_NOOP("Formats", "{field} names {id}, which is not there; it was left out."),
        "row.label": QT_TRANSLATE_NOOP(
            "Formats", "The project has no label {label}; it was left out. Add the label, or say which one it is here."
        ),
        "row.relation": QT_TRANSLATE_NOOP(
            "Formats", "The project has no relation {label}; it was left out. Say which one it is here."
        ),
        "row.empty": QT_TRANSLATE_NOOP("Formats", "{field} says nothing that has a place here; it was left out."),
        "row.alone": QT_TRANSLATE_NOOP("Formats", "{field} belongs to {id}, which has no label; it was left out."),
        "row.proposed": QT_TRANSLATE_NOOP("Formats", "{field} cannot be a suggestion here; it was left out."),
        "row.cancelled": QT_TRANSLATE_NOOP("Formats", "It was cancelled there and left out."),
        "row.twice": QT_TRANSLATE_NOOP("Formats", "It occurs twice; the second one was left out."),
        # A value was changed or left out, the row is there
        "row.id": QT_TRANSLATE_NOOP("Formats", "The id {id} is taken or none of Spanwright's; it got a new one."),
        "row.attribute": QT_TRANSLATE_NOOP(
            "Formats", "{value} is not a value of {field} in this project; the field was left out."
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
        "record.split": QT_TRANSLATE_NOOP("Formats", "{split} is not train, dev or test and was left out."),
        "record.published": QT_TRANSLATE_NOOP("Formats", "{value} is not a date such as 2026-11-24 and was left out."),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in a file that could not be taken as it is. The rest of the file was read.

    ``line`` counts from 1, 0 means the file as a whole; ``place`` is such as ``spans 3`` (counted from 1), or empty.
    ``code`` is a key of `PROBLEMS`, ``details`` fill its sentence.
    """

    file: str
    line: int
    place: str = ""
    code: str
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """Say in English where it is and what was done."""
        where = self.file + (f", line {self.line}" if self.line else "") + (f", {self.place}" if self.place else "")
        return f"{where}: {fill(PROBLEMS[self.code], self.details)}"
