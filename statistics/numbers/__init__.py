"""How numbers and periods are written, read, found in texts, and added. No model, no query."""
