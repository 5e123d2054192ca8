"""Let the real `gliner` read an article by our script, with a tiny model of random weights.

``SPANWRIGHT_GLINER=PYTHON python tests/interop/gliner_real.py``: PYTHON is one in which gliner is installed. This
Python is not set up here, because torch takes gigabytes; without it, nothing is tested. Nothing is downloaded.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from annotator.model.values import Document
from annotator.suggest.sources import gliner
from annotator.suggest.sources.source import never

TEXT = "😀 Gestern war Erika Beispiel in Köln.\n\n" + "Mu\u0308ller war in Köln. " * 100
WORDINGS = (("person", "PER"), ("place", "LOC"))
LEAST = 30  # percent; random weights give everything about 48


def main(outside: str) -> int:
    """Return 0 if the model is loaded and all its answers fit the text."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        model = Path(folder) / "model"
        model.mkdir()
        write = [outside, str(Path(__file__).with_name("gliner_model.py")), str(model)]
        subprocess.run(write, check=True, env={**os.environ, "HF_HUB_OFFLINE": "1"})
        info = gliner.describe(gliner.set_up(outside, model), WORDINGS, LEAST)
        source = gliner.GlinerSource(info=info, labels=frozenset({"PER", "LOC"}))
        document = Document(id="d", title="", text=TEXT, sha256="", language="de")
        try:
            found = source.suggest(document, never)
        finally:
            gliner.stop()
    fits = all(one.quote(TEXT).strip() == one.quote(TEXT) and one.score is not None for one in found)
    print(f"gliner: {len(found)} suggestions, {'ok' if found and fits else 'WRONG'}")
    return int(not found or not fits)


if __name__ == "__main__":
    chosen = os.environ.get("SPANWRIGHT_GLINER")
    if not chosen:
        print("gliner: not tried. SPANWRIGHT_GLINER names a Python in which it is installed")
    sys.exit(main(chosen) if chosen else 0)
