"""The site is asked as a visitor who has never been here, and keeps nothing of it."""

import pytest
from django.test import Client

from portal.mirror.asking import ask
from portal.mirror.judging import Kind, kind_of
from portal.mirror.walking import Leads, first_addresses, walk
from publications.models.counting import DownloadCount

DOWNLOAD = "/publications/national-strategic-assessment-2020/download/"

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("prefix", ["", "/_documents"])
def test_a_publication_is_named_by_its_file_whoever_sends_it_and_not_counted(settings, prefix):
    settings.X_ACCEL_PREFIX = prefix
    asked = ask(DOWNLOAD)
    assert asked.file.read_bytes().startswith(b"%PDF")
    assert asked.answer.headers["content-type"] == "application/pdf"
    assert kind_of(asked.answer) is Kind.FILE
    assert not DownloadCount.objects.exists()


def test_a_page_is_what_the_visitor_reads(client: Client):
    for path in ("/", "/privacy/", "/next/b/"):
        asked = ask(path)
        assert asked.answer.body == client.get(path).content
        assert kind_of(asked.answer) is Kind.FILE


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/search/", Kind.ASKS),
        ("/search/?q=help", Kind.ASKS),
        ("/leave/", Kind.REDIRECT),
        ("/search", Kind.REDIRECT),
        ("/admin/", Kind.NOTHING),
        ("/admin/login/", Kind.NOTHING),
        ("/no-such-page/", Kind.NOTHING),
        ("/oembed/?url=nothing", Kind.NOTHING),
    ],
)
def test_what_is_not_the_same_for_everybody_is_never_a_file(path, kind):
    assert kind_of(ask(path).answer) is kind


def test_what_is_below_the_admin_is_never_asked_for_and_nothing_else_is_missing():
    asked: list[str] = []

    def noted(address: str):
        asked.append(address)
        return ask(address)

    kept = {address for address, _, kind in walk(first_addresses(), noted) if kind is Kind.FILE}
    assert not [address for address in asked if address.startswith(("/admin", "/_util"))]
    assert len(asked) == len(set(asked))
    assert {"/", "/next/", DOWNLOAD, "/changes.atom", "/statistics/data.csv", "/sitemap.xml"} <= kept


@pytest.mark.parametrize(
    ("path", "forms"), [("/search/", ("/search/",)), ("/what-you-can-do/for-organisations/", ())]
)
def test_a_query_means_something_only_where_a_form_sends_one(path, forms):
    """The self-check is a form that cannot be sent."""
    assert Leads.of(ask(path).answer).forms == forms
