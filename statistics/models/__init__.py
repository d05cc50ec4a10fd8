"""Figures, what belongs to them, and the page that lists them.

The parts of a figure come first (value, source, state, series), then the figure, then what is kept about
it. What is shown on these pages, or answered below them, is worked out from the figure alone (``pages/``),
or comes from the rooms above by the hooks in ``addresses`` and ``index_page``.
"""

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
