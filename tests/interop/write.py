"""Writes a rich article in the formats that other programs check, and the content that they must find.

``python tests/interop/write.py FOLDER PACKAGES``, with the Python of the project; then ``judge.py`` checks the folder.
Packages that a format needs and the project's Python lacks come from the folder PACKAGES.
"""

import contextlib
import json
import runpy
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import spanwright
from annotator.formats.fit import Options, fit
from annotator.formats.registry import exporter
from annotator.model.values import Annotated
from tests.annotator.formats.checked import checked, full
from tests.annotator.formats.reading import SCHEMA
from tests.spanwright.news import make_news
from tests.spanwright.page import EXAMPLES, examples, notebook_cells, run

FORMATS = (
    *(
        "bioc-json",
        "bioc-xml",
        "brat",
        "cas-json",
        "cas-xmi",
        "claim-review",
        "conll",
        "gate-bdoc",
        "gate-xml",
        "huggingface",
        "huggingface-parquet",
    ),
    *("label-studio", "qdpx", "web-annotation"),
)


def written(name: str) -> Annotated:
    """Return the article for a format: after fact-checking for a claim format."""
    article: Annotated = checked() if exporter(name).holds.claims is not None else full()
    return article


def expected(name: str) -> dict[str, object]:
    """Return the expected content: label and text of each span that the format holds, and the number of relations."""
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
    """Return the spans expected from token classes, which are fewer than those in ``spans``."""
    text = full().document.text
    flat = fit(full(), exporter(name).holds, Options(schema=SCHEMA)).flat
    return {"text": text, "spans": [[span.label, span.quote(text)] for span in flat], "relations": 0}


def check_tables(folder: Path) -> None:
    """Run the examples of the documentation that need pandas and datasets, which come from PACKAGES."""
    folder.mkdir()
    make_news(folder)
    with contextlib.chdir(folder):
        names: dict[str, object] = {"spanwright": spanwright}
        for code, printed in examples(tables=True):
            if (found := run(code, names)) != printed:
                raise ValueError(f"{code} printed {found}")
        for cell in notebook_cells():
            exec(cell, names)  # noqa: S102  # our own page
        made = runpy.run_path(str(EXAMPLES / "token_classification.py"))["token_classification"]("news.spanwright")
        names_of = made["train"].features["ner_tags"].feature.int2str
        if names_of(made["train"][0]["ner_tags"])[:4] != ["O", "B-PER", "I-PER", "O"]:
            raise ValueError(f"other classes: {made['train'][0]}")


def main(folder: Path) -> int:
    """Write all formats and the expected content."""
    check_tables(folder / "tables")
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
