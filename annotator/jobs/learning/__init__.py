"""Learning from finished articles, and evaluating whatever finds spans."""
