"""A book in PostgreSQL: its address, the tables there, and the folder on this machine that mirrors it."""
