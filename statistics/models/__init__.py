"""Figures, what belongs to them, and the page that lists them."""

from .correction import Correction
from .evidence import EvidenceCheck
from .figure import StatisticPage
from .index_page import StatisticsIndexPage
from .relations import FigureRelation
from .series import FigureSeries
from .version import FigureVersion

__all__ = [
    "Correction",
    "EvidenceCheck",
    "FigureRelation",
    "FigureSeries",
    "FigureVersion",
    "StatisticPage",
    "StatisticsIndexPage",
]
