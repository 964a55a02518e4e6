"""The outline of a meeting: its sections, their numbers, and the order in which they were taken."""
