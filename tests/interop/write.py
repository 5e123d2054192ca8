"""Writes a rich article in the formats that other programs judge, and what they have to find in the files.

``python tests/interop/write.py FOLDER PACKAGES``, with the Python of the project; ``judge.py`` then looks at the
folder. What the project's Python lacks and a format needs is taken from the folder PACKAGES.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from annotator.formats.fit import Options, fit
from annotator.formats.registry import exporter
from annotator.model.values import Annotated
from tests.annotator.formats.checked import checked, full
from tests.annotator.formats.reading import SCHEMA

FORMATS = (
    *("brat", "cas-json", "cas-xmi", "claim-review", "conll", "huggingface", "huggingface-parquet"),
    *("label-studio", "qdpx", "web-annotation"),
)


def written(name: str) -> Annotated:
    """Give the article for a format; one that is about claims alone gets it as fact-checkers leave it."""
    article: Annotated = checked() if exporter(name).holds.claims is not None else full()
    return article


def expected(name: str) -> dict[str, object]:
    """Give what must be in the file: label and words of each span that the format holds, and how many relations."""
    article = written(name)
    fitted = fit(article, exporter(name).holds, Options(schema=SCHEMA))
    flat = exporter(name).holds.tokens and not exporter(name).holds.overlap
    spans = fitted.flat if flat else fitted.annotated.spans
    if exporter(name).holds.claims is not None:
        text = article.document.text
        claims = [[s.label, s.attributes.get("claim_text") or s.quote(text)] for s in spans]
        return {"text": text, "spans": claims, "relations": 0}
    words = sorted([span.label, span.quote(article.document.text)] for span in spans)
    return {"text": article.document.text, "spans": words, "relations": len(fitted.annotated.relations)}


def expected_classes(name: str) -> dict[str, object]:
    """Give what the classes of words must say, which is less than the spans that stand beside them."""
    text = full().document.text
    flat = fit(full(), exporter(name).holds, Options(schema=SCHEMA)).flat
    return {"text": text, "spans": [[span.label, span.quote(text)] for span in flat], "relations": 0}


def main(folder: Path) -> int:
    """Write all of it."""
    for name in FORMATS:
        target = folder / f"{name}{exporter(name).suffix}"
        exporter(name).write([written(name)], target, Options(schema=SCHEMA))
    found = {name: expected(name) for name in FORMATS}
    found["transformers"] = expected_classes("huggingface")
    (folder / "expected.json").write_text(json.dumps(found, ensure_ascii=False), "utf-8")
    return 0


if __name__ == "__main__":
    sys.path.append(sys.argv[2])
    sys.exit(main(Path(sys.argv[1])))
