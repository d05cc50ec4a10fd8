"""Who comes first: nobody in danger, no child and no victim is sent to somebody who cannot help them."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from portal.search.help_for_words import help_for_words

from .first import CASES, NOT_MET

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(rf):
    """Return a function that gives what stands above the results of a query."""
    return lambda query: help_for_words(rf.get("/search/"), query)


def _names(above) -> list[str]:
    routes, links = [route.slug for route in above.routes], [link.url for link in above.links]
    return [*links, *routes] if above.links_first else [*routes, *links]


@pytest.mark.parametrize(
    ("query", "case"), [pytest.param(query, case, id=query) for case in CASES for query in case.queries]
)
def test_the_right_help_comes_first(found, query, case):
    above = found(query)
    assert above is not None
    names = _names(above)
    assert names[0] == case.first, names
    assert case.also <= set(names), names
    assert not case.never & set(names), names


@pytest.mark.parametrize("query", NOT_MET)
def test_a_word_that_tells_of_no_trouble_is_not_met_with_help(found, query):
    assert found(query) is None


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("i was scammed and want to die", "Call 999"),
        ("they make me sell drugs", "not your fault"),
        ("i was robbed", "Call 999"),
        ("my account money mule", "Tell your bank"),
        ("someone is threatening me", "call 999"),
        ("cyberstalking", "use another one if you can"),
        ("he touched my sister", "It is not your fault"),
    ],
)
def test_the_sentence_above_is_of_the_most_urgent_need(found, query, words):
    assert words in found(query).sentences[0]


@pytest.mark.parametrize("address", ["/samaritans", "/suicide", "/self-harm"])
def test_who_types_such_an_address_finds_somebody_to_talk_to(client, address):
    html = client.get(f"{address}/", follow=True).content.decode()
    assert 'href="tel:999"' in html
    assert 'href="tel:+448001111"' in html


@pytest.mark.parametrize("address", ["/victims", "/victim", "/victim-support"])
def test_victims_of_any_crime_come_to_all_the_help(address):
    assert Redirect.objects.get(old_path=address).redirect_page.slug == "what-you-can-do"
