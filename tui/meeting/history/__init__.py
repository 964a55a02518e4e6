"""The history of a meeting: every change, undone and redone, and the time it took."""
