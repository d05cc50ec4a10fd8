"""Filters for the texts of help."""
