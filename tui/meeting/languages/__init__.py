"""The words by which a language says what stands where in the papers of a meeting."""
