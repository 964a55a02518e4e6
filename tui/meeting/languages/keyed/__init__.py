"""The words by which lines typed in a meeting say when an action is due and whose it is, one file a language.

English, which is read in every meeting, has its own readers.
"""
