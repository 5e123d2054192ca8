"""Finding interviews, and the claims in their answers."""
