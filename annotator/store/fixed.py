"""The parts of a package that cannot be changed, because the project it came from has set them."""

from dataclasses import replace
from pathlib import Path

from annotator.editing.edits import Edit
from annotator.model import source_choices
from annotator.model.packages import ANSWERS, PACKAGE, Packed
from annotator.model.source_choices import SOURCES
from annotator.model.values import SCHEMA, Assignment, Package, Setting
from annotator.system.errors import StoreError

ANNOTATOR = "annotator"  # the setting that names the current annotator
_FIXED = frozenset({SCHEMA, PACKAGE, ANNOTATOR, ANSWERS})
_SET_BEFORE = (Setting, Assignment, Package)


class Fixed:
    """Refuses changes that a package does not allow, for one project file.

    ``packed`` is None if the file is not a package.
    """

    def __init__(self, path: Path) -> None:
        self.packed: Packed | None = None
        self._path = path

    def refuse(self) -> None:
        """Raise if the file is a package, which does not allow the operation.

        Raises:
            StoreError: ``package.fixed``.
        """
        if self.packed is not None:
            raise StoreError("package.fixed", file=self._path.name, annotator=self.packed.annotator)

    def refuse_edit(self, edit: Edit | None) -> None:
        """Raise as `refuse` does if an edit changes settings, assignments or packages."""
        if self.packed is None or edit is None:
            return
        if any(isinstance(change.after or change.before, _SET_BEFORE) for change in edit.changes):
            self.refuse()

    def refuse_setting(self, name: str, before: str | None, after: str) -> None:
        """Raise as `refuse` does if a setting changes that a package does not leave to its annotator."""
        if self.packed is None or before == after:
            return
        if name in _FIXED or (name == SOURCES and _own(before) != _own(after)):
            self.refuse()

    def refuse_annotator(self, name: str) -> None:
        """Raise as `refuse` does if the file is a package for another annotator."""
        if self.packed is not None and name != self.packed.annotator:
            self.refuse()


def _own(written: str | None) -> source_choices.SourceChoices:
    """Return the stored choices of sources without those that a package leaves to its annotator."""
    return replace(source_choices.loads(written), share=source_choices.SHARE, followed=frozenset())
