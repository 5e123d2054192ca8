"""The table of actions and the menus made of it."""
