"""A spaCy component that finds names with a CRF and a small network, and what it knows of words."""
