"""The sources of suggestions, and what is known of them."""
