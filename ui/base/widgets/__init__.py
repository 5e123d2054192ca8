"""Small widgets that all windows use."""
