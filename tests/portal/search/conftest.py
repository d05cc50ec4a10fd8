"""A small site to search in."""

from collections.abc import Iterator

import pytest
from wagtail.models import Page, Site

from portal.models import HomePage, InformationPage, SiteSettings


@pytest.fixture
def home(db) -> Iterator[HomePage]:
    """The home page of a site with nothing else in it: the default content is no part of it."""
    root = Page.objects.get(depth=1)
    home = root.add_child(instance=HomePage(title="Front", slug="searched", summary="Start."))
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    SiteSettings.load()  # which the first visitor to a new site makes
    yield home
    Site.clear_site_root_paths_cache()


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
