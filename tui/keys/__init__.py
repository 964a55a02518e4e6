"""The one table of commands, the keys that lead to them, and the user's own keys."""
