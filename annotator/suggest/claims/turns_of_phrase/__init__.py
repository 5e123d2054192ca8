"""Turns of phrase that say whose words something is, read as whole sentences: "gilt als", "made it clear that"."""
