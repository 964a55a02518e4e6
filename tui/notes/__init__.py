"""From a meeting to notes: the view a template sees, escaping, formats."""
