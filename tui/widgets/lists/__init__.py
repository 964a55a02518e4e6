"""Lists that draw their own lines."""
