"""A book wherever it is kept: what every store promises, and a folder as one; PostgreSQL is in `tui.book.office`."""
