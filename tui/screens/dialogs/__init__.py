"""Dialogs that open above a screen and answer it."""
