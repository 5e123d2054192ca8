"""The rules that find claims in German."""
