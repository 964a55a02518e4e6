"""Finished minutes: from a paper's blocks to a meeting with its people, its items and all that was said."""
