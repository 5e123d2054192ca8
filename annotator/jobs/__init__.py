"""Jobs over a whole project: import and export, counting, searching and changing many articles."""
