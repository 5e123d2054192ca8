"""The examples of docs/python.md, run one after the other."""

import contextlib
import io
import json
import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs/python.md"
EXAMPLES = PAGE.parent / "examples"
_EXAMPLE = re.compile(r"^```python\n(.*?)^```\n\n```text\n(.*?)^```$", re.M | re.S)
_NEEDS = re.compile(r"to_pandas|to_dataset")


def examples(*, tables):
    """Return code and output of the examples: with ``tables`` those that need other packages, else the rest."""
    found = _EXAMPLE.findall(PAGE.read_text("utf-8"))
    return [(code, printed) for code, printed in found if bool(_NEEDS.search(code)) is tables]


def notebook_cells():
    """Return the code of each cell of the notebook."""
    notebook = json.loads((EXAMPLES / "first_look.ipynb").read_text("utf-8"))
    return ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]


def run(code, names):
    """Run an example and return what it prints."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, PAGE.name, "exec"), names)  # noqa: S102  # our own page
    return printed.getvalue()
