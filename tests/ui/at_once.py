"""Work for dialogs that is done in the test's own process, soon, by the functions that the job processes run."""

from PySide6.QtCore import QTimer

from annotator import exchange
from annotator.corpus import readers
from annotator.errors import AnnotatorError


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
    return run(readers.from_paste, text, done=done, failed=failed)


def read(paths, encoding, *, done, failed, advanced):
    if encoding is None:
        return run(exchange.read, paths, done=done, failed=failed)
    return run(exchange.read_again, paths[0], encoding, done=done, failed=failed)


def exporting(session):
    """Give preflight and export of a session's project."""
    path = session.required().path

    def preflight(request, *, done, failed, advanced):
        return run(exchange.preflight, path, request, done=done, failed=failed)

    def export(target, request, *, done, failed, advanced):
        return run(exchange.export, path, target, request, done=done, failed=failed)

    return preflight, export
