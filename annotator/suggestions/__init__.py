"""Suggestions after they are made: renewing, holding back, measuring. Pure functions of values."""
