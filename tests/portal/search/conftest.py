"""A small site to search in."""

import pytest
from wagtail.models import Page, Site

from portal.models import HomePage, InformationPage, SiteSettings


@pytest.fixture
def home(db) -> HomePage:
    """The home page of the only site, made in place of Wagtail's welcome page."""
    root = Page.objects.get(depth=1)
    root.get_children().delete()
    home = Page.objects.get(depth=1).add_child(
        instance=HomePage(title="Front", slug="front", summary="Start.")
    )
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    SiteSettings.load()  # which the first visitor to a new site makes
    return home


@pytest.fixture
def make_page(home):
    """Return a function that publishes a page of text."""

    def make(title: str, text: str = "", parent: Page | None = None, **fields) -> InformationPage:
        body = [("text", f"<p>{text}</p>")]
        page = InformationPage(title=title, summary=f"Summary of {title}.", body=body, **fields)
        return (parent or home).add_child(instance=page)

    return make


@pytest.fixture
def found(home):
    """Return a function that gives the titles found for a query."""
    from portal.search.engine import search_pages

    return lambda query: [result.title for result in search_pages(query).results]
