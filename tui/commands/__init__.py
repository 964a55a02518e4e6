"""The commands of `minutebook`, a module for each family; `tui/cli.py` is their table."""
