"""The details of a meeting: title, day, hours, place, chair, head and people, put right."""
