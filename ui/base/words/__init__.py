"""Numbers, days and rules as text."""
