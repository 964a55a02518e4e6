"""What the capture line offers to append."""
