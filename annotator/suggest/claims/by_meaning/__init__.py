"""Kinds of claims and the worth of sentences, decided with the encoder of meaning for thorough suggestions."""
