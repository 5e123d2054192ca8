"""Error messages by error code, except those in other modules of this package."""

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
    "text.archive": QT_TRANSLATE_NOOP(
        "Errors", "{file} is an archive, but not an INCEpTION project. Unpack it and import the folder."
    ),
    "text.nothing": QT_TRANSLATE_NOOP("Errors", "{file} contains no article that can be read."),
    "text.column": QT_TRANSLATE_NOOP(
        "Errors", "It is not clear which column of {file} contains the text. Choose one: {names}."
    ),
    "text.exported": QT_TRANSLATE_NOOP(
        "Errors",
        "{file} is an exported table of labels or claims, not of articles. To import labels, export them as Spanwright"
        " JSONL.",
    ),
    "text.address": QT_TRANSLATE_NOOP("Errors", "{address} could not be fetched: {reason}."),
    "text.row": QT_TRANSLATE_NOOP("Errors", "{file}, row {line}: {reason}."),
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
    "value.content": QT_TRANSLATE_NOOP(
        "Errors",
        "A note or a field holds an invisible NUL character, half a character or an infinite number, which no file can"
        " hold. Empty it and enter it again.",
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
    "schema.invalid": QT_TRANSLATE_NOOP("Errors", "The schema in {file} cannot be used: {place}: {reason}."),
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
    "format.columns": QT_TRANSLATE_NOOP(
        "Errors",
        "{file}: it is not clear which column holds the labels. Its first rows: {rows}. Name the columns with"
        " --columns, such as --columns 1:token,4:label.",
    ),
    "format.nothing": QT_TRANSLATE_NOOP(
        "Errors", "{file} has no articles; nothing was imported from it. Export it again with its texts."
    ),
    "format.companion": QT_TRANSLATE_NOOP(
        "Errors", "{file} cannot be read without {companion}, which is missing. Put it in the same folder."
    ),
    "format.package": QT_TRANSLATE_NOOP(
        "Errors",
        "{format} needs the package {package}, which does not come with the program. If you run Spanwright from"
        " source: .venv/bin/python -m pip install {package}. Otherwise choose a format that needs no package.",
    ),
    "format.no_claims": QT_TRANSLATE_NOOP(
        "Errors", "Nothing can be written: {format} holds only claims, and there are none that it can hold."
    ),
    "format.no_verdicts": QT_TRANSLATE_NOOP(
        "Errors",
        "Nothing can be written: {format} holds only claims with a verdict that it knows. Claims without one: {count}.",
    ),
    "format.no_worthiness": QT_TRANSLATE_NOOP(
        "Errors",
        "Nothing can be written: {format} holds only claims with a check-worthiness that it knows. Claims without one:"
        " {count}.",
    ),
    "format.target": QT_TRANSLATE_NOOP("Errors", "{file} could not be written: {reason}."),
    "format.folder": QT_TRANSLATE_NOOP("Errors", "The export is a folder of files: call it {name} instead of {file}."),
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
    "source.odd_file": QT_TRANSLATE_NOOP(
        "Errors",
        "The model {name} was not read: {file} is not a file. Delete it, or put the file itself in its place.",
    ),
    "source.encoder": QT_TRANSLATE_NOOP(
        "Errors", "The thorough model of {name} cannot be used: {reason}. Its suggestions are the fast ones."
    ),
    "source.meaning": QT_TRANSLATE_NOOP(
        "Errors", "The model that compares meanings is missing or damaged. Install Spanwright again."
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
        "{folder} has changed since this project last used it. If you have retrained the model since, or trust"
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
    "train.no_start": QT_TRANSLATE_NOOP(
        "Errors", "No model that comes with Spanwright reads the language of most articles, so none can be continued."
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
        "All articles to evaluate on are in languages that the model does not read: label some in its language.",
    ),
    # Processes, commands and bugs
    "worker.died": QT_TRANSLATE_NOOP(
        "Errors", "The helper process for {kind} ended unexpectedly twice; it is off until you restart it."
    ),
    "worker.twice": QT_TRANSLATE_NOOP(
        "Errors",
        "The helper process for {kind} ended unexpectedly twice. Try again; if that does not help, close other"
        " programs.",
    ),
    "worker.killed": QT_TRANSLATE_NOOP(
        "Errors", "One task crashed the helper process for {kind} twice and was given up. Everything else continues."
    ),
    "worker.ended": QT_TRANSLATE_NOOP(
        "Errors", "The helper process for {kind} ended unexpectedly. Its results up to then are kept."
    ),
    "worker.wrote": QT_TRANSLATE_NOOP(
        "Errors",
        "The helper process for {kind} ended unexpectedly after it had written {file}. To write the file again, delete"
        " it first.",
    ),
    "command.file": QT_TRANSLATE_NOOP("Errors", "{file} could not be used: {reason}."),
    "command.output": QT_TRANSLATE_NOOP("Errors", "The output could not be written: {reason}."),
    "command.bug": QT_TRANSLATE_NOOP(
        "Errors", "This is a bug in Spanwright ({what}). Please report it, with the output that {variable}=1 adds."
    ),
    "worker.none": QT_TRANSLATE_NOOP(
        "Errors", "No process could be started to read files. Close other programs and try again."
    ),
    "step.bug": QT_TRANSLATE_NOOP("Errors", "Something went wrong; the details are in the log."),
    "worker.bug": QT_TRANSLATE_NOOP(
        "Errors", "Something went wrong in the helper process for {kind}; the details are in the log."
    ),
}

PROJECT_SENTENCES: Mapping[str, str] = {
    "store.missing": QT_TRANSLATE_NOOP("Errors", "There is no project at {file}."),
    "store.exists": QT_TRANSLATE_NOOP("Errors", "{file} already exists. Choose another name, or open it."),
    "store.not_sqlite": QT_TRANSLATE_NOOP("Errors", "{file} is not a Spanwright project."),
    "store.foreign": QT_TRANSLATE_NOOP("Errors", "{file} is a database of another program, not a Spanwright project."),
    "store.newer": QT_TRANSLATE_NOOP(
        "Errors", "{file} was made by a newer Spanwright. It was left untouched; open it with that version."
    ),
    "store.locked": QT_TRANSLATE_NOOP("Errors", "{file} is open in Spanwright (process {process})."),
    "store.read_only": QT_TRANSLATE_NOOP("Errors", "{file} is open for reading only; nothing was changed."),
    "store.needs_migration": QT_TRANSLATE_NOOP(
        "Errors", "{file} was made by an older Spanwright and must be opened for writing once."
    ),
    "store.other_project": QT_TRANSLATE_NOOP(
        "Errors", "{file} is a copy of another project and cannot be merged. Import its labels instead."
    ),
    "undo.no_merge": QT_TRANSLATE_NOOP("Errors", "There is no merge to undo in {file}."),
    "undo.merge_deleted": QT_TRANSLATE_NOOP(
        "Errors", "The merge deleted articles whose texts are no longer in the backup {backup}."
    ),
    "store.other_text": QT_TRANSLATE_NOOP(
        "Errors", "{file} has a different text for “{document}”, so nothing of it was merged."
    ),
    "store.unfit": QT_TRANSLATE_NOOP(
        "Errors", "{file} has a step ({edit}) that does not fit this project, so nothing of it was merged."
    ),
    "store.full": QT_TRANSLATE_NOOP(
        "Errors", "The disk is full ({folder}); the last step was not stored in {file}. Make room and repeat it."
    ),
    "store.disk_full": QT_TRANSLATE_NOOP(
        "Errors",
        "The disk is full ({folder}), so {file} cannot be used. All steps stored so far are safe. Make room and try"
        " again.",
    ),
    "store.not_folded": QT_TRANSLATE_NOOP(
        "Errors",
        "The disk is full ({folder}). All steps are stored, but some of them only in {file}-wal. Make room; until"
        " then, copy {file} only by “Save a Copy”.",
    ),
    "store.not_migrated": QT_TRANSLATE_NOOP(
        "Errors", "{file} could not be updated to this version: {reason}. It is unchanged."
    ),
    "store.no_backup": QT_TRANSLATE_NOOP(
        "Errors", "{file} could not be backed up to {folder}: {reason}. The project itself is unchanged."
    ),
    "store.no_lock": QT_TRANSLATE_NOOP(
        "Errors", "{file} could not be locked against a second writer: {reason}. Nothing was changed."
    ),
    "store.lock_strange": QT_TRANSLATE_NOOP(
        "Errors",
        "{file} is not a lock file but a link, a folder, a pipe or a device. Remove it, then open the project again.",
    ),
    "store.linked": QT_TRANSLATE_NOOP(
        "Errors",
        "{file} has another name as well (a hard link). Always open it by this one: until it is closed, its last"
        " steps are missing under the other.",
    ),
    "store.unwritable": QT_TRANSLATE_NOOP(
        "Errors",
        "{file} cannot be written: {reason}. You can read it where it is; to change it, copy it to a folder that you"
        " can write to.",
    ),
    "store.old_unwritable": QT_TRANSLATE_NOOP(
        "Errors",
        "{file} was made by an older Spanwright and has to be updated once, but cannot be written: {reason}. Copy it"
        " to a folder that you can write to and open it there.",
    ),
    "store.damaged": QT_TRANSLATE_NOOP(
        "Errors", "{file} is damaged ({place}). If there are backups, they are in {backups}."
    ),
    "store.altered": QT_TRANSLATE_NOOP(
        "Errors",
        "{file} was altered by another program ({objects}) and is not written to: such a change can remove labels."
        " Make a cleaned copy: repair {file} OUT.",
    ),
    "store.altered_tables": QT_TRANSLATE_NOOP(
        "Errors",
        "{file} was altered by another program ({objects}) and cannot be read safely. Make a cleaned copy: repair"
        " {file} OUT.",
    ),
    "store.unfolded": QT_TRANSLATE_NOOP(
        "Errors",
        "{file} is in a folder that cannot be written, and its last steps are in {file}-wal. Copy both to another"
        " folder and open it there.",
    ),
    "store.protocol": QT_TRANSLATE_NOOP(
        "Errors",
        "{file} cannot be read now: another program that has it open does not answer, or it is on a network drive"
        " without file locks. Close other programs that use it, or copy it to this computer, and open it again.",
    ),
    "store.not_checkpointed": QT_TRANSLATE_NOOP(
        "Errors",
        "The last steps are stored, but only in {file}-wal: they could not be written to {file} ({reason}). Make"
        " room; until then copy both files, or use Save a Copy.",
    ),
    "store.failed": QT_TRANSLATE_NOOP(
        "Errors", "{file} could not be written ({reason}); the last step was not stored."
    ),
    "store.parts_damaged": QT_TRANSLATE_NOOP(
        "Errors",
        "{file} is damaged (places found: {count}), and labels may be missing. Repair saves what can be read to a"
        " new file, and leaves this one unchanged.",
    ),
    "store.bad_copy": QT_TRANSLATE_NOOP(
        "Errors",
        "The copy {file} is not whole ({reason}) and was not kept. The disk or the project may be damaged: check the"
        " project, and save the copy elsewhere.",
    ),
    "store.log_broken": QT_TRANSLATE_NOOP(
        "Errors",
        "The log of the last steps of {file} was damaged, and steps after the damage are missing. The project as it"
        " was is in {copy}; repair that copy to see what can still be saved.",
    ),
    "repair.nothing": QT_TRANSLATE_NOOP(
        "Errors",
        "Nothing could be saved from {file}: it no longer contains any article or label. There may be backups in"
        " {backups}.",
    ),
    "store.conflict": QT_TRANSLATE_NOOP(
        "Errors", "This was changed in the meantime; nothing was done. Check it and try again."
    ),
    "store.stopped": QT_TRANSLATE_NOOP("Errors", "Writing {file} was stopped; nothing of it was kept."),
    "store.busy": QT_TRANSLATE_NOOP("Errors", "A long step is still being stored; try again when it is done."),
    "store.no_document": QT_TRANSLATE_NOOP("Errors", "There is no article {document} in {file}."),
    "store.ambiguous_document": QT_TRANSLATE_NOOP(
        "Errors", "{count} articles are called {document}. Use the article’s id instead."
    ),
    "store.replaced": QT_TRANSLATE_NOOP(
        "Errors",
        "The article “{title}” has already been replaced by a newer version. Take that replacement back first.",
    ),
    "store.replaces_itself": QT_TRANSLATE_NOOP(
        "Errors", "The article “{title}” cannot be replaced by itself, nor by an article that it has replaced."
    ),
    "adjudicate.rule": QT_TRANSLATE_NOOP("Errors", "There is no rule “{rule}”. Rules: {names}."),
    "adjudicate.still_open": QT_TRANSLATE_NOOP(
        "Errors", "You are not done with “{title}” yourself. Finish it first, then adjudicate it."
    ),
    "store.reserved": QT_TRANSLATE_NOOP(
        "Errors", "The name “{annotator}” is reserved for labels that belong to no person. Choose another name."
    ),
    "store.no_annotator": QT_TRANSLATE_NOOP(
        "Errors", "No annotator called {annotator} has labelled in {file}. Annotators: {names}."
    ),
    "store.no_gold": QT_TRANSLATE_NOOP(
        "Errors", "Nothing in {file} is adjudicated yet, so it has no gold labels. Adjudicate its articles first."
    ),
    "store.no_labels": QT_TRANSLATE_NOOP(
        "Errors",
        "{annotator} has no labels to export in {file}; others have: {counts}. Name one with --annotator NAME.",
    ),
    "undo.changed_since": QT_TRANSLATE_NOOP(
        "Errors",
        "This step cannot be undone: what it changed has been changed since, in another article or in the schema.",
    ),
}
