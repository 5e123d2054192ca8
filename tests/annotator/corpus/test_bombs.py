"""Malicious files: each is reported or read, under limits, and the good files beside it are imported.

Small ones always run. ``SPANWRIGHT_BOMBS=1 python -m pytest tests/annotator/corpus/test_bombs.py -s`` runs them in full
size, under the default limits; it takes about half an hour and needs 2 GB.
"""

import os
import time

import pytest

from annotator.jobs.importing import import_read
from annotator.jobs.importing.import_read import Incoming
from annotator.processes import limited, process_limits
from annotator.processes.limited import Limits, Patience
from tests.annotator.corpus.bombs import BOMBS, plant

FULL = bool(os.environ.get("SPANWRIGHT_BOMBS"))
SMALL = Patience(Limits(seconds=3, memory=400))
GOOD = "Der Stadtrat hat am Montag in {place} den Bau der neuen Brücke beschlossen. Sie soll im Mai fertig sein."


def neighbours(folder):
    """Write two good articles into a folder, one that is read before and one that is read after all other files."""
    for name, place in (("0.txt", "Köln"), ("zz.txt", "Bonn")):
        (folder / name).write_text(GOOD.format(place=place), "utf-8")


def assert_harmless(incoming, paths):
    """Check that the bombs yielded only articles and errors with a message, and that the good articles were read."""
    codes = {path: error.code for path, error in incoming.failures}
    assert {path: code for path, code in codes.items() if code == "text.bug"} == {}
    texts = {article.text for article in incoming.articles}
    assert {GOOD.format(place=place) for place in ("Köln", "Bonn")} <= texts
    told = {problem.file for problem in incoming.problems} | {note.details["title"] for note in incoming.notices}
    heard = {
        *codes,
        *(article.path for article in incoming.articles),
        *(file.path for file in incoming.labelled),
        *(path for path in paths if any(path.name in said for said in told)),
    }
    assert [path for path in paths if path not in heard] == []
    assert len(incoming.failures) < 2_000 * len(paths)
    for _, error in incoming.failures:
        assert str(error)


def test_small_bombs_cost_only_themselves(tmp_path):
    paths = [plant(tmp_path / "in", name, 0.001) for name in BOMBS]
    neighbours(tmp_path / "in")
    started = time.monotonic()
    incoming = import_read.read([tmp_path / "in"], patience=SMALL)
    assert_harmless(incoming, paths)
    assert time.monotonic() - started < 240


if FULL:

    @pytest.mark.timeout(600)
    @pytest.mark.parametrize("name", BOMBS)
    def test_bomb_costs_only_itself(tmp_path, monkeypatch, name):
        path = plant(tmp_path / "in", name, 1)
        neighbours(tmp_path / "in")
        peak = 0

        def watched(process):
            nonlocal peak
            found = measure(process)
            peak = max(peak, found)
            return found

        measure = process_limits.resident
        monkeypatch.setattr(limited, "resident", watched)
        started = time.monotonic()
        incoming: Incoming = import_read.read([tmp_path / "in"], patience=Patience())
        seconds = time.monotonic() - started
        assert_harmless(incoming, [path])
        said = sorted({error.code for _, error in incoming.failures})
        print(f"\n{name}: {seconds:.1f} s, {peak >> 20} MB, {len(incoming.articles)} articles, {said}")
        assert peak < (2048 << 20)
