"""The window of suggestion sources: which are on in this project, and how good each one is."""
