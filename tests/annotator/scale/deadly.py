"""Reads parts of a corpus in a process that certain texts end, as a fault in native code would."""

import os
import signal

POISON = "Giftmüll"


def prelabel(part, out, fingerprint, careful, *, progress):
    """Read a part; a text that contains the poison ends the process."""
    from annotator.scale import part_work
    from annotator.suggest import work

    whole = work.prepare_many

    def prepare_many(documents, *arguments, **named):
        if any(POISON in document.text for document, _ in documents):
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(documents, *arguments, **named)

    work.prepare_many = prepare_many
    try:
        return part_work.prelabel(part, out, fingerprint, careful, progress=progress)
    finally:
        work.prepare_many = whole


def reading(part, out, fingerprint, careful, *, progress):
    """Read a part; the process ends while it reads the third row."""
    from annotator.scale import part_work, reading

    whole = reading.rows_of

    def rows_of(part, columns, unreadable=(), *more):
        for row in whole(part, columns, unreadable, *more):
            if row.row == 2 and not unreadable:
                os.kill(os.getpid(), signal.SIGKILL)
            yield row

    part_work.rows_of = rows_of  # type: ignore[attr-defined]  # the name that is called there
    return part_work.prelabel(part, out, fingerprint, careful, progress=progress)
