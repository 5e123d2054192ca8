"""Finds the lowest point of a function by L-BFGS.

Source: Liu and Nocedal, On the Limited Memory BFGS Method, 1989.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]

_STEPS = 200
_MEMORY = 12
_HALVINGS = 20
_CLOSE = 1e-7  # a smaller share gained in a step ends the search


def lowest(loss: Callable[[Floats], tuple[float, Floats]], at: Floats) -> Floats:
    """Return the point with the lowest loss; ``loss`` returns the loss at a point, and its gradient."""
    value, slope = loss(at)
    past: list[tuple[Floats, Floats]] = []
    for _ in range(_STEPS):
        step = _direction(slope, past)
        for halving in range(_HALVINGS):
            length = 0.5**halving
            there, slope_there = loss(at - length * step)
            if there <= value - 1e-4 * length * (slope @ step):
                break
        else:
            break
        moved, bent = -length * step, slope_there - slope
        past = [*past, (moved, bent)][-_MEMORY:] if moved @ bent > 0 else past
        near = value - there < _CLOSE * max(1.0, value)
        at, value, slope = at + moved, there, slope_there
        if near:
            break
    return at


def _direction(slope: Floats, past: Sequence[tuple[Floats, Floats]]) -> Floats:
    """Return the gradient corrected by the curvature seen in the past steps (L-BFGS)."""
    if not past:
        return slope / max(1e-9, float(np.linalg.norm(slope)))
    step, shares = slope.copy(), []
    for moved, bent in reversed(past):
        shares.append((moved @ step) / (moved @ bent))
        step -= shares[-1] * bent
    moved, bent = past[-1]
    step *= (moved @ bent) / (bent @ bent)
    for (moved, bent), share in zip(past, reversed(shares), strict=True):
        step += moved * (share - (bent @ step) / (moved @ bent))
    return step
