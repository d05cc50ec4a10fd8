"""The figures as open data: JSON, CSV, and descriptions of both for people and programs.

``columns`` is the one description of a record. Everything else is derived from it.
"""
