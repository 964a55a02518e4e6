"""What the program does when a call of the disk fails: each call of a few whole operations, with each error."""
