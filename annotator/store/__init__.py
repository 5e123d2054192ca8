"""Reading and writing the project file. No other package uses SQL."""
