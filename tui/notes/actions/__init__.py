"""Actions as files and lists: tables, CSV, Markdown, calendars."""
