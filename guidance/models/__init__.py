"""Guidance pages and help routes."""

from .guidance_page import GuidancePage
from .index_page import GuidanceIndexPage
from .page_fact import PageFact
from .route import HelpRoute
from .route_evidence import RouteEvidence

__all__ = ["GuidanceIndexPage", "GuidancePage", "HelpRoute", "PageFact", "RouteEvidence"]
