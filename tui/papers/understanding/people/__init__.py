"""Whom a paper names: in a line, in a row of a table, under a label; and what a name looks like."""
