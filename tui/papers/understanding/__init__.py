"""From a document to what it says: which words are the title, the day, the place, the people and the items."""
