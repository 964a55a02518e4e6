"""What gives somebody something to do: the wordings of it in several languages, and who is meant."""
