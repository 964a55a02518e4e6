"""Tools that make pages, pictures and Word templates, and compare what two checkouts print."""
