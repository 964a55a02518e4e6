"""Where meetings stand in the book: their files moved, put into the bin and back; standing members of a series."""
