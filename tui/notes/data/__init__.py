"""The finished notes for other programs: as JSON by a schema of ours, and as Akoma Ntoso."""
