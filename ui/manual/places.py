"""The manual's chapter for a widget: that of the nearest panel, dialog or window around the widget."""

from PySide6.QtWidgets import QWidget

FIRST = "start"
_CHAPTERS = {
    "articleView": "suggestions",
    "suggestionPanel": "suggestions",
    "labelPanel": "labels",
    "inspector": "labels",
    "rowPage": "labels",
    "claimCard": "claims",
    "claimPage": "claims",
    "boardWindow": "claims",
    "occurrenceDrawer": "questions",
    "schemaWindow": "schema",
    "exportDialog": "export",
    "lossDialog": "export",
    "trainingWindow": "models",
    "sourcesWindow": "models",
    "importDialog": "import",
    "pasteDialog": "import",
    "documentDialog": "import",
    "newProjectDialog": "import",
    "pageRulesDialog": "import",
    "blankPage": "import",
    "toldDialog": "import",
    "versionsDialog": "import",
    "articleList": "project",
    "historyPage": "project",
    "searchField": "project",
    "repairDialog": "project",
    "numbersWindow": "project",
    "identitiesWindow": "project",
    "queriesDialog": "project",
    "keysDialog": "project",
    "diagnosticsDialog": "project",
    "dealDialog": "team",
    "packagesDialog": "team",
    "mergeDialog": "team",
    "conflictsWindow": "team",
    "commentsWindow": "team",
    "agreementWindow": "team",
    "adjudicationDialog": "team",
    "adjudicationBar": "team",
}


def chapter_at(widget: QWidget | None) -> str:
    """Return the id of the chapter about the panel, dialog or window that holds a widget, else of the first chapter."""
    while widget is not None:
        name = widget.objectName().partition(".")[0]
        if name in _CHAPTERS:
            return _CHAPTERS[name]
        widget = widget.parentWidget()
    return FIRST
