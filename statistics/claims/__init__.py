"""What somebody has to check: figures themselves, and numbers of doubtful figures typed into texts."""
