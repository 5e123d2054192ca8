"""The bridge to the core: the session, the open article and its rows as values."""
