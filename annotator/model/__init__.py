"""The values that the program works with: rows, schemas, searches, rules, settings."""
