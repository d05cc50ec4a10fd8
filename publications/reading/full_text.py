"""The full-text index of the database in use: ``hits``, and how a migration makes and drops it."""

from django.db import connection

if connection.vendor == "postgresql":
    from .postgresql import hits
else:
    from .sqlite import hits

__all__ = ["hits"]
