"""Until the owner says who they are, those who look after the site read so, and visitors do not."""

import subprocess
import sys

import pytest
from django.contrib.auth.models import Group
from django.core.checks import run_checks
from django.db import DatabaseError
from django.urls import reverse

from portal.models import SiteSettings
from portal.site import owner
from tests.factories import words

pytestmark = pytest.mark.django_db
NOT_FILLED_IN = "has not yet filled in who they are"


def deploy_check() -> str:
    return " ".join(message.msg for message in run_checks(include_deployment_checks=True))


def test_no_visitor_reads_on_every_page_that_the_owner_is_missing(client):
    for address in ("/", "/what-you-can-do/", "/privacy/"):
        assert NOT_FILLED_IN not in words(client.get(address))


def test_the_check_before_the_site_is_put_up_says_so_until_it_is_filled_in():
    assert NOT_FILLED_IN in deploy_check()
    SiteSettings.objects.update(owner_text="The Example Trust runs this site.")
    assert NOT_FILLED_IN not in deploy_check()


def test_the_check_is_known_to_a_program_that_has_only_just_started():
    asks = "import django; django.setup(); from django.core.checks.registry import registry; "
    asks += "print([check.__name__ for check in registry.deployment_checks])"
    told = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert "check_owner" in told.stdout


def test_the_check_is_quiet_where_there_is_no_database_yet(monkeypatch):
    def no_table():
        raise DatabaseError

    monkeypatch.setattr(owner, "is_owner_missing", no_table)
    assert NOT_FILLED_IN not in deploy_check()


def test_the_admin_says_so_to_whoever_can_fill_it_in(admin_client):
    home = admin_client.get(reverse("wagtailadmin_home"))
    assert NOT_FILLED_IN in words(home)
    assert reverse("wagtailsettings:edit", args=["portal", "sitesettings"]) in home.content.decode()
    SiteSettings.objects.update(owner_text="The Example Trust runs this site.")
    assert NOT_FILLED_IN not in words(admin_client.get(reverse("wagtailadmin_home")))


def test_an_editor_who_cannot_fill_it_in_is_not_told(editor_client, editor):
    editor.groups.set(Group.objects.filter(name="Editors"))
    assert NOT_FILLED_IN not in words(editor_client.get(reverse("wagtailadmin_home")))
