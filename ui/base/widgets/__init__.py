"""Small widgets without a domain."""
