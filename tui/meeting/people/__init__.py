"""The people of a meeting: who is meant by a name, who is here, and what post they hold."""
