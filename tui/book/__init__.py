"""Meetings on disk: crash-safe TinyDB, locks, drafts, and what the whole book knows."""
