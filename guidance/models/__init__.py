"""Guidance pages, help routes and the glossary."""

from .glossary_page import GlossaryPage
from .glossary_term import GlossaryTerm
from .guidance_page import GuidancePage
from .index_page import GuidanceIndexPage
from .page_fact import PageFact
from .route import HelpRoute
from .route_evidence import RouteEvidence
from .search_words import SearchWords

__all__ = [
    "GlossaryPage",
    "GlossaryTerm",
    "GuidanceIndexPage",
    "GuidancePage",
    "HelpRoute",
    "PageFact",
    "RouteEvidence",
    "SearchWords",
]
