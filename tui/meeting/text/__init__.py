"""Words as text: markup inside a line, normalizing, numbers in words, what is safe to show."""
