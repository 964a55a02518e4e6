"""Logs of meetings held in writing: what their own tools make minutes of."""
