"""Sources of suggestions. A source never sees the store and never decides for a person."""
