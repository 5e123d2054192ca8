"""Keeps the draft of a schema until it is applied or discarded, so that a kill does not lose it."""

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from annotator.editing.schema_editing.changes import Fates, SchemaChange, fates_to
from annotator.editing.schema_editing.logged_fates import fates_from
from annotator.model import schema_file
from annotator.model.schema import Schema
from annotator.system.errors import SchemaError
from ui.base.saving import Unsaved
from ui.base.settings import ProjectRows
from ui.schema.schema_draft import Draft

_FILE = ProjectRows("schemas.json", private=True)


class KeptDraft(QObject):
    """Keeps the draft after each edit. ``restored`` says whether the draft goes back to an earlier window."""

    def __init__(self, draft: Draft, project: Path) -> None:
        super().__init__(draft)
        self._draft = draft
        self._unsaved = Unsaved(_FILE, project)
        self._begun = _digest(draft.change.before)
        self.restored = False
        draft.changed.connect(self._keep)

    def restore(self) -> None:
        """Put back the draft of an earlier window, if it began with the project's present schema."""
        before = self._draft.change.before
        known, after, fates = self._unsaved.restored(3) or ("", "", "")
        if known == self._begun:
            with suppress(SchemaError, ValueError, RecursionError):
                change = SchemaChange(before=before, after=schema_file.loads(after, name=""), fates=_fates(fates))
                self.restored = change.changes_anything
                self._draft.put(change)

    def forget(self) -> None:
        """Forget the draft: it was discarded."""
        self._unsaved.keep()

    @Slot()
    def _keep(self) -> None:
        change = self._draft.change
        if change.changes_anything:
            fates = json.dumps(fates_to(change.fates))
            self._unsaved.keep(self._begun, schema_file.dumps(change.after), fates)
        else:
            self._begun = _digest(change.before)
            self.restored = False
            self.forget()


def _digest(schema: Schema) -> str:
    return sha256(schema_file.dumps(schema).encode()).hexdigest()


def _fates(written: str) -> Fates:
    value = json.loads(written)
    if not isinstance(value, dict):
        raise ValueError("not fates")
    return fates_from(value)
