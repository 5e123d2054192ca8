"""What the tables and long lists of the window have in common."""
