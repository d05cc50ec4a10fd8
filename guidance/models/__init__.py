"""Guidance pages and help routes."""

from .guidance_page import GuidancePage
from .index_page import GuidanceIndexPage
from .route import HelpRoute

__all__ = ["GuidanceIndexPage", "GuidancePage", "HelpRoute"]
