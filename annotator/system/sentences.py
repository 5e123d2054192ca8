"""The sentences of errors, by code: all but those about the project file, which `project_sentences` holds."""

from collections.abc import Mapping


def QT_TRANSLATE_NOOP(context: str, sentence: str) -> str:  # noqa: N802  # the name that Qt's lupdate looks for
    """Mark a sentence for translation, and return it."""
    del context
    return sentence


SENTENCES: Mapping[str, str] = {
    # Reading articles
    "text.missing": QT_TRANSLATE_NOOP("Errors", "{file} could not be read: {reason}."),
    "text.too_large": QT_TRANSLATE_NOOP(
        "Errors", "{file} is {size} MB; an article may have at most {limit} MB. Split it and import the parts."
    ),
    "text.empty": QT_TRANSLATE_NOOP("Errors", "{file} contains no text."),
    "text.nul": QT_TRANSLATE_NOOP(
        "Errors", "{file} is not plain text: it contains a NUL character at {offset}. Export it as plain text first."
    ),
    "text.surrogate": QT_TRANSLATE_NOOP(
        "Errors", "{file} contains half a character (a lone surrogate) at {offset}. Save it again as UTF-8."
    ),
    "text.encoding": QT_TRANSLATE_NOOP(
        "Errors", "{file} is not {encoding}: byte {offset} does not fit. Choose another encoding."
    ),
    "text.encoding_name": QT_TRANSLATE_NOOP("Errors", "There is no encoding called {encoding}. Available: {names}."),
    "text.binary": QT_TRANSLATE_NOOP(
        "Errors", "{file} is not plain text but a document, an image or a program. Save it as plain text first."
    ),
    "text.encoding_unknown": QT_TRANSLATE_NOOP(
        "Errors", "The encoding of {file} could not be detected. Choose it in the import window."
    ),
    "text.kind": QT_TRANSLATE_NOOP("Errors", "Files of this type cannot be read: {file} ({suffix})."),
    "text.nothing": QT_TRANSLATE_NOOP("Errors", "{file} contains no article that can be read."),
    "text.column": QT_TRANSLATE_NOOP(
        "Errors", "It is not clear which column of {file} contains the text. Choose one: {names}."
    ),
    "text.address": QT_TRANSLATE_NOOP("Errors", "{address} could not be fetched: {reason}."),
    "text.entry": QT_TRANSLATE_NOOP("Errors", "{file}, entry {line}: {reason}."),
    "text.encrypted": QT_TRANSLATE_NOOP("Errors", "{file} is password-protected. Save it without a password first."),
    "text.scan": QT_TRANSLATE_NOOP(
        "Errors",
        "{file} contains only images of its {pages} pages and no text. Run text recognition (OCR) on it first.",
    ),
    "text.scan_pages": QT_TRANSLATE_NOOP(
        "Errors", "{file} was read, but these pages contain no text or only an image: {pages}."
    ),
    "text.xml": QT_TRANSLATE_NOOP(
        "Errors", "{file} is XML of a kind that cannot be read ({root}); feeds, NewsML and NITF can."
    ),
    "text.slow": QT_TRANSLATE_NOOP(
        "Errors",
        "Reading {file} was stopped: no article was finished within {seconds} seconds. Articles read from it:"
        " {count}. Allow it more time, or split it.",
    ),
    "text.memory": QT_TRANSLATE_NOOP(
        "Errors",
        "Reading {file} was stopped: it needs more than {limit} MB of memory. Articles read from it: {count}. Allow"
        " it more memory, or split it.",
    ),
    "text.crash": QT_TRANSLATE_NOOP(
        "Errors",
        "{file} crashed the process that was reading it. Articles read from it: {count}. Save it with another"
        " program and try again.",
    ),
    "text.deep": QT_TRANSLATE_NOOP(
        "Errors", "{file} is nested too deeply to be read. Save it with another program and try again."
    ),
    "text.bug": QT_TRANSLATE_NOOP(
        "Errors",
        "{file} could not be read because of a bug in Spanwright: {reason}. Please report it; the details are in the"
        " log.",
    ),
    "text.many": QT_TRANSLATE_NOOP(
        "Errors", "{file} contains more than {limit} articles; the rest was left out. Split it and import the parts."
    ),
    "text.more": QT_TRANSLATE_NOOP(
        "Errors", "{file} has more such errors, {count} in all. Export it again from the program that it came from."
    ),
    # Values and schemas
    "value.parts": QT_TRANSLATE_NOOP(
        "Errors", "A label needs at least one character, in order and inside the text: {parts}."
    ),
    "value.label": QT_TRANSLATE_NOOP("Errors", "The schema has no label {label} in layer {layer}."),
    "value.layer": QT_TRANSLATE_NOOP("Errors", "The schema has no layer {layer}. Layers: {names}."),
    "value.relation": QT_TRANSLATE_NOOP("Errors", "The schema has no relation {label}."),
    "value.attribute": QT_TRANSLATE_NOOP("Errors", "{value} is not a value of {attribute} in the schema."),
    "value.wikidata": QT_TRANSLATE_NOOP(
        "Errors", "{value} is not a Wikidata id. Enter a Q with a number (Q64), or the address of its page."
    ),
    "value.no_name": QT_TRANSLATE_NOOP("Errors", "An identity needs a name: enter one."),
    "value.same": QT_TRANSLATE_NOOP("Errors", "These words already have that label."),
    "schema.invalid": QT_TRANSLATE_NOOP("Errors", "{file} is not a schema: {place}: {reason}."),
    "schema.unknown": QT_TRANSLATE_NOOP("Errors", "There is no schema called {name}. Built in: {names}."),
    # Formats
    "format.unknown": QT_TRANSLATE_NOOP("Errors", "There is no format called {name}. Available: {names}."),
    "format.record": QT_TRANSLATE_NOOP("Errors", "{file}, line {line}: {reason}."),
    "format.broken": QT_TRANSLATE_NOOP(
        "Errors", "{file} could not be read as {format}: {reason}. Export it again from the program that it came from."
    ),
    "choices.file": QT_TRANSLATE_NOOP(
        "Errors",
        "{file} contains no choices: {reason}. Pass what export --dry-run --json prints, with each choice filled in.",
    ),
    "choices.odd": QT_TRANSLATE_NOOP(
        "Errors", "{file}: “{choice}” is not a choice for the label that it belongs to. Choices: {names}."
    ),
    "format.large": QT_TRANSLATE_NOOP(
        "Errors", "{file} is larger than {limit} MB, the most that can be read at once. Export it in parts."
    ),
    "format.companion": QT_TRANSLATE_NOOP(
        "Errors", "{file} cannot be read without {companion}, which is missing. Put it in the same folder."
    ),
    "format.package": QT_TRANSLATE_NOOP(
        "Errors",
        "{format} needs the package {package}, which does not come with the program. If you run Spanwright from"
        " source: .venv/bin/python -m pip install {package}. Otherwise choose a format that needs no package.",
    ),
    "format.target": QT_TRANSLATE_NOOP("Errors", "{file} could not be written: {reason}."),
    "format.split": QT_TRANSLATE_NOOP(
        "Errors", "{split} is not a split such as 80/10/10 (whole numbers that add up to 100)."
    ),
    "format.overlap": QT_TRANSLATE_NOOP(
        "Errors", "{policy} is not a policy for overlapping labels. Policies: longest, shortest, first or layer:NAME."
    ),
    # Suggestions
    "source.unknown": QT_TRANSLATE_NOOP("Errors", "There is no suggestion source called {name}. Available: {names}."),
    "source.missing": QT_TRANSLATE_NOOP("Errors", "The model {name} is missing ({file}), so it makes no suggestions."),
    "source.no_pipeline": QT_TRANSLATE_NOOP(
        "Errors", "{folder} contains no spaCy pipeline. Choose the folder that has a meta.json."
    ),
    "source.broken": QT_TRANSLATE_NOOP(
        "Errors", "The model {name} cannot be used: {reason}. Suggestions from it are off."
    ),
    "source.factory": QT_TRANSLATE_NOOP(
        "Errors",
        "The model {name} needs the component {part}, which is not installed here. Train it without that component.",
    ),
    "source.release": QT_TRANSLATE_NOOP(
        "Errors",
        "The model {name} was made for spaCy {wanted} and cannot be loaded by spaCy {present}: {reason}. Get or"
        " train one for this release.",
    ),
    "source.other_release": QT_TRANSLATE_NOOP(
        "Errors",
        "The model {name} was made for spaCy {wanted}, and this is spaCy {present}. It works, but may find less than"
        " it should: get or train one for this release.",
    ),
    "source.unknown_maker": QT_TRANSLATE_NOOP(
        "Errors",
        "{folder} was not trained here, and a pipeline may run code. If you trust whoever made it, add --trust.",
    ),
    "source.changed": QT_TRANSLATE_NOOP(
        "Errors",
        "{folder} is not what it was when this project last used it. If you have retrained it since, or trust"
        " whoever changed it, add --trust.",
    ),
    "source.crashed": QT_TRANSLATE_NOOP(
        "Errors", "The model in {folder} crashed the process that loaded it: it is damaged, and is not used."
    ),
    "source.unreachable": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} could not be fetched, {address} does not answer: {reason}. Nothing has changed. Is this computer"
        " online, and may it reach that address? A pipeline that was fetched elsewhere can be added as a folder.",
    ),
    "source.unpublished": QT_TRANSLATE_NOOP(
        "Errors", "No {name} is published for spaCy {present}, which is installed here. Nothing was fetched."
    ),
    "source.checksum": QT_TRANSLATE_NOOP(
        "Errors",
        "The file from {address} is not the published {name}: its checksum differs. It was deleted. Try again,"
        " perhaps from another network.",
    ),
    "source.archive": QT_TRANSLATE_NOOP(
        "Errors", "The file fetched for {name} cannot be unpacked: {reason}. It was deleted."
    ),
    "source.gave_up": QT_TRANSLATE_NOOP("Errors", "Left out “{title}”: {reason}. The other articles are not affected."),
    # Learning and training
    "adapter.few": QT_TRANSLATE_NOOP(
        "Errors",
        "A model needs at least {fewest} finished articles in its language to learn from; so far there are {count}.",
    ),
    "adapter.empty": QT_TRANSLATE_NOOP(
        "Errors", "None of the {count} finished articles has a labelled name: there is nothing to learn."
    ),
    "adapter.none": QT_TRANSLATE_NOOP("Errors", "{file} has not learnt anything yet that could be undone."),
    "adapter.no_base": QT_TRANSLATE_NOOP(
        "Errors", "No model reads the language of the finished articles, so there is nothing to build on."
    ),
    "adapter.broken": QT_TRANSLATE_NOOP(
        "Errors", "What was learnt in {folder} cannot be used: {reason}. Go back one step, or delete the folder."
    ),
    "adapter.unwritable": QT_TRANSLATE_NOOP("Errors", "{folder} could not be written: {reason}."),
    "train.nothing": QT_TRANSLATE_NOOP(
        "Errors", "There is nothing to train on in {folder}: no article of the train split has a label."
    ),
    "train.broken": QT_TRANSLATE_NOOP(
        "Errors", "Training in {folder} failed: {reason}. More articles, or another split, may help."
    ),
    "train.unwritable": QT_TRANSLATE_NOOP("Errors", "{folder} could not be written: {reason}."),
    "train.no_model": QT_TRANSLATE_NOOP(
        "Errors", "{folder} contains no trained pipeline. Train first, or choose the folder that has a meta.json."
    ),
    "train.no_gold": QT_TRANSLATE_NOOP(
        "Errors", "There are no articles to evaluate on: finish some, or choose others."
    ),
    "train.languages": QT_TRANSLATE_NOOP(
        "Errors",
        "All articles to evaluate on are in languages that the model does not read: add some in its language, or"
        " change the split.",
    ),
    # Processes, commands and bugs
    "worker.died": QT_TRANSLATE_NOOP(
        "Errors", "The helper process for {kind} ended unexpectedly twice; it is off until you restart it."
    ),
    "worker.killed": QT_TRANSLATE_NOOP(
        "Errors", "One task crashed the helper process for {kind} twice and was given up. Everything else continues."
    ),
    "worker.ended": QT_TRANSLATE_NOOP(
        "Errors", "The helper process for {kind} ended unexpectedly. Its results up to then are kept."
    ),
    "command.file": QT_TRANSLATE_NOOP("Errors", "{file} could not be used: {reason}."),
    "command.output": QT_TRANSLATE_NOOP("Errors", "The output could not be written: {reason}."),
    "command.bug": QT_TRANSLATE_NOOP(
        "Errors", "Something went wrong that should not have ({what}). Please report it, with what {variable}=1 shows."
    ),
    "worker.none": QT_TRANSLATE_NOOP(
        "Errors", "No process could be started to read files. Close other programs and try again."
    ),
    "step.bug": QT_TRANSLATE_NOOP("Errors", "Something went wrong; the details are in the log."),
    "worker.bug": QT_TRANSLATE_NOOP(
        "Errors", "Something went wrong in the helper process for {kind}; the details are in the log."
    ),
}
