"""Random bytes from the terminal into the running program: `python -m tests.fuzz SECONDS`."""
