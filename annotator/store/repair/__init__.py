"""Salvage from a damaged project file into a new one."""
