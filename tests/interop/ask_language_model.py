"""Asks a real server: llama.cpp's, with a tiny random model.

``python tests/interop/ask_language_model.py PYTHON``, with Spanwright's Python. With ``PYTHON`` an environment of its
own is made from ``language_model.lock``, once: that builds llama.cpp for some minutes and needs a C++ compiler. Checks
the protocol, the grammar made from our JSON schema, and that the server goes on after a request that was broken off.
"""

import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from annotator.suggest.llm.client import Client, UnusableAnswer  # noqa: E402  # after the path
from annotator.suggest.llm.connection import AskingLimits, Connection  # noqa: E402
from annotator.system.errors import ModelError  # noqa: E402
from dev import environment  # noqa: E402

_PATIENCE = 120  # seconds until the server answers
_LABELS = ["PER", "ORG"]


def main(python: Path) -> None:
    """Run the server with a Python that has it, and the checks; a failed one raises."""
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder, "tiny.gguf")
        subprocess.run([python, str(ROOT / "tests/interop/tiny_gguf.py"), str(model)], check=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        line = [
            str(python),
            "-m",
            "llama_cpp.server",
            "--model",
            str(model),
            "--host",
            "127.0.0.1",
            "--port",
            str(port),
        ]
        with subprocess.Popen([*line, "--n_ctx", "2048", "--chat_format", "chatml"]) as server:
            try:
                _wait(port)
                _check(Connection(address=f"http://127.0.0.1:{port}", model="tiny"))
            finally:
                server.terminate()
    print("llama.cpp: protocol, grammar and breaking off")


def _check(connection: Connection) -> None:
    client = Client(connection=connection)
    schema = _object(ok={"type": "boolean"}, label={"type": "string", "enum": _LABELS})
    messages = [{"role": "user", "content": "Köln 🎈"}]
    answer = client.ask(messages, schema)
    if type(answer.get("ok")) is not bool or answer.get("label") not in _LABELS:
        raise ValueError(f"not by the schema: {answer}")
    if not (client.usage.tokens_in and client.usage.tokens_out):
        raise ValueError("no tokens counted")
    endless = _object(words={"type": "string"})
    try:
        Client(connection=connection, limits=AskingLimits(seconds=1, tries=1)).ask(messages, endless)
    except (ModelError, UnusableAnswer) as error:
        print(f"broken off: {error}")
    begun = time.monotonic()
    client.ask(messages, schema)
    print(f"answered {time.monotonic() - begun:.1f} s after that")


def _object(**properties: object) -> dict[str, object]:
    return {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}


def _wait(port: int) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.5)  # no signal comes from a server
        else:
            return


if __name__ == "__main__":
    main(environment(sys.argv[1], ".venv-llama", "tests/interop/language_model.lock"))
