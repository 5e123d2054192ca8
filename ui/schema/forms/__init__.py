"""The forms of the schema's parts."""
