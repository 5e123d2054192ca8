"""Rarer ways to say whose words something is: in headlines, as a wish, and told by one person to another."""
