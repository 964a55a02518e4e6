"""A meeting's details, which can be put right at any time: title, day, hours, place, chair, head and people."""
