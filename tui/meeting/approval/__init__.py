"""Signing the notes off, and what was changed or withheld afterwards."""
