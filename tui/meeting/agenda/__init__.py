"""From an agenda's text to a meeting, and from one meeting to the next one's agenda."""
