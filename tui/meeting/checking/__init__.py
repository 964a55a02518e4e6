"""The check: what is still open before the notes go out."""
