"""Words lead to what visitors may see, and to nothing else."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from guidance.models import HelpRoute, SearchWords
from portal.search.help_for_words import help_for_words
from tests.factories import make_guidance

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(rf):
    """Return a function that gives the routes' names and the links' titles for a query."""

    def ask(query: str) -> tuple[list[str], list[str]]:
        found = help_for_words(rf.get("/search/"), query)
        return (
            ([], [])
            if found is None
            else ([r.name for r in found.routes], [link.title for link in found.links])
        )

    return ask


@pytest.fixture
def reading(page):
    """A guidance page."""
    return make_guidance(page("/what-you-can-do/"), title="About zebras")


@pytest.fixture
def words(checked_route, reading):
    """A published entry that leads to a route, a page and the finder."""
    entry = SearchWords(
        name="Zebras", phrases="zebra crossing\nzebroid", alone="zed", says="You are not alone."
    )
    entry.leads_to = [("route", checked_route), ("page", reading), ("finder", None)]
    entry.full_clean()
    entry.save()
    entry.save_revision().publish()
    return entry


EVERYTHING = (["Night Line"], ["About zebras", "Who should I tell?"])


@pytest.mark.parametrize(
    "query", ["zebra crossing", "There was a crossing of zebras?!", "zebriod", "zed please"]
)
def test_words_lead_to_routes_pages_and_the_finder(words, asked, query):
    assert asked(query) == EVERYTHING


@pytest.mark.parametrize("query", ["zebra", "crossing", "zed and figures", "", "\x00", "🎈"])
def test_other_searches_are_led_nowhere(words, asked, query):
    assert asked(query) == ([], [])


def test_the_card_stands_above_the_results_with_its_sentence(words, client):
    html = client.get("/search/?q=zebra+crossing").content.decode()
    places = [html.index(part) for part in ("You are not alone.", "Night Line", ">About zebras<")]
    assert places == sorted(places)
    assert 'href="tel:+44800123456"' in html
    assert '<a href="/next/">Who should I tell?</a>' in html


def test_it_stands_on_the_first_of_several_pages_of_results_only(words, client):
    assert "Night Line" not in client.get("/search/?q=zebra+crossing+child+crime&page=2").content.decode()


@pytest.mark.parametrize(
    "query", ["Night Line", "ring the night line now", "0800 123 456", "0800123456", "+44 800 123456", "7726"]
)
def test_a_route_is_found_by_its_name_and_its_numbers_without_any_words(checked_route, asked, query):
    HelpRoute.objects.filter(slug="ncsc").update(text_number="")
    assert asked(query)[0][:1] == ["Night Line"]


@pytest.mark.parametrize("query", ["night", "0800 123", "800 123 4567", "line at night"])
def test_a_part_of_a_name_or_number_names_no_route(checked_route, asked, query):
    assert "Night Line" not in asked(query)[0]


def test_a_draft_of_words_leads_nowhere(words, asked):
    words.unpublish()
    assert asked("zebra crossing") == ([], [])


def test_words_whose_time_is_over_lead_nowhere(words, asked):
    SearchWords.objects.filter(pk=words.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    assert asked("zebra crossing") == ([], [])


def test_a_route_that_is_not_shown_is_left_out(words, checked_route, asked):
    checked_route.unpublish()
    assert asked("zebra crossing") == ([], EVERYTHING[1])


def test_a_route_whose_check_is_overdue_is_left_out(words, checked_route, asked, on_day):
    on_day(checked_route.overdue_on - timedelta(days=1))
    assert asked("zebra crossing") == EVERYTHING
    on_day(checked_route.overdue_on)
    assert asked("zebra crossing") == ([], EVERYTHING[1])
    assert asked("Night Line") == ([], [])


def test_999_and_101_are_led_to_whatever_their_clock_says(asked, on_day):
    on_day(timezone.localdate() + timedelta(days=3_000))
    assert asked("emergency")[0] == ["Emergency services", "Police, when it is not an emergency"]


def test_a_deleted_route_is_left_out(words, checked_route, asked):
    checked_route.delete()
    assert asked("zebra crossing") == ([], EVERYTHING[1])


@pytest.mark.parametrize("how", ["unpublished", "private", "ended", "deleted"])
def test_a_page_that_not_everybody_may_read_is_left_out(words, reading, asked, how):
    if how == "unpublished":
        reading.unpublish()
    elif how == "private":
        PageViewRestriction.objects.create(page=reading, restriction_type="login")
    elif how == "ended":
        type(reading).objects.filter(pk=reading.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    else:
        reading.delete()
    assert asked("zebra crossing") == (["Night Line"], ["Who should I tell?"])


def test_the_lower_order_comes_first_and_each_entry_has_its_turn(words, asked, page):
    other = SearchWords(name="Other", phrases="crossing", order=5)
    other.leads_to = [
        ("route", HelpRoute.objects.get(slug="childline")),
        ("route", HelpRoute.objects.get(slug="ceop-safety-centre")),
    ]
    other.save()
    assert asked("zebra crossing")[0] == ["Childline", "Night Line", "CEOP Safety Centre"]


def test_a_hidden_route_takes_no_turn(asked):
    for order, slugs in ((1, ("samaritans", "childline")), (2, ("nspcc-helpline", "ceop-safety-centre"))):
        entry = SearchWords(name=f"Zebras {order}", phrases="zebra crossing", order=order)
        entry.leads_to = [("route", HelpRoute.objects.get(slug=slug)) for slug in slugs]
        entry.save()
    HelpRoute.objects.filter(slug="samaritans").update(live=False)
    assert asked("zebra crossing")[0] == ["Childline", "NSPCC Helpline", "CEOP Safety Centre"]


def test_a_childs_words_lead_to_childline_first(asked):
    for query in ("im 12 and someone has my nudes", "my dad hits me", "i'm being bullied", "am I in trouble"):
        assert asked(query)[0][0] == "Childline", query


def test_an_adults_words_do_not_lead_to_childline(asked):
    for query in (
        "fraud",
        "historic abuse",
        "worried about my grandson",
        "my boss has my passport",
        "phishing",
    ):
        assert "Childline" not in asked(query)[0], query


def test_the_questions_to_the_database_do_not_grow_with_the_words(words, client, checked_route):
    def count() -> int:
        client.get("/search/?q=zebra+crossing")
        with CaptureQueriesContext(connection) as queries:
            client.get("/search/?q=zebra+crossing")
        assert len({query["sql"] for query in queries}) == len(queries), "a query is repeated"
        return len(queries)

    few = count()
    for number in range(20):
        entry = SearchWords(name=f"Entry {number}", phrases="zebra crossing")
        entry.leads_to = [("route", checked_route), ("finder", None)]
        entry.save()
    assert count() == few
