"""What a template sees: the meeting, ready to print."""
