"""The full-text index of the database in use: which pages match, and how well."""

from django.db import connection

if connection.vendor == "postgresql":
    from .postgresql import matching, scored
else:
    from .sqlite import matching, scored

__all__ = ["matching", "scored"]
