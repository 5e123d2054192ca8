"""The error messages about an open project file that another program moves, replaces, overwrites or truncates."""

from collections.abc import Mapping
from types import MappingProxyType

from annotator.system.error_messages.general import QT_TRANSLATE_NOOP

PLACE_SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "store.gone": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} was moved or deleted while it was open; the last step was not stored. Save a copy, or put it back"
            " into {folder}.",
        ),
        "store.exchanged": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} was replaced by another file while it was open; the last step was not stored. Save a copy of what"
            " is open here.",
        ),
        "store.overwritten": QT_TRANSLATE_NOOP(
            "Errors",
            "Another program wrote other contents into {file} while it was open; the last step was not stored. Save a"
            " copy of what is open here; backups are in {backups}.",
        ),
        "store.not_rescued": QT_TRANSLATE_NOOP(
            "Errors",
            "No copy was saved: another program wrote into {file}, and too little of your project is still in memory"
            " ({reason}). Backups are in {backups}.",
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
        "store.unrelated_log": QT_TRANSLATE_NOOP(
            "Errors",
            "Another program wrote other contents into {file} before it was closed. The file is used as it is now. The"
            " last steps of the earlier contents do not fit it and are left out; they stay in {log}. Backups are in"
            " {backups}.",
        ),
        "store.log_in_the_way": QT_TRANSLATE_NOOP(
            "Errors",
            "{file}-wal holds steps of other contents than {file} has now, and cannot be renamed. Move it out of"
            " {folder}, and open {file} again.",
        ),
        "store.unreachable": QT_TRANSLATE_NOOP(
            "Errors",
            "{file} can no longer be reached in {folder} ({reason}); the last step was not stored. Save a copy, or make"
            " it reachable again.",
        ),
    }
)
