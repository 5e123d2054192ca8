"""The error messages about word lists, and about GLiNER models, which run in a Python that the user chooses."""

from collections.abc import Mapping
from types import MappingProxyType

from annotator.system.error_messages.general import QT_TRANSLATE_NOOP

LIST_SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "patterns.kind": QT_TRANSLATE_NOOP(
            "Errors", "{file} is not a word list. Word lists end in .jsonl, .json, .csv, .tsv, .xlsx or .txt."
        ),
        "patterns.broken": QT_TRANSLATE_NOOP("Errors", "{file} cannot be read as a word list: {reason}."),
        "patterns.empty": QT_TRANSLATE_NOOP("Errors", "{file} has no phrase and no pattern that can be used."),
        "patterns.many": QT_TRANSLATE_NOOP(
            "Errors", "A word list holds up to {most} entries, and {file} has more. Split it into several lists."
        ),
        "patterns.unlabelled": QT_TRANSLATE_NOOP(
            "Errors", "{file} names no labels. Say which label its phrases get, for example --label PER."
        ),
        "patterns.label": QT_TRANSLATE_NOOP("Errors", "The schema has no label {label}. Labels: {labels}."),
        "patterns.unknown": QT_TRANSLATE_NOOP(
            "Errors", "The project has no word list called {name}. Its word lists: {names}."
        ),
        "patterns.exists": QT_TRANSLATE_NOOP("Errors", "{file} already exists. Choose another name."),
        "gliner.none": QT_TRANSLATE_NOOP(
            "Errors", "No GLiNER model is set up on this computer. Choose a Python and a model folder first."
        ),
        "gliner.python": QT_TRANSLATE_NOOP(
            "Errors", "{python} cannot be started as a Python: {reason}. Choose one in which gliner is installed."
        ),
        "gliner.package": QT_TRANSLATE_NOOP(
            "Errors",
            "The Python {python} cannot import gliner: {reason}. To install it there: {python} -m pip install gliner.",
        ),
        "gliner.folder": QT_TRANSLATE_NOOP("Errors", "{folder} is not a usable GLiNER model: {reason}."),
        "gliner.broken": QT_TRANSLATE_NOOP("Errors", "GLiNER stopped: {reason}. Its suggestions are left out."),
        "gliner.silent": QT_TRANSLATE_NOOP(
            "Errors", "GLiNER did not answer for {seconds} seconds and was ended. Its suggestions are left out."
        ),
        "gliner.answer": QT_TRANSLATE_NOOP(
            "Errors", "GLiNER answered with places that do not fit the article. Its suggestions are left out."
        ),
        "gliner.address": QT_TRANSLATE_NOOP(
            "Errors", "{name} is not the name of a model on huggingface.co, such as owner/model."
        ),
        "gliner.unreachable": QT_TRANSLATE_NOOP(
            "Errors", "{name} could not be fetched from huggingface.co: {reason}. Nothing has changed."
        ),
    }
)
