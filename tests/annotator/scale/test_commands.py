"""The commands for corpora, and what they do without the extra ``scale`` installed."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from annotator.scale import recipe
from annotator.scale.engines import refuse_unsafe
from annotator.scale.parts import FileKind, kind_of, part_name, plan
from annotator.scale.places import Folder
from annotator.scale.problems import WORDS, words_for
from annotator.system.errors import ModelError
from tests.annotator.made import make_project
from tests.annotator.scale.corpora import articles, asked, write_lines

ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(find_spec("distributed") is not None, reason="the extra is there")
@pytest.mark.parametrize("line", [("prelabel", "c", "o"), *((name, "o") for name in "check stats near board".split())])
def test_without_the_extra_one_line_says_what_to_install(ask, tmp_path, monkeypatch, line):
    monkeypatch.chdir(tmp_path)
    told = ask("corpus", *line, code=1)
    assert told.err.count("\n") == 1
    assert "pip install distributed duckdb" in told.err


def test_corpus_alone_lists_its_commands():
    line = [sys.executable, ROOT / "main.py", "corpus", "--help"]
    told = subprocess.run([*map(str, line)], capture_output=True, text=True, check=True)
    assert "prelabel" in told.stdout
    assert "check" in told.stdout


@pytest.mark.parametrize(
    "words",
    [
        ("--project", "p.spanwright", "--schema", "news"),
        ("--engine", "serial", "--workers", "2"),
        ("--address", "tcp://127.0.0.1:1", "--workers", "2"),
        ("--rows", "0"),
        ("--engine", "spark"),
    ],
)
def test_options_that_do_not_go_together_are_refused(ask, words):
    ask("corpus", "prelabel", "c", "o", *words, code=2)


def test_empty_address_is_refused(ask):
    ask("corpus", "prelabel", "", "o", code=2)
    ask("corpus", "check", " ", code=2)


SAFE = ("tcp://127.0.0.1:8786", "127.0.0.1:8786", "tcp://localhost:1", "tcp://[::1]:8786", "tls://10.0.0.5:8786")
UNSAFE = ("tcp://10.0.0.5:8786", "10.0.0.5:8786", "tcp://0.0.0.0:8786", "ws://scheduler:80", "tcp://localhost.e.org:1")


def test_address_elsewhere_needs_tls():
    for address in SAFE:
        refuse_unsafe(address)
    for address in UNSAFE:
        with pytest.raises(ModelError) as told:
            refuse_unsafe(address)
        assert told.value.code == "corpus.unsafe"


def test_lines_are_cut_at_line_ends(tmp_path):
    path = write_lines(tmp_path / "c/a.jsonl", articles(25))
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    parts = plan(str(tmp_path / "c"), 10).parts
    content = path.read_bytes()
    assert [part.first for part in parts] == [0, 10, 20]
    assert b"".join(content[part.offset : part.offset + part.weight] for part in parts) == content
    assert all(part.offset == 0 or content[part.offset - 1 : part.offset] == b"\n" for part in parts)
    assert [part.name for part in plan(str(path), 1000).parts] == ["a.jsonl.00000"]


def test_long_lines_and_empty_files_are_cut_too(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b"x" * 3_000_000 + b"\n" + b"y\n" * 3)
    (tmp_path / "b.jsonl").touch()
    parts = plan(str(tmp_path), 2).parts
    assert [(part.shard, part.first, part.weight) for part in parts] == [
        ("a.jsonl", 0, 3_000_003),
        ("a.jsonl", 2, 4),
        ("b.jsonl", 0, 0),
    ]


def test_names_of_parts_are_file_names():
    assert part_name("2024/März 1/a.parquet", 3) == "2024%2FM%C3%A4rz 1%2Fa.parquet.00003"
    long = [part_name(f"{'x' * 300}{end}", 0) for end in "ab"]
    assert max(map(len, long)) < 200
    assert len(set(long)) == 2


def test_kinds_of_files():
    wanted = {
        "a.PARQUET": FileKind.PARQUET,
        "a.jsonl.gz": FileKind.LINES,
        "a.warc.gz": FileKind.WARC,
        "a.html": FileKind.FILES,
    }
    assert {name: kind_of(name) for name in wanted} == wanted
    assert [kind_of(name) for name in ("README", "a.png", "a.gz")] == [None] * 3


def test_corpus_without_anything_to_read_is_refused(tmp_path):
    (tmp_path / "a.png").touch()
    with pytest.raises(ModelError) as told:
        plan(str(tmp_path), 10)
    assert told.value.code == "corpus.nothing"


def test_folder_lists_and_writes_whole_files(tmp_path):
    folder = Folder.at(f"file://{tmp_path}/new")
    folder.put("deep/a.txt", b"one")
    folder.put("deep/a.txt", b"two")
    folder.put(".hidden", b"")
    assert [(found.name, found.size) for found in folder.files()] == [("deep/a.txt", 3)]
    assert folder.read("deep/a.txt") == b"two"
    assert folder.read("deep/b.txt") is None
    assert folder.names("deep") == {"a.txt"}
    assert folder.names("none") == set()


def test_recipes_of_two_schemas_differ_in_these_words():
    first, second = (recipe.write(asked(rows=rows)).content for rows in (10, 20))
    assert recipe.differences(first, second) == ["rows"]
    assert recipe.differences(first, b"{") == ["recipe"]


def test_each_problem_has_words():
    assert words_for("text.later") == "text.later"
    assert all(words[0].islower() and not words.endswith(".") for words in WORDS.values())


@pytest.mark.scale
def test_commands_print_counts_and_problems(ask, tmp_path):
    write_lines(tmp_path / "c/a.jsonl", [*articles(3), {"text": ""}])
    (tmp_path / "c/notes.xyz").touch()
    line = ("corpus", "prelabel", tmp_path / "c", tmp_path / "o", "--engine", "serial")
    told = ask(*line)
    assert "3 articles read" in told.out
    assert "Rows without suggestions: 1; there is no text (text.empty)." in told.out
    assert "Left out: 1 file of other kinds." in told.out
    assert json.loads(ask(*line, "--json").out)["standing"] == 1
    assert json.loads(ask("corpus", "check", tmp_path / "o", "--json").out)["articles"] == 3
    assert "contains no results" in ask("corpus", "check", tmp_path / "c", code=1).err
    assert "could not be" in ask("corpus", "prelabel", tmp_path / "none", tmp_path / "p", code=1).err


@pytest.mark.scale
def test_object_storage_gets_the_same_bytes(tmp_path):
    import fsspec

    from tests.annotator.scale.corpora import prelabel

    path = write_lines(tmp_path / "c/a.jsonl", articles(12))
    prelabel(tmp_path / "c", tmp_path / "o")
    store = fsspec.filesystem("memory")
    store.pipe_file("/news/deep/a.jsonl", path.read_bytes())
    store.pipe_file("/news/.hidden.jsonl", b"{}")
    folder = Folder.at("memory://news")
    assert [found.name for found in folder.files()] == ["deep/a.jsonl"]
    (part, _) = plan("memory://news", 10).parts
    from annotator.scale.part_work import Careful
    from annotator.scale.part_work import prelabel as work

    written = recipe.write(asked(10))
    recipe.put(written, Folder("memory://out"))
    told = work(part, "memory://out", written.fingerprint, Careful(), progress=lambda *_: None)
    assert told.counted.articles == 10
    there = Folder("memory://out").read(f"suggestions/{part.name}.parquet")
    assert there is not None
    assert len(there) > 1000


@pytest.mark.scale
def test_sample_without_an_article_left_is_not_recorded(ask, tmp_path):
    project = make_project(tmp_path)
    project.close()
    path = project.path
    write_lines(tmp_path / "c/a.jsonl", articles(2))
    ask("corpus", "prelabel", tmp_path / "c", tmp_path / "o", "--engine", "serial", "--source", "claims")
    ask("corpus", "sample", tmp_path / "o", path)
    assert "No article is left" in ask("corpus", "sample", tmp_path / "o", path, code=1).err
    assert len(list((tmp_path / "o/samples").iterdir())) == 1
