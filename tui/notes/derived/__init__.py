"""Formats that are made from the web page of the notes: whatever a style words, they say it in the same words."""
