"""Setting up: everything the first time, nothing and in silence the second."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from wagtail.models import Page, Revision, Site

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def set_up(db, settings, tmp_path, monkeypatch):
    """Return a function that sets the site up and returns what it printed."""
    monkeypatch.delenv("ADMIN_PASSWORD", raising=False)
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_DIRS = []

    def run() -> str:
        out = StringIO()
        call_command("set_up", stdout=out)
        return out.getvalue()

    return run


def test_the_first_time_prints_the_logins_once_and_the_second_nothing(set_up, client):
    first = set_up()
    assert "shown only this once" in first
    lines = [line.split() for line in first.splitlines() if "password:" in line]
    assert [line[0] for line in lines] == ["admin", "editor"]
    assert client.login(username=lines[1][0], password=lines[1][-1])
    models = (Page, Revision, get_user_model())
    before = [model.objects.count() for model in models]
    assert set_up() == ""
    assert [model.objects.count() for model in models] == before


def test_the_site_gets_the_address_that_visitors_use(set_up, settings):
    settings.DEBUG = True
    settings.BASE_URL = "https://portal.example"
    set_up()
    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == ("portal.example", 443)


def test_a_given_password_is_not_printed(set_up, settings, monkeypatch):
    settings.DEBUG = True
    monkeypatch.setenv("ADMIN_PASSWORD", "a-given-password")
    printed = set_up()
    assert "the one in ADMIN_PASSWORD" in printed
    assert "a-given-password" not in printed


NEEDED = {
    "SECRET_KEY": "x" * 60,
    "BASE_URL": "https://portal.example",
    "ALLOWED_HOSTS": "portal.example",
    "DATABASE_URL": "sqlite://:memory:",
}


def start(environment: dict) -> subprocess.CompletedProcess:
    """Start with the production settings, and print what a browser would be told."""
    code = (
        "import portal.settings.production as settings;"
        "print(settings.DEBUG, settings.SECURE_SSL_REDIRECT, settings.SESSION_COOKIE_SECURE)"
    )
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("missing", NEEDED)
def test_production_does_not_start_without_what_it_needs_and_says_what_that_is(missing):
    started = start({name: value for name, value in NEEDED.items() if name != missing})
    assert started.returncode != 0
    assert f"The environment variable {missing} is missing." in started.stderr


def test_production_starts_with_what_it_needs_and_is_closed_to_eavesdroppers():
    assert start(NEEDED).stdout.strip() == "False True True"
