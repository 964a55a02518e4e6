"""What keeps a book whole where something else got at it: damage, copies, versions from elsewhere, earlier states."""
