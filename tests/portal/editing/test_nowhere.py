"""What is saved and shows nowhere says so: an alert banner that is over, a route that nothing leads to."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ReferenceIndex
from wagtail.test.utils.form_data import rich_text

from guidance.models import HelpRoute
from portal.models import AlertBanner
from tests.factories import make_category, make_information_page, open_form, words

pytestmark = pytest.mark.django_db
NOWHERE = "This shows nowhere"
LIST = "wagtailsnippets_guidance_helproute:list"


def told(client, response) -> str:
    """Return what the admin shows after saving."""
    assert response.status_code == 302
    return unescape(words(client.get(response.url)))


def save_banner(client, **changes):
    url = reverse("wagtailsettings:edit", args=["portal", "alertbanner", AlertBanner.load().pk])
    form = {
        "message": rich_text("<p>A number has changed.</p>"),
        "kind": "notice",
        "section": "",
        "starts_at": "",
        "ends_at": (timezone.localtime() + timedelta(hours=1)).strftime("%Y-%m-%d %H:%M"),
    }
    return client.post(url, form | changes)


def save_route(client, route, **changes):
    """Publish the route in its form, without a category."""
    edit = reverse("wagtailsnippets_guidance_helproute:edit", args=[route.pk])
    form = open_form(client, edit, "w-editor-form")
    # Wagtail's helper sends the first of a list in which nothing is chosen; a browser sends nothing.
    form.pop("categories", None)
    return client.post(edit, {**form.dict(), **changes, "action-publish": "action-publish"})


@pytest.fixture
def lonely(db):
    """A published route that is for nobody and about nothing."""
    made = HelpRoute(name="Lonely Line", slug="lonely", who_for="For all.", phone="0800 123 456")
    made.note_check_today()
    made.save()
    made.save_revision().publish()
    return made


def test_a_banner_whose_end_has_passed_says_so_after_saving_and_whenever_it_is_opened(editor_client):
    answer = save_banner(editor_client, ends_at="2026-01-01 10:00")
    assert f"{NOWHERE}: its end has passed." in told(editor_client, answer)
    assert f"{NOWHERE}: its end has passed." in words(editor_client.get(answer.url))


def test_a_banner_on_a_page_that_nobody_sees_says_so(editor_client, page):
    hidden = page("/leaving-this-site/")
    hidden.unpublish()
    answer = save_banner(editor_client, section=str(hidden.pk))
    assert f"{NOWHERE}: visitors cannot see the page" in told(editor_client, answer)


@pytest.mark.parametrize("changes", [{}, {"message": rich_text(""), "ends_at": ""}])
def test_a_banner_that_is_up_or_empty_on_purpose_warns_of_nothing(editor_client, changes):
    assert NOWHERE not in told(editor_client, save_banner(editor_client, **changes))


def test_a_route_that_no_audience_and_no_category_reach_says_so_after_saving_in_its_form_and_in_the_list(
    editor_client, lonely
):
    answer = save_route(editor_client, lonely, who_for="For everyone.")
    assert f"{NOWHERE}: no category and no page names it." in told(editor_client, answer)
    edit = reverse("wagtailsnippets_guidance_helproute:edit", args=[lonely.pk])
    assert NOWHERE in words(editor_client.get(edit))
    listed = words(editor_client.get(reverse(LIST)))
    assert listed.count(NOWHERE) == 1
    assert NOWHERE in listed.split("Lonely Line")[1]


def test_an_audience_alone_does_not_lead_to_a_route(editor_client, lonely):
    assert NOWHERE in told(editor_client, save_route(editor_client, lonely, for_child="on"))


def test_a_category_that_nobody_sees_does_not_lead_to_a_route(editor_client, lonely, page):
    category = make_category(page("/categories/"))
    lonely.categories.set([category])
    lonely.save()
    assert NOWHERE not in lonely.shows_nowhere()
    category.unpublish()
    assert NOWHERE in HelpRoute.objects.get(pk=lonely.pk).shows_nowhere()


def test_a_route_that_a_page_names_is_only_missing_from_the_questions(editor_client, lonely, page):
    naming = make_information_page(page("/"), body=[("help_routes", {"routes": [lonely]})])
    ReferenceIndex.create_or_update_for_object(naming)
    said = lonely.shows_nowhere()
    assert NOWHERE not in said
    assert "never leads to it" in said
    assert "say who it is for and a category" in said
    naming.unpublish()
    assert NOWHERE in lonely.shows_nowhere()


def test_the_routes_of_the_default_content_are_all_reached():
    assert [route.slug for route in HelpRoute.objects.shown() if route.shows_nowhere()] == []


def test_what_the_admin_saves_by_itself_leaves_no_warnings_behind(editor_client, lonely):
    edit = reverse("wagtailsnippets_guidance_helproute:edit", args=[lonely.pk])
    for _ in range(3):
        form = open_form(editor_client, edit, "w-editor-form")
        form.pop("categories", None)
        saved = editor_client.post(edit, form, headers={"Accept": "application/json"})
        assert saved.json()["success"]
    listed = editor_client.get(reverse("wagtailsnippets_categories_categorygroup:list"))
    assert NOWHERE not in words(listed)
