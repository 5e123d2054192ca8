"""Runs that are stopped, killed, repeated or given other options.

The results have the same bytes, or the run is refused.
"""

import gzip
import json
import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest

from annotator.scale import recipe, run
from annotator.scale.engines import Engine, Where
from annotator.scale.isolation import PartProcess
from annotator.scale.parts import plan
from annotator.scale.places import Folder
from annotator.scale.results import checking
from annotator.system.errors import ModelError
from tests.annotator.scale import deadly
from tests.annotator.scale.corpora import (
    GOOD,
    articles,
    asked,
    digest,
    prelabel,
    problems,
    table,
    write_lines,
    write_parquet,
)
from tests.annotator.scale.processes import command, gone, is_spawned, of_session

pytestmark = pytest.mark.scale


@pytest.fixture
def corpus(tmp_path):
    """Two shards of 40 articles in eight parts of ten rows."""
    write_parquet(tmp_path / "c/a.parquet", articles(40), group=40)
    write_lines(tmp_path / "c/b.jsonl", articles(40, 40))
    return tmp_path / "c"


def begin(*line):
    """Start a run in a session of its own, and return the run once its first part is written."""
    with Path(line[1]).with_suffix(".said").open("wb") as said:
        started = subprocess.Popen(command(*line), start_new_session=True, stdout=said, stderr=said)
    room, until = Path(line[1]) / "articles", time.monotonic() + 270
    while not (room.is_dir() and any(room.glob("*.parquet"))):
        assert time.monotonic() < until
        assert started.poll() is None
        time.sleep(0.05)
    return started


def test_serial_and_dask_write_the_same_bytes(corpus, tmp_path):
    state = prelabel(corpus, tmp_path / "one")
    assert (state.parts, state.finished, state.articles, state.undone) == (8, 8, 80, [])
    subprocess.run(command(corpus, tmp_path / "two", "--workers", "2"), check=True, capture_output=True)
    assert digest(tmp_path / "two") == digest(tmp_path / "one")
    assert checking.check(str(tmp_path / "two")).whole


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGINT])
def test_stopped_run_goes_on_with_the_same_bytes(corpus, tmp_path, ending):
    prelabel(corpus, tmp_path / "whole")
    started = begin(corpus, tmp_path / "o", "--workers", "2")
    os.kill(started.pid, ending) if ending == signal.SIGKILL else os.killpg(started.pid, ending)
    code = started.wait(60)
    assert code == (-signal.SIGKILL if ending == signal.SIGKILL else 130)
    assert gone(started.pid)
    said = (tmp_path / "o.said").read_text("utf-8")
    assert "Traceback" not in said
    assert ending == signal.SIGKILL or said == "Stopped. The same command goes on.\n"
    before = len(table(tmp_path / "o", "articles"))
    assert checking.check(str(tmp_path / "o")).undone
    state = prelabel(corpus, tmp_path / "o")
    assert state.articles == 80 - before
    assert digest(tmp_path / "o") == digest(tmp_path / "whole")


def test_progress_moves_within_a_part(tmp_path):
    packed = "".join(json.dumps(one) + "\n" for one in articles(400)).encode()
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(packed))
    write_parquet(tmp_path / "b.parquet", articles(400, 400), group=1000)
    states = [
        (state.finished, state.articles_so_far, state.done_so_far / state.total, state.left)
        for state in run.prelabel(str(tmp_path), str(tmp_path.with_suffix(".o")), asked(2_000), Engine.SERIAL, Where())
    ]
    for part in range(2):
        within = [state for state in states if state[0] == part and state[1] > 400 * part]
        assert len(within) >= 2
        assert all(left is not None for *_, left in within)
    assert states == sorted(states, key=lambda state: state[:3])
    assert states[-1][:3] == (2, 800, 1.0)


def reads(process, shard):
    """Return whether a process that was started by another has a shard open."""
    import psutil

    with suppress(psutil.Error, OSError):  # it may have ended meanwhile
        opened = [file.path for file in process.open_files()] if is_spawned(process) else []
        return str(shard.resolve()) in opened
    return False


