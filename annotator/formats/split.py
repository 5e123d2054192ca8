"""Dealing documents out to train, dev and test, the same way each time."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from annotator.errors import FormatError

TRAIN, DEV, TEST = "train", "dev", "test"
PORTIONS = (TRAIN, DEV, TEST)

_SHARES = re.compile(r"([0-9]{1,3})/([0-9]{1,3})/([0-9]{1,3})", re.ASCII)


def parse(split: str) -> Mapping[str, int]:
    """Read ``80/10/10``: per cent for train, dev and test, in this order.

    Raises:
        FormatError: ``format.split`` if it is not three whole numbers that add up to 100.
    """
    found = _SHARES.fullmatch(split)
    shares = [int(share) for share in found.groups()] if found else []
    if sum(shares) != 100:
        raise FormatError("format.split", split=split)
    return MappingProxyType(dict(zip(PORTIONS, shares, strict=True)))


def deal(documents: Iterable[tuple[str, str | None]], shares: Mapping[str, int], seed: int) -> dict[str, str]:
    """Give each document its portion.

    A document that has one keeps it. The others are dealt out so that the sizes of all portions come as near to the
    shares as they can (largest remainder). Who goes where depends on the seed and the ids alone, not on their order.

    Args:
        documents: Ids with the portion that the document has already, if any.
        shares: What `parse` gives.
        seed: Any number; another one deals otherwise.
    """
    dealt: dict[str, str] = {}
    free: list[str] = []
    for document, portion in documents:
        if portion in PORTIONS:
            dealt[document] = portion
        else:
            free.append(document)
    wanted = apportion(len(dealt) + len(free), [shares[portion] for portion in PORTIONS])
    have = Counter(dealt.values())
    missing = [max(0, size - have[portion]) for portion, size in zip(PORTIONS, wanted, strict=True)]
    sizes = apportion(len(free), missing)
    shuffled = iter(sorted(free, key=lambda document: (_drawn(document, seed), document)))
    for portion, size in zip(PORTIONS, sizes, strict=True):
        dealt.update((next(shuffled), portion) for _ in range(size))
    return dealt


def apportion(count: int, weights: Sequence[int]) -> list[int]:
    """Share a count out by weights, whole numbers, largest remainder first, the earlier one among equals."""
    total = sum(weights) or 1
    sizes = [count * weight // total for weight in weights]
    remainders = [(-(count * weight % total), place) for place, weight in enumerate(weights)]
    for _, place in sorted(remainders)[: count - sum(sizes)]:
        sizes[place] += 1
    return sizes


def _drawn(document: str, seed: int) -> str:
    return hashlib.sha256(f"{seed}\n{document}".encode()).hexdigest()
