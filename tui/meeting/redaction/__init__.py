"""What a reader may not see, taken out: the one room that decides it."""
