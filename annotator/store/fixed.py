"""Settings that nobody changes in a package, since the project that it came from set them."""

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
    """Refuses such changes in one project file; ``packed`` is None unless the file is a package."""

    def __init__(self, path: Path) -> None:
        self.packed: Packed | None = None
        self._path = path

    def refuse(self) -> None:
        """Refuse what cannot be done in a package.

        Raises:
            StoreError: ``package.fixed``.
        """
        if self.packed is not None:
            raise StoreError("package.fixed", file=self._path.name, annotator=self.packed.annotator)

    def refuse_edit(self, edit: Edit | None) -> None:
        """Refuse an edit of the schema, or of what was dealt; raise as `refuse` does."""
        if self.packed is None or edit is None:
            return
        if any(isinstance(change.after or change.before, _SET_BEFORE) for change in edit.changes):
            self.refuse()

    def refuse_setting(self, name: str, before: str | None, after: str) -> None:
        """Refuse a setting, unless it is the annotator's own; raise as `refuse` does."""
        if self.packed is None or before == after:
            return
        if name in _FIXED or (name == SOURCES and _own(before) != _own(after)):
            self.refuse()

    def refuse_annotator(self, name: str) -> None:
        """Refuse another annotator; raise as `refuse` does."""
        if self.packed is not None and name != self.packed.annotator:
            self.refuse()


def _own(written: str | None) -> source_choices.SourceChoices:
    """Return the choices of sources without those that only say how an article is read."""
    return replace(source_choices.loads(written), share=source_choices.SHARE, followed=frozenset())
