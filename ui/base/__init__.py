"""What every room of the window uses: look, widgets, tables, keys, settings, messages."""
