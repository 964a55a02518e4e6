"""What crosses meetings, or joins the book and the notes: each done in one way, by screens and commands alike."""
