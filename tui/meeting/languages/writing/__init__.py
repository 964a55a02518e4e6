"""The words that notes are written with, one file a language."""