@pytest.mark.parametrize("engine", [("--engine", "serial"), ("--workers", "1")])
def test_run_stopped_within_a_part_goes_on(tmp_path, engine):
    shard = write_lines(tmp_path / "c/a.jsonl", articles(700))
    corpus, out = shard.parent, tmp_path / "o"
    line = [*command(corpus, out, *engine), "--rows", "1000"]
    started = subprocess.Popen(line, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    until = time.monotonic() + 270
    while not any(reads(process, shard) for process in of_session(started.pid)):
        assert time.monotonic() < until
        assert started.poll() is None
        time.sleep(0.01)
    os.killpg(started.pid, signal.SIGINT)
    said, _ = started.communicate(timeout=60)
    assert (started.returncode, said) == (130, b"Stopped. The same command goes on.\n")
    assert gone(started.pid)
    prelabel(corpus, tmp_path / "whole", rows=1000)
    prelabel(corpus, out, rows=1000)
    assert digest(out) == digest(tmp_path / "whole")


def test_killed_workers_change_no_byte(corpus, tmp_path):
    prelabel(corpus, tmp_path / "whole")
    started = begin(corpus, tmp_path / "o", "--workers", "2")
    for process in of_session(started.pid):
        if process.pid != started.pid and is_spawned(process):
            process.kill()  # workers, and the processes below them that read
    assert started.wait(120) == 0
    assert digest(tmp_path / "o") == digest(tmp_path / "whole")


def half_written(folder, name):
    """Write the file that a process leaves if it is killed while writing."""
    path = folder / f".{name[:40]}.spanwright-0a1b2c3d"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"PAR1")
    return path


def test_run_killed_while_it_writes_its_recipe_goes_on(corpus, tmp_path):
    left = [half_written(tmp_path / "o", run.RUN)]
    left += [half_written(tmp_path / "o/recipe/models/01", "meta.json"), half_written(tmp_path / "o/recipe", "x")]
    prelabel(corpus, tmp_path / "o")
    assert not [path for path in left if path.exists()]


def test_half_written_parts_go_when_all_parts_stand(corpus, tmp_path):
    prelabel(corpus, tmp_path / "o")
    (tmp_path / "o/articles/a.parquet.00001.parquet").unlink()
    left = [half_written(tmp_path / "o" / room, "a.parquet.00001.parquet") for room in ("articles", "suggestions")]
    others = [half_written(tmp_path / "o", "near.parquet"), half_written(tmp_path / "o/samples", "doubt.json")]
    steps = run.prelabel(str(corpus), str(tmp_path / "o"), asked(10), Engine.SERIAL, Where())
    next(steps)
    assert all(path.exists() for path in left)  # a worker of a killed driver may be writing them
    assert list(steps)[-1].undone == []
    assert not [path for path in left if path.exists()]
    assert all(path.exists() for path in others)  # other commands write these
    left[0].touch()
    prelabel(corpus, tmp_path / "o")
    assert not left[0].exists()


def test_another_recipe_is_refused(corpus, tmp_path):
    prelabel(corpus, tmp_path / "o")
    for more, what in (({"rows": 11}, "rows"), ({"language": "de"}, "language")):
        with pytest.raises(ModelError, match=f"different: {what}") as told:
            prelabel(corpus, tmp_path / "o", **more)
        assert told.value.code == "corpus.other"
    prelabel(corpus, tmp_path / "o")


def test_changed_recipe_and_other_versions_are_refused(corpus, tmp_path):
    out = tmp_path / "o"
    prelabel(corpus, out)
    part = plan(str(corpus), 10).parts[0]
    (out / "articles" / f"{part.name}.parquet").unlink()
    before = (out / recipe.FILE).read_bytes()
    (out / recipe.FILE).write_bytes(before.replace(b'"fallback": "de"', b'"fallback": "en"'))
    print_of = recipe.write(asked(10)).fingerprint
    for expected in ("corpus.recipe", "corpus.worker"):
        with pytest.raises(ModelError) as told:
            recipe.known(str(out), print_of)
        assert told.value.code == expected
        (out / recipe.FILE).write_bytes(made := before.replace(b'"spacy": "3', b'"spacy": "2'))
        print_of = recipe.Recipe(made, {}).fingerprint
    with PartProcess() as process, pytest.raises(ModelError) as told:
        process.run(part, str(out), print_of)
    assert "spacy 3" in str(told.value)


def test_changed_shard_is_refused(corpus, tmp_path):
    prelabel(corpus, tmp_path / "o")
    write_lines(corpus / "b.jsonl", articles(39, 40))
    with pytest.raises(ModelError) as told:
        prelabel(corpus, tmp_path / "o")
    assert told.value.code == "corpus.changed"


