"""Does the site keep its promises to visitors? It is read as a visitor reads it, and judged by rules."""

from .audit import Audit, audit
from .fetching import fetch

__all__ = ["Audit", "audit", "fetch"]
