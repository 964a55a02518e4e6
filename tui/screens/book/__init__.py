"""The book and its register."""