def test_new_shard_is_added(corpus, tmp_path):
    prelabel(corpus, tmp_path / "o")
    write_lines(corpus / "c.jsonl", articles(3, 80))
    state = prelabel(corpus, tmp_path / "o")
    assert (state.standing, state.finished, state.articles) == (8, 1, 3)
    assert checking.check(str(tmp_path / "o")).articles == 83


def test_second_run_into_a_folder_is_refused(corpus, tmp_path):
    steps = run.prelabel(str(corpus), str(tmp_path / "o"), asked(10), Engine.SERIAL, Where())
    next(steps)
    line = command(corpus, tmp_path / "o", "--engine", "serial")
    done = subprocess.run(line, check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert f"(process {os.getpid()})" in done.stderr
    steps.close()


@pytest.mark.parametrize("name", ["c", "c/out", "full"])
def test_strange_folder_of_results_is_refused(corpus, tmp_path, name):
    (tmp_path / "full/of").mkdir(parents=True)
    with pytest.raises(ModelError) as told:
        prelabel(corpus, tmp_path / name)
    assert told.value.code == ("corpus.strange" if name == "full" else "corpus.inside")


def test_nothing_is_cleared_in_a_strange_folder(corpus, tmp_path):
    deep = half_written(tmp_path / "full/of/others", "x")
    os.utime(deep, (0, 0))
    with pytest.raises(ModelError, match="full"):
        prelabel(corpus, tmp_path / "full")
    assert deep.exists()


def test_deadly_article_alone_is_lost(corpus, tmp_path):
    records = articles(10)
    records[6]["text"] = f"{GOOD} {deadly.POISON}"
    write_lines(tmp_path / "d/a.jsonl", records)
    whole = prelabel(tmp_path / "d", tmp_path / "whole")
    assert whole.articles == 10
    written, (part,) = recipe.write(asked(10)), plan(str(tmp_path / "d"), 10).parts
    recipe.put(written, Folder(str(tmp_path / "o")))
    with PartProcess(work=deadly.prelabel) as process:
        told = process.run(part, str(tmp_path / "o"), written.fingerprint)
    assert told.counted.problems == {"process.died": 1}
    assert problems(tmp_path / "o") == {"a.jsonl#6": "process.died"}
    wanted = [row for row in table(tmp_path / "whole", "suggestions") if row["key"] != "a.jsonl#6"]
    assert [{**row, "score": 0} for row in table(tmp_path / "o", "suggestions")] == [{**r, "score": 0} for r in wanted]


def test_deadly_shard_is_damaged_from_there_on(corpus, tmp_path):
    write_lines(tmp_path / "d/a.jsonl", articles(10))
    written, (part,) = recipe.write(asked(10)), plan(str(tmp_path / "d"), 10).parts
    recipe.put(written, Folder(str(tmp_path / "o")))
    with PartProcess(work=deadly.reading) as process:
        process.run(part, str(tmp_path / "o"), written.fingerprint)
    assert set(problems(tmp_path / "o").values()) == {"shard.broken"}


def test_full_disk_leaves_parts_undone(corpus, tmp_path, disk_of):
    room = disk_of(120)
    state = prelabel(corpus, room / "o")
    assert state.undone
    assert {one.error.code for one in state.undone} == {"corpus.storage"}
    assert "the disk is full" in str(state.undone[0].error)
    assert not [path for path in (room / "o/articles").iterdir() if path.suffix != ".parquet"]


def test_check_finds_what_was_damaged(corpus, tmp_path):
    out = tmp_path / "o"
    prelabel(corpus, out)
    assert checking.check(str(out)).whole
    first, second, third, *_ = sorted((out / "articles").iterdir())
    first.unlink()
    second.write_bytes(second.read_bytes()[:-40])
    third.write_bytes(sorted((out / "articles").iterdir())[-1].read_bytes())
    (out / "suggestions" / third.name).unlink()
    (out / "articles/strange.parquet").write_bytes(b"")
    found = checking.check(str(out))
    assert found.undone == [first.name.removesuffix(".parquet")]
    assert len(found.damage) == 3
    assert json.loads((out / run.RUN).read_text("utf-8"))["format"] == "spanwright-corpus/1"
    (out / run.RUN).write_text("[]", "utf-8")
    with pytest.raises(ModelError, match=r"run\.json"):
        checking.check(str(out))
