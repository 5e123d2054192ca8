"""Actions, their shortcuts, and the menus made from them."""
