"""Steps of a merge: reading the copies, resolving what they leave open, and reporting what the merge brings."""
