"""What comes back of notes that were sent out: what is different in them, and taking it over."""
