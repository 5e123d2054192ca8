"""Small lexicons for tests."""

from typing import Any

import numpy as np

from annotator.suggest.crf.lexicon import HashedTable, Lexicon, class_mask


def small_lexicon() -> Lexicon:
    """Return a lexicon with Köln, Weimar, Anna, a way, a street and Bad Homburg."""
    columns: dict[str, Any] = {
        "cluster": np.array([3, 3, 1100, 1100, 7], dtype=np.uint16),
        "rarity": np.array([90, 110, 80, 120, 90], dtype=np.uint8),
    }
    masks = np.array([class_mask("C"), class_mask("F"), class_mask("N")], dtype=np.uint8)
    return Lexicon(
        words=HashedTable.of(["Köln", "Weimar", "Straße", "straße", "Weg"], columns),
        classes=[
            HashedTable.of(["Köln", "Anna"], {"mask": masks[:2]}),
            HashedTable.of(["Straße"], {"mask": masks[2:]}),
        ],
        phrases={"Bad Homburg": "C"},
    )
