"""Imports in advance the modules of windows that people open often.

Otherwise the first finished article would block the window for 40 ms, and the first import, export or list of sources
for up to half a second. Modules of the core don't use Qt, so a thread imports them. Classes of Qt must be created in
the thread that paints, so it imports the window's modules one by one when it has nothing else to do.
"""

import sys
from importlib import import_module
from threading import Event, Thread

from PySide6.QtCore import QObject, QTimer, Slot

_MODULES = (  # each builds on those before it, so that `stop` waits only for a part
    "annotator.formats.base",
    "annotator.formats.registry",
    "annotator.jobs.exporting.export_files",
    "annotator.jobs.exporting.export_preflight",
    "annotator.jobs.exporting.labels_offered",
    "annotator.jobs.importing.notices",
    "annotator.corpus.describe",
    "annotator.corpus.encoding",
    "annotator.corpus.readers.json_articles",
    "annotator.corpus.readers.web",
    "annotator.corpus.readers.warc",
    "annotator.processes.limited",
    "annotator.corpus.reader_table",
    "annotator.system.addresses",
    "annotator.jobs.importing.labelled_files",
    "annotator.jobs.importing.import_read",
    "annotator.jobs.schema_change",
    "annotator.jobs.importing.import_store",
    "annotator.editing.schema_editing.flaws",
    "annotator.editing.schema_editing.new_label",
    "annotator.editing.schema_editing.new_relation",
    "annotator.jobs.searching.concordance",
    "annotator.jobs.searching.sentence_search",
    "annotator.jobs.suggesting.triage",
    "annotator.jobs.board",
    "annotator.jobs.searching.said_before",
    "annotator.jobs.searching.claim_copies",
    "annotator.jobs.identify_mentions",
    "annotator.suggest.adapter.shelf",
    "annotator.jobs.learning.source_quality",
    "annotator.suggest.sources.measured",
    "packaging.specifiers",
    "annotator.suggest.sources.registry",
    "annotator.suggest.sources.pipeline",
    "annotator.suggest.sources.official",
    "annotator.suggest.sources.patterns",
    "annotator.jobs.suggesting.pattern_lists",
    "annotator.jobs.suggesting.pattern_files",
    "annotator.suggest.sources.gliner",
    "annotator.jobs.suggesting.wordings",
    "annotator.jobs.suggesting.withdrawal",
    "annotator.suggest.llm.client",
    "annotator.suggest.llm.own_settings",
    "annotator.suggest.llm.source",
    "annotator.jobs.numbers",
    "annotator.jobs.team.agreement",
    "annotator.jobs.exporting.report",
    "annotator.jobs.team.dealing",
    "annotator.jobs.team.packing",
    "annotator.editing.talking",
    "annotator.jobs.team.talk",
    "annotator.quality.questions",
    "annotator.jobs.team.adjudicating",
    "annotator.jobs.merging.conflicts",
    "annotator.jobs.merging.report",
    "annotator.jobs.merging.copies_read",
    "annotator.jobs.merging.copies_merged",
    "annotator.jobs.merging.merge_undone",
    "annotator.training.evaluate",
    "annotator.jobs.suggesting.wanted_sources",
    "annotator.jobs.learning.evaluate_models",
    "annotator.scale.extra",
    "annotator.scale.parts",
    "annotator.scale.recipe",
    "annotator.processes.process_pool",
    "annotator.scale.part_work",
    "annotator.scale.engines",
    "annotator.scale.run",
    "annotator.scale.results.sampling",
    "annotator.scale.results.looking",
)
_STEPS = (  # each takes at most 10 ms, all together 400; questions come first, as the first Ctrl+Return may list some
    "ui.base.rows.row_list",
    "ui.occurrences.drawer_page",
    "ui.occurrences.occurrence_words",
    "ui.occurrences.hit_list",
    "ui.occurrences.occurrence_finder",
    "ui.occurrences.occurrences_page",
    "ui.base.words.question_words",
    "ui.occurrences.question_list",
    "ui.occurrences.question_steps",
    "ui.occurrences.questions_page",
    "ui.base.widgets.question",
    "ui.base.saving",
    "ui.base.file_dialogs",
    "ui.jobs.job_line",
    "ui.base.widgets.empty_words",
    "ui.dialogs.told_dialog",
    "ui.dialogs.exporting.format_words",
    "ui.dialogs.exporting.gold_or_only_words",
    "ui.dialogs.exporting.format_chooser",
    "ui.dialogs.exporting.loss_remedies",
    "ui.dialogs.exporting.loss_table",
    "ui.dialogs.exporting.questions_line",
    "ui.dialogs.exporting.row_choices",
    "ui.dialogs.exporting.split_options",
    "ui.dialogs.exporting.whose_chooser",
    "ui.dialogs.exporting.export_options",
    "ui.dialogs.exporting.export_dialog",
    "ui.dialogs.importing.import_table",
    "ui.dialogs.importing.import_article",
    "ui.dialogs.importing.import_contents",
    "ui.dialogs.importing.import_reading",
    "ui.dialogs.importing.import_labels",
    "ui.dialogs.importing.label_fields",
    "ui.dialogs.importing.import_dialog",
    "ui.dialogs.document_dialog",
    "ui.dialogs.importing.paste_dialog",
    "ui.choosing.meaning",
    "ui.choosing.palette",
    "ui.search.labelling_all",
    "ui.search.meaning_search",
    "ui.search.place_list",
    "ui.filtering.filters",
    "ui.search.search_line",
    "ui.search.search_page",
    "ui.base.pictures",
    "ui.board.board_output",
    "ui.board.board_filters",
    "ui.board.grid",
    "ui.board.month_chart",
    "ui.board.sentence_list",
    "ui.board.join_line",
    "ui.board.board_window",
    "ui.sources.add_source",
    "ui.sources.label_names",
    "ui.sources.gliner_setup",
    "ui.sources.pattern_table",
    "ui.sources.pattern_window",
    "ui.sources.source_list",
    "ui.sources.withdraw_source",
    "ui.sources.quality_sections",
    "ui.sources.source_quality_page",
    "ui.sources.outside_sources",
    "ui.sources.sources_window",
    "ui.schema.schema_draft",
    "ui.schema.forms.colours",
    "ui.schema.forms.small_fields",
    "ui.schema.forms.part_forms",
    "ui.schema.forms.rule_form",
    "ui.schema.outlook",
    "ui.schema.split_dialog",
    "ui.schema.editing",
    "ui.schema.forms.part_page",
    "ui.schema.schema_files",
    "ui.schema.schema_tree",
    "ui.schema.schema_window",
    "ui.numbers.chart",
    "ui.numbers.drawing",
    "ui.numbers.course_view",
    "ui.numbers.chart_view",
    "ui.numbers.charts",
    "ui.numbers.numbers_window",
    "ui.numbers.agreement_words",
    "ui.numbers.agreement_tables",
    "ui.numbers.agreement_window",
    "ui.corpora.bringing",
    "ui.corpora.page_words",
    "ui.corpora.pages",
    "ui.corpora.sampling_form",
    "ui.corpora.corpus_window",
    "ui.identities.group_list",
    "ui.identities.identity_details",
    "ui.identities.identities_window",
    "ui.dialogs.team.deal_dialog",
    "ui.dialogs.team.packages_dialog",
    "ui.dialogs.team.comments_window",
    "ui.adjudicating.articles_dialog",
    "ui.dialogs.merging.conflict_table",
    "ui.dialogs.merging.conflicts_window",
    "ui.dialogs.merging.copies_list",
    "ui.dialogs.merging.merge_tables",
    "ui.dialogs.merging.merge_dialog",
    "ui.training.confusion_table",
    "ui.training.growth_page",
    "ui.training.pipeline_use",
    "ui.training.evaluated",
    "ui.training.mistake_list",
    "ui.training.training_window",
    "ui.manual.finding",
    "ui.manual.manual_text",
    "ui.manual.places",
    "ui.manual.manual_window",
    "ui.occurrences.triage_list",
    "ui.occurrences.triage_page",
    "ui.dialogs.help.cheat_sheet",
    "ui.dialogs.help.keys_dialog",
    "ui.dialogs.new_project_dialog",
)
_PAUSE = 50  # milliseconds between two steps
_TURN = 0.0005  # seconds; the switch interval during `_import`


