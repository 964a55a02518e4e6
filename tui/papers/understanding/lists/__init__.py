"""The lines of a list of items, before it is known which are items."""
