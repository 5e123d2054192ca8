"""Writes the program's names of menus and keys into the manual's files: ``python3 dev.py manual``."""

import os
import sys

from PySide6.QtCore import QCoreApplication

from annotator.model import schema_file
from ui.base import i18n
from ui.manual.chapters import FOLDER
from ui.manual.markup import ActionWords, renewed
from ui.shell.action_table import ACTIONS, label_specs, layer_specs


def usual_words() -> ActionWords:
    """Return the words of all actions with their default keys, in the installed language."""
    schema = schema_file.load(schema_file.DEFAULT)
    return ActionWords((*ACTIONS, *label_specs(schema), *layer_specs(schema)))


def main() -> int:
    """Rewrite each chapter whose words have changed."""
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    application = QCoreApplication.instance() or QCoreApplication([])
    for language in i18n.LANGUAGES:
        i18n.install(language)
        for path in sorted((FOLDER / language).glob("*.md")):
            before = path.read_text("utf-8")
            after = renewed(before, usual_words())
            if after != before:
                path.write_text(after, "utf-8", newline="\n")
                print(f"{path.parent.name}/{path.name}", flush=True)
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
