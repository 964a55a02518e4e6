"""Notes as a Word file."""
