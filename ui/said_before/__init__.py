"""Earlier claims that say the same as a given claim."""
