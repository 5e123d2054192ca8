"""What opens the windows that belong to others."""
