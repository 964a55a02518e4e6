"""Commands for what becomes of the notes once they have gone out."""
