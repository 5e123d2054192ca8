"""The window of Spanwright."""
