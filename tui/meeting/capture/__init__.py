"""The capture language: what one line means, and the change that comes of it."""
