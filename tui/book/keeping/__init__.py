"""What a house does with a record that is finished: prove that it stands unchanged, seal it, hold it."""
