"""A fork server for job processes, which imports their modules once for all tests of a worker.

More than a thousand tests open a window, and each window starts two processes. Tests of the whole program start them as
users do.
"""

import multiprocessing
import os
from pathlib import Path

import pytest

_server = multiprocessing.get_context("forkserver")
_server.set_forkserver_preload(
    [
        "annotator.formats.registry",
        "annotator.jobs.exporting.export_files",
        "annotator.jobs.quick_check",
        "annotator.jobs.repair",
        "annotator.project.project",
        "annotator.suggest.work",
        "spacy.lang.de",
        "spacy.lang.en",
        "tests.ui.worked",
    ]
)


class Context:
    """The part of a `multiprocessing` context that `ui.jobs.workers` uses."""

    def __init__(self):
        """Wait until the server has imported the modules, as no test waits that long for a process of its own."""
        first = _server.Process(target=int)  # does nothing
        with pytest.MonkeyPatch.context() as variables:
            variables.setenv("OPENBLAS_NUM_THREADS", "1")  # as `annotator.processes.worker` sets it before numpy comes
            first.start()
        first.join()
        first.close()

    Pipe = staticmethod(_server.Pipe)

    @staticmethod
    def Process(*, target, args, **options):  # noqa: N802  # a name of `multiprocessing`
        """Return a process that begins in the folder and with the variables of the test, as the server is older."""
        return _server.Process(target=_run, args=(dict(os.environ), str(Path.cwd()), target, args), **options)


def _run(variables, folder, target, args):
    os.environ.clear()
    os.environ.update(variables)
    os.chdir(folder)
    target(*args)
