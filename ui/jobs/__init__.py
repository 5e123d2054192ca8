"""Job processes, and the work that is queued for them."""
