"""The claim card."""
