"""Runs the functions of the job processes in the test's own process, a moment later, for tests of dialogs."""

from PySide6.QtCore import QTimer

from annotator.corpus import reader_table
from annotator.corpus.article import ReadingChoices
from annotator.jobs.exporting import export_files
from annotator.jobs.importing import import_read
from annotator.processes import slices
from annotator.system.errors import AnnotatorError


def run(function, *arguments, done, failed):
    timer = QTimer(singleShot=True, interval=0)

    def work():
        try:
            result = function(*arguments)
        except AnnotatorError as error:
            failed(error)
        else:
            done(result)

    timer.timeout.connect(work)
    timer.start()
    return timer.stop


def parse(text, *, done, failed):
    return run(reader_table.from_paste, text, done=done, failed=failed)


def reading(session):
    """Return a function that reads files for a session's project."""

    def read(wanted, *, given, done, failed, advanced):
        project = session.required()
        if wanted.address is not None:
            portions = import_read.fetch(wanted.address, project.path, None, wanted.earlier)
        elif wanted.asked is not None:
            portions = import_read.read_again(wanted.paths[0], wanted.asked, project.path, None, wanted.earlier)
        else:
            options = import_read.read_options(
                project,
                None,
                renamed=wanted.renamed,
                schema=wanted.schema,
                utf16=wanted.utf16,
                unclear=wanted.columns,
                fields=wanted.fields,
            )
            choices = ReadingChoices()
            portions = import_read.reading(wanted.paths, None, options, choices, project.path, None, wanted.earlier)
        return run(slices.finish, portions, given, done=done, failed=failed)

    return read


def exporting(session):
    """Return functions that check and export a session's project."""
    path = session.required().path

    def preflight(request, *, done, failed, advanced):
        return run(export_files.preflight, path, request, done=done, failed=failed)

    def export(target, request, *, done, failed, advanced):
        return run(export_files.export, path, target, request, done=done, failed=failed)

    return preflight, export
