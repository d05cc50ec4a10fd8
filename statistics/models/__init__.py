"""Figures and the page that lists them."""

from .figure import StatisticPage
from .index_page import StatisticsIndexPage
from .relations import FigureRelation

__all__ = ["FigureRelation", "StatisticPage", "StatisticsIndexPage"]
