"""A help route: what a visitor is told, and what an editor may not enter."""

from html import unescape

import pytest
from django.urls import reverse
from wagtail.models import ReferenceIndex

from guidance.models import HelpRoute
from tests.factories import edit_route, make_category, make_information_page, words


@pytest.fixture
def route(db):
    """A published help route that says only how to call it."""
    made = HelpRoute(name="Night Line", slug="night-line", who_for="For everyone.", phone="0800 123 456")
    made.save()
    made.save_revision().publish()
    return made


@pytest.fixture
def naming(page, route):
    """A page that names the help route."""
    return make_information_page(page("/"), body=[("help_routes", {"routes": [route]})])


def test_what_is_not_known_is_one_quiet_line_and_never_no(client, naming, route):
    text = words(client.get(naming.url))
    assert (
        "Not yet checked: whether you must give your name, if it is anonymous, when it is passed on, who "
        "answers, cost, whether it shows on a bill, languages, hours, waiting time, British Sign Language, "
        "relay for deaf people."
    ) in text
    assert "What it costs" not in text
    route.hours = "Always"
    route.save_revision().publish()
    text = words(client.get(naming.url))
    assert "When it answers Always" in text
    assert text.count("Not yet checked:") == 1
    assert "hours" not in text.split("Not yet checked:")[1].split(".")[0]


def test_an_answer_in_words_stands_in_place_of_a_yes_or_no_that_is_too_short(client, naming, route):
    route.shows_on_bill, route.shows_on_bill_words = "no", "No, from a landline"
    route.save_revision().publish()
    assert "Shows on a bill No, from a landline" in words(client.get(naming.url))


def test_words_without_the_answer_that_they_explain_are_refused(editor_client, route):
    response = edit_route(editor_client, route, bsl_words="Only on weekdays")
    assert "Choose the answer that these words explain." in unescape(response.content.decode())


def test_a_number_can_be_called_or_texted_from_the_page(client, naming, route):
    route.text_number = "77 26"
    route.save_revision().publish()
    html = client.get(naming.url).content.decode()
    assert 'href="tel:+44800123456"' in html
    assert 'href="sms:7726"' in html


REFUSALS = [
    ({"phone": ""}, "Give at least one way to make contact"),
    ({"website_url": "http://example.org/"}, "Use an address that begins with https://."),
    ({"phone": "call us"}, "This is not a number that can be called from the UK"),
    ({"text_number": "1"}, "This is not a number that can be called from the UK"),
    ({"email": "someone"}, "valid email address"),
]


@pytest.mark.parametrize(("typed", "sentence"), REFUSALS)
def test_a_route_that_leads_nowhere_is_refused_and_what_was_typed_stays(
    editor_client, route, typed, sentence
):
    response = edit_route(editor_client, route, hours="Typed in the same sitting", **typed)
    assert response.status_code == 200
    assert sentence in unescape(response.content.decode())
    form = response.context["form"]
    assert form["hours"].value() == "Typed in the same sitting"
    assert {name: form[name].value() for name in typed} == typed
    route.refresh_from_db()
    assert (route.phone_shown, route.hours) == ("0800 123 456", "")


def test_an_editor_may_publish_a_route_and_readers_see_it_at_once(editor_client, naming, route):
    assert edit_route(editor_client, route, phone="0800 999 000").status_code == 302
    assert "0800 999 000" in words(editor_client.get(naming.url))


def test_a_draft_of_a_route_changes_nothing_for_readers(editor_client, naming, route):
    assert edit_route(editor_client, route, publish=False, phone="0800 999 000").status_code == 302
    text = words(editor_client.get(naming.url))
    assert "0800 123 456" in text
    assert "0800 999 000" not in text


def test_an_unpublished_route_disappears_from_every_page(client, page, naming, route):
    category = make_category(page("/categories/"))
    route.categories.set([category])
    route.save_revision().publish()
    for url in (naming.url, category.url):
        assert "Night Line" in words(client.get(url))
    route.unpublish()
    for url in (naming.url, category.url):
        assert "Night Line" not in words(client.get(url))


def test_the_admin_lists_the_pages_that_name_a_route(editor_client, naming, route):
    ReferenceIndex.create_or_update_for_object(naming)
    usage = editor_client.get(reverse("wagtailsnippets_guidance_helproute:usage", args=[route.pk]))
    assert naming.title in words(usage)


def test_an_editor_sees_what_is_typed_before_it_is_saved(editor_client, route):
    from tests.factories import open_form

    edit = reverse("wagtailsnippets_guidance_helproute:edit", args=[route.pk])
    preview = reverse("wagtailsnippets_guidance_helproute:preview_on_edit", args=[route.pk])
    form = open_form(editor_client, edit, "w-editor-form")
    form["who_for"] = "For people who work at night."
    assert editor_client.post(preview, form).json()["is_valid"]
    text = words(editor_client.get(preview))
    assert "For people who work at night." in text
    assert "0800 123 456" in text
    route.refresh_from_db()
    assert route.who_for == "For everyone."


def test_the_emergency_route_comes_first_whatever_its_order(page):
    HelpRoute.objects.filter(is_emergency=True).update(order=900)
    routes = page("/categories/fraud/").routes()
    assert routes[0].phone == "999"
