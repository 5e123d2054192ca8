"""The installers: what users of each system download, made from the folder that PyInstaller built."""
