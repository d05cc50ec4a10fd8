"""A figure as data: the same fields, by the same names, in JSON and CSV."""

from collections.abc import Iterator

from django.conf import settings
from django.utils.html import strip_tags

from portal.visibility import is_public, public_now, restricted_paths

from .models import StatisticPage

FIELDS = (
    "url",
    "title",
    "value",
    "lower_value",
    "upper_value",
    "bound",
    "unit",
    "counted",
    "kind",
    "period",
    "year",
    "area",
    "category",
    "source_name",
    "source_url",
    "source_page",
    "state",
    "state_note",
    "superseded_by",
    "does_not_mean",
    "updated",
)


def _number(value):
    """Return a Decimal as an int or float that JSON and spreadsheets read."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def record(figure, restricted: tuple[str, ...]) -> dict:
    """Return one figure as a flat record with the names of FIELDS, naming no page that is hidden."""
    replaced_by = figure.superseded_by if is_public(figure.superseded_by, restricted) else None
    category = figure.category if is_public(figure.category, restricted) else None
    return {
        "url": settings.BASE_URL + (figure.get_url() or ""),
        "title": figure.title,
        "value": figure.value_text,
        "lower_value": _number(figure.lower_value),
        "upper_value": _number(figure.upper_value),
        "bound": figure.bound,
        "unit": figure.unit,
        "counted": figure.counted,
        "kind": figure.kind,
        "period": figure.period,
        "year": figure.year,
        "area": figure.area,
        "category": category.title if category else "",
        "source_name": figure.source_name,
        "source_url": figure.source_url,
        "source_page": figure.source_page,
        "state": figure.state,
        "state_note": figure.state_note,
        "superseded_by": settings.BASE_URL + replaced_by.get_url() if replaced_by else "",
        "does_not_mean": strip_tags(figure.does_not_mean),
        "updated": figure.last_published_at.isoformat() if figure.last_published_at else "",
    }


def all_records() -> Iterator[dict]:
    """Yield every public figure, in the order of the list of figures."""
    restricted = restricted_paths()
    figures = public_now(StatisticPage.objects.all()).defer("body", "category__body", "superseded_by__body")
    for figure in figures.select_related("category", "superseded_by").order_by("path").iterator(500):
        yield record(figure, restricted)
