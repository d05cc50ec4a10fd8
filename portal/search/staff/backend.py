"""The search backend of the database in use."""

from django.db import connection

if connection.vendor == "postgresql":
    from .postgresql import SearchBackend
else:
    from .sqlite import SearchBackend

__all__ = ["SearchBackend"]
