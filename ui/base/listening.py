"""Connections that stand only while somebody needs them: most keys then find nothing to end."""

from collections.abc import Callable

from PySide6.QtCore import SignalInstance


class Listening:
    """Pairs of signals and slots that are connected and disconnected together."""

    def __init__(self, *pairs: tuple[SignalInstance, Callable[..., object]]) -> None:
        self._pairs = list(pairs)
        self._on = False

    def add(self, signal: SignalInstance, slot: Callable[..., object]) -> None:
        """Add a pair."""
        self._pairs.append((signal, slot))
        if self._on:
            signal.connect(slot)

    def turn(self, *, on: bool) -> None:
        """Connect or disconnect all pairs."""
        if on == self._on:
            return
        self._on = on
        for signal, slot in self._pairs:
            (signal.connect if on else signal.disconnect)(slot)
