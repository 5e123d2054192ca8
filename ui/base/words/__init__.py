"""Numbers, days and rules in words."""
