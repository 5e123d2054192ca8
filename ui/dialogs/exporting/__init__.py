"""The export dialog, and the lists to check before an export."""
