"""The sentences of errors about the project file, by code."""

from collections.abc import Mapping

from annotator.system.sentences import QT_TRANSLATE_NOOP

PROJECT_SENTENCES: Mapping[str, str] = {
    "store.missing": QT_TRANSLATE_NOOP("Errors", "There is no project at {file}."),
    "store.exists": QT_TRANSLATE_NOOP("Errors", "{file} exists already. Choose another name, or open it."),
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
        "Errors", "{file} could not be backed up in {folder}: {reason}. The project itself is unchanged."
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
    "store.gone": QT_TRANSLATE_NOOP(
        "Errors",
        "{file} was moved or deleted while it was open; the last step was not stored. Save a copy, or put it back"
        " into {folder}.",
    ),
    "store.exchanged": QT_TRANSLATE_NOOP(
        "Errors",
        "{file} was replaced by another file while it was open; the last step was not stored. Save a copy of what is"
        " open here.",
    ),
    "store.cut": QT_TRANSLATE_NOOP(
        "Errors",
        "{file} was truncated by another program while it was open; the last step was not stored. Save a copy of"
        " what can still be read; backups are in {backups}.",
    ),
    "store.log_gone": QT_TRANSLATE_NOOP(
        "Errors",
        "{file}-wal or {file}-shm was moved, deleted or replaced by another program; the last step was not stored."
        " Open {file} again.",
    ),
    "store.unreachable": QT_TRANSLATE_NOOP(
        "Errors",
        "{file} can no longer be reached in {folder} ({reason}); the last step was not stored. Save a copy, or make"
        " it reachable again.",
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
        "Errors", "{file} is damaged ({place}). Backups that may still be whole are in {backups}."
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
        "Nothing could be saved from {file}: it contains no article and no label any more. There may be backups in"
        " {backups}.",
    ),
    "store.conflict": QT_TRANSLATE_NOOP(
        "Errors", "This was changed in the meantime; nothing was done. Check it and try again."
    ),
    "store.stopped": QT_TRANSLATE_NOOP("Errors", "Writing {file} was stopped; nothing of it was kept."),
    "store.busy": QT_TRANSLATE_NOOP("Errors", "A long step is still being stored; try again when it is done."),
    "store.no_document": QT_TRANSLATE_NOOP("Errors", "There is no article {document} in {file}."),
    "store.ambiguous_document": QT_TRANSLATE_NOOP(
        "Errors", "{count} articles are called {document}. Use the article's id instead."
    ),
    "store.replaced": QT_TRANSLATE_NOOP(
        "Errors",
        "The article “{title}” has already been replaced by a newer version. Take that replacement back first.",
    ),
    "store.replaces_itself": QT_TRANSLATE_NOOP(
        "Errors", "The article “{title}” cannot be replaced by itself, nor by an article that it has replaced."
    ),
    "store.no_annotator": QT_TRANSLATE_NOOP(
        "Errors", "No annotator called {annotator} has labelled in {file}. Annotators: {names}."
    ),
    "undo.changed_since": QT_TRANSLATE_NOOP(
        "Errors",
        "This step cannot be undone: what it changed has been changed since, in another article or with the labels of"
        " the project.",
    ),
}
