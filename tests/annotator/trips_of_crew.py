"""Functions that tests run in the processes of a pool; they are passed to a process by name."""

import os
import signal
import threading

from annotator.processes.worker import no_progress
from annotator.suggest.work import prepare_many
from annotator.system.errors import AnnotatorError

DEADLY = "Dieser Artikel 🎈 beendet jeden Prozess."


def double(number, *, progress):
    progress(0, 1)
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 14:
        threading.Event().wait()
    if number == 15:
        raise ValueError("a bug")
    if number == 16:
        raise AnnotatorError("worker.bug", kind="x")
    return 2 * number


def whose(_number, *, progress):
    del progress
    return os.getpid()


def deadly(documents, labels, seen, sources, *, progress=no_progress):
    """Prepare documents as usual; a certain document kills the process."""
    if any(DEADLY in document.text for document, _ in documents):
        os.kill(os.getpid(), signal.SIGKILL)
    return prepare_many(documents, labels, seen, sources, progress=progress)
