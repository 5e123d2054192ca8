"""Learning curves: pipelines trained on shares of the articles, and the line through their errors.

Source: Figueroa, Zeng-Treitler, Kandula, Ngo, "Predicting sample size required for classification performance", 2012:
the error falls as a power of the number of examples.
"""

import hashlib
import math
import shutil
from collections.abc import Sequence
from pathlib import Path

from annotator.editing.splitting import TRAIN

SHARES = (25, 50, 75, 100)  # per cent of the articles that are for training
_FEWEST = 3  # points of a line
_FARTHEST = 20  # times as many articles as there are: no extrapolation beyond


def write_share(folder: Path, out: Path, percent: int) -> int:
    """Write a training folder with a percentage of the training articles, and return their number.

    A larger share contains all of a smaller one.
    """
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(folder, out, ignore=shutil.ignore_patterns("model*", "growth*"))
    file = out / "corpus" / f"{TRAIN}.spacy"
    whole = DocBin(store_user_data=True).from_disk(file)
    order = sorted(range(len(whole)), key=lambda place: hashlib.sha256(str(place).encode()).hexdigest())
    kept = sorted(order[: max(1, round(len(order) * percent / 100))])
    part = DocBin(store_user_data=True)
    for place, doc in enumerate(whole.get_docs(Vocab())):
        if place in kept:
            part.add(doc)
    part.to_disk(file)
    return len(kept)


def articles_for(gain: float, points: Sequence[tuple[int, float]]) -> int | None:
    """Return how many more articles would raise F1 by this gain, according to the learning curve.

    Args:
        gain: In points of F1, which is in per cent.
        points: (articles, F1) of each training, the most articles last.

    Returns:
        None if there are too few points, no growth, or far more articles needed than there are.
    """
    errors = [(articles, 100 - f) for articles, f in points if articles > 0 and f < 100]
    if len({articles for articles, _ in errors}) < _FEWEST or errors[-1][1] <= gain:
        return None
    slope, height = _line([(math.log(articles), math.log(error)) for articles, error in errors])
    if slope >= 0:
        return None
    articles, _ = errors[-1]
    now = math.exp(height + slope * math.log(articles))
    if now <= gain:
        return None
    wanted = (math.log(now - gain) - height) / slope
    return math.ceil(math.exp(wanted)) - articles if wanted <= math.log(_FARTHEST * articles) else None


def _line(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return slope and intercept of the least-squares line."""
    count = len(points)
    middle_x, middle_y = (sum(point[axis] for point in points) / count for axis in (0, 1))
    across = sum((x - middle_x) ** 2 for x, _ in points)
    slope = sum((x - middle_x) * (y - middle_y) for x, y in points) / across
    return slope, middle_y - slope * middle_x
