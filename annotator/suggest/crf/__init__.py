"""The conditional random field (CRF) that finds names, and its spaCy component."""
