"""How a page lays its words out: paragraphs whole, columns apart, torn words mended."""
