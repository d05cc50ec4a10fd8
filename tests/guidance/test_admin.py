"""What editors find in the admin: the report, the filters, the previews, and a 999 that stays."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from guidance.models import HelpRoute
from tests.factories import open_form, words

LIST = "wagtailsnippets_guidance_helproute:list"
REPORT = "guidance_route_checks"


@pytest.fixture
def overdue(checked_route):
    """The route, checked a year ago."""
    HelpRoute.objects.filter(pk=checked_route.pk).update(
        checked_on=timezone.localdate() - timedelta(days=365)
    )
    return checked_route


def test_the_report_lists_what_is_overdue_first_and_leaves_out_what_is_in_date(editor_client, overdue):
    HelpRoute.objects.filter(slug="childline").update(checked_on=timezone.localdate() - timedelta(days=100))
    text = words(editor_client.get(reverse(REPORT)))
    assert text.index("Night Line") < text.index("Childline")
    assert "overdue" in text
    assert "NSPCC" not in text
    assert "Emergency services" not in text


def test_the_report_can_be_taken_away_as_a_table(editor_client, overdue):
    response = editor_client.get(reverse(REPORT), {"export": "csv"})
    assert "Night Line,overdue" in b"".join(response.streaming_content).decode()


def test_the_report_is_in_the_menu_of_those_who_may_edit_routes(editor_client):
    assert "Help routes to check" in editor_client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("name", [REPORT, f"{REPORT}_results"])
def test_someone_who_may_not_edit_routes_can_neither_see_nor_open_the_report(client, django_user_model, name):
    user = django_user_model.objects.create_user("guest", "guest@example.org", "pass-word-1234")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(reverse(name)).status_code == 302
    assert "Help routes to check" not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_a_visitor_is_sent_to_the_login_instead_of_the_report(client, db):
    assert reverse("wagtailadmin_login") in client.get(reverse(REPORT)).url


@pytest.mark.parametrize(
    ("chosen", "named", "left_out"),
    [
        ({"audience": "child"}, "Childline", "Crimestoppers"),
        ({"nation": "scotland"}, "Childline", "Report Fraud"),
        ({"check": "overdue"}, "Night Line", "Childline"),
        ({"anonymity": "anonymous"}, "Crimestoppers", "Childline"),
    ],
)
def test_editors_narrow_the_list_down(editor_client, overdue, chosen, named, left_out):
    rows = editor_client.get(reverse(LIST), chosen).context["object_list"]
    names = {route.name for route in rows}
    assert named in names
    assert left_out not in names


def test_editors_tick_who_it_is_for_and_where_it_answers(editor_client, checked_route):
    edit = reverse("wagtailsnippets_guidance_helproute:edit", args=[checked_route.pk])
    form = open_form(editor_client, edit, "w-editor-form")
    form["for_child"] = "on"
    del form["in_scotland"]
    form["action-publish"] = "action-publish"
    assert editor_client.post(edit, form).status_code == 302
    checked_route.refresh_from_db()
    assert checked_route.audiences == ["child"]
    assert checked_route.nations == ["england", "wales", "northern_ireland"]


def test_editors_see_beforehand_what_the_clock_will_do(editor_client, checked_route):
    edit = reverse("wagtailsnippets_guidance_helproute:edit", args=[checked_route.pk])
    preview = reverse("wagtailsnippets_guidance_helproute:preview_on_edit", args=[checked_route.pk])
    form = open_form(editor_client, edit, "w-editor-form")
    assert editor_client.post(preview, form).json()["is_valid"]
    today = words(editor_client.get(preview))
    assert "Call 0800 123 456" in today
    assert "In the comparison" in today
    assert "We have not re-checked this lately." in words(editor_client.get(preview, {"mode": "due"}))
    assert "0800 123 456" not in words(editor_client.get(preview, {"mode": "overdue"}))
    checked_route.refresh_from_db()
    assert checked_route.checked_on == timezone.localdate()


def test_999_cannot_be_deleted_alone_or_among_others(admin_client):
    emergency = HelpRoute.objects.get(is_emergency=True)
    alone = reverse("wagtailsnippets_guidance_helproute:delete", args=[emergency.pk])
    assert "cannot be deleted" in words(admin_client.post(alone, follow=True))
    many = reverse("wagtail_bulk_action", args=["guidance", "helproute", "delete"])
    admin_client.post(f"{many}?id={emergency.pk}")
    assert HelpRoute.objects.filter(is_emergency=True).exists()


def test_the_hours_an_editor_enters_read_as_words(editor_client, checked_route, naming):
    edit = reverse("wagtailsnippets_guidance_helproute:edit", args=[checked_route.pk])
    form = open_form(editor_client, edit, "w-editor-form")
    form.update(
        {
            "weekly_hours-0-type": "span",
            "weekly_hours-0-order": "0",
            "weekly_hours-0-deleted": "",
            "weekly_hours-0-id": "",
            "weekly_hours-0-value-opens": "09:00",
            "weekly_hours-0-value-closes": "17:00",
        }
    )
    form["weekly_hours-count"] = "1"
    form["hours_kind"] = "weekly"
    form.setlist("weekly_hours-0-value-days", ["monday", "tuesday", "wednesday"])
    form["action-publish"] = "action-publish"
    assert editor_client.post(edit, dict(form.lists())).status_code == 302
    html = editor_client.get(naming.url)
    assert "Monday to Wednesday, 9am to 5pm; Bank holidays not yet checked" in words(html)
    assert 'class="open-now" data-hours="{&quot;written&quot;' in html.content.decode()
    assert "Open now" not in words(html)


def test_the_newest_check_is_remembered_with_the_contacts_it_was_of(checked_route):
    assert checked_route.checked_contacts["phone"] == "+44 800 123 456"
    assert date.fromisoformat(checked_route.checked_contacts["on"]) == timezone.localdate()
