"""The values that everything is about: rows, schema, query, rules."""
