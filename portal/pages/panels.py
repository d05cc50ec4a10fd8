"""What the forms of all pages ask for, and what search reads of all pages: around what a page type adds."""

from wagtail.admin.panels import FieldPanel, Panel
from wagtail.models import Page
from wagtail.search import index

# Said here and not by the fields: how many is the page's business, and no reason for a migration.
BODY = (
    "The text of the page. Start each part with a heading; five or more headings make an “On this page” list."
)


def page_panels(*own: Panel, body: str = BODY) -> list[Panel]:
    """Return the panels of a page type with those of its own, its body last; ``body`` says what for."""
    first = [*Page.content_panels, FieldPanel("summary"), FieldPanel("content_note")]
    return [*first, *own, FieldPanel("body", help_text=body)]


def page_search_fields(*own: str) -> list[index.BaseField]:
    """Return what search reads of a page type: what it reads of all, and the named fields before the body."""
    fields = [index.SearchField(name) for name in (*own, "body")]
    return [*Page.search_fields, index.SearchField("summary", boost=2), *fields]
