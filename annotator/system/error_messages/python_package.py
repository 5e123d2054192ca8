"""The error messages of the Python package `spanwright`."""

from collections.abc import Mapping
from types import MappingProxyType

from annotator.system.error_messages.general import QT_TRANSLATE_NOOP

PYTHON_SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "python.package": QT_TRANSLATE_NOOP(
            "Errors", "{what} needs the package {package}. To install it: pip install {package}."
        ),
        "python.closed": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} was closed, or edited during a loop over it. Read inside the with block, and before an edit with"
            " list(…).",
        ),
        "python.older": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} was made by an older Spanwright. spanwright.open(…, migrate=True) makes a backup and brings it up"
            " to date.",
        ),
        "python.read_elsewhere": QT_TRANSLATE_NOOP(
            "Errors", "This Python process also reads {file} elsewhere. Close that project, then edit."
        ),
        "python.gold": QT_TRANSLATE_NOOP(
            "Errors",
            "Nothing in {file} is adjudicated yet. Adjudicate first, or set gold = false and name an annotator.",
        ),
        "python.split": QT_TRANSLATE_NOOP(
            "Errors",
            "No article of {file} is in split {split}. Export once with --split 80/10/10 --keep-split --new-split,"
            " which puts all articles into new splits, or leave the split out.",
        ),
        "python.no_annotator": QT_TRANSLATE_NOOP(
            "Errors", "An edit needs the name of the person who decides: project.edit(annotator=…)."
        ),
        "python.editing": QT_TRANSLATE_NOOP(
            "Errors", "An edit of {file} has already begun. Use that one, or end its “with” block first."
        ),
        "python.id": QT_TRANSLATE_NOOP(
            "Errors", "{what} must be an id as text, such as article.article_id or span.id, not {value}."
        ),
        "python.offset": QT_TRANSLATE_NOOP(
            "Errors", "{what} must be a whole number of characters from the beginning of the article, not {value}."
        ),
        "python.text": QT_TRANSLATE_NOOP("Errors", "{what} must be a text, not {value}."),
        "python.half": QT_TRANSLATE_NOOP(
            "Errors", "{what} contains half a character (a lone surrogate), which no file can hold: {value}."
        ),
        "python.fields": QT_TRANSLATE_NOOP(
            "Errors",
            "{what} must be a dict of values that JSON can hold (texts, numbers, lists, dicts, True, False, None), not"
            " {value}.",
        ),
        "python.no_span": QT_TRANSLATE_NOOP(
            "Errors", "{annotator} has no label {id} in {file}. project.spans(annotator=…) lists the ids."
        ),
        "python.no_suggestion": QT_TRANSLATE_NOOP(
            "Errors", "No suggestion {id} is pending in {file}. project.suggestions() lists the ids."
        ),
        "python.blank": QT_TRANSLATE_NOOP("Errors", "From {start} to {end} there is only white space. Choose words."),
        "python.field": QT_TRANSLATE_NOOP(
            "Errors", "The schema has no field {name} in layer {layer}. Fields: {names}."
        ),
        "python.paragraph": QT_TRANSLATE_NOOP(
            "Errors", "A name cannot cross a paragraph break: {start} to {end}. Choose words of one paragraph."
        ),
        "python.relation": QT_TRANSLATE_NOOP(
            "Errors", "{relation} cannot lead from {head} to {tail}. It leads from {heads} to {tails}."
        ),
        "python.role": QT_TRANSLATE_NOOP("Errors", "{relation} has no role {role}. Roles: {roles}."),
        "python.value": QT_TRANSLATE_NOOP("Errors", "{value} is not one of: {names}."),
        "python.failed": QT_TRANSLATE_NOOP(
            "Errors", "A step before this one failed in {file}, so nothing is stored. Begin a new edit."
        ),
    }
)
