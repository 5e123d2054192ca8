"""The processes of a run: its command line, those of its session, and a small cluster."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[3]
NULL = subprocess.DEVNULL


def command(corpus, out, *more):
    line = [sys.executable, ROOT / "main.py", "corpus", "prelabel", corpus, out, "--rows", "10", *more]
    return [*map(str, line)]


def of_session(session):
    import psutil

    def theirs(process):
        try:
            return os.getsid(process.pid) == session and process.status() != psutil.STATUS_ZOMBIE
        except (psutil.Error, OSError):
            return False

    return [process for process in psutil.process_iter() if theirs(process)]


def is_spawned(process):
    """Return whether a process is alive and was started by multiprocessing: a worker, or one that reads for it."""
    import psutil

    try:
        return "spawn_main" in " ".join(process.cmdline())
    except psutil.Error:  # it ended together with the worker that started it
        return False


def gone(session, seconds=30):
    """Return whether all processes of a session end by themselves."""
    until = time.monotonic() + seconds
    while (left := of_session(session)) and time.monotonic() < until:
        time.sleep(0.2)
    return not left


@contextmanager
def cluster(folder, tls, *, path=ROOT):
    """Start scheduler and workers; yield the address, and the environment of a client."""
    options = [word for name, file in tls.items() for word in (f"--tls-{name}", str(file))]
    known = folder / "scheduler.json"
    protocol = "tls" if tls else "tcp"
    server = ["scheduler", "--protocol", protocol, "--scheduler-file", str(known), "--host", "127.0.0.1", "--port", "0"]
    worker = ["worker", "--protocol", protocol, "--scheduler-file", str(known), "--host", "127.0.0.1"]
    worker += ["--nworkers", "1", "--nthreads", "1"]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(path), os.environ.get("PYTHONPATH", "")))}
    private = ["--no-dashboard", "--dashboard-address", "127.0.0.1:0"]  # its server listens everywhere otherwise
    started = []
    try:
        for number, (kind, *words) in enumerate((server, worker, worker)):
            room = folder / f"machine{number}"
            room.mkdir()
            line = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *words, *private, *options]
            started.append(subprocess.Popen(line, cwd=room, env=env, start_new_session=True, stdout=NULL, stderr=NULL))
            until = time.monotonic() + 60
            while not known.exists() and time.monotonic() < until:
                time.sleep(0.1)
        yield json.loads(known.read_text("utf-8"))["address"], [process.pid for process in started]
    finally:
        for process in started:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(30)
