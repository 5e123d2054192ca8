"""The command line: everything that the program can do without the window, and without Qt."""
