"""A paper that was sent out and comes back edited: what is different in it, and what was noted beside."""
