"""The rules of German claims."""
