"""Who said the same before."""
