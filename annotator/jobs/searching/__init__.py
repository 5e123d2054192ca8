"""Finding words, sentences and claims in a whole project, by words or by meaning."""
