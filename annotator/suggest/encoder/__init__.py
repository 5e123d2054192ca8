"""The encoder: a transformer that recognises names and compares sentences by meaning. It needs only numpy."""
