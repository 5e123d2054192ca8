"""Formats to train models on."""
