"""The sources of suggestions, and the facts about them that are known without loading them."""
