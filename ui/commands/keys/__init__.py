"""What the keys do now, and the words that say so."""
