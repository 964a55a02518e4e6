"""Pictures of every screen and what opens above it, which the tests hold the program to."""
