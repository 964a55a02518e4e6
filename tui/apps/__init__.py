"""The Textual Apps, one for each way in."""
