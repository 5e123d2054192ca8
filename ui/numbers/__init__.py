"""The windows with figures and charts: on the project, on agreement between people, and on one person."""
