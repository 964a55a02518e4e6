"""The terminal itself: its first frame, its bytes, and keys in their order."""
