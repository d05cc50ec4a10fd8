"""The description of the data's addresses in OpenAPI 3.1, for programs and for people who write them."""

from django.conf import settings

from ..columns import VERSION
from .paths import paths
from .schemas import SCHEMAS, figure_schema

__all__ = ["description"]


def description() -> dict:
    """Return the whole description."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Figures on serious and organised crime",
            "version": f"{VERSION}.0.0",
            "summary": "Figures with source, period and state, to read and to use.",
            "description": "Everything here is open to read, without a key and without a cookie. "
            "Names of fields do not change within a version. Fields may be added. "
            "Show the state of a figure, and what it does not mean, wherever you show the figure.",
        },
        "servers": [{"url": settings.BASE_URL}],
        "paths": paths(),
        "components": {"schemas": {"Figure": figure_schema(), **SCHEMAS}},
    }
