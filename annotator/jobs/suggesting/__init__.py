"""Suggestions for many articles, and bulk decisions about them."""
