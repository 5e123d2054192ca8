"""The expected failures: each has a code, an English sentence and the facts that fill it.

The window translates by sentence (context "Errors"), the command line prints it as it is. A sentence names the
file, the place and the remedy. Whatever is not an `AnnotatorError` is a bug.
"""

from collections.abc import Mapping
from types import MappingProxyType


def QT_TRANSLATE_NOOP(context: str, sentence: str) -> str:  # noqa: N802  # the name that Qt's lupdate looks for
    """Give the sentence back; it stands here for the translators."""
    del context
    return sentence


SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        # Reading articles
        "text.missing": QT_TRANSLATE_NOOP("Errors", "{file} could not be read: {reason}."),
        "text.too_large": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} has {size} MB; an article may have {limit} MB. Split it and import the parts.",
        ),
        "text.empty": QT_TRANSLATE_NOOP("Errors", "{file} holds no text."),
        "text.nul": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} is not a text: it holds a NUL character at {offset}. Export it as plain text first.",
        ),
        "text.surrogate": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} holds half a character (a lone surrogate) at {offset}. Save it again as UTF-8.",
        ),
        "text.encoding": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} is not {encoding}: byte {offset} does not fit. Choose another encoding.",
        ),
        "text.encoding_name": QT_TRANSLATE_NOOP(
            "Errors", "There is no encoding called {encoding}. There are: {names}."
        ),
        "text.binary": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} is not a plain text but a document, a picture or a program. Save it as plain text first.",
        ),
        "text.encoding_unknown": QT_TRANSLATE_NOOP(
            "Errors",
            "The encoding of {file} could not be found out. Choose it in the import window.",
        ),
        "text.kind": QT_TRANSLATE_NOOP("Errors", "{file} is of a kind that cannot be read: {suffix}."),
        "text.nothing": QT_TRANSLATE_NOOP("Errors", "{file} holds no article that can be read."),
        "text.column": QT_TRANSLATE_NOOP(
            "Errors", "In {file} no column is known to hold the text. Choose the one that does; there are: {names}."
        ),
        "text.address": QT_TRANSLATE_NOOP("Errors", "{address} could not be fetched: {reason}."),
        "text.entry": QT_TRANSLATE_NOOP("Errors", "{file}, entry {line}: {reason}."),
        "text.encrypted": QT_TRANSLATE_NOOP(
            "Errors", "{file} is protected with a password. Save it without one first."
        ),
        "text.scan": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} holds pictures of its {pages} pages and no text. Have its text recognised (OCR) first.",
        ),
        "text.scan_pages": QT_TRANSLATE_NOOP(
            "Errors", "{file} was read without the text of pages that hold none or only a picture: {pages}."
        ),
        "text.xml": QT_TRANSLATE_NOOP(
            "Errors", "{file} is XML of a kind that cannot be read ({root}); feeds, NewsML and NITF can."
        ),
        "text.slow": QT_TRANSLATE_NOOP(
            "Errors",
            "Reading {file} was stopped: no article of it was finished within {seconds} seconds. Articles read from it:"
            " {count}. Give it more time, or split it.",
        ),
        "text.memory": QT_TRANSLATE_NOOP(
            "Errors",
            "Reading {file} was stopped: it takes more than {limit} MB of memory. Articles read from it: {count}. Give"
            " it more memory, or split it.",
        ),
        "text.crash": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} ended the process that was reading it. Articles read from it: {count}. Save it with another"
            " program and try again.",
        ),
        "text.deep": QT_TRANSLATE_NOOP(
            "Errors", "{file} is nested too deeply to be read. Save it with another program and try again."
        ),
        "text.bug": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} could not be read because of a mistake in Spanwright: {reason}. Please report it; the details are"
            " in the log.",
        ),
        "text.many": QT_TRANSLATE_NOOP(
            "Errors", "{file} holds more than {limit} articles; the rest was left out. Split it and import the parts."
        ),
        "text.more": QT_TRANSLATE_NOOP(
            "Errors", "{file} has more such faults, {count} in all. Export it again from where it came."
        ),
        # The project file
        "store.missing": QT_TRANSLATE_NOOP("Errors", "There is no project at {file}."),
        "store.exists": QT_TRANSLATE_NOOP("Errors", "{file} exists already. Choose another name, or open it."),
        "store.not_sqlite": QT_TRANSLATE_NOOP("Errors", "{file} is not a Spanwright project."),
        "store.foreign": QT_TRANSLATE_NOOP(
            "Errors", "{file} is a database of another program, not a Spanwright project."
        ),
        "store.newer": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} was made by a newer Spanwright. It was left untouched; open it with that version.",
        ),
        "store.locked": QT_TRANSLATE_NOOP("Errors", "{file} is open in Spanwright (process {process})."),
        "store.read_only": QT_TRANSLATE_NOOP("Errors", "{file} is open for reading only; nothing was changed."),
        "store.needs_migration": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} was made by an older Spanwright and must be opened for writing once.",
        ),
        "store.full": QT_TRANSLATE_NOOP(
            "Errors", "The disk is full ({folder}); the last step was not stored in {file}. Make room and repeat it."
        ),
        "store.disk_full": QT_TRANSLATE_NOOP(
            "Errors",
            "The disk is full ({folder}), so {file} cannot be worked with. All steps that were stored before are"
            " safe. Make room and try again.",
        ),
        "store.not_folded": QT_TRANSLATE_NOOP(
            "Errors",
            "The disk is full ({folder}). All steps are stored, but some of them only in {file}-wal: make room, and"
            " until then copy {file} by “Save a Copy” alone.",
        ),
        "store.not_migrated": QT_TRANSLATE_NOOP(
            "Errors", "{file} could not be brought to this version: {reason}. It is as it was before."
        ),
        "store.no_backup": QT_TRANSLATE_NOOP(
            "Errors", "{file} could not be backed up in {folder}: {reason}. The project itself is as it was before."
        ),
        "store.no_lock": QT_TRANSLATE_NOOP(
            "Errors", "{file} could not be locked against a second writer: {reason}. Nothing was changed."
        ),
        "store.lock_strange": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} is no lock but a link, a folder, a pipe or a device. Remove it, then open the project again.",
        ),
        "store.linked": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} has another name as well (a hard link). Always open it by this one: until it is closed, its last"
            " steps are missing under the other.",
        ),
        "store.gone": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} was moved or deleted while it was open; the last step was not stored. Save a copy, or put it back"
            " into {folder}.",
        ),
        "store.exchanged": QT_TRANSLATE_NOOP(
            "Errors",
            "Another file has taken the place of {file} while it was open; the last step was not stored. Save a copy"
            " of what is open here.",
        ),
        "store.cut": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} was truncated by another program while it was open; the last step was not stored. Save a copy of"
            " what can still be read; backups lie in {backups}.",
        ),
        "store.log_gone": QT_TRANSLATE_NOOP(
            "Errors",
            "{file}-wal or {file}-shm was moved, deleted or replaced by another program; the last step was not stored."
            " Open {file} again.",
        ),
        "store.unreachable": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} can no longer be reached in {folder} ({reason}); the last step was not stored. Save a copy, or"
            " make it reachable again.",
        ),
        "store.unwritable": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} cannot be written: {reason}. It can be read where it is; to change it, copy it into a folder where"
            " you may write.",
        ),
        "store.old_unwritable": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} was made by an older Spanwright and has to be updated once, but cannot be written: {reason}. Copy"
            " it into a folder where you may write and open it there.",
        ),
        "store.damaged": QT_TRANSLATE_NOOP(
            "Errors", "{file} is damaged ({place}). Copies that may still be whole lie in {backups}."
        ),
        "store.altered": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} was altered by another program ({objects}) and is not written to: such a change can remove labels."
            " Make a cleaned copy: repair {file} OUT.",
        ),
        "store.altered_tables": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} was altered by another program ({objects}) and cannot be read safely. Make a cleaned copy:"
            " repair {file} OUT.",
        ),
        "store.unfolded": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} lies in a folder that cannot be written, and its last steps stand in {file}-wal. Copy both into"
            " another folder and open it there.",
        ),
        "store.protocol": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} cannot be read now: another program that has it open does not answer, or its folder lies on a"
            " network that knows no locks. Close other programs that use it, or copy it to this computer, and open it"
            " again.",
        ),
        "store.not_checkpointed": QT_TRANSLATE_NOOP(
            "Errors",
            "The last steps are stored, but only in {file}-wal: they could not be brought into {file} ({reason}). Make"
            " room; until then copy both files, or use Save a Copy.",
        ),
        "store.failed": QT_TRANSLATE_NOOP(
            "Errors", "{file} could not be written ({reason}); the last step was not stored."
        ),
        "store.parts_damaged": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} is damaged (places found: {count}), and labels may be missing. Repair saves what can be read in a"
            " new file, and leaves this one as it is.",
        ),
        "store.bad_copy": QT_TRANSLATE_NOOP(
            "Errors",
            "The copy {file} was read again and is not whole ({reason}); it was not kept. The disk or the project may"
            " be damaged: check the project, and save the copy elsewhere.",
        ),
        "store.log_broken": QT_TRANSLATE_NOOP(
            "Errors",
            "The log of the last steps of {file} was damaged, and steps after the damage are missing. The project is"
            " kept as it was in {copy}; repair that one to see what can still be saved.",
        ),
        "repair.nothing": QT_TRANSLATE_NOOP(
            "Errors",
            "Nothing could be saved from {file}: no article and no label is left in it. Copies may lie in {backups}.",
        ),
        "store.conflict": QT_TRANSLATE_NOOP(
            "Errors", "This was changed in the meantime; nothing was done. Look at it again."
        ),
        "store.stopped": QT_TRANSLATE_NOOP("Errors", "Writing was stopped; nothing of {file} is left."),
        "store.busy": QT_TRANSLATE_NOOP("Errors", "A long step is still being stored; repeat this when it is done."),
        "store.no_document": QT_TRANSLATE_NOOP("Errors", "There is no article {document} in {file}."),
        "store.ambiguous_document": QT_TRANSLATE_NOOP(
            "Errors", "{count} articles are called {document}. Name it by its id."
        ),
        "store.replaced": QT_TRANSLATE_NOOP(
            "Errors",
            "The article “{title}” was replaced by a newer version already. Let it stand for itself again first.",
        ),
        "store.replaces_itself": QT_TRANSLATE_NOOP(
            "Errors",
            "The article “{title}” cannot be replaced by itself, nor by what it stands for as the newer version.",
        ),
        "store.no_annotator": QT_TRANSLATE_NOOP(
            "Errors", "Nobody called {annotator} has labelled in {file}. There are: {names}."
        ),
        "undo.changed_since": QT_TRANSLATE_NOOP(
            "Errors",
            "This step cannot be taken back: what it touched has been changed since, in another article or with the"
            " labels of the project.",
        ),
        # Values
        "value.parts": QT_TRANSLATE_NOOP(
            "Errors", "A label needs at least one character, in order and inside the text: {parts}."
        ),
        "value.label": QT_TRANSLATE_NOOP("Errors", "The schema has no label {label} in layer {layer}."),
        "value.layer": QT_TRANSLATE_NOOP("Errors", "The schema has no layer {layer}. There are: {names}."),
        "value.relation": QT_TRANSLATE_NOOP("Errors", "The schema has no relation {label}."),
        "value.attribute": QT_TRANSLATE_NOOP("Errors", "{value} is not a value of {attribute} in the schema."),
        "value.wikidata": QT_TRANSLATE_NOOP(
            "Errors",
            "{value} is not a Wikidata id. It is a Q with a number behind it (Q64), or the address of its page.",
        ),
        "value.no_name": QT_TRANSLATE_NOOP("Errors", "An identity needs a name: type one."),
        "value.same": QT_TRANSLATE_NOOP("Errors", "These words carry that label already."),
        # Schemas
        "schema.invalid": QT_TRANSLATE_NOOP("Errors", "{file} is not a schema: {place}: {reason}."),
        "schema.unknown": QT_TRANSLATE_NOOP("Errors", "There is no schema called {name}. Ready ones: {names}."),
        # Formats
        "format.unknown": QT_TRANSLATE_NOOP("Errors", "There is no format called {name}. There are: {names}."),
        "format.record": QT_TRANSLATE_NOOP("Errors", "{file}, line {line}: {reason}."),
        "format.broken": QT_TRANSLATE_NOOP(
            "Errors", "{file} could not be read as {format}: {reason}. Export it again from where it came."
        ),
        "choices.file": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} holds no choices: {reason}. Give what export --dry-run --json prints, with each choice filled in.",
        ),
        "choices.odd": QT_TRANSLATE_NOOP(
            "Errors", "{file}: “{choice}” does not help the label that it stands for. What helps there: {names}."
        ),
        "format.large": QT_TRANSLATE_NOOP(
            "Errors", "{file} has more than {limit} MB, which is the most that is read at once. Export it in parts."
        ),
        "format.companion": QT_TRANSLATE_NOOP(
            "Errors", "{file} cannot be read without {companion}, which is not there. Put it beside it."
        ),
        "format.package": QT_TRANSLATE_NOOP(
            "Errors",
            "{format} needs the package {package}, which does not come along with the program. Where Spanwright runs"
            " from its sources: .venv/bin/python -m pip install {package}. Otherwise use a format that needs nothing.",
        ),
        "format.target": QT_TRANSLATE_NOOP("Errors", "{file} could not be written: {reason}."),
        "format.split": QT_TRANSLATE_NOOP(
            "Errors", "{split} is not a split such as 80/10/10 (whole numbers that add up to 100)."
        ),
        "format.overlap": QT_TRANSLATE_NOOP(
            "Errors",
            "{policy} is not a way to choose among overlapping labels: longest, shortest, first or layer:NAME.",
        ),
        # Suggestions
        "source.unknown": QT_TRANSLATE_NOOP(
            "Errors", "There is no suggestion source called {name}. There are: {names}."
        ),
        "source.missing": QT_TRANSLATE_NOOP(
            "Errors",
            "The model {name} is not where it should be ({file}); there are no suggestions from it.",
        ),
        "source.no_pipeline": QT_TRANSLATE_NOOP(
            "Errors", "{folder} holds no spaCy pipeline. Choose the folder that has a meta.json."
        ),
        "source.broken": QT_TRANSLATE_NOOP(
            "Errors", "The model {name} cannot be used: {reason}. Suggestions from it are off."
        ),
        "source.factory": QT_TRANSLATE_NOOP(
            "Errors",
            "The model {name} needs the part {part}, which is not installed here. Train it without that part.",
        ),
        "source.release": QT_TRANSLATE_NOOP(
            "Errors",
            "The model {name} was made for spaCy {wanted} and cannot be loaded by spaCy {present}: {reason}."
            " Get or train it for this release.",
        ),
        "source.other_release": QT_TRANSLATE_NOOP(
            "Errors",
            "The model {name} was made for spaCy {wanted}, and this is spaCy {present}. It works, but may find less"
            " than it should: get or train it for this release.",
        ),
        "source.unknown_maker": QT_TRANSLATE_NOOP(
            "Errors",
            "{folder} was not trained here, and a pipeline may run code. If you trust whoever made it, add --trust.",
        ),
        "source.changed": QT_TRANSLATE_NOOP(
            "Errors",
            "{folder} is not what it was when this project last used it. If you have trained it anew since, or trust"
            " whoever changed it, add --trust.",
        ),
        "source.crashed": QT_TRANSLATE_NOOP(
            "Errors", "The model in {folder} ended the process that loaded it: it is damaged, and is not used."
        ),
        "source.unreachable": QT_TRANSLATE_NOOP(
            "Errors",
            "{name} could not be fetched, {address} does not answer: {reason}. Nothing is changed. Is this computer"
            " online, and is the address open to it? A pipeline that was fetched elsewhere can be added as a folder.",
        ),
        "source.unpublished": QT_TRANSLATE_NOOP(
            "Errors", "No {name} is published for spaCy {present}, which is installed here. Nothing was fetched."
        ),
        "source.checksum": QT_TRANSLATE_NOOP(
            "Errors",
            "What came from {address} is not what is published of {name}: its checksum is another. Nothing is kept of"
            " it. Try again, or from another network.",
        ),
        "source.archive": QT_TRANSLATE_NOOP(
            "Errors", "What was fetched of {name} cannot be unpacked: {reason}. Nothing is kept of it."
        ),
        "source.gave_up": QT_TRANSLATE_NOOP(
            "Errors", "Left out “{title}”: {reason}. The other articles are not affected."
        ),
        # Learning
        "adapter.few": QT_TRANSLATE_NOOP(
            "Errors", "A model learns from {fewest} finished articles in its language on; so far there are {count}."
        ),
        "adapter.empty": QT_TRANSLATE_NOOP(
            "Errors", "None of the {count} finished articles holds a name: there is nothing to learn."
        ),
        "adapter.none": QT_TRANSLATE_NOOP("Errors", "{file} has learnt nothing yet that could be taken back."),
        "adapter.no_base": QT_TRANSLATE_NOOP(
            "Errors", "No model reads the language of the finished articles: there is nothing to build on."
        ),
        "adapter.broken": QT_TRANSLATE_NOOP(
            "Errors", "What was learnt cannot be used: {folder}: {reason}. Go back one step, or delete the folder."
        ),
        "adapter.unwritable": QT_TRANSLATE_NOOP("Errors", "{folder} could not be written: {reason}."),
        # Training
        "train.nothing": QT_TRANSLATE_NOOP(
            "Errors", "There is nothing to learn from in {folder}: no article that is for training has a label."
        ),
        "train.broken": QT_TRANSLATE_NOOP(
            "Errors", "Training in {folder} failed: {reason}. More articles, or other shares, may help."
        ),
        "train.unwritable": QT_TRANSLATE_NOOP("Errors", "{folder} could not be written: {reason}."),
        "train.no_model": QT_TRANSLATE_NOOP(
            "Errors", "{folder} holds no trained pipeline. Train first, or choose the folder that has a meta.json."
        ),
        "train.no_gold": QT_TRANSLATE_NOOP(
            "Errors", "There is no article to compare with: finish articles, or choose others."
        ),
        "train.languages": QT_TRANSLATE_NOOP(
            "Errors",
            "All articles to compare with are in languages that the model does not read: add some in its language,"
            " or deal the parts otherwise.",
        ),
        "worker.died": QT_TRANSLATE_NOOP(
            "Errors",
            "The helper process for {kind} ended unexpectedly twice; it is off until you restart it.",
        ),
        "worker.killed": QT_TRANSLATE_NOOP(
            "Errors",
            "One task ended the helper process for {kind} twice and is given up. All else goes on.",
        ),
        "worker.ended": QT_TRANSLATE_NOOP(
            "Errors", "The helper process for {kind} ended unexpectedly. What it had found until then is there."
        ),
        "command.file": QT_TRANSLATE_NOOP("Errors", "{file} could not be used: {reason}."),
        "command.output": QT_TRANSLATE_NOOP("Errors", "The output could not be written: {reason}."),
        "command.bug": QT_TRANSLATE_NOOP(
            "Errors",
            "Something went wrong that should not have ({what}). Please report it, with what {variable}=1 shows.",
        ),
        "worker.none": QT_TRANSLATE_NOOP(
            "Errors", "No process could be started to read files. Close other programs and try again."
        ),
        "step.bug": QT_TRANSLATE_NOOP("Errors", "Something went wrong; the details are in the log."),
        "worker.bug": QT_TRANSLATE_NOOP(
            "Errors", "Something went wrong in the helper process for {kind}; the details are in the log."
        ),
    }
)


class AnnotatorError(Exception):
    """An expected failure. ``code`` is a key of `SENTENCES`, ``details`` fill the sentence."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(SENTENCES[code].format(**details))
        self.code = code
        self.details = {name: value if isinstance(value, int) else str(value) for name, value in details.items()}

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """Survive the way back from a worker process."""
        return _rebuild, (type(self), self.code, self.details)


def _rebuild(kind: type[AnnotatorError], code: str, details: dict[str, object]) -> AnnotatorError:
    return kind(code, **details)


class TextError(AnnotatorError):
    """An article cannot be read."""


class StoreError(AnnotatorError):
    """The project file cannot be opened, read or written."""


class Conflict(StoreError):
    """A row is not what the edit was made for. Nothing was changed."""


class FormatError(AnnotatorError):
    """Annotated data cannot be read or written."""


class ModelError(AnnotatorError):
    """A suggestion source or its model cannot be used."""


class SchemaError(AnnotatorError):
    """A schema is not valid, or a value does not fit it."""
