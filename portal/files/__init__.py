"""How files are stored, and how static ones are gathered and served."""