class ImportAhead:
    """A thread that imports the modules of the core that windows need, one after the other."""

    def __init__(self) -> None:
        self._stopped = Event()
        self._thread = Thread(target=self._import, name="import ahead")
        self._thread.start()

    def stop(self) -> None:
        """Import no further module, and wait for the one that is being imported."""
        self._stopped.set()
        self.wait()

    @property
    def ended(self) -> bool:
        """Whether the thread has ended."""
        return not self._thread.is_alive()

    def wait(self) -> None:
        """Wait until the thread has ended."""
        self._thread.join()

    def _import(self) -> None:
        """Import the modules, letting the window's thread run ten times as often meanwhile.

        Qt releases Python's global lock many times a frame. Each time, an importing thread keeps it for a switch
        interval, usually 5 ms. On a busy machine, the median of 20 such waits fell from 163 to 7 ms.
        """
        usual = sys.getswitchinterval()
        sys.setswitchinterval(_TURN)
        try:
            for name in _MODULES:
                if self._stopped.is_set():
                    return
                import_module(name)
            from annotator.suggest.sources.pipeline_folder import spacy_release

            spacy_release()  # kept for the list of sources
        finally:
            sys.setswitchinterval(usual)


class ImportSteps(QObject):
    """Imports modules of the window in the thread that paints, one at a time, once the core's are there."""

    def __init__(self, ahead: ImportAhead, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ahead = ahead
        self.left = list(_STEPS)  # modules to import
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def stop(self) -> None:
        """Import no further module."""
        self._timer.stop()

    @Slot()
    def _step(self) -> None:
        if self._ahead.ended and self.left:
            import_module(self.left.pop(0))
        if not self.left:
            self._timer.stop()
