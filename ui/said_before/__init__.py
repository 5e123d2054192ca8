"""Earlier claims that say the same as a claim."""
