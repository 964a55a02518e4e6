"""A meeting kept line by line, to be listened to: each line typed is answered in plain words, and none drawn twice."""
