"""The windows about the user's language model."""
