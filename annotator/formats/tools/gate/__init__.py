"""The formats of GATE."""
