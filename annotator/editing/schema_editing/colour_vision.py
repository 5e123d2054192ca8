"""Colour vision: how colour-blind people see colours, colour differences, and contrast.

Colours are written as in schemas: ``#rrggbb``.
"""

import math
from collections.abc import Sequence
from enum import StrEnum
from typing import TypeAlias

Triple: TypeAlias = tuple[float, float, float]
Matrix: TypeAlias = tuple[Triple, Triple, Triple]

READABLE = 4.5  # contrast of readable text. Source: WCAG 2.2, 1.4.3
APART = 9.0  # CIEDE2000 between two labels, for all eyes


class Eyes(StrEnum):
    """A kind of colour vision."""

    EVERYONE = "everyone"
    DEUTAN = "deutan"
    PROTAN = "protan"
    TRITAN = "tritan"


# Source: Machado, Oliveira & Fernandes 2009, severity 1.0, on linear RGB
_SEEN_BY: dict[Eyes, Matrix] = {
    Eyes.EVERYONE: ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    Eyes.DEUTAN: ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    Eyes.PROTAN: ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    Eyes.TRITAN: ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
_XYZ: Matrix = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE: Triple = (0.95047, 1.0, 1.08883)
_LUMINANCE: Triple = (0.2126, 0.7152, 0.0722)


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, 1 to 21. Source: WCAG 2.2, relative luminance."""
    light, dark = sorted((_dot(_LUMINANCE, _linear(colour)) for colour in (first, second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def difference(first: str, second: str, eyes: Eyes) -> float:
    """Return the CIEDE2000 difference of two colours as these eyes see them."""
    return ciede2000(_lab(_seen(first, eyes)), _lab(_seen(second, eyes)))


def ciede2000(first: Triple, second: Triple) -> float:
    """Return the difference of two CIELAB colours. Source: Sharma, Wu & Dalal 2005."""
    (l1, a1, b1), (l2, a2, b2) = first, second
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * math.sqrt(mean**7 / (mean**7 + 25**7))
    c1, c2 = math.hypot(a1 * stretch, b1), math.hypot(a2 * stretch, b2)
    h1, h2 = (math.degrees(math.atan2(b, a * stretch)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    middle = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    waves = ((1, -30, -0.17), (2, 0, 0.24), (3, 6, 0.32), (4, -63, -0.2))
    shape = 1 + sum(weight * math.cos(math.radians(factor * middle + shift)) for factor, shift, weight in waves)
    by_light = 1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2)
    by_chroma, by_hue = 1 + 0.045 * chroma, 1 + 0.015 * chroma * shape
    rotation = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    rotation *= math.sin(math.radians(60 * math.exp(-(((middle - 275) / 25) ** 2))))
    d_light, d_chroma, d_hue = (l2 - l1) / by_light, (c2 - c1) / by_chroma, hue / by_hue
    return math.sqrt(d_light**2 + d_chroma**2 + d_hue**2 + rotation * d_chroma * d_hue)


def _seen(colour: str, eyes: Eyes) -> Triple:
    red, green, blue = (min(1.0, max(0.0, _dot(row, _linear(colour)))) for row in _SEEN_BY[eyes])
    return red, green, blue


def _linear(colour: str) -> Triple:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return red, green, blue


def _lab(linear: Triple) -> Triple:
    shares = [_dot(row, linear) / white for row, white in zip(_XYZ, _WHITE, strict=True)]
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in shares)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _dot(row: Sequence[float], values: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(row, values, strict=True))
