"""From a paper as it comes (in a file, a mail, on a page) to a meeting, by way of a document and a draft."""
