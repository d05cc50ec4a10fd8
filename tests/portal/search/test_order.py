"""What helps comes first, small print last."""

import pytest

from portal.models import SiteSettings
from portal.search.engine import search_pages
from tests.factories import make_category, make_figure, make_guidance, make_information_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def kinds(page):
    """A page of each kind with the same rare word; the less it helps, the more often and higher up."""
    small = make_information_page(page("/"), title="Our zebra statement", summary="zebra zebra")
    SiteSettings.objects.update(privacy_page=small)
    make_figure(page("/statistics/"), title="Zebra figure", summary="zebra zebra zebra")
    make_information_page(page("/"), title="Zebra page", summary="zebra zebra")
    make_guidance(
        page("/what-you-can-do/"), title="What to do", summary="Perhaps one zebra in a longer text."
    )


def _titles(query: str) -> list[str]:
    return [result.title for result in search_pages(query).results]


def test_guidance_comes_before_pages_figures_and_small_print(kinds):
    assert _titles("zebra") == ["What to do", "Zebra page", "Zebra figure", "Our zebra statement"]


def test_small_print_stays_behind_where_no_page_has_every_word(kinds):
    assert _titles("zebra nothingofthekind")[-1] == "Our zebra statement"


def test_a_page_that_is_called_as_the_query_comes_first(kinds):
    assert _titles("zebra figure")[0] == "Zebra figure"
    assert _titles("our zebra")[0] == "Our zebra statement"


@pytest.mark.parametrize("query", ["abuse", "help", "child", "online", "report"])
def test_on_the_default_site_no_figure_and_no_small_print_comes_before_guidance(query):
    first = search_pages(query).results[:3]
    assert {result.kind for result in first} <= {"Guidance", "Category of crime"}, [r.title for r in first]


@pytest.mark.parametrize(
    ("query", "title"), [("accessibility", "Accessibility"), ("privacy", "Privacy"), ("fraud", "Fraud")]
)
def test_a_page_is_found_by_its_name_all_the_same(query, title):
    assert search_pages(query).results[0].title.startswith(title)


def test_a_category_stands_with_guidance(page):
    make_category(page("/categories/"), title="Rustling", summary="zebra")
    make_figure(page("/statistics/"), title="Zebra zebra", summary="zebra")
    assert _titles("zebra rustling")[0] == "Rustling"
