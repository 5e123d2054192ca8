"""Connections that exist only while they are needed, so that most keys cause no needless calls."""

from collections.abc import Callable

from PySide6.QtCore import SignalInstance


class Listening:
    """Pairs of a signal and a slot that are connected and disconnected together."""

    def __init__(self, *pairs: tuple[SignalInstance, Callable[..., object]]) -> None:
        self._pairs = list(pairs)
        self._on = False

    def add(self, signal: SignalInstance, slot: Callable[..., object]) -> None:
        """Add a pair, and connect it if the others are connected."""
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
