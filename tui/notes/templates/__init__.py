"""Templates: found, copied, sandboxed, and run with every printed value literal."""
