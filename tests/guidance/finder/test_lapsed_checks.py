"""A late check takes numbers away, never the one who is there for the reader."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.conf import settings
from django.utils import timezone

from guidance.audiences import Audience
from guidance.models import HelpRoute
from guidance.models.named_in_finder import ONLY_WHERE_NAMED

from .walking import START, Step, walk

pytestmark = pytest.mark.django_db
UNDER_19 = "under 19"
EMERGENCY = "emergency"
OF_CONTENT = {path.stem for path in (settings.BASE_DIR / "content" / "routes").glob("*.toml")} - {EMERGENCY}
ROUTES = sorted({*OF_CONTENT, *ONLY_WHERE_NAMED})


def lapse(**wanted) -> None:
    """Let the checks of the routes be so late that their contacts are withdrawn."""
    long_ago = timezone.localdate() - timedelta(days=400)
    HelpRoute.objects.filter(**wanted).update(checked_on=long_ago)


def article_of(leaf: Step, name: str) -> str:
    """Return what a leaf's page says of one route."""
    (found,) = [part for part in leaf.main.split("<article")[1:] if f"<h3>{name}</h3>" in part]
    return found.split("</article>")[0]


def leaves_of(client, address: str = START) -> dict[str, Step]:
    return {step.address: step for step in walk(client, address) if step.is_leaf}


def check_lapsed(leaf: Step, route: HelpRoute) -> None:
    """Assert that a route is still named, with its official site and a caution, and without its contacts."""
    shown = article_of(leaf, route.name.replace("'", "&#x27;"))
    assert "Nobody has confirmed it since" in shown, leaf.clicked
    assert 'href="tel:999"' in shown
    assert 'href="tel:101"' in shown
    if route.website_url:
        assert f'href="{route.website_url}"' in shown, (leaf.clicked, route.name)
    for contact in (route.phone_href, route.text_href, route.email, route.form_url, route.chat_url):
        assert not contact or contact == "tel:101" or contact not in shown, (leaf.clicked, contact)


def test_the_routes_of_the_default_content_are_all_let_lapse(db):
    assert set(HelpRoute.objects.filter(is_emergency=False).values_list("slug", flat=True)) == OF_CONTENT


@pytest.mark.parametrize("slug", ROUTES)
def test_a_route_whose_check_lapses_keeps_its_place_name_and_official_site(
    client, leaves, checked_routes, slug
):
    lapse(slug=slug)
    route = HelpRoute.objects.get(slug=slug)
    assert route.ways() or not route.live, "every public route of the default content has an official site"
    # The ends that do not name it do not change with it; all lapse at once in the next test.
    for before in (leaf for leaf in leaves if route.name in leaf.routes):
        now = Step(before.address, before.clicked, client.get(before.address))
        assert now.routes == before.routes, before.clicked
        check_lapsed(now, route)


def test_when_every_check_lapses_every_end_names_whom_it_named_with_999_and_101(
    client, leaves, checked_routes
):
    lapse()
    now = leaves_of(client)
    routes = {route.name: route for route in HelpRoute.objects.filter(is_emergency=False)}
    for before in leaves:
        leaf = now[before.address]
        assert leaf.routes == before.routes, before.clicked
        assert 'href="tel:999"' in leaf.main
        assert 'href="tel:101"' in leaf.main
        assert not leaf.came_by(UNDER_19) or "an adult you trust" in leaf.main, leaf.clicked
        for name in set(leaf.routes) & set(routes):
            check_lapsed(leaf, routes[name])


def test_a_child_who_is_hurt_keeps_childlines_site_although_its_check_lapsed(client, checked_routes):
    lapse(slug="childline")
    (leaf,) = leaves_of(client, f"{START}c/k/").values()
    assert leaf.routes[0] == "Childline"
    assert 'href="https://www.childline.org.uk/"' in article_of(leaf, "Childline")
    assert "0800 1111" not in leaf.main


def test_a_lapsed_route_without_an_official_site_is_still_named_after_those_that_can_be_reached(
    client, checked_routes
):
    lapse(slug="childline")
    HelpRoute.objects.filter(slug="childline").update(website_url="", website_label="")
    for leaf in leaves_of(client, f"{START}c/").values():
        assert leaf.routes[-1] == "Childline", leaf.clicked
        shown = article_of(leaf, "Childline")
        assert "We do not know an official site of theirs." in shown
        assert "0800 1111" not in shown


def test_the_number_that_every_page_says_is_never_called_withdrawn(client, checked_routes):
    lapse(slug="police-101")
    leaf = next(iter(leaves_of(client, f"{START}c/").values()))
    shown = article_of(leaf, "Police, when it is not an emergency")
    assert '<a class="phone" href="tel:101">101</a>' in shown
    assert "no longer show" not in shown


def test_contacts_typed_into_the_words_of_a_route_are_withdrawn_with_the_others(client, checked_routes):
    HelpRoute.objects.filter(slug="childline").update(
        who_for="For you. Call 0800-1111.",
        website_label="Call 0800 1111 or go to their site",
        what_happens='<p>Or <a href="tel:08001111">call</a>.</p>',
        hours="Call 0800 1111 at night",
    )
    lapse(slug="childline")
    (leaf,) = leaves_of(client, f"{START}c/k/").values()
    assert "0800" not in leaf.main
    assert ">https://www.childline.org.uk/</a>" in article_of(leaf, "Childline")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/what-you-can-do/",
        "/what-you-can-do/for-children-and-young-people/",
        "/categories/child-sexual-abuse/",
    ],
)
def test_pages_keep_the_official_site_of_every_lapsed_route_they_name(client, checked_routes, path):
    before = client.get(path).content.decode()
    lapse()
    now = client.get(path).content.decode()
    named = [route for route in HelpRoute.objects.all() if f"<h3>{route.name}</h3>" in before]
    assert named
    for route in named:
        assert f"<h3>{route.name}</h3>" in now
        assert not route.website_url or f'href="{route.website_url}"' in now
        assert not route.email or f"mailto:{route.email}" not in now


def test_every_audience_has_somebody_besides_the_police_when_every_check_lapses(db):
    lapse()
    for audience in Audience:
        reached = [route for route in HelpRoute.objects.fitting(audience) if route.ways()]
        assert {route.slug for route in reached} - {"emergency", "police-101"}, audience


def test_the_routes_of_the_default_content_fall_due_spread_over_weeks_and_on_days_that_stay_the_same(db):
    routes = HelpRoute.objects.filter(is_emergency=False)
    due = sorted(route.due_on for route in routes)
    assert (due[-1] - due[0]).days >= 28
    assert min(later - sooner for sooner, later in pairwise(due)) >= timedelta(days=1)
    assert routes.get(slug="childline").due_on == due[0] == date(2027, 1, 18)
    assert due[-1] == date(2027, 2, 25)
