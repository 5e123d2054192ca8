"""A Python with a package `gliner` that behaves as its documentation says, or misbehaves by the model's name."""

import sys
from pathlib import Path

_PACKAGE = """
import json, os, re, sys, time
__version__ = "0.0"
print("a library says hello")
class GLiNER:
    @classmethod
    def from_pretrained(cls, model_id, local_files_only=False, **more):
        made = cls()
        made.mood = json.load(open(os.path.join(model_id, "gliner_config.json"))).get("mood", "")
        assert local_files_only and os.environ["HF_HUB_OFFLINE"] == "1"
        if made.mood == "online":
            import socket
            socket.create_connection(("127.0.0.1", 9))
        if made.mood == "missing":
            raise OSError("config.json of the backbone is not here")
        return made
    def predict_entities(self, text, labels, threshold=0.5, **more):
        print("and garbage on stdout {")
        if self.mood == "crash":
            print("Fatal: out of memory", file=sys.stderr, flush=True)
            os._exit(3)
        if self.mood == "hang":
            time.sleep(600)
        if self.mood == "garbage":
            return [{"start": "a", "end": None, "label": 7, "score": 1}]
        if self.mood == "mixed":
            good = {"end": text.index("Köln") + 4, "label": labels[-1], "score": 0.75}
            good = {**good, "start": text.index("Köln")}
            wrong = [{"end": 10_000}, {"start": -1}, {"start": 4, "end": 2}, {"label": "unknown"}, {"label": None}]
            wrong += [{"score": score} for score in (float("nan"), 10**400, 2, "high", None)]
            wrong += [{"start": 0.0}, {"start": "0"}, {"end": None}]
            rows = [{**good, **each} for each in wrong] + [{}, None, "Köln"]
            wider = {**good, "start": good["start"] - 3, "score": 0.5}
            return [*rows, good, *rows, wider, *rows]
        if self.mood == "raise":
            raise RuntimeError("tensor of the wrong size")
        shift = 10_000 if self.mood == "offsets" else 0
        found = []
        for match in re.finditer("Köln|Erika \\\\S+|falsch", text):
            label = labels[0] if match[0].startswith("Erika") else labels[-1]
            score = float("nan") if match[0] == "falsch" else 0.75
            one = {"start": match.start() + shift, "end": match.end() + shift, "label": label, "score": score}
            found.append({**one, "text": match[0]})
        return found
"""


def make_python(folder: Path, *, package: str | None = _PACKAGE) -> str:
    """Return a Python whose `gliner` is fake; None for a Python without one."""
    site = folder / "site" / "gliner"
    site.mkdir(parents=True)
    (site / "__init__.py").write_text(package if package is not None else "raise ImportError('no gliner')", "utf-8")
    python = folder / "python"
    python.write_text(f'#!/bin/sh\nPYTHONPATH="{site.parent}" exec "{sys.executable}" "$@"\n', "utf-8")
    python.chmod(0o755)
    return str(python)


def make_model(folder: Path, mood: str = "") -> Path:
    """Return the folder of a model whose name makes the fake `gliner` behave or misbehave in a certain way."""
    made = folder / f"model{mood}"
    made.mkdir()
    (made / "gliner_config.json").write_text(f'{{"mood": "{mood}"}}', "utf-8")
    (made / "model.safetensors").write_bytes(b"weights")
    (made / "README.md").write_text("---\nlanguage: de\nlicense: apache-2.0\n---\n# Model\n", "utf-8")
    return made
