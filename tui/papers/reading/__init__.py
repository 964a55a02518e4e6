"""From the bytes of a file to a document: a module a format, each of which alone imports what reads that format."""
