"""Loads the default content from the ``content/`` folder: files in, pages out.

This package and ``portal/urls.py`` are the only code of the floor that may name the apps above it.
"""

from .loader import ContentError, Loader, Outcome

__all__ = ["ContentError", "Loader", "Outcome"]
