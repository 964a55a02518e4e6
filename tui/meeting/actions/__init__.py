"""Actions: settled, brought forward, reviewed, and listed in the register."""
