"""What several formats share: records, fields, offsets, tokens."""
