"""A program with a job that never ends and shows no progress, to be killed: ``python -m tests.ui.hanging_job``."""

import sys
import threading

from PySide6.QtCore import QCoreApplication

from ui.jobs.workers import JobProcess


def hang(*, progress):
    del progress
    print("at work", flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    application = QCoreApplication(sys.argv)
    process = JobProcess("Vorschläge", broken=print)
    process.start(hang, done=print, failed=print)
    application.exec()
