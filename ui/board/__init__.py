"""The claims board: a window with claimants, topics and stances."""
