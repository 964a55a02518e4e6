"""The register: the actions of the whole book, read from an index that may be thrown away."""
