"""The rules that find claims in English."""
