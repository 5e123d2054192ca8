"""Notices about articles being imported. The window shows them, and need not import the code that reads files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from annotator.system.errors import QT_TRANSLATE_NOOP

NOTICES: Mapping[str, str] = MappingProxyType(
    {
        "present": QT_TRANSLATE_NOOP(
            "Exchange", "“{title}” is already in the project, word for word; it was not added again."
        ),
        "known": QT_TRANSLATE_NOOP(
            "Exchange",
            "Files skipped because all their articles are already in the project: {count}.",
        ),
        "repeat": QT_TRANSLATE_NOOP("Exchange", "{title} repeats {first}, word for word; it was added once."),
        "same": QT_TRANSLATE_NOOP(
            "Exchange", "“{title}” is already in the project with the same labels; it was skipped."
        ),
        "renewed": QT_TRANSLATE_NOOP(
            "Exchange", "“{title}” is already in the project with other content; it was added once more, with new ids."
        ),
        "merged": QT_TRANSLATE_NOOP(
            "Exchange",
            "“{title}” is already in the project; labels and marks added: {added}, already there: {there}.",
        ),
        "kept": QT_TRANSLATE_NOOP(
            "Exchange",
            "“{title}”: labels with other fields or notes in the file: {count}; those of the project were kept.",
        ),
        "fact": QT_TRANSLATE_NOOP(
            "Exchange", "“{title}”: {field} is “{theirs}” in the file and “{ours}” here, which was kept."
        ),
        "relation": QT_TRANSLATE_NOOP(
            "Exchange", "“{title}”: the relation {label} was left out; the label it points to is missing."
        ),
        "second": QT_TRANSLATE_NOOP(
            "Exchange",
            "“{title}”: a second {label} of the same words was left out; only one is allowed, and that of the project"
            " was kept.",
        ),
        "identity": QT_TRANSLATE_NOOP(
            "Exchange", "“{title}”: {name} is known here with other facts; those of this project were kept."
        ),
        "not_in_package": QT_TRANSLATE_NOOP(
            "Exchange", "“{title}” is not an article of this package; its labels were left out."
        ),
        "near": QT_TRANSLATE_NOOP("Exchange", "“{title}” is nearly the same as “{other}”; both are kept."),
        "replaced": QT_TRANSLATE_NOOP(
            "Exchange", "“{title}” replaces “{other}”, which is set aside with its labels; you can undo this."
        ),
        "changed": QT_TRANSLATE_NOOP(
            "Exchange", "“{title}” has different words where “{other}” has a label; please check: {words}."
        ),
        "orphan": QT_TRANSLATE_NOOP("Exchange", "“{title}” lacks words that have a label in “{other}”: {words}."),
        "sentences": QT_TRANSLATE_NOOP(
            "Exchange", "{title} only repeats sentences of the articles in its data set, so it was left out."
        ),
        "cards": QT_TRANSLATE_NOOP(
            "Exchange",
            "{title} is an exported table of claims, not of articles; it was left out. To import labels, export them"
            " as Spanwright JSONL.",
        ),
        "unreadable": QT_TRANSLATE_NOOP("Exchange", "{title} is not a readable type of file; it was left out."),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice about an article being imported. ``code`` is a key of `NOTICES`."""

    code: str
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The notice in English."""
        return NOTICES[self.code].format(**self.details)
