"""The program: start, main window, menus, drawer, windows."""
