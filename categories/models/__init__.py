"""Groups and categories."""

from .category_page import CategoryPage, CategoryRelation
from .group import CategoryGroup
from .index_page import CategoryIndexPage

__all__ = ["CategoryGroup", "CategoryIndexPage", "CategoryPage", "CategoryRelation"]
