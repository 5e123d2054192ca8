"""Records, fields, offsets and tokens that several formats share."""
