"""The conditional random field that finds names, and its spaCy component."""
