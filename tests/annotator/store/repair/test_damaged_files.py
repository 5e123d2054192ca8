"""Files damaged in every way are repaired or refused, and what is on whole pages is saved."""

import sqlite3
import time
from collections import Counter
from contextlib import closing

from annotator.project.project import Project
from annotator.store.checks.quick_check import quick_faults
from annotator.store.repair.repairing import repair
from annotator.system.errors import AnnotatorError, StoreError
from tests.annotator.store.damaged_files import COUNT, KINDS, Damaged, damaged, spans
from tests.annotator.store.repair.conftest import ALL

FEW = {
    "random": 3,
    "zeroed": 2,
    "truncated": 3,
    "swapped": 2,
    "header": 3,
    "flipped": 2,
    "log cut": 2,
    "log damaged": 2,
}


def test_damaged_files_are_repaired_or_refused(base, tmp_path):
    """Everything on whole pages is saved, and each row that is lost or comes back is reported."""
    assert COUNT == 320
    wanted, slowest = spans(base.closed), 0.0
    table: dict[str, Counter[str]] = {}
    for each in damaged(base, tmp_path / "bad", KINDS if ALL else FEW):
        counts = table.setdefault(each.kind, Counter())
        begun = time.monotonic()
        look(each, base, wanted, counts)
        slowest = max(slowest, time.monotonic() - begun)
    for kind, counts in table.items():
        print(f"{kind:12} {dict(counts)}")
    print(f"slowest: {slowest:.1f} s")
    assert slowest < 30


def repaired(path, out):
    try:
        return repair(path, out), ""
    except StoreError as error:
        return None, error.code


def look(each: Damaged, base, wanted, counts):
    counts["files"] += 1
    of_log = each.kind.startswith("log")
    out = each.path.with_name("out.spanwright")
    before = each.path.read_bytes()
    sure = set() if of_log else base.sure(each.pages)
    report, refusal = repaired(each.path, out)
    if report is None:
        assert refusal == "repair.nothing"
        assert not sure
        counts["refused"] += 1
    else:
        saved = spans(out)
        told = {finding.row for finding in (*report.lost, *report.changed)}
        assert sure <= {id_ for id_ in sure if saved.get(id_) == wanted[id_]}, each
        assert of_log or {id_ for id_ in saved if id_ not in wanted} <= told, each  # a cut log is an earlier state
        assert not set(wanted) - set(saved) or of_log or not report.whole, each
        counts["on whole pages"] += len(sure)
        counts["saved"] += len(saved)
        counts["of"] += len(wanted)
        out.unlink()
    assert each.path.read_bytes() == before
    counts[opening(each, wanted)] += 1


def opening(each: Damaged, wanted):
    """Return what happens to a damaged file that is simply opened."""
    try:
        project = Project.open(each.path)
    except AnnotatorError:
        return "refused at opening"
    with closing(project):
        told = bool(quick_faults(project._store._connection)) or project.kept_aside is not None
        try:
            there = {id_: row[:5] for id_, row in spans(each.path).items()}
        except sqlite3.DatabaseError:
            there = {}
    if there == {id_: row[:5] for id_, row in wanted.items()}:
        return "opens whole"
    assert told or each.kind.startswith("log"), each  # a log that was cut off is that of an earlier moment
    return "opens, and is told" if told else "opens at an earlier step"
