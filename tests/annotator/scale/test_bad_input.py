"""Bad shards, rows and texts: each leaves a row with a problem, and no part counts as done without being read."""

import gzip
import json
import os
import shutil
from datetime import datetime

import pytest

from annotator.scale.places import Folder
from tests.annotator.scale.corpora import GOOD, articles, prelabel, problems, table, write_lines, write_parquet

pytestmark = pytest.mark.scale


def read(folder, out):
    """Read a corpus that has a good shard, too; return the problems of the others."""
    write_lines(folder / "good.jsonl", articles(1))
    state = prelabel(folder, out)
    assert state.undone == []
    assert sum(state.problems.values()) + state.articles == len(table(out, "articles"))
    assert {row["key"] for row in table(out, "suggestions")} >= {"good.jsonl#0"}
    return problems(out)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of POSIX")
def test_closed_folder_is_named_and_never_left_out(tmp_path):
    write_lines(tmp_path / "c/a.jsonl", articles(1))
    write_lines(tmp_path / "c/closed/b.jsonl", articles(1))
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    (tmp_path / "c/closed").chmod(0)
    user = os.geteuid()
    try:
        os.seteuid(user or 65534)  # root may list any folder
        with pytest.raises(PermissionError, match="closed"):
            Folder.at(str(tmp_path / "c")).files()
    finally:
        os.seteuid(user)
        (tmp_path / "c/closed").chmod(0o755)


def test_corrupt_parquet_is_one_row(tmp_path):
    (tmp_path / "c").mkdir()
    (tmp_path / "c/a.parquet").write_bytes(b"PAR1" + bytes(500) + b"PAR1")
    assert read(tmp_path / "c", tmp_path / "o") == {"a.parquet#0": "shard.broken"}


def test_parquet_damaged_inside_keeps_its_other_groups(tmp_path):
    path = write_parquet(tmp_path / "c/a.parquet", articles(30), group=10)
    content = bytearray(path.read_bytes())
    from pyarrow import parquet

    about = parquet.read_metadata(path)
    column = next(c for c in map(about.row_group(1).column, range(5)) if c.path_in_schema == "text")
    start = column.dictionary_page_offset or column.data_page_offset
    content[start : start + column.total_compressed_size] = bytes(column.total_compressed_size)
    path.write_bytes(bytes(content))
    found = read(tmp_path / "c", tmp_path / "o")
    assert found == {f"a.parquet#{row}": "shard.broken" for row in range(10, 20)}


