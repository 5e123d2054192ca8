"""The window with the project's numbers and charts."""
