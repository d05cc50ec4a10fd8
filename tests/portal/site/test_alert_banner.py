"""The alert banner: up exactly while it should be, exactly where it should be, at no further query."""

from datetime import datetime, timedelta
from unittest.mock import patch
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import rich_text

from portal.models import AlertBanner, SiteSettings
from tests.portal.test_queries import HOME_BUDGET, queries_of

pytestmark = pytest.mark.django_db
WORDS = "The number of one helpline has changed"
LONDON = ZoneInfo("Europe/London")


def put_up(**fields) -> AlertBanner:
    """Put a banner up as the admin does: valid, saved, for the next hour."""
    banner = AlertBanner.load()
    fields = {"message": f"<p>{WORDS}.</p>", "ends_at": timezone.now() + timedelta(hours=1), **fields}
    for name, value in fields.items():
        setattr(banner, name, value)
    banner.full_clean()
    banner.save()
    return banner


def shows(client, path: str) -> bool:
    return WORDS in client.get(path).content.decode()


def test_no_banner_is_shown_until_somebody_puts_one_up(client):
    assert "alert-banner" not in client.get("/").content.decode()


@pytest.mark.parametrize("path", ["/", "/what-you-can-do/", "/search/", "/no-such-page/"])
def test_a_banner_for_the_whole_site_is_up_on_the_next_request_everywhere(client, path):
    client.get(path)
    put_up()
    assert shows(client, path)


def test_it_stands_between_the_help_bar_and_the_header_and_has_a_name(client):
    put_up(kind="emergency")
    html = client.get("/").content.decode()
    banner = '<section class="alert-banner alert-banner-emergency" aria-label="Emergency">'
    assert html.index("</aside>") < html.index(banner) < html.index("<header")
    # A role of alert would interrupt what a screen reader is saying, on every page.
    assert 'role="alert"' not in html


@pytest.mark.parametrize(
    ("moment", "up"),
    [
        ("2026-12-01 08:59:59", False),
        ("2026-12-01 09:00:00", True),
        ("2026-12-03 16:59:59", True),
        ("2026-12-03 17:00:00", False),
    ],
)
def test_it_goes_up_and_comes_down_to_the_second(moment, up):
    banner = AlertBanner(
        message="<p>Words</p>",
        starts_at=datetime(2026, 12, 1, 9, tzinfo=LONDON),
        ends_at=datetime(2026, 12, 3, 17, tzinfo=LONDON),
    )
    now = datetime.fromisoformat(moment).replace(tzinfo=LONDON)
    with patch("portal.site.alert_banner.timezone.now", return_value=now):
        assert banner.is_up() is up


def test_a_banner_that_is_over_is_not_shown_although_nothing_took_it_down(client):
    banner = put_up()
    AlertBanner.objects.filter(pk=banner.pk).update(ends_at=timezone.now() - timedelta(seconds=1))
    assert not shows(client, "/")


def test_a_banner_for_a_section_is_shown_there_and_nowhere_else(client, page):
    put_up(section=page("/what-you-can-do/"))
    assert shows(client, "/what-you-can-do/")
    assert shows(client, "/what-you-can-do/signs-to-look-for/")
    for path in ("/", "/statistics/", "/search/", "/no-such-page/"):
        assert not shows(client, path), path


def test_a_link_to_a_page_in_the_banner_gets_its_address_on_every_kind_of_page(client, page):
    helped = page("/what-you-can-do/")
    put_up(message=f'<p>{WORDS}. <a linktype="page" id="{helped.pk}">Who to tell</a></p>')
    for path in ("/statistics/", "/search/", "/no-such-page/"):
        assert '<a href="/what-you-can-do/">Who to tell</a>' in client.get(path).content.decode(), path


def test_a_banner_costs_no_further_query(client, page):
    without = {path: len(queries_of(client, path)) for path in ("/", "/statistics/", "/search/?q=fraud")}
    put_up(section=None)
    assert {path: len(queries_of(client, path)) for path in without} == without
    put_up(section=page("/statistics/"))
    assert {path: len(queries_of(client, path)) for path in without} == without
    assert without["/"] <= HOME_BUDGET


def test_a_banner_needs_an_end_and_one_that_comes_after_its_start():
    with pytest.raises(ValidationError, match="Say when it comes down"):
        put_up(ends_at=None)
    with pytest.raises(ValidationError, match="Choose a later time"):
        put_up(starts_at=timezone.now() + timedelta(hours=2))


@pytest.mark.parametrize("message", ["", "<p></p>", "<p> </p>"])
def test_an_empty_message_shows_nothing(client, message):
    put_up(message=message)
    assert "alert-banner" not in client.get("/").content.decode()


def test_an_editor_puts_one_up_in_the_admin(editor_client, client):
    url = reverse("wagtailsettings:edit", args=["portal", "alertbanner", AlertBanner.load().pk])
    form = {
        "message": rich_text(f"<p>{WORDS}.</p>"),
        "kind": "notice",
        "section": "",
        "starts_at": "",
        "ends_at": (timezone.localtime() + timedelta(hours=1)).strftime("%Y-%m-%d %H:%M"),
    }
    assert editor_client.post(url, form).status_code == 302
    assert shows(client, "/")
    assert str(RichText(AlertBanner.load().message)).count(WORDS) == 1


def test_the_settings_keep_the_banner_when_an_editor_changes_them(client):
    put_up()
    site_settings = SiteSettings.load()
    site_settings.owner_text = "Somebody."
    site_settings.save()
    assert shows(client, "/")
