"""Jobs for repairing a project: copying a backup, and the report."""

import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from annotator.processes.worker import Progress, no_progress
from annotator.store.copies import SUFFIX
from annotator.store.repair import repairing
from annotator.store.repair.mending import WHY
from annotator.store.repair.repaired import Finding, Repaired


def copy_backup(backup: Path, target: Path, *, progress: Progress = no_progress) -> Path:
    """Copy a backup, so that the backup itself stays unchanged; return the path of the copy.

    Raises:
        StoreError: The copy could not be written.
    """
    progress(0, 1)
    repairing.copy_backup(backup, target)
    return target


def free_name(path: Path, addition: str) -> Path:
    """Return an unused path beside a project: ``NAME (ADDITION).spanwright``."""
    number = 1
    while True:
        more = "" if number == 1 else f" {number}"
        found = path.with_name(f"{path.stem} ({addition}{more}){SUFFIX}")
        if not os.path.lexists(found):
            return found
        number += 1


def to_json(report: Repaired) -> dict[str, Any]:
    """Return the report of a repair as JSON values."""
    backup = None
    if report.backup is not None:
        backup = {**asdict(report.backup), "path": str(report.backup.path)}
    return {
        "out": str(report.out),
        "whole": report.whole,
        "saved": dict(report.saved),
        "lost": [_finding_to(finding) for finding in report.lost],
        "changed": [_finding_to(finding) for finding in report.changed],
        "damaged": dict(report.damaged),
        "articles": [asdict(article) for article in report.articles],
        "left_out": list(report.foreign),
        "own_tables": dict(report.own),
        "log_broken": report.log_broken,
        "steps_missing": report.steps_missing,
        "backup": backup,
        "set_aside": [{**asdict(log), "path": str(log.path)} for log in report.set_aside],
    }


def _finding_to(finding: Finding) -> dict[str, Any]:
    return {**asdict(finding), "sentence": WHY[finding.why].format(was=finding.was)}
