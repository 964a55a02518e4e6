"""Dates and times as people write them, due words, and when a series meets."""
