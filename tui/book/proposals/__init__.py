"""What is settled of a meeting on another machine than the one that writes it: made there, and taken in here."""
