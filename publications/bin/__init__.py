"""Deleted documents: kept for 30 days where nobody but staff sees them, then removed for good."""
