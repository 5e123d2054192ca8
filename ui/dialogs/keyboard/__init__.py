"""All keys at one glance, and their editor."""
