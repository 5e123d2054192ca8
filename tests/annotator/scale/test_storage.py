"""Corpora and results in object storage: the same bytes as on disk, no password anywhere, errors as sentences."""

import errno
import json
import os
import subprocess
import sys
from importlib.util import find_spec

import pytest

from annotator.scale.places import Folder
from annotator.system.errors import ModelError
from tests.annotator.scale.bucket import KEY, SECRET, served
from tests.annotator.scale.corpora import articles, digest, prelabel, write_lines, write_parquet
from tests.annotator.scale.processes import ROOT

GONE = "http://127.0.0.1:9"
s3 = pytest.mark.skipif(find_spec("s3fs") is None, reason="s3fs is not there")


@pytest.mark.parametrize(
    "address",
    [
        "ftp://anna:geheim@host/news",
        "https://host/news?sig=geheim",
        "abfs://news/a?AccountKey=geheim",
        "simplecache::s3://anna:geheim@news/a",
        "s3://anna:geh/geheim@news/a",
        "https://anna:geheim@[news/a",
    ],
)
def test_address_with_a_password_is_refused_without_repeating_it(address):
    with pytest.raises(ModelError) as told:
        Folder.at(address)
    assert told.value.code == "corpus.password"
    assert "geheim" not in str(told.value)
    Folder.at("sftp://anna@host/news")
    Folder.at("hdfs://anna@host:8020/news@home")
    Folder.at("abfs://news@account.dfs.core.windows.net/a")


@pytest.mark.scale
@pytest.mark.parametrize("address", ["nonsense://news", "gs://news"])
def test_address_without_its_package_is_a_sentence(address):
    with pytest.raises(ModelError) as told:
        Folder.at(address).files()
    assert told.value.code == "corpus.address"
    assert "\n" not in str(told.value)


@pytest.mark.scale
def test_errors_of_a_storage_have_a_number():
    import fsspec
    from fsspec.implementations.memory import MemoryFileSystem

    class Odd(MemoryFileSystem):  # type: ignore[misc]  # fsspec has no types
        protocol = "odd"
        raised: Exception = Exception()

        def _open(self, *_arguments, **_named):
            raise self.raised

    fsspec.register_implementation("odd", Odd, clobber=True)
    wanted = ((PermissionError("no"), errno.EACCES), (OSError("no"), errno.EIO), (KeyError("no"), errno.EIO))
    for Odd.raised, number in wanted:
        with pytest.raises(OSError, match="no") as told:
            Folder.at("odd://news").open("a")
        assert told.value.errno == number
    Odd.raised = FileNotFoundError("no")
    assert Folder.at("odd://news").read("a") is None


def run_there(environment, *words):
    line = [sys.executable, str(ROOT / "main.py"), "corpus", *map(str, words)]
    return subprocess.run(line, check=False, capture_output=True, text=True, env={**os.environ, **environment})


@s3
@pytest.mark.scale
def test_bucket_gets_the_same_bytes_and_no_password(tmp_path):
    write_parquet(tmp_path / "c/a.parquet", articles(20), group=10)
    write_lines(tmp_path / "c/b.jsonl", articles(12, 20))
    prelabel(tmp_path / "c", tmp_path / "o")
    with served() as bucket:
        for path in (tmp_path / "c").iterdir():
            bucket.objects[f"/news/archive/{path.name}"] = path.read_bytes()
        line = ("prelabel", "s3://news/archive", "s3://news/out", "--rows", "10", "--workers", "2")
        told = run_there(bucket.environment(), *line)
        assert (told.returncode, [each for each in told.stderr.splitlines() if not each.endswith(" left")]) == (0, [])
        again = run_there(bucket.environment(), *line, "--json")
        assert json.loads(again.stdout)["standing"] == 4
        checked = run_there(bucket.environment(), "check", "s3://news/out", "--json")
        assert json.loads(checked.stdout)["articles"] == 32
        written = {path.removeprefix("/news/out/"): content for path, content in bucket.objects.items()}
    for content in (told.stdout, again.stdout, *(str(content) for content in written.values())):
        assert SECRET not in content
        assert KEY not in content
    for path, content in written.items():
        if path.startswith(("articles/", "suggestions/")):
            (tmp_path / "copy" / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "copy" / path).write_bytes(content)
    assert digest(tmp_path / "copy") == digest(tmp_path / "o")


@s3
@pytest.mark.scale
def test_errors_of_a_bucket_are_sentences(tmp_path):
    with served() as bucket:
        bucket.objects["/news/archive/a.jsonl"] = write_lines(tmp_path / "a.jsonl", articles(3)).read_bytes()
        line = ("prelabel", "s3://news/archive", tmp_path / "o", "--engine", "serial")
        for environment in (bucket.environment("OTHERKEY"), {**bucket.environment(), "FSSPEC_S3_ENDPOINT_URL": GONE}):
            told = run_there(environment, *line)
            assert told.returncode == 1
            assert told.stderr.count("\n") == 1
            assert "should not have" not in told.stderr
            assert SECRET not in told.stderr
        bucket.broken.add("/news/archive/a.jsonl")
        told = run_there(bucket.environment(), *line)
        assert told.returncode == 1
        assert "should not have" not in told.stderr
        assert not list((tmp_path / "o").glob("articles/*"))
