"""Formats that programs train on."""
