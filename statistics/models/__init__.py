"""Figures and the page that lists them."""

from .figure import StatisticPage
from .index_page import StatisticsIndexPage
from .relations import FigureRelation, relation_warnings

__all__ = ["FigureRelation", "StatisticPage", "StatisticsIndexPage", "relation_warnings"]
