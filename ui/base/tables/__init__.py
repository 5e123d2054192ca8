"""Tables and list models."""
