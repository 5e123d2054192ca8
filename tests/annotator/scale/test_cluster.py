"""A small cluster: a scheduler and two workers, each a process in a folder of its own, over TCP with TLS."""

import os
import shutil
import subprocess
import sys
import time

import pytest

from annotator.scale import run
from annotator.scale.engines import Engine, Where
from annotator.system.errors import ModelError
from tests.annotator.scale.corpora import articles, asked, digest, prelabel, write_lines, write_parquet
from tests.annotator.scale.processes import NULL, ROOT, cluster

pytestmark = pytest.mark.scale


@pytest.fixture
def corpus(tmp_path):
    write_parquet(tmp_path / "c/a.parquet", articles(30), group=30)
    write_lines(tmp_path / "c/b.jsonl", articles(20, 40))
    return tmp_path / "c"


def certificate(folder):
    """Make a self-signed certificate for one hour; return the Dask options that name it."""
    if not shutil.which("openssl"):
        pytest.skip("openssl makes the certificate")
    key, cert = folder / "key.pem", folder / "cert.pem"
    line = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
    subprocess.run([*line, "-keyout", key, "-out", cert], check=True, capture_output=True)
    return {"ca-file": cert, "cert": cert, "key": key}


def sockets(sessions):
    """Return the addresses at which the processes of these sessions listen."""
    import psutil

    found = set()
    for process in psutil.process_iter():
        try:
            if os.getsid(process.pid) in sessions:
                listening = [one for one in process.net_connections("inet") if one.status == psutil.CONN_LISTEN]
                found |= {one.laddr.ip for one in listening}
        except (psutil.Error, OSError):
            continue
    return found


def test_cluster_with_tls_writes_the_same_bytes(corpus, tmp_path):
    prelabel(corpus, tmp_path / "whole")
    tls = certificate(tmp_path)
    with cluster(tmp_path, tls) as (address, sessions):
        assert address.startswith("tls://127.0.0.1:")
        import dask.config
        import distributed  # noqa: F401  # it adds its options when it is imported, so before any is set

        files = {"ca-file": tls["ca-file"], "client.cert": tls["cert"], "client.key": tls["key"]}
        with dask.config.set({f"distributed.comm.tls.{name}": str(file) for name, file in files.items()}):
            state = prelabel(corpus, tmp_path / "o", engine=Engine.DASK, where=Where(address))
        assert sockets(sessions) == {"127.0.0.1"}
        assert (state.articles, state.undone) == (50, [])
        assert digest(tmp_path / "o") == digest(tmp_path / "whole")
        with pytest.raises(ModelError) as told:
            prelabel(corpus, tmp_path / "p", engine=Engine.DASK, where=Where(address))
        assert told.value.code == "corpus.cluster"


def test_workers_of_a_run_here_listen_only_here(corpus, tmp_path):
    line = [sys.executable, ROOT / "main.py", "corpus", "prelabel", corpus, tmp_path / "o", "--workers", "2"]
    started = subprocess.Popen([*map(str, line)], start_new_session=True, stdout=NULL, stderr=NULL)
    found: set[str] = set()
    while started.poll() is None:
        found |= sockets({started.pid})
        time.sleep(0.1)
    assert started.returncode == 0
    assert found == {"127.0.0.1"}


def test_workers_say_how_far_a_part_is(tmp_path):
    write_lines(tmp_path / "c/a.jsonl", articles(700))
    with cluster(tmp_path, {}) as (address, _):
        steps = run.prelabel(str(tmp_path / "c"), str(tmp_path / "o"), asked(1_000), Engine.DASK, Where(address))
        found = [(state.finished, state.articles_so_far) for state in steps]
    assert found[-1] == (1, 700)
    assert found == sorted(found)
    assert len({articles for finished, articles in found if not finished and articles}) >= 2


def test_worker_without_the_program_is_refused(corpus, tmp_path):
    (tmp_path / "annotator").mkdir()
    (tmp_path / "annotator/__init__.py").touch()  # a package of the same name that has no scale
    with cluster(tmp_path, {}, path=tmp_path) as (address, _), pytest.raises(ModelError) as told:
        prelabel(corpus, tmp_path / "o", engine=Engine.DASK, where=Where(address))
    assert told.value.code == "corpus.cluster"
