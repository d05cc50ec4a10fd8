"""Commands of the publications app: see each."""
