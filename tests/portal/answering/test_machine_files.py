"""What machines read: site map, robots, security contact, feed."""

import xml.etree.ElementTree as ET
from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page

from portal.models import SiteSettings
from tests.factories import make_information_page

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

pytestmark = pytest.mark.django_db


def test_the_site_map_lists_every_page_once_by_an_address_that_answers(client):
    root = ET.fromstring(client.get("/sitemap.xml").content)
    addresses = [element.text for element in root.iter(f"{MAP}loc")]
    assert len(addresses) == len(set(addresses)) == Page.objects.filter(depth__gte=2).live().count()
    assert addresses[0] == "http://testserver/"
    for address in addresses[::7]:
        assert client.get(address.removeprefix("http://testserver")).status_code == 200
    dates = [datetime.fromisoformat(element.text) for element in root.iter(f"{MAP}lastmod")]
    assert len(dates) == len(addresses)


def test_the_site_map_says_to_the_moment_when_a_page_changed_and_is_no_result_itself(client, page):
    response = client.get("/sitemap.xml")
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    assert response["X-Robots-Tag"] == "noindex"
    assert set(response["Cache-Control"].split(", ")) == {"max-age=5", "public"}
    home = ET.fromstring(response.content).find(f"{MAP}url")
    assert home.findtext(f"{MAP}loc") == "http://testserver/"
    assert datetime.fromisoformat(home.findtext(f"{MAP}lastmod")) == page("/").last_published_at


def test_robots_are_kept_from_the_admin_and_shown_the_map(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert lines == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /leave/",
        "Sitemap: http://testserver/sitemap.xml",
    ]


def test_the_security_contact_is_the_page_about_the_site_until_the_owner_fills_in_an_address(client):
    assert "Contact: http://testserver/about-this-site/" in client.get("/.well-known/security.txt").text
    settings = SiteSettings.load()
    settings.security_contact = "security@example.org"
    settings.save()
    text = client.get("/.well-known/security.txt").content.decode()
    fields = dict(line.split(": ", 1) for line in text.splitlines())
    assert fields["Contact"] == "mailto:security@example.org"
    assert timezone.now() < datetime.fromisoformat(fields["Expires"]) < timezone.now() + timedelta(days=366)


def test_the_feed_tells_what_changed_newest_first(client, page):
    made = make_information_page(page("/"), title="Tom & Jerry <b>", summary="Short.")
    response = client.get("/changes.atom")
    assert response["Content-Type"].startswith("application/atom+xml")
    entries = ET.fromstring(response.content).findall(f"{ATOM}entry")
    assert len(entries) == 30
    assert entries[0].findtext(f"{ATOM}title") == "Tom & Jerry <b>"
    assert entries[0].find(f"{ATOM}link").get("href") == f"http://testserver{made.url}"
    updated = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert updated == sorted(updated, reverse=True)


@pytest.mark.parametrize("url", ["/sitemap.xml", "/robots.txt", "/changes.atom", "/favicon.ico"])
def test_machines_get_no_cookie(client, url):
    response = client.get(url)
    assert response.status_code in (200, 302)
    assert not response.cookies
