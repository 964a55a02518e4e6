"""The commands that keep a book whole: versions joined, earlier states brought back, records sealed and held."""
