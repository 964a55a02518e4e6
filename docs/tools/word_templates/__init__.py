"""Make the Word templates of the house styles."""
