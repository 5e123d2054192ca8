"""Sources of suggestions. A source never sees the store and decides nothing."""
