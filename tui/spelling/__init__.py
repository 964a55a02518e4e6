"""Spelling by Hunspell's dictionaries: where one is found, and the process of its own that looks words up in it."""
