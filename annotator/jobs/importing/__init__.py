"""Importing articles and labels: read them, compare them, store them."""
