"""The panes between a paper and its meeting: the page, the paper, and what was understood of it."""
