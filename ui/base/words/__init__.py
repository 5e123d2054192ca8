"""Texts with numbers and days, and the names of rules."""
