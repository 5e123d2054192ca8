"""The project in numbers and pictures: a window of its own."""
