"""What comes after the words: the chair's review, the check, the preview of the notes."""
