"""Error messages by error code; `annotator.system.errors` joins them."""
