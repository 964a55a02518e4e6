"""Pages about the program, and the tools that make what is generated in them."""
