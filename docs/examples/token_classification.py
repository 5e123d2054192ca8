"""A data set for token classification, from a project: ``python token_classification.py news.spanwright OUT``.

Words are split at white space and punctuation, labels are IOB2. It needs the package datasets. For an export with
spaCy's tokens and a report of what was lost: ``spanwright-cli export news.spanwright OUT --format huggingface``.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from datasets import ClassLabel, Dataset, DatasetDict, Features, Sequence, Value

import spanwright

WORD = re.compile(r"\w+|[^\w\s]")


def iob2(text: str, spans: Iterable[spanwright.Span]) -> tuple[list[str], list[str]]:
    """Return the words of a text and their labels; of overlapping spans the longest stays."""
    words = list(WORD.finditer(text))
    labels = ["O"] * len(words)
    for span in sorted(spans, key=lambda span: (span.start - span.end, span.start)):
        inside = [at for at, word in enumerate(words) if span.start <= word.start() and word.end() <= span.end]
        if inside and all(labels[at] == "O" for at in inside):
            for at in inside:
                labels[at] = f"{'B' if at == inside[0] else 'I'}-{span.label}"
    return [word.group() for word in words], labels


def token_classification(path: str, annotator: str | None = None) -> DatasetDict:
    """Return the names of a project as a data set with its splits; articles without a split are in ``train``."""
    rows: dict[str, list[dict[str, object]]] = {}
    with spanwright.open(path) as project:
        names = ["O", *(f"{place}-{label}" for label in project.labels["entities"] for place in "BI")]
        for article in project.articles():
            spans = project.spans(layer="entities", annotator=annotator, article=article.article_id)
            tokens, tags = iob2(article.text, spans)
            row = {"id": article.article_id, "tokens": tokens, "ner_tags": tags}
            rows.setdefault(article.split or "train", []).append(row)
    features = Features(
        {"id": Value("string"), "tokens": Sequence(Value("string")), "ner_tags": Sequence(ClassLabel(names=names))}
    )
    return DatasetDict({split: Dataset.from_list(found, features=features) for split, found in rows.items()})


if __name__ == "__main__":
    made = token_classification(sys.argv[1])
    made.save_to_disk(Path(sys.argv[2]))
    print(made)
