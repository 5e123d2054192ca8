"""Learning from finished articles, and evaluating sources of suggestions."""
