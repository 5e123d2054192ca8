"""Learns which sentences are worth checking from the reader of claims: `python -m tools.models.claim_worth --help`.

GOLD is the folder of the gold claims, `tests/gold`. Each article is read by a reader that has not learnt from it.
"""

import json

import numpy as np

from annotator.suggest.claims.by_meaning.worth import inputs
from annotator.suggest.claims.worth import FEATURES
from tests.gold import gold_claims
from tools.models import claims
from tools.models.claim_reader.gold import PARTS, Readers, options_for

_PENALTY = 0.1  # other values change little when each set in turn is left out
_WORTHY = "CFS"


def main() -> None:
    """Learn the head and write it."""
    options = options_for("Learns which sentences are worth checking.")
    readers = Readers(options.gold, options.scratch, options.encoder)
    rows, labels = [], []
    for folder in (options.gold / name for part in PARTS for name in part):
        for article in gold_claims.load_all(1, folder):
            places = [(each.start, each.end) for each in article.sentences]
            rows.append(inputs(readers.article(article.id), article.language, places))
            labels += [float(each.worthiness == _WORTHY) for each in article.sentences]
    weights, bias = claims.learn(np.vstack(rows).astype(np.float64), np.array(labels), _PENALTY)
    written = {
        "features": list(FEATURES),
        "bias": round(float(bias), 5),
        "weights": [round(float(weight), 5) for weight in weights],
    }
    options.out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    print(f"{len(labels)} sentences, {np.mean(labels):.3f} of them worth checking")


if __name__ == "__main__":
    main()
