"""The process in which GLiNER runs: a Python that the user chose, asked through pipes.

It ends when this process ends, even by a crash, because its standard input ends then.
"""

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import count
from time import monotonic
from typing import IO, Any, cast

from annotator.system.disk import reason
from annotator.system.errors import QT_TRANSLATE_NOOP, ModelError
from annotator.system.resources import resource_path

SCRIPT = resource_path("outside", "gliner_worker.py")
_LONGEST_LINE = 1 << 24  # bytes of an answer
_LONGEST_TALE = 4_000  # characters of the process's error output that are kept
_LONGEST_REASON = 300
_LAST_WORDS = 2.0  # seconds to wait for the error output of a process that has ended
_PAUSE = 0.5  # seconds between two calls of ``waiting``
_ENDED = QT_TRANSLATE_NOOP("Errors", "its process ended unexpectedly")
_GARBAGE = QT_TRANSLATE_NOOP("Errors", "its answer could not be understood")


def nothing() -> None:
    """Do nothing; the default for ``waiting``."""


class GlinerProcess:
    """A running process; `ask` sends one request at a time."""

    def __init__(self, python: str) -> None:
        """Start the process in the Python at this path.

        Raises:
            ModelError: ``gliner.python`` if it cannot be started.
        """
        self.python = python
        self._numbers = count(1)
        self._answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._tale = ""
        pipe = subprocess.PIPE
        try:
            self._process = subprocess.Popen(
                [python, str(SCRIPT)],
                stdin=pipe,
                stdout=pipe,
                stderr=pipe,
                env=_environment(),
                cwd=SCRIPT.parent,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # only Windows has it
            )
        except (OSError, ValueError) as error:
            why = reason(error) if isinstance(error, OSError) else error
            raise ModelError("gliner.python", python=python, reason=why) from error
        self._requests = cast("IO[bytes]", self._process.stdin)
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        threading.Thread(target=self._read, daemon=True).start()

    @property
    def alive(self) -> bool:
        """Whether the process is running."""
        return self._process.poll() is None

    def ask(
        self, request: Mapping[str, Any], *, patience: float, waiting: Callable[[], None] = nothing
    ) -> dict[str, Any]:
        """Send a request and return the answer; ``waiting`` is called twice a second meanwhile.

        Raises:
            ModelError: ``gliner.broken`` if the process fails, ``gliner.package`` if it cannot import gliner,
                ``gliner.silent`` if there is no answer within ``patience`` seconds; the process is ended then.
        """
        number = next(self._numbers)
        line = json.dumps({"id": number, **request}, ensure_ascii=True).encode() + b"\n"
        try:
            self._requests.write(line)
            self._requests.flush()
        except (OSError, ValueError):
            raise self._broken() from None
        answer = self._parsed(self._wait(patience, waiting), number)
        if "error" in answer:
            why = str(answer["error"])[:_LONGEST_REASON]
            if answer.get("kind") == "package":
                self.close()
                raise ModelError("gliner.package", python=self.python, reason=why)
            raise ModelError("gliner.broken", reason=why)
        return answer

    def close(self) -> None:
        """End the process."""
        with suppress(OSError):
            self._process.kill()
        self._process.wait()
        with suppress(OSError, ValueError):
            self._requests.close()

    def _wait(self, patience: float, waiting: Callable[[], None]) -> bytes:
        end = monotonic() + patience
        while True:
            try:
                line = self._answers.get(timeout=_PAUSE)
            except queue.Empty:
                waiting()
                if monotonic() >= end:
                    self.close()
                    raise ModelError("gliner.silent", seconds=round(patience)) from None
            else:
                if not line:
                    raise self._broken()
                return line

    def _parsed(self, line: bytes, number: int) -> dict[str, Any]:
        try:
            answer = json.loads(line)
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict) or answer.get("id") != number:
            self.close()
            raise ModelError("gliner.broken", reason=_GARBAGE)
        return answer

    def _broken(self) -> ModelError:
        self.close()
        self._listener.join(_LAST_WORDS)
        said = self._tale.strip().rpartition("\n")[2][-_LONGEST_REASON:]
        return ModelError("gliner.broken", reason=said or _ENDED)

    def _read(self) -> None:
        stream = cast("IO[bytes]", self._process.stdout)
        with suppress(OSError, ValueError):
            while line := stream.readline(_LONGEST_LINE):
                self._answers.put(line)
            stream.close()
        self._answers.put(b"")

    def _listen(self) -> None:
        """Read the process's error output, so that the process never blocks, and keep the end of it."""
        stream = cast("IO[bytes]", self._process.stderr)
        with suppress(OSError, ValueError):
            while said := stream.readline(_LONGEST_TALE):
                self._tale = (self._tale + said.decode("utf-8", "replace"))[-_LONGEST_TALE:]
            stream.close()


def _environment() -> dict[str, str]:
    """Return the environment variables for the process.

    Variables of our own Python and of Hugging Face, which may contain tokens, are left out.
    """
    found = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "HF_", "HUGGING", "_PYI", "_MEI", "LD_LIBRARY_PATH", "DYLD_"))
    }
    original = os.environ.get("LD_LIBRARY_PATH_ORIG")
    if original is not None:
        found["LD_LIBRARY_PATH"] = original
    elif not getattr(sys, "frozen", False) and "LD_LIBRARY_PATH" in os.environ:
        found["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
    return {**found, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
