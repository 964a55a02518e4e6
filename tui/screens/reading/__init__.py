"""The screens on the way from a paper to a meeting."""
