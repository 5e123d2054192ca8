"""Processes that do work beside the caller, and work in slices."""
