"""The user's settings, and what the program remembers from one run to the next."""