def test_gzip_cut_short_keeps_the_lines_before(tmp_path):
    (tmp_path / "c").mkdir()
    records = [{"id": str(n), "text": f"{GOOD} {n} {hash(n * 7919)}"} for n in range(50)]
    packed = gzip.compress("".join(json.dumps(one) + "\n" for one in records).encode(), 0)
    (tmp_path / "c/a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    found = read(tmp_path / "c", tmp_path / "o")
    rows = [row for row in table(tmp_path / "o", "articles") if row["shard"] == "a.jsonl.gz"]
    assert found == {f"a.jsonl.gz#{len(rows) - 1}": "shard.broken"}
    assert 20 <= len(rows) - 1 <= 30
    assert all(row["sha256"] for row in rows[:-1])


def test_no_column_of_text_is_said_for_each_row(tmp_path):
    write_parquet(tmp_path / "c/a.parquet", [{"id": "1", "note": "x"}, {"id": "2", "note": "y"}])
    write_lines(tmp_path / "c/b.jsonl", [{"id": "1", "note": GOOD}])
    assert read(tmp_path / "c", tmp_path / "o") == dict.fromkeys(
        ("a.parquet#0", "a.parquet#1", "b.jsonl#0"), "column.missing"
    )


def test_a_column_can_be_named(tmp_path):
    write_parquet(tmp_path / "c/a.parquet", [{"id": 1, "note": GOOD, "extra": [1]}])
    state = prelabel(tmp_path / "c", tmp_path / "o", columns={"text": "note", "id": "id"})
    assert (state.articles, problems(tmp_path / "o")) == (1, {})
    assert table(tmp_path / "o", "articles")[0]["id"] == "1"


def test_other_types_and_more_columns_are_read_by_name(tmp_path):
    write_parquet(tmp_path / "c/a.parquet", [{"id": 7, "extra": [1], "text": GOOD}])
    assert read(tmp_path / "c", tmp_path / "o") == {}
    assert [row["id"] for row in table(tmp_path / "o", "articles")] == ["7", "a0"]


def test_dates_and_half_characters_in_fields_are_kept_as_text(tmp_path):
    write_parquet(tmp_path / "c/a.parquet", [{"text": GOOD, "published": datetime(2024, 3, 1, 12, 30)}])  # noqa: DTZ001
    (tmp_path / "c/b.jsonl").write_text(json.dumps({"text": GOOD, "title": "x\ud800", "id": "y" * 9_000}), "utf-8")
    os.mkfifo(tmp_path / "c/c.jsonl")
    (tmp_path / "c/d.jsonl").symlink_to(tmp_path / "c/d.jsonl")
    assert read(tmp_path / "c", tmp_path / "o") == {}
    first, second, _ = table(tmp_path / "o", "articles")
    assert (first["published"], second["title"], len(second["id"])) == ("2024-03-01", "x\ufffd", 2_000)


def test_date_that_python_cannot_hold_costs_no_article(tmp_path):
    import pyarrow as pa
    from pyarrow import parquet

    (tmp_path / "c").mkdir()
    kinds = (pa.timestamp("us"), pa.timestamp("us", tz="No/Where"), pa.date64(), pa.time64("ns"))
    for number, kind in enumerate(kinds):
        values = pa.array([2**62 + 1, None]).view(kind)
        parquet.write_table(pa.table({"text": [GOOD, GOOD], "published": values}), tmp_path / f"c/{number}.parquet")
    assert read(tmp_path / "c", tmp_path / "o") == {}
    rows = [row for row in table(tmp_path / "o", "articles") if row["shard"] != "good.jsonl"]
    assert [row["published"] for row in rows] == [None] * 8


def test_bad_utf8_in_parquet_costs_one_row(tmp_path):
    import pyarrow as pa
    from pyarrow import parquet

    (tmp_path / "c").mkdir()
    good = GOOD.encode()
    ends = [0, 4, 4 + len(good)]
    offsets = b"".join(end.to_bytes(4, "little") for end in ends)
    text = pa.Array.from_buffers(pa.string(), 2, [None, pa.py_buffer(offsets), pa.py_buffer(b"ab\xff\xfe" + good)])
    parquet.write_table(pa.table({"id": ["1", "2"], "text": text}), tmp_path / "c/a.parquet")
    assert read(tmp_path / "c", tmp_path / "o") == {"a.parquet#0": "text.encoding"}


LINES = {
    b"{broken": "row.json",
    b"[1]": "row.no_object",
    b'{"id": "t", "text": "Ein Satz.", "text": "Ein anderer."}': "row.repeats",
    b"[" * 100_000: "row.json",
    json.dumps({"id": "e", "text": "  "}).encode(): "text.empty",
    json.dumps({"id": "n", "text": None}).encode(): "text.empty",
    json.dumps({"id": "0", "text": "a\0b"}).encode(): "text.nul",
    json.dumps({"id": "s", "text": "a\ud800b"}).encode(): "text.surrogate",
    b'{"id": "l1", "text": "\xff\xfe"}': "text.encoding",
    json.dumps({"id": "big", "text": "Ein Satz. " * 600_000}).encode(): "text.long",
    json.dumps({"id": "huge", "text": "Ein Satz. " * 5_000_000}).encode(): "text.long",
}


def test_each_bad_line_gets_its_code(tmp_path):
    (tmp_path / "c").mkdir()
    good = json.dumps({"id": "last", "text": GOOD}).encode()
    (tmp_path / "c/a.jsonl").write_bytes(b"\n".join((*LINES, good)) + b"\n")
    wanted = {f"a.jsonl#{row}": code for row, code in enumerate(LINES.values())}
    assert read(tmp_path / "c", tmp_path / "o") == wanted


def test_equal_ids_keep_both_rows_and_are_counted(tmp_path, ask):
    write_lines(tmp_path / "c/a.jsonl", [{"id": "same", "text": GOOD}, {"id": "same", "text": f"{GOOD} Anders."}])
    assert read(tmp_path / "c", tmp_path / "o") == {}
    assert [row["key"] for row in table(tmp_path / "o", "articles")][:2] == ["a.jsonl#0", "a.jsonl#1"]
    assert "2 articles share their id with another one" in ask("corpus", "stats", tmp_path / "o").out
    assert json.loads(ask("corpus", "stats", tmp_path / "o", "--json").out)["repeated_ids"] == 2


def test_missing_shard_leaves_its_part_undone(tmp_path):
    from annotator.scale import run
    from annotator.scale.engines import Engine, Where
    from tests.annotator.scale.corpora import asked

    write_lines(tmp_path / "c/a.jsonl", articles(2))
    second = write_lines(tmp_path / "c/b.jsonl", articles(2))
    steps = run.prelabel(str(tmp_path / "c"), str(tmp_path / "o"), asked(), Engine.SERIAL, Where())
    next(steps)
    second.rename(tmp_path / "away.jsonl")
    state = list(steps)[-1]
    assert [(one.part, one.error.code) for one in state.undone] == [("b.jsonl.00000", "corpus.storage")]
    (tmp_path / "away.jsonl").rename(second)
    state = prelabel(tmp_path / "c", tmp_path / "o")
    assert (state.standing, state.finished, state.articles, state.undone) == (1, 1, 2, [])


def test_part_that_cannot_be_written_ends_with_code_1(tmp_path, ask):
    write_lines(tmp_path / "c/a.jsonl", articles(2))
    line = ("corpus", "prelabel", tmp_path / "c", tmp_path / "o", "--engine", "serial")
    ask(*line)
    (tmp_path / "o/articles/a.jsonl.00000.parquet").unlink()
    shutil.rmtree(tmp_path / "o/suggestions")
    (tmp_path / "o/suggestions").touch()  # as if the disk had lost its folder
    told = ask(*line, code=1)
    assert "1 part not finished. The same command tries again." in told.err
    (tmp_path / "o/suggestions").unlink()
    ask(*line)
    assert "different: rows" in ask(*line, "--rows", "3", code=1).err


def test_shard_that_changes_while_read_leaves_its_part_undone(tmp_path):
    from annotator.scale import run
    from annotator.scale.engines import Engine, Where
    from tests.annotator.scale.corpora import asked

    path = write_lines(tmp_path / "c/a.jsonl", articles(2))
    steps = run.prelabel(str(tmp_path / "c"), str(tmp_path / "o"), asked(), Engine.SERIAL, Where())
    next(steps)
    write_lines(path, articles(3))
    state = list(steps)[-1]
    assert [one.error.code for one in state.undone] == ["corpus.changed"]
    assert table(tmp_path / "o", "articles") == []


def test_archives_and_single_files_are_read_too(tmp_path):
    page = f"<html><body><article><h1>Neues</h1><p>{GOOD}</p></article></body></html>".encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://e.example/1\r\nContent-Length: {len(http)}\r\n"
    record = head.encode() + b"\r\n" + http + b"\r\n\r\n"
    (tmp_path / "c/deep").mkdir(parents=True)
    (tmp_path / "c/a.warc.gz").write_bytes(gzip.compress(record) * 2)
    (tmp_path / "c/cut.warc").write_bytes(record + record[: len(record) // 2])
    (tmp_path / "c/deep/x.txt").write_text(GOOD, "utf-8")
    (tmp_path / "c/deep/empty.txt").write_text(" ", "utf-8")
    (tmp_path / "c/deep/y.txt.gz").write_bytes(gzip.compress(f"{GOOD} Und morgen.".encode()))
    (tmp_path / "c/deep/cut.html.gz").write_bytes(gzip.compress(page)[:-20])
    (tmp_path / "c/picture.png").write_bytes(b"\x89PNG")
    broken = dict.fromkeys(("cut.warc#1", "deep/cut.html.gz#0"), "shard.broken")
    assert read(tmp_path / "c", tmp_path / "o") == {**broken, "deep/empty.txt#0": "text.empty"}
    rows = {row["key"]: row for row in table(tmp_path / "o", "articles")}
    assert rows["a.warc.gz#1"]["url"] == "https://e.example/1"
    assert rows["deep/x.txt#0"]["language"] == rows["deep/y.txt.gz#0"]["language"] == "de"
    shutil.rmtree(tmp_path / "c")
