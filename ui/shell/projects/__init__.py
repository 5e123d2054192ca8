"""The File menu: projects are made, opened, rescued, repaired and copied."""
