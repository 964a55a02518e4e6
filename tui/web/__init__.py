"""The program in a browser: the screens for whoever has no terminal, and a page of the notes for those who follow."""
