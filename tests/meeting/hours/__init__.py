"""Tests of a meeting's zone, sessions and times."""
