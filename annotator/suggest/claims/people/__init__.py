"""The people and bodies of an article: who can speak, and whom a pronoun means."""
