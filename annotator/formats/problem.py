"""Problems found in a file, as values. The window translates their sentences (context "Formats")."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.text.normalization import one_line

PROBLEMS: Mapping[str, str] = MappingProxyType(
    {
        # The record is left out
        "line.long": QT_TRANSLATE_NOOP(
            "Formats", "The line has more than {limit} MB and was left out. Split its content into several lines."
        ),
        "line.encoding": QT_TRANSLATE_NOOP(
            "Formats", "The line is not UTF-8 (byte {offset}) and was left out. Save the file again as UTF-8."
        ),
        "line.wide": QT_TRANSLATE_NOOP("Formats", "The file is {encoding} and was not read. Save it as UTF-8."),
        "line.json": QT_TRANSLATE_NOOP(
            "Formats",
            "The line is not valid JSON from character {column} on (“{found}”) and was left out. Correct it,"
            " or export the file again.",
        ),
        "line.cut": QT_TRANSLATE_NOOP(
            "Formats",
            "The line is incomplete from character {column} on and was left out. Export the whole file again.",
        ),
        "line.bom": QT_TRANSLATE_NOOP(
            "Formats",
            "There is a byte order mark at character {column}, probably because files were joined; the line "
            "was left out. Delete the mark, or import the files separately.",
        ),
        "line.number": QT_TRANSLATE_NOOP(
            "Formats",
            "The line has a number that JSON does not allow ({reason}) and was left out. Write another number or null.",
        ),
        "line.deep": QT_TRANSLATE_NOOP(
            "Formats", "The line is nested too deeply and was left out. Remove what does not belong to the article."
        ),
        "line.repeated": QT_TRANSLATE_NOOP(
            "Formats",
            "{field} is there twice in the same object, so the article was left out. Delete one of them in the file.",
        ),
        "line.object": QT_TRANSLATE_NOOP(
            "Formats", "An article must be an object in curly brackets. What is here instead was left out."
        ),
        "line.unknown": QT_TRANSLATE_NOOP(
            "Formats", "“{line}” is not part of the format and was left out. Correct or delete it in the file."
        ),
        "line.range": QT_TRANSLATE_NOOP(
            "Formats",
            "The range {range} does not fit the words below it, so words may be missing. Correct it in the file.",
        ),
        "line.columns": QT_TRANSLATE_NOOP(
            "Formats", "The line has only one column and was left out. Write a token and its label."
        ),
        "line.character": QT_TRANSLATE_NOOP(
            "Formats",
            "The line has a NUL or half a character (a lone surrogate) and was left out. Delete it in the file.",
        ),
        "column.type": QT_TRANSLATE_NOOP(
            "Formats",
            "The column {field} has neither text nor numbers nor lists of them and was left out. Write it as text.",
        ),
        "record.newer": QT_TRANSLATE_NOOP(
            "Formats",
            "The line has format {format}, which this version of Spanwright does not know, and was left out."
            " Update Spanwright.",
        ),
        "record.tokens": QT_TRANSLATE_NOOP(
            "Formats", "The line has no list of tokens and was left out. Export it with its tokens."
        ),
        "record.tags": QT_TRANSLATE_NOOP(
            "Formats", "The line has {tokens} tokens but {tags} labels and was left out. Export it again."
        ),
        "record.names": QT_TRANSLATE_NOOP(
            "Formats",
            "The labels are numbers, and no README.md next to the file names them; the line was left out. "
            "Put the dataset card next to the file.",
        ),
        "record.source": QT_TRANSLATE_NOOP(
            "Formats", "The text of {name} is not in the file as UTF-8 and was left out. Export it with its texts."
        ),
        "record.java": QT_TRANSLATE_NOOP(
            "Formats",
            "{name} is there only in INCEpTION’s inner format and was left out. Export the project again with UIMA CAS"
            " XMI as its format.",
        ),
        "record.text": QT_TRANSLATE_NOOP("Formats", "The article has no text and was left out. Add its text."),
        "record.again": QT_TRANSLATE_NOOP(
            "Formats",
            "Line {first} already has the id {id}; this article was left out. Give it another id.",
        ),
        "record.refused": QT_TRANSLATE_NOOP(
            "Formats", "The article was rejected there ({answer}) and left out. Change the answer there to import it."
        ),
        "file.rest": QT_TRANSLATE_NOOP(
            "Formats", "From here on the file is broken or cut off ({reason}); the rest was left out. Export it again."
        ),
        "file.more": QT_TRANSLATE_NOOP("Formats", "There are {count} problems like this; only the first are shown."),
        "file.more_unread": QT_TRANSLATE_NOOP(
            "Formats",
            "There are {count} problems like this; only the first are shown. Export the file again to get the rest.",
        ),
        "file.encoding": QT_TRANSLATE_NOOP(
            "Formats",
            "The file is not UTF-8 from here on; such lines were read as Windows-1252, which is a guess. If letters are"
            " wrong, save it as UTF-8.",
        ),
        "record.labels": QT_TRANSLATE_NOOP(
            "Formats",
            "{field} looks like labels, which were not understood and are missing. Choose where they start and end,"
            " and what is their label.",
        ),
        "column.labels": QT_TRANSLATE_NOOP(
            "Formats",
            "{field} may hold labels, which were not read. If it labels whole articles, choose it as their"
            " label; for labels of words, also choose where they start and end.",
        ),
        # A row of the record is left out
        "row.kind": QT_TRANSLATE_NOOP("Formats", "{field} is not {expected} and was left out. Correct it in the file."),
        "row.missing": QT_TRANSLATE_NOOP(
            "Formats", "{field} is missing; it was left out. Add it and import the file again."
        ),
        "row.outside": QT_TRANSLATE_NOOP(
            "Formats",
            "{start}–{end} is not a range in a text of {length} characters; it was left out. Offsets count from 0,"
            " and the end is exclusive; where they count UTF-16 units, import with --offsets utf16.",
        ),
        "row.tokens": QT_TRANSLATE_NOOP(
            "Formats",
            "{start}–{end} is not a range in an article of {length} tokens; the label was left out. Tokens count from"
            " 0, and the last one is included.",
        ),
        "row.cut": QT_TRANSLATE_NOOP(
            "Formats",
            "The row has fewer than {columns} columns of labels; what is missing was left out. Export it again.",
        ),
        "row.parts": QT_TRANSLATE_NOOP(
            "Formats",
            "The parts overlap, are not in order, or do not match start and end; the entry was left out. Correct them.",
        ),
        "row.end": QT_TRANSLATE_NOOP(
            "Formats",
            "{field} refers to {id}, which is not in the file or was left out, so the entry was left out, too.",
        ),
        "row.label": QT_TRANSLATE_NOOP(
            "Formats",
            "The project has no label {label}; the entry was left out. Add the label, or map it to another one.",
        ),
        "row.relation": QT_TRANSLATE_NOOP(
            "Formats",
            "The project has no relation {label}; the entry was left out. Add the relation, or map it to another one.",
        ),
        "row.quote_lost": QT_TRANSLATE_NOOP(
            "Formats",
            "“{quote}” is not in the text, or there more than once; it was left out. Put the text that was labelled"
            " next to the file.",
        ),
        "row.furniture": QT_TRANSLATE_NOOP(
            "Formats",
            "Tokens, sentences and markup are not labels and were left out ({count}). If one is wanted, map it to a"
            " label.",
        ),
        "row.empty": QT_TRANSLATE_NOOP("Formats", "{field} has nothing that can be imported; it was left out."),
        "row.alone": QT_TRANSLATE_NOOP(
            "Formats", "{field} belongs to {id}, which has no label; it was left out. Add a label there."
        ),
        "row.proposed": QT_TRANSLATE_NOOP("Formats", "{field} cannot be a suggestion here; it was left out."),
        "row.cancelled": QT_TRANSLATE_NOOP(
            "Formats", "It had been cancelled in the other program, so it was left out."
        ),
        "row.twice": QT_TRANSLATE_NOOP(
            "Formats", "It occurs twice; the second one was left out. Give each its own id."
        ),
        "row.same": QT_TRANSLATE_NOOP("Formats", "The same label is on these words already; one was kept."),
        # A value is changed or left out, the row is kept
        "row.second": QT_TRANSLATE_NOOP(
            "Formats", "{field} has a second value, “{value}”, which was left out. Keep one of them in the file."
        ),
        "row.id": QT_TRANSLATE_NOOP(
            "Formats", "The id {id} is already used or is not one of Spanwright’s; the entry got a new id."
        ),
        "row.attribute": QT_TRANSLATE_NOOP(
            "Formats",
            "“{value}” is not a value of {field} in this project; the field was left out. Add the value first.",
        ),
        "row.extra": QT_TRANSLATE_NOOP("Formats", "{field} is unknown here and was left out."),
        "row.extra_often": QT_TRANSLATE_NOOP(
            "Formats", "{field} is unknown here and was left out in {count} records; this is the first."
        ),
        "row.quote": QT_TRANSLATE_NOOP(
            "Formats",
            "The file says “{quote}”, but the text at {start}–{end} is “{found}”. The label may be in the wrong place.",
        ),
        "record.utf16": QT_TRANSLATE_NOOP(
            "Formats",
            "All quotes would match if offsets counted UTF-16 units. Nothing was moved; import with --offsets utf16.",
        ),
        "record.units": QT_TRANSLATE_NOOP(
            "Formats",
            "The text has emoji, and its labels fit both ways of counting them; UTF-16 units were assumed. "
            "If labels are in the wrong place, import with --offsets characters.",
        ),
        "record.sha256": QT_TRANSLATE_NOOP(
            "Formats", "The text does not match its checksum; labels may be in the wrong place."
        ),
        "record.twice": QT_TRANSLATE_NOOP(
            "Formats",
            "Line {first} already has the id {id}. Nothing was left out; if they are two articles, give each"
            " its own id.",
        ),
        "record.front_matter": QT_TRANSLATE_NOOP(
            "Formats",
            "The line “{line}” of the front matter could not be read; it was kept as a detail. Correct it in the file.",
        ),
        "record.split": QT_TRANSLATE_NOOP("Formats", "{split} is not train, dev or test and was left out."),
        "record.published": QT_TRANSLATE_NOOP("Formats", "{value} is not a date such as 2026-11-24 and was left out."),
    }
)

_BROKEN = frozenset(  # for all other codes the file itself is intact
    "column.labels column.type record.again record.labels record.names record.newer record.published"
    " record.java record.source record.split record.tags record.text record.tokens row.cut row.end row.kind row.missing"
    " row.outside row.parts row.quote_lost row.tokens row.twice file.rest file.more_unread".split()
)
_LONGEST = 80  # characters of a quote
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A problem in a file; the rest of the file was read.

    Attributes:
        line: The line, from 1; 0 stands for the file as a whole.
        place: The row in the record, such as ``spans 3`` (from 1), or "".
        code: A key of `PROBLEMS`.
        details: The words that fill the sentence of the code.
    """

    file: str
    line: int
    place: str = ""
    code: str
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def unread(self) -> bool:
        """Whether a broken part of the file was not read."""
        return self.code in _BROKEN or self.code.startswith("line.")

    @property
    def unknown(self) -> str | None:
        """The name that the format does not know, None for another problem."""
        return self.details.get("name", self.details["field"]) if self.code == "row.extra" else None

    def in_records(self, count: int) -> "Problem":
        """Return the problem about an unknown name as the first of those of several records."""
        details = {"field": self.unknown or "", "count": str(count)}
        return replace(self, code="row.extra_often", details=details) if count > 1 else self

    @property
    def sentence(self) -> str:
        """The English sentence that says where the problem is and how the import dealt with it."""
        where = self.file + (f", line {self.line}" if self.line else "") + (f", {self.place}" if self.place else "")
        return f"{where}: {fill(PROBLEMS[self.code], self.details)}"


def fill(sentence: str, details: Mapping[str, str]) -> str:
    """Fill a sentence with details, each cut to one short line without control characters."""
    return sentence.format(**{name: _shorten(text) for name, text in details.items()})


def _shorten(text: str) -> str:
    line = _CONTROL.sub(" ", one_line(text[: _LONGEST * 4]))
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
