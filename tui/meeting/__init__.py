"""What a meeting is and how it changes. Pure: no files, no screens."""
