"""What the hand does: labels, decisions, and what the keys will do."""
